import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtSeals, isSealed, openSealed, sealLine } from './sealed-line.ts';

const values = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }).filter((value) => !('sum' in value));
const toBuffer = (value: object): Buffer => Buffer.from(sealLine(value).text);

test('gives back what was sealed, with its checksum, on one line', () => {
  fc.assert(
    fc.property(values, (value) => {
      const { text, sum } = sealLine(value);
      expect(text).not.toContain('\n');
      const opened = openSealed(Buffer.from(text));
      expect(opened).toEqual({ value: JSON.parse(JSON.stringify(value)) as unknown, sum });
    }),
  );
});

test('opens nothing of which a byte is another, missing or added', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, mask) => {
      const line = toBuffer(value);
      const byte = at % line.length;
      const flipped = Buffer.from(line);
      flipped[byte] = (flipped[byte] ?? 0) ^ mask;
      expect(openSealed(flipped)).toBeUndefined();
      expect(openSealed(line.subarray(0, byte))).toBeUndefined();
      expect(openSealed(Buffer.concat([line.subarray(0, byte), Buffer.from([mask]), line.subarray(byte)]))).toBe(
        undefined,
      );
    }),
  );
});

test.each(['spells its sum with letters', 'begins its sum with a nought'])(
  'takes no other byte anywhere in the seal of a line that %s',
  (which) => {
    const isWanted = (sum: string): boolean => (which.endsWith('letters') ? /[a-f]/.test(sum) : sum.startsWith('0'));
    const numbers = Array.from({ length: 1000 }, (_, number) => sealLine({ number }));
    const line = Buffer.from(numbers.find(({ sum }) => isWanted(sum))?.text ?? '');
    expect(openSealed(line)).toBeDefined();
    for (let at = line.length - ',"sum":"00000000"}'.length; at < line.length; at += 1) {
      const taken = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => {
        const other = Buffer.from(line);
        other[at] = byte;
        return openSealed(other) !== undefined;
      });
      expect(taken).toEqual([line[at]]);
    }
  },
);

test('finds a line among other bytes at its very place and at no other', () => {
  const line = toBuffer({ a: 'é' });
  const bytes = Buffer.concat([Buffer.from('{"x":1}\n'), line, Buffer.from('\n{"y":2}')]);
  const place = { start: 8, end: 8 + line.length };
  expect(isSealed(bytes, place)).toBe(true);
  for (const by of [-1, 1]) {
    expect(isSealed(bytes, { ...place, start: place.start + by })).toBe(false);
    expect(isSealed(bytes, { ...place, end: place.end + by })).toBe(false);
  }
  expect(isSealed(bytes, { start: place.end - 18, end: place.end })).toBe(false);
});

test('lines whose line break was lost are cut apart again, with what is damaged between them', () => {
  const [a, b] = [toBuffer({ a: 1 }), toBuffer({ b: ',"sum":"' })];
  const joined = Buffer.concat([a, Buffer.from('X'), b, Buffer.from('X{"torn":')]);
  expect(cutAtSeals(joined).map(String)).toEqual([String(a), String(b), '{"torn":']);
  expect(cutAtSeals(Buffer.alloc(0))).toEqual([]);
  expect(cutAtSeals(Buffer.from('nothing sealed')).map(String)).toEqual(['nothing sealed']);
});

/** As the line of an import does: the places of its texts end like a line. */
const withPlaces = sealLine({
  heads: [{ body: { pack: 'a', sum: '01234567' } }, { body: { pack: 'b', sum: '89abcdef' } }],
  reports: [
    { pack: 'a', sum: '01234567' },
    { pack: 'b', sum: '89abcdef' },
  ],
}).text;
const plain = sealLine({ seq: 2 }).text;

const open = (pieces: readonly Buffer[]) => pieces.map((piece) => openSealed(piece) !== undefined);

test.each([
  [`${withPlaces}x${plain}`, [true, true]],
  [`${plain}x${withPlaces}x${plain}`, [true, true, true]],
  [withPlaces, [true]],
])('cuts %s where its line breaks were, not at what looks like an end within a line', (stretch, expected) => {
  expect(open(cutAtSeals(Buffer.from(stretch)))).toEqual(expected);
});

test('finds the good line after a damaged one', () => {
  const damaged = withPlaces.replace('"a"', '"c"');
  const pieces = cutAtSeals(Buffer.from(`${damaged}x${plain}`));
  expect(open(pieces).at(-1)).toBe(true);
  expect(Buffer.concat(pieces.slice(-1)).toString()).toBe(plain);
});

test('leaves no byte out but the line breaks', () => {
  const stretch = Buffer.from(`rubbish${plain}x${withPlaces}x{"half":`);
  const pieces = cutAtSeals(stretch);
  expect(Buffer.concat(pieces).length + pieces.length - 1).toBe(stretch.length);
});

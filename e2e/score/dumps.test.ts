import { describe, expect, test } from 'vitest';
import { parseFile } from '../../main/core/import/parse-file.ts';
import { compare } from './compare.ts';
import { readDumps, readMarkedFiles } from './dumps.ts';
import { encodeText } from './encode.ts';
import { mutate, mutations } from './mutate.ts';
import { parseMarked } from './marked.ts';

const { dumps } = readDumps('none');

test.each(readMarkedFiles())('$file is well-formed', ({ file, source }) => {
  expect(() => parseMarked(source, file)).not.toThrow();
});

test.each(dumps)('each byte of $name has its place, however the dump is saved', async ({ name, text, bytes, gold }) => {
  const changed = Object.keys(mutations).flatMap((change) => mutate(change, { text, gold })?.text ?? []);
  for (const saved of [bytes, ...changed.map(encodeText)]) {
    const outcome = await parseFile(saved, `${name}.txt`);
    expect(compare(outcome, gold, saved.length).tally.get('conserved')).toBe(1);
  }
});

describe('the fixtures of the parser', () => {
  test('are written again byte by byte from what is known of them', () => {
    const fixtures = dumps.filter(
      ({ name }) => !readMarkedFiles().some(({ file }) => file.endsWith(`/${name}.marked`)),
    );
    expect(fixtures.length).toBeGreaterThan(20);
    for (const { text, bytes } of fixtures) expect(Buffer.from(encodeText(text)).equals(Buffer.from(bytes))).toBe(true);
  });
});

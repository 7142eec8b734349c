import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, type Decoded } from './decode.ts';

function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  if ('refused' in result) throw new Error(result.refused.message);
  return result;
}

function linesOf({ source }: Decoded): readonly string[] {
  return Array.from({ length: source.lineCount }, (_value, index) => source.rawLine(index));
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const german = 'Fähre fährt künftig auch im Winter – „täglich“, für 900 €.\nDer Schlüssel hängt an der Tür.';
/** Windows-1252 is Latin-1 but for 32 bytes. */
const western = (text: string) =>
  Buffer.from(
    text.replace(/[–„“€]/g, (letter) => ({ '–': '\u0096', '„': '\u0084', '“': '\u0093', '€': '\u0080' })[letter] ?? ''),
    'latin1',
  );
const arabic = 'أعلن وزير النقل يوم الثلاثاء أن القطار الجبلي سيعود إلى العمل\nقبل الشتاء';

describe('names the encoding', () => {
  test.each([
    ['plain ASCII', Buffer.from('a\nb'), 'utf-8', []],
    ['UTF-8', Buffer.from(arabic), 'utf-8', []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${arabic}`), 'utf-8', []],
    ['UTF-8 cut inside its last letter', Buffer.from(arabic).subarray(0, -1), 'utf-8', ['invalid-bytes']],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-16le', []],
    ['UTF-16 without one', Buffer.from(german, 'utf16le'), 'utf-16le', []],
    ['big-endian UTF-16 with a mark', utf16be(`\uFEFF${german}`), 'utf-16be', []],
    ['big-endian UTF-16 without one', utf16be(german), 'utf-16be', []],
    ['windows-1252', western(german), 'windows-1252', ['encoding-guessed']],
    ['NULs in a text', Buffer.from(`${'a long enough text, '.repeat(20)}\0`), 'utf-8', ['nul-removed']],
  ])('of %s', (_what, bytes, encoding, warnings) => {
    const result = decoded(bytes);
    expect(result.encoding).toBe(encoding);
    expect(result.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  test.each([
    [
      'windows-1256',
      'c3dae1e420e6d2edd120c7e1e4dee120edc3c320c7e1cbe1c7cbc7c120c3e420c7e1deD8c7d120c7e1cce1ed20d3edDAe6CF',
    ],
    ['shift_jis', '8e5290a282a282cc897782c990cc90e18ec082ea82bd8f5f82aa82a082e98142'],
    ['koi8-r', 'ebcfcdc9d4c5d4d920d7d9c2cfd2c1c820d3cec9cdc1c0d420d0d2c5d4c5cec4c5cecec9cbcfd720d320d7d9c2cfd2cfd7'],
  ])('of text in %s without refusing it', (_encoding, hex) => {
    expect(decoded(Buffer.from(hex, 'hex')).warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

describe('keeps', () => {
  test('every letter of windows-1252', () => {
    expect(linesOf(decoded(western(german)))).toEqual(german.split('\n'));
  });

  test('an Arabic text whose one byte is broken, all but that letter', () => {
    const bytes = Buffer.concat([Buffer.from(`${arabic}\n${arabic}`), Buffer.from([0xff]), Buffer.from('\nنهاية')]);
    const result = decoded(bytes);
    expect(linesOf(result).join('\n')).toBe(`${arabic}\n${arabic}\uFFFD\nنهاية`);
    expect(result.warnings.map(({ code }) => code)).toEqual(['invalid-bytes']);
  });

  test('a line of windows-1252 in a file of UTF-8', () => {
    const price = Buffer.from([0x66, 0xfc, 0x72, 0x20, 0x39, 0x20, 0x80]);
    const bytes = Buffer.concat([Buffer.from(`${arabic}\n`), price, Buffer.from(`\n${arabic}`)]);
    const result = decoded(bytes);
    expect(linesOf(result)).toContain('für 9 €');
    expect(linesOf(result).at(-1)).toBe('قبل الشتاء');
    expect(result.warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

describe('counts', () => {
  test.each([
    ['LF', 'a\n\nbc\n', ['a', '', 'bc'], [2, 1, 3], true],
    ['CRLF', 'a\r\n\r\nbc', ['a', '', 'bc'], [3, 2, 2], false],
    ['lone CR', 'a\r\rbc\r', ['a', '', 'bc'], [2, 1, 3], true],
    ['mixed ends', 'a\r\nb\rc\n\rd', ['a', 'b', 'c', '', 'd'], [3, 2, 2, 1, 1], false],
    ['a separator of Unicode', 'a\u2028b\u0085c', ['a\u2028b\u0085c'], [8], false],
  ])('the lines and bytes of %s', (_what, text, lines, bytes, finalNewline) => {
    const result = decoded(Buffer.from(text));
    expect(linesOf(result)).toEqual(lines);
    expect(bytes.map((_size, index) => result.source.lineBytes(index))).toEqual(bytes);
    expect(result.source.finalNewline).toBe(finalNewline);
  });

  test('the mark with the first line, and an odd last byte with the last', () => {
    const { source } = decoded(Buffer.concat([Buffer.from('\uFEFFab\ncd', 'utf16le'), Buffer.from([0x65])]));
    expect([source.lineBytes(0), source.lineBytes(1)]).toEqual([8, 5]);
  });

  test('every byte of any text, in three encodings', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '山', '😀', '\n', '\r', '\r\n', ' ', '\u2028'), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('utf8', 'utf16le', 'utf16be'), (letters, encoding) => {
        const marked = `\uFEFF${letters.join('')}`;
        const bytes =
          encoding === 'utf16be' ? utf16be(marked) : Buffer.from(marked, encoding === 'utf8' ? 'utf8' : 'utf16le');
        const { source } = decoded(bytes);
        const sizes = Array.from({ length: source.lineCount }, (_value, index) => source.lineBytes(index));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes.length);
        const lines = Array.from({ length: source.lineCount }, (_value, index) => source.rawLine(index));
        const split = letters.join('').split(/\r\n|\n|\r/);
        expect(lines).toEqual(split.at(-1) === '' && split.length > 1 ? split.slice(0, -1) : split);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { parseFile } from './parse-file.ts';
import { parseWindow } from './parse-window.ts';

function article(number: number): string {
  const town = `Kaldvik ${number}`;
  return `Harbour of ${town} reopens\n\nBy Jane Roe\n\nThe harbour of ${town} was opened again on Thursday after repairs.\n\nIt had been closed for ${number} weeks, the town said.\n`;
}

function dump(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `Document ${index + 1} of ${count}\n\n${article(index + 1)}\n\n\n`,
  ).join('');
}

const cut = { isLast: false, mustCut: false };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a window', () => {
  test('is parsed as far as whole articles go, and gives what its bytes give alone', async () => {
    const bytes = encode(dump(60)).subarray(0, 9000);
    const { outcome, used, lines } = await parseWindow(bytes, 'wires.txt', cut);
    expect(used).toBeGreaterThan(4000);
    expect(used).toBeLessThan(9000);
    const part = bytes.subarray(0, used);
    expect(lines).toBe(new TextDecoder().decode(part).split('\n').length - 1);
    expect(outcome).toEqual(await parseFile(part, 'wires.txt'));
    expect(new TextDecoder().decode(bytes.subarray(used))).toMatch(/^Document \d+ of 60\n/);
  });

  test('that is the last is parsed as a whole', async () => {
    const bytes = encode(dump(5));
    const { outcome, used } = await parseWindow(bytes, 'wires.txt', { isLast: true, mustCut: false });
    expect(used).toBe(bytes.length);
    expect(outcome).toMatchObject({ articles: { length: 5 } });
  });

  test('in which no article ends asks for a larger one, and is cut at a blank line where there is none', async () => {
    const essay = Array.from(
      { length: 40 },
      (_, index) => `It went on like this for ${index} more years, and nobody minded.`,
    );
    const bytes = encode(`${essay.join('\n\n')}\n\nAnd th`);
    expect((await parseWindow(bytes, 'essay.txt', cut)).used).toBe(0);
    const { outcome, used } = await parseWindow(bytes, 'essay.txt', { isLast: false, mustCut: true });
    expect(used).toBe(bytes.length - 'And th'.length);
    expect(outcome).toMatchObject({
      articles: { length: 1 },
      warnings: expect.arrayContaining([{ code: 'goes-on', message: expect.any(String) }]),
    });
  });

  test('of a single endless line is taken as it is', async () => {
    const { used } = await parseWindow(encode('word '.repeat(500)), 'line.txt', { isLast: false, mustCut: true });
    expect(used).toBe(2500);
  });

  test('in UTF-16 is cut between whole characters and goes on in the same encoding', async () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${dump(40)}`, 'utf16le')).subarray(0, 9001);
    const { used } = await parseWindow(bytes, 'wires.txt', cut);
    expect(used % 2).toBe(0);
    const rest = await parseWindow(bytes.subarray(used), 'wires.txt', {
      isLast: true,
      mustCut: false,
      encoding: 'utf-16le',
    });
    expect(rest.outcome).toMatchObject({
      encoding: 'utf-16le',
      articles: expect.arrayContaining([
        expect.objectContaining({ title: expect.stringMatching(/^Harbour of Kaldvik \d+ reopens$/) }),
      ]),
    });
  });

  test('of bytes that are no text is refused up to its last line break, so that the next is read', async () => {
    const bytes = new Uint8Array(3000).fill(1);
    bytes[2500] = 10;
    expect(await parseWindow(bytes, 'noise.bin', cut)).toMatchObject({
      outcome: { refused: { code: 'binary' } },
      used: 2501,
      lines: 1,
    });
  });
});

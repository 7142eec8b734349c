/* Whatever a person says of a file, nothing of it is lost and each byte is accounted for. */

import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropReasons, type DroppedLine } from '../../../shared/model.ts';
import { lineRoles, type Corrections } from '../../../shared/split.ts';
import { cleanLine } from './dump/lines.ts';
import { parseFile } from './parse-file.ts';

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder)));

const lines =
  `||| |\f|TT|20|-----|* * *|Share|[1/3]|Document 2 of 9|Comments 12|Home|# Bread|Council Votes for a New Bridge|
  A bridge at dusk (AP)|By Ann Roe|26 August 2024|Title: A bridge|https://example.org/a|© 2024 The Post|
  WINDHAVEN (AP) - Ferries ran late on Monday.|The council met on Monday evening to speak about the bridge, the school
  and the price of bread, and it agreed on two of the three, as it had in May, in June and on the first day of autumn.`
    .replaceAll(/\n */g, '')
    .split('|');
const line = fc.constantFrom(...lines);
const dump = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 50 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([some, end]) => Buffer.from(some.join(end)));
const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes));

const reasons = dropReasons.filter((reason) => reason !== 'left-out');
const lineNumber = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 50 }) }, fc.constant(99_999_999));
const corrections: fc.Arbitrary<Partial<Corrections>> = fc.record({
  begins: fc.array(lineNumber, { maxLength: 4 }),
  joins: fc.array(lineNumber, { maxLength: 4 }),
  roles: fc.array(fc.record({ line: lineNumber, role: fc.constantFrom(...lineRoles) }), { maxLength: 12 }),
  restore: fc.subarray(reasons),
  like: fc.array(fc.record({ line: lineNumber, take: fc.boolean() }), { maxLength: 3 }),
});

async function checkParse(bytes: Uint8Array, said: Partial<Corrections>): Promise<void> {
  const outcome = await parseFile(bytes, 'any.txt', said);
  if ('refused' in outcome) return;
  const { bytes: size, unassigned, articles, dropped, separators } = outcome.ledger;
  expect({ size, unassigned }).toEqual({ size: bytes.length, unassigned: 0 });
  expect(articles + dropped + separators).toBe(size);
  let last = 0;
  for (const article of outcome.articles) {
    const [from, to] = article.lines ?? [0, 0];
    expect(from).toBeGreaterThan(last);
    last = to;
    const inside = [...article.dropped, ...article.blocks, ...article.media];
    for (const { line: at } of inside) expect(at >= from && at <= to).toBe(true);
  }
  const starts = new Set(outcome.articles.map((article) => article.lines?.[0]));
  for (const { line: at, taken } of outcome.borders) expect(starts.has(at)).toBe(taken);
  for (const { confidence } of [outcome, ...outcome.articles, ...outcome.borders])
    expect(confidence >= 0 && confidence <= 1).toBe(true);
  const gone = [...outcome.dropped, ...outcome.articles.flatMap((article) => article.dropped)];
  expect(new Set(gone.map(({ line: at }) => at)).size).toBe(gone.length);
  checkOut(gone, said.roles ?? []);
  for (const { reason } of gone) expect(said.restore ?? []).not.toContain(reason);
}

/** What is said to be left out is, and nothing else for that reason. */
function checkOut(gone: readonly DroppedLine[], roles: Corrections['roles']): void {
  const last = new Map(roles.map((each) => [each.line, each.role]));
  for (const { line: at, reason } of gone) expect(reason === 'left-out').toBe(last.get(at) === 'out');
}

test.each([
  ['texts that look like dumps', dump],
  ['any bytes', anyBytes],
  ['fixtures', fc.constantFrom(...fixtures)],
])('accounts for each byte of %s', async (_, files) => {
  await fc.assert(fc.asyncProperty(files, corrections, checkParse), { numRuns: 300 });
});

test.each(['body', 'out'] as const)('a line that is said to be %s is', async (role) => {
  await fc.assert(
    fc.asyncProperty(dump, fc.integer({ min: 1, max: 50 }), async (bytes, at) => {
      const outcome = await parseFile(bytes, 'any.txt', { roles: [{ line: at, role }] });
      const raw = bytes.toString().split(/\r\n|\r|\n/)[at - 1] ?? '';
      if ('refused' in outcome || cleanLine(raw) === '') return;
      const gone = [...outcome.dropped, ...outcome.articles.flatMap(({ dropped }) => dropped)];
      const blocks = outcome.articles.flatMap((article) => article.blocks).filter((block) => block.line === at);
      expect(gone.filter((each) => each.line === at)).toEqual(
        role === 'out' ? [{ line: at, text: raw, reason: 'left-out' }] : [],
      );
      expect(blocks).toHaveLength(role === 'body' ? 1 : 0);
      for (const { text } of blocks) expect(cleanLine(raw)).toContain(text);
    }),
    { numRuns: 300 },
  );
});

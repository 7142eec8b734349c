/* Which files are alike: the same review with other articles is, another paper is not. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DumpProfile, Fingerprint, ProfileId } from '../../../../shared/profile.ts';
import { noRules } from './apply-rules.ts';
import { findProfile, likeness, threshold } from './alike.ts';
import { toFingerprint } from './fingerprint.ts';
import { makeMonitor } from './test-monitor.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

const printOf = (text: string): Fingerprint => toFingerprint(text.split(/\r?\n/).map((line) => line.trim()));
const readFixture = (name: string): Fingerprint => printOf(readFileSync(path.join(fixtures, `${name}.txt`), 'utf8'));

const toText = (word: string): string => `The ${word} is here\n\n${`The ${word} was here. `.repeat(9)}\n`;

function profileOf(name: string, fingerprint: Fingerprint, createdAt = 1): DumpProfile {
  return { id: name as ProfileId, name, createdAt, fingerprint, rules: noRules };
}

test('is the same for the same file', () => {
  expect(likeness(printOf(makeMonitor([1, 2])), printOf(makeMonitor([1, 2])))).toBe(1);
});

test.each([
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [7, 8],
  ],
  [[1], [2, 3, 4]],
  [[1], [2]],
])('finds articles %j like articles %j of one review', (some, others) => {
  expect(likeness(printOf(makeMonitor(some)), printOf(makeMonitor(others)))).toBeGreaterThan(threshold);
});

test('finds the review unlike every dump of another kind', () => {
  const review = printOf(makeMonitor([1, 2, 3]));
  const names = readdirSync(fixtures).filter((name) => name.endsWith('.txt'));
  const alike = names.filter((name) => likeness(review, readFixture(name.slice(0, -4))) >= threshold);
  expect(names.length).toBeGreaterThan(20);
  expect(alike).toEqual([]);
});

test('finds dumps of different papers unlike one another', () => {
  const names = ['labels-german', 'advert-and-copyright', 'arabic-captions', 'page-credits', 'essay', 'hard-wrapped'];
  const alike = names.flatMap((one, index) =>
    names.slice(index + 1).flatMap((other) => {
      return likeness(readFixture(one), readFixture(other)) >= threshold ? [`${one} ~ ${other}`] : [];
    }),
  );
  expect(alike).toEqual([]);
});

test('does not find plain paragraphs alike that have no line in common', () => {
  expect(likeness(printOf(toText('harbour')), printOf(toText('council')))).toBe(0);
});

test('chooses the most alike profile, of two alike the newer, and none where none is alike enough', () => {
  const review = printOf(makeMonitor([1, 2, 3]));
  const other = profileOf('other', readFixture('labels-german'));
  const older = profileOf('older', printOf(makeMonitor([4, 5, 6])), 1);
  const newer = profileOf('newer', printOf(makeMonitor([4, 5, 6])), 2);
  expect(findProfile(review, [other, newer, older])?.name).toBe('newer');
  expect(findProfile(review, [other, older])?.name).toBe('older');
  expect(findProfile(review, [other])).toBeUndefined();
});

test('stays below 2 KB whatever the file holds', () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `${index % 3 === 0 ? `Key ${index % 900}: ` : ''}${index}`);
  const words = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(97 + (index % 26)).repeat(index % 29));
  expect(JSON.stringify(toFingerprint([...words, ...words, ...lines])).length).toBeLessThan(2048);
});

import { expect, test } from 'vitest';
import { isCorrected } from './is-corrected.ts';
import { completeCorrections, correctionsSchema, noCorrections } from './split.ts';

test('corrections that were kept before lines had roles are still read', () => {
  const old = { encoding: null, begins: [4], joins: [], fields: [] };
  expect(completeCorrections(old)).toEqual({ ...noCorrections, begins: [4] });
  expect(correctionsSchema.parse(old)).toEqual(completeCorrections(old));
  expect(completeCorrections(undefined)).toEqual(noCorrections);
});

test('anything that was said is a correction', () => {
  expect(isCorrected(noCorrections)).toBe(false);
  expect(isCorrected({ ...noCorrections, encoding: 'koi8-r' })).toBe(true);
  expect(isCorrected({ ...noCorrections, roles: [{ line: 1, role: 'out' }] })).toBe(true);
});

test.each([[{ line: 0, role: 'out' }], [{ line: 1, role: 'title' }], [{ line: 1.5, role: 'body' }]])(
  'refuses the role %j',
  (said) => {
    expect(correctionsSchema.safeParse({ ...noCorrections, roles: [said] }).success).toBe(false);
  },
);

import { expect, test } from 'vitest';
import type { FileReport } from '../../shared/model.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { findState, wordFile } from './word-file.ts';

const report: FileReport = {
  file: 'a.txt',
  sha256: null,
  format: 'plain-dump',
  encoding: 'utf-8',
  confidence: 0.93,
  found: 2,
  new: 2,
  known: 0,
  refused: null,
  warnings: [],
  ledger: null,
  separatorLines: 0,
  articles: [],
  dropped: [],
};
const warning = { code: 'may-be-cut', message: 'It may have been cut off.' } as const;
const refused = { code: 'binary', message: 'This is an image. Your file is untouched.' } as const;

test.each<[string, Partial<FileReport>, string, string]>([
  ['a sure file', {}, 'sure', 'UTF-8, 93 % sure of the split'],
  ['a doubtful split', { confidence: 0.5 }, 'doubt', 'UTF-8, 50 % sure of the split'],
  ['a warning', { warnings: [warning] }, 'doubt', 'It may have been cut off.'],
  ['two warnings', { warnings: [warning, warning] }, 'doubt', 'It may have been cut off. And 1 more warning.'],
  [
    'a file that was read with a dump profile',
    { profile: { id: 'a' as ProfileId, name: 'Delta' } },
    'sure',
    'Read as the files of “Delta” are.',
  ],
  ['all known', { new: 0, known: 2 }, 'sure', 'All here already; each article names both files'],
  ['a refusal', { refused }, 'refuse', 'This is an image. Your file is untouched.'],
])('%s', (_, facts, state, words) => {
  expect(findState({ ...report, ...facts })).toBe(state);
  expect(wordFile({ ...report, ...facts }, false)).toBe(words);
});

test('an opened file counts its warnings, which stand below', () => {
  expect(wordFile({ ...report, warnings: [warning] }, true)).toBe('1 warning');
});

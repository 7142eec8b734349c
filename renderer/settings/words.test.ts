import { expect, test } from 'vitest';
import type { CheckStatus, Problem } from '../../shared/place.ts';
import { wordCheck, wordTask } from './words.ts';

const never: CheckStatus = { running: false, done: 0, total: 2300, finishedAt: null, problems: [] };
const ended: CheckStatus = { ...never, done: 2300, finishedAt: Date.UTC(2026, 10, 25, 12) };
const problem = (repaired: boolean): Problem => ({ code: 'body-damaged', file: 'bodies/a.pack', words: 'x', repaired });

test.each<[string, CheckStatus, string]>([
  ['never', never, 'Not checked yet.'],
  ['running', { ...never, running: true, done: 1200 }, 'Checking: 1,200 of 2,300 files'],
  ['running again', { ...ended, running: true, done: 1 }, 'Checking: 1 of 2,300 files'],
  ['stopped on its way', { ...ended, done: 1200 }, 'Stopped after 1,200 of 2,300 files. It goes on there.'],
  ['all well', ended, 'Checked 2,300 files on 25 November 2026: everything is as it was written'],
  ['one problem', { ...ended, problems: [problem(false)] }, 'Checked 2,300 files on 25 November 2026: 1 problem'],
  [
    'some repaired',
    { ...ended, problems: [problem(false), problem(true), problem(false)] },
    'Checked 2,300 files on 25 November 2026: 3 problems, 1 of them repaired',
  ],
  [
    'all repaired',
    { ...ended, problems: [problem(true), problem(true)] },
    'Checked 2,300 files on 25 November 2026: 2 problems, all repaired',
  ],
])('a check: %s', (_, status, words) => {
  expect(wordCheck(status, 'en-GB')).toBe(words);
});

test('a task names its bytes, where they are known', () => {
  expect(wordTask({ kind: 'move', done: 12_300_000, total: 40_000_000 }, 'en')).toBe(
    'Moving the library: 12.3 MB of 40 MB',
  );
  expect(wordTask({ kind: 'backup', done: 0, total: 0 }, 'en')).toBe('Writing the backup');
});

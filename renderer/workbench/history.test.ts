import { expect, test } from 'vitest';
import { noCorrections } from '../../shared/split.ts';
import { correct, redoCorrection, startHistory, undoCorrection, type Correction } from './history.ts';

function after(...corrections: readonly Correction[]) {
  return corrections.reduce(correct, startHistory(noCorrections));
}

test('splitting where a join was said takes the join back, and the reverse', () => {
  expect(after({ kind: 'join', line: 9 }, { kind: 'split', line: 9 }).now).toMatchObject({ begins: [9], joins: [] });
  expect(after({ kind: 'split', line: 9 }, { kind: 'join', line: 9 }).now).toMatchObject({ begins: [], joins: [9] });
});

test('lines are kept in order and once', () => {
  const { now } = after({ kind: 'split', line: 9 }, { kind: 'split-all', lines: [20, 9, 4] });
  expect(now.begins).toEqual([4, 9, 20]);
});

test('a border that moves is a join, a beginning, and the fields of its article', () => {
  const { now, past } = after(
    { kind: 'field', first: 9, name: 'source', value: 'The Mail' },
    { kind: 'move', from: 9, to: 10 },
  );
  expect(now).toMatchObject({ begins: [10], joins: [9], fields: [{ first: 10, name: 'source', value: 'The Mail' }] });
  expect(past).toHaveLength(2);
});

test('the latest word on a field counts, and one for all replaces those for single articles', () => {
  const one = { kind: 'field', first: 1, name: 'date', value: '2024-08-26' } as const;
  const other = { ...one, name: 'place', value: 'Lisbon' } as const;
  expect(after(one, other, { ...one, value: '2024-08-27' }).now.fields).toEqual([
    { first: 1, name: 'place', value: 'Lisbon' },
    { first: 1, name: 'date', value: '2024-08-27' },
  ]);
  expect(after(one, other, { ...one, first: null }).now.fields.map(({ first, name }) => [first, name])).toEqual([
    [1, 'place'],
    [null, 'date'],
  ]);
});

test('each step is undone and done again; a new one ends what could be done again', () => {
  const history = after({ kind: 'split', line: 4 }, { kind: 'encoding', encoding: 'windows-1256' });
  const back = undoCorrection(history);
  expect(back.now).toEqual({ ...noCorrections, begins: [4] });
  expect(redoCorrection(back)).toEqual(history);
  expect(correct(back, { kind: 'join', line: 4 }).future).toEqual([]);
  expect(undoCorrection(undoCorrection(undoCorrection(back))).now).toEqual(noCorrections);
});

test('what changes nothing is no step', () => {
  expect(after({ kind: 'split', line: 4 }, { kind: 'split', line: 4 }).past).toHaveLength(1);
  expect(after({ kind: 'move', from: 4, to: 4 }).past).toHaveLength(0);
});

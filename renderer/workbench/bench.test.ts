import { expect, test } from 'vitest';
import { ReaderError } from '../../shared/errors.ts';
import type { LineRange } from '../../shared/model.ts';
import { noCorrections, type Corrections, type SplitView } from '../../shared/split.ts';
import { createBench } from './bench.ts';
import { makeView } from './test-view.ts';

const text = ['one', 'two', '', 'three', 'four', '', 'five', '', 'six'];

const toBegin = (line: number): number => (line <= 2 ? 1 : line <= 5 ? 4 : line <= 7 ? 7 : 9);

/** A parser that finds one border, at line 4, and cuts only between paragraphs. */
function parse(corrections: Corrections): SplitView {
  const found = [4].filter((line) => !corrections.joins.includes(line));
  const begins = [...new Set([1, ...found, ...corrections.begins.map(toBegin)])].sort((a, b) => a - b);
  const ranges = begins.map((line, index): LineRange => [line, (begins[index + 1] ?? text.length + 2) - 2]);
  return makeView(ranges, { corrections });
}

function openBench() {
  const asked: Corrections[] = [];
  const changes: boolean[] = [];
  const bench = createBench({
    view: parse(noCorrections),
    read: async (corrections) => {
      asked.push(corrections);
      if (corrections.encoding === 'euc-jp') throw new ReaderError('invalid-input', 'It is no such text.');
      return parse(corrections);
    },
    readNear: async () => ({ first: 1, lines: text }),
    onChange: (isChanged) => changes.push(isChanged),
  });
  const begins = () => bench.store.get().view.articles.map(({ lines }) => lines?.[0]);
  return { bench, asked, changes, begins, said: () => bench.store.get().said };
}

test('a split is shown, said with its line, and can be lost', async () => {
  const { bench, begins, said, changes } = openBench();
  expect(await bench.wish({ kind: 'split', line: 7 })).toBe(7);
  expect(begins()).toEqual([1, 4, 7]);
  expect(said()).toBe('Split at line 7: 3 articles');
  expect(changes.at(-1)).toBe(true);
  await bench.wish({ kind: 'undo' });
  expect(said()).toBe('Undone: 2 articles');
  expect(changes.at(-1)).toBe(false);
});

test('a split on a blank line or within a paragraph can be joined again by the line where it is shown', async () => {
  const { bench, begins } = openBench();
  expect(await bench.wish({ kind: 'split', line: 6 })).toBe(7);
  expect(await bench.wish({ kind: 'join', line: 8 })).toBe(7);
  expect(begins()).toEqual([1, 4]);
});

test('a split where an article begins keeps the border from doubt, once', async () => {
  const { bench, said } = openBench();
  expect(await bench.wish({ kind: 'split', line: 4 })).toBe(4);
  expect(await bench.wish({ kind: 'split', line: 4 })).toBeNull();
  expect(said()).toBe('An article begins at line 4 already');
});

test('the first article has no border to join or to move', async () => {
  const { bench, asked, said } = openBench();
  expect(await bench.wish({ kind: 'join', line: 2 })).toBeNull();
  expect(said()).toMatch(/first article begins with the file/);
  expect(await bench.wish({ kind: 'shift', line: 2, direction: 1 })).toBeNull();
  expect(asked).toEqual([]);
});

test('a border moves on over blank lines and out of a paragraph, as one step, and back', async () => {
  const { bench, begins, said } = openBench();
  expect(await bench.wish({ kind: 'shift', line: 5, direction: 1 })).toBe(7);
  expect(begins()).toEqual([1, 7]);
  expect(said()).toBe('Border moved to line 7: 2 articles');
  expect(bench.store.get().history.past).toHaveLength(1);
  expect(await bench.wish({ kind: 'shift', line: 7, direction: -1 })).toBe(4);
  expect(begins()).toEqual([1, 4]);
});

test('what was set for an article goes with its border, also where that stands at another line than was asked', async () => {
  const { bench } = openBench();
  await bench.wish({ kind: 'field', first: 4, name: 'source', value: 'The Mail' });
  expect(await bench.wish({ kind: 'move', from: 4, to: 6 })).toBe(7);
  expect(bench.store.get().history.now.fields).toEqual([{ first: 7, name: 'source', value: 'The Mail' }]);
  expect(bench.store.get().view.corrections.fields).toEqual([{ first: 7, name: 'source', value: 'The Mail' }]);
});

test('what the file cannot be read with is not kept, and why is said', async () => {
  const { bench, said } = openBench();
  await bench.wish({ kind: 'encoding', encoding: 'euc-jp' });
  expect(said()).toBe('Nothing was changed. It is no such text.');
  expect(bench.store.get()).toMatchObject({ isBusy: false, history: { past: [], now: { encoding: null } } });
});

test('wishes that come at once are done one after the other', async () => {
  const { bench, begins } = openBench();
  const lines = await Promise.all([
    bench.wish({ kind: 'shift', line: 4, direction: 1 }),
    bench.wish({ kind: 'shift', line: 7, direction: 1 }),
    bench.wish({ kind: 'undo' }),
  ]);
  expect(lines).toEqual([7, 9, null]);
  expect(begins()).toEqual([1, 7]);
});

test('a correction that is still being tried can be lost, one that was refused cannot', async () => {
  const { bench, changes } = openBench();
  const wish = bench.wish({ kind: 'join', line: 1 });
  await Promise.resolve();
  expect(changes).toEqual([true]);
  await wish;
  expect(changes).toEqual([true, false]);
});

import { expect, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { applySelection, findOpened, nothingChosen, type Selection, type SelectionAction } from './selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as unknown as readonly ArticleId[];
const id = (name: string): ArticleId => name as ArticleId;

function run(...actions: readonly SelectionAction[]): Selection {
  return actions.reduce(applySelection, nothingChosen);
}

test.each<[string, readonly SelectionAction[], string, string | null]>([
  ['a click chooses one', [{ kind: 'choose', id: id('b') }], 'b', 'b'],
  [
    'a second click forgets the first',
    [
      { kind: 'choose', id: id('b') },
      { kind: 'choose', id: id('d') },
    ],
    'd',
    'd',
  ],
  [
    'Ctrl adds',
    [
      { kind: 'choose', id: id('b') },
      { kind: 'toggle', id: id('d') },
    ],
    'b d',
    'd',
  ],
  [
    'Ctrl takes away again',
    [
      { kind: 'choose', id: id('b') },
      { kind: 'toggle', id: id('b') },
    ],
    '',
    'b',
  ],
  [
    'Shift takes all between',
    [
      { kind: 'choose', id: id('b') },
      { kind: 'extend', id: id('d'), ids },
    ],
    'b c d',
    'd',
  ],
  [
    'Shift goes upwards too',
    [
      { kind: 'choose', id: id('d') },
      { kind: 'extend', id: id('b'), ids },
    ],
    'b c d',
    'b',
  ],
  [
    'a second Shift starts from the same anchor',
    [
      { kind: 'choose', id: id('c') },
      { kind: 'extend', id: id('e'), ids },
      { kind: 'extend', id: id('a'), ids },
    ],
    'a b c',
    'a',
  ],
  ['Shift without anchor chooses one', [{ kind: 'extend', id: id('c'), ids }], 'c', 'c'],
  [
    'all are all, and the focus stays',
    [
      { kind: 'choose', id: id('c') },
      { kind: 'all', ids },
    ],
    'a b c d e',
    'c',
  ],
  [
    'Esc keeps the one with the focus',
    [{ kind: 'choose', id: id('c') }, { kind: 'all', ids }, { kind: 'only-focus' }],
    'c',
    'c',
  ],
  ['Esc without focus keeps none', [{ kind: 'all', ids }, { kind: 'only-focus' }], '', null],
  [
    'Ctrl+arrow moves the focus alone',
    [
      { kind: 'choose', id: id('a') },
      { kind: 'focus', id: id('c') },
    ],
    'a',
    'c',
  ],
])('%s', (_, actions, chosen, focus) => {
  const selection = run(...actions);
  expect([...selection.chosen].join(' ')).toBe(chosen);
  expect(selection.focus).toBe(focus);
});

test('an anchor that left the list makes Shift choose one', () => {
  const selection = run({ kind: 'choose', id: id('gone') }, { kind: 'extend', id: id('b'), ids });
  expect([...selection.chosen]).toEqual(['b']);
});

test('only a single chosen article is opened', () => {
  expect(findOpened(nothingChosen)).toBeNull();
  expect(findOpened(run({ kind: 'choose', id: id('b') }))).toBe('b');
  expect(findOpened(run({ kind: 'all', ids }))).toBeNull();
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportId } from '../../../shared/model.ts';
import { moveHistory, type History, type StepMark } from './history.ts';
import { shared } from './shared-state.ts';

const mark: fc.Arbitrary<StepMark> = fc.oneof(
  fc.constant({ way: 'do' as const, label: 'do' }),
  fc.constantFrom({ way: 'undo' as const }, { way: 'redo' as const }),
);

test('undo and redo move one step each; what is new clears what could be redone', () => {
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      const history: History = { done: [], undone: [] };
      for (const [sequence, each] of marks.entries()) {
        const [done, undone] = structuredClone([history.done, history.undone] as const);
        moveHistory(history, each, { sequence });
        if (each.way === 'do') {
          done.push({ label: 'do', sequence });
          undone.length = 0;
        } else {
          const [from, to] = each.way === 'undo' ? [done, undone] : [undone, done];
          const step = from.pop();
          if (step !== undefined) to.push(step);
        }
        expect(history).toEqual({ done, undone });
      }
    }),
  );
});

test('an import in many parts is one step, named by its first change', () => {
  const history: History = { done: [], undone: [] };
  const importId = 'a' as ImportId;
  for (const sequence of [3, 4, 5]) moveHistory(history, { way: 'do', label: 'import' }, { sequence, importId });
  expect(history.done).toEqual([{ label: 'import', sequence: 3, importId }]);
});

test('keeps the last 2,000 steps', () => {
  const history: History = { done: [], undone: [] };
  for (let sequence = 1; sequence <= 2100; sequence += 1) moveHistory(history, { way: 'do', label: '' }, { sequence });
  expect([history.done.length, history.done[0]?.sequence, history.done.at(-1)?.sequence]).toEqual([2000, 101, 2100]);
});

test('states that are equal are one in memory, and stay equal to what they stand for', () => {
  for (const read of [true, false]) {
    for (const starred of [true, false]) {
      for (const trashed of [true, false]) {
        const state = { read, starred, trashed, tags: [] };
        expect(shared(state)).toEqual(state);
        expect(shared({ ...state })).toBe(shared(state));
      }
    }
  }
  const tagged = { read: true, starred: false, trashed: false, tags: ['war'] };
  expect(shared(tagged)).toBe(tagged);
});

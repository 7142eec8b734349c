import { expect, test } from 'vitest';
import { findBenchAction, type BenchAction, type BenchKey } from './keys.ts';

const plain = { alt: false, shift: false, mod: false };

test.each<[string, Partial<BenchKey>, BenchAction | null]>([
  ['ArrowDown', {}, { kind: 'go', by: 1 }],
  ['ArrowUp', { alt: true }, { kind: 'border', direction: -1 }],
  ['ArrowDown', { shift: true }, { kind: 'move-border', direction: 1 }],
  ['ArrowDown', { shift: true, alt: true }, null],
  ['ArrowDown', { mod: true }, null],
  ['Home', {}, { kind: 'go', by: -Infinity }],
  ['End', {}, { kind: 'go', by: Infinity }],
  ['PageUp', {}, { kind: 'page', direction: -1 }],
  ['Enter', {}, { kind: 'split' }],
  ['s', {}, { kind: 'split' }],
  ['S', {}, { kind: 'split' }],
  ['S', { shift: true }, null],
  ['s', { mod: true }, null],
  ['j', {}, { kind: 'join' }],
  ['n', {}, { kind: 'doubt', direction: 1 }],
  ['P', {}, { kind: 'doubt', direction: -1 }],
  ['f', {}, { kind: 'field' }],
  ['Enter', { mod: true }, { kind: 'accept' }],
  ['Enter', { mod: true, shift: true }, null],
  ['z', { mod: true }, { kind: 'undo' }],
  ['Z', { mod: true, shift: true }, { kind: 'redo' }],
  ['y', { mod: true }, { kind: 'redo' }],
  ['Escape', {}, { kind: 'close' }],
  ['F6', {}, null],
])('%s with %j', (key, modifiers, expected) => {
  expect(findBenchAction({ ...plain, ...modifiers, key })).toEqual(expected);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumberColumn } from './number-column.ts';

const edges = [7, 15, 31, 32, 53].flatMap((bits) => [2 ** bits - 1, 2 ** bits, -(2 ** bits), -(2 ** bits) - 1]);

test('every number comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...edges), fc.integer(), fc.maxSafeNat(), fc.double({ noNaN: true }))),
      (numbers) => {
        // Zero has no sign in JSON either.
        expect(Array.from(createNumberColumn(numbers), (each) => each + 0)).toEqual(numbers.map((each) => each + 0));
      },
    ),
  );
});

test.each([
  [[0, 127, -128], Int8Array],
  [[128], Int16Array],
  [[-32_769], Int32Array],
  [[2 ** 31], Float64Array],
  [[0.5], Float64Array],
])('%j takes no more than it needs', (numbers, kind) => {
  expect(createNumberColumn(numbers)).toBeInstanceOf(kind);
});

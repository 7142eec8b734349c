import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsSchema, toColumns } from './columns.ts';
import { headArbitrary } from './test-heads.ts';
import { headAt, toTyped } from './typed-columns.ts';

test('heads as columns and back are the same heads, also by way of the disk', () => {
  fc.assert(
    fc.property(fc.array(headArbitrary, { maxLength: 12 }), (heads) => {
      const columns = toTyped(columnsSchema.parse(JSON.parse(JSON.stringify(toColumns(heads)))));
      expect(heads.map((_, row) => headAt(columns, row))).toEqual(heads);
    }),
  );
});

test('a row that is not there is never made up, and a column that is too short or missing is refused', () => {
  fc.assert(
    fc.property(headArbitrary, fc.constantFrom(...Object.keys(columnsSchema.shape)), (head, name) => {
      const columns = toColumns([head]);
      expect(() => headAt(toTyped(columns), 1)).toThrow('nothing at 1');
      expect(() => toTyped({ ...columns, [name]: undefined })).toThrow(`${name} of heads`);
      if (name === 'more') return;
      // Names may be missing where nothing points to them, which no head does.
      expect(() => headAt(toTyped({ ...columns, [name]: [] }), 0)).toThrow('of heads');
    }),
  );
});

test('a head that was never found is refused', () => {
  fc.assert(
    fc.property(headArbitrary, (head) => {
      expect(() => toColumns([{ ...head, found: [] }])).toThrow('without a find');
    }),
  );
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsSchema, headAt, toColumns } from './columns.ts';
import { headArbitrary } from './test-heads.ts';

test('heads as columns and back are the same heads, also by way of the disk', () => {
  fc.assert(
    fc.property(fc.array(headArbitrary, { maxLength: 12 }), (heads) => {
      const columns = columnsSchema.parse(JSON.parse(JSON.stringify(toColumns(heads))));
      expect(heads.map((_, row) => headAt(columns, row))).toEqual(heads);
    }),
  );
});

test('a row that is not there, or of which a column is too short, is never made up', () => {
  fc.assert(
    fc.property(headArbitrary, fc.constantFrom(...Object.keys(columnsSchema.shape)), (head, name) => {
      const columns = toColumns([head]);
      expect(() => headAt(columns, 1)).toThrow('no row 1');
      if (name === 'more') return;
      // A text that is null points nowhere; all others need their column.
      expect(() => headAt({ ...columns, [name]: [] }, 0)).toThrow('no row 0');
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

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextColumn } from './text-column.ts';

const texts = fc.array(
  fc.oneof(
    fc.constantFrom('', 'a', '\ud83d', '\ude00', '😀', '“élan”', 'خبر', '\0', 'a\nb'),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary-ascii' }),
  ),
);

test('every text comes back as it was, and is known again', () => {
  fc.assert(
    fc.property(texts, fc.string(), (column, other) => {
      const made = createTextColumn(column);
      expect(column.map((_, row) => made.at(row))).toEqual(column);
      expect(made.at(column.length)).toBeUndefined();
      for (const [row, text] of column.entries()) {
        expect(made.isAt(row, text)).toBe(true);
        expect(made.isAt(row, other)).toBe(other === text);
        for (const each of column) expect(made.isAt(row, each)).toBe(each === text);
      }
      expect(made.isAt(column.length, other)).toBe(false);
    }),
  );
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseColumns, spellColumns } from './column-lines.ts';
import { toColumns } from './columns.ts';
import { headArbitrary } from './test-heads.ts';

test('columns come back as they were, by line, by another reader of JSON, and from one line', () => {
  fc.assert(
    fc.property(fc.array(headArbitrary, { maxLength: 8 }), (heads) => {
      const columns = toColumns(heads);
      const text = spellColumns(columns);
      expect(text.split('\n')).toHaveLength(Object.keys(columns).length + 2);
      expect(JSON.parse(text)).toEqual(columns);
      expect(parseColumns(Buffer.from(`${text}\n`))).toEqual(columns);
      expect(parseColumns(Buffer.from(`${JSON.stringify(columns)}\n`))).toEqual(columns);
    }),
  );
});

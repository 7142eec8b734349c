/* Heads of articles made up at random, for tests. */

import * as fc from 'fast-check';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import { compareFound, type Found, type Head } from './state.ts';

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from({ length: 16 }, (_, digit) => digit.toString(16))),
    minLength: length,
    maxLength: length,
  });
const line = fc.integer({ min: 1, max: 1e6 });
const found: fc.Arbitrary<Found> = fc.record({
  importId: fc
    .constantFrom('000000001-aaaaaaaa', '000000002-bbbbbbbb', '000000003-cccccccc')
    .map((id) => id as ImportId),
  file: fc.nat(3),
  place: fc.nat(3),
  lines: fc.option(fc.tuple(line, line)),
});
const text = fc.oneof(fc.constantFrom('Reuters', 'AFP', '', '新华社'), fc.string({ unit: 'grapheme' }));

export const headArbitrary: fc.Arbitrary<Head> = fc.record({
  id: hex(24).map((id) => id as ArticleId),
  title: text,
  source: fc.option(text),
  sourceInferred: fc.boolean(),
  date: fc.option(fc.constantFrom('2024-09-05', '2024-09-05T10:00')),
  language: fc.option(fc.constantFrom('en', 'ar')),
  direction: fc.constantFrom('ltr', 'rtl'),
  words: fc.nat(),
  body: fc.record({ pack: fc.constantFrom('a-0', 'b-1'), offset: fc.nat(), length: fc.nat(), sum: hex(8) }),
  found: fc
    .uniqueArray(found, { minLength: 1, maxLength: 4, comparator: (a, b) => compareFound(a, b) === 0 })
    .map((finds) => finds.sort(compareFound)),
});

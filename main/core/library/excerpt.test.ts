import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/model.ts';
import { excerptOf } from './excerpt.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', line: 1, text });

test.each<[string, Block[], string]>([
  ['all of a short text', [paragraph('One.'), paragraph('Two\n three.')], 'One. Two three.'],
  ['text rather than headings', [{ kind: 'heading', line: 1, text: 'Part one' }, paragraph('Begun.')], 'Begun.'],
  ['nothing of nothing', [], ''],
])('is %s', (_, blocks, excerpt) => {
  expect(excerptOf(blocks)).toBe(excerpt);
});

test('is cut between words', () => {
  const excerpt = excerptOf([paragraph('word '.repeat(100))]);
  expect(excerpt).toMatch(/^(word )+word…$/);
});

test('is never longer than 240 characters and never cuts a character in two', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 600 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      const excerpt = excerptOf(texts.map(paragraph));
      expect(excerpt.length).toBeLessThanOrEqual(240);
      expect(excerpt.isWellFormed()).toBe(true);
    }),
  );
});

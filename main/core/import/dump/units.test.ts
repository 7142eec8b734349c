import { expect, test } from 'vitest';
import { toLines } from './lines.ts';
import { toUnits, type Unit } from './units.ts';

/** Wrapped at 60 columns by a program that splits words. */
const wrapped = `
The council of the port voted on Monday evening for a govern-
ment of the harbour by its own pilots, who had asked for the
right to do so since the spring, and it named the very well-
known captain from Kelso, who served the old government over
a decade, as head of the pilots, though he is not well-known
in the town and had to ask where to find the house of the co-
operative, in which the pilots had met since last winter and
in which they will go on meeting until their own building is
ready, which nobody expects before the end of the next year.
`
  .trim()
  .split('\n');

const read = (texts: readonly string[]) => unitsOf(texts).map(({ text }) => text);

function unitsOf(texts: readonly string[]): readonly Unit[] {
  return toUnits(toLines({ lineCount: texts.length, rawLine: (index) => texts[index] ?? '', isClean: false }));
}

test('joins the halves of a word that stands whole elsewhere', () => {
  const text = read(wrapped).join(' | ');
  expect(text).toContain('for a government of the harbour');
});

test('keeps a hyphen that the file writes elsewhere, and one it does not know', () => {
  const text = read(wrapped).join(' | ');
  expect(text).toContain('the very well-known captain');
  expect(text).toContain('house of the co-operative');
});

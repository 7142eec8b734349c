import { expect, test } from 'vitest';
import { parseFile } from './parse-file.ts';

/* Texts that make a careless pattern run away. Time is measured against plain text of the same size in the same run. */

const size = 200_000;
const fill = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
const number = (write: (index: number) => string) => {
  let text = '';
  for (let index = 1; text.length < size; index += 1) text += write(index);
  return text;
};
const plain = number(
  (index) => `The council of town ${index} voted on Monday to keep the ferry running all winter.\n\n`,
);

async function timeOf(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  const start = performance.now();
  await parseFile(bytes, 'any.txt');
  return performance.now() - start;
}

/** Far above what any of them takes; a pattern that runs away takes thousands of times as long. */
const generous = 60;

test.each([
  ['one line of rule marks', fill('-')],
  ['one line of rule marks with blanks', fill('*   ')],
  ['numbered lines', number((index) => `${index}. Line\n`)],
  ['labels', number((index) => `Title: ${index}\n`)],
  ['nested brackets', fill('(') + fill(')')],
  ['blanks', `a${fill(' ')}b`],
  ['columns of blanks', fill('a  b   ')],
  ['alternating scripts', fill('aعбあ한א')],
  ['halves of words', fill('half-\nword ')],
])('reads %s in a time like that of plain text', async (_what, text) => {
  await timeOf(plain);
  const usual = await timeOf(plain);
  expect(await timeOf(text)).toBeLessThan((usual + 20) * generous * (text.length / plain.length));
});

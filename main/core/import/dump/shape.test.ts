import { expect, test } from 'vitest';
import { createSourceText } from '../source-text.ts';
import { measureGaps } from './gaps.ts';
import { toLines } from './lines.ts';
import { findNumbering } from './numbering.ts';
import { toPieces } from './pieces.ts';
import { findShape } from './shape.ts';
import { findStamps } from './stamps.ts';
import { toUnits } from './units.ts';

const P =
  'The council met on Monday evening to speak about the bridge, the school and the price of bread, and it agreed on two.';
const [A, B] = ['Bridge Opens After a Long Winter', 'School Finds a Room for Everyone'];

/** The shape of the piece that begins at a line (1-based). */
function shapeAt(lines: readonly string[], line: number) {
  const text = lines.join('\n');
  const source = createSourceText(text, Buffer.from(text));
  if (source === undefined) throw new Error('text and bytes disagree');
  const { pieces } = toPieces(toUnits(toLines(source)), null);
  const measured = {
    pieces,
    gaps: measureGaps(pieces),
    numbering: findNumbering(pieces),
    stamps: findStamps(pieces),
    isCut: false,
  };
  const { cue, look } = findShape(
    measured,
    pieces.findIndex(({ unit }) => unit.first === line - 1),
  );
  return [cue, look];
}

test.each([
  ['a counter without its numbers', [A, P, 'Document 12 of 120', B, P], 4, ['counter', 'document 0 of 0']],
  ['a counter in another script', [A, P, '文档 2/12', B, P], 4, ['counter', '文档 0/0']],
  ['a counter and a rule', [A, P, '-----', 'Document 2 of 12', B, P], 5, ['counter', 'document 0 of 0']],
  ['a label', [`Title: ${A}`, P, `Headline: ${B}`, P], 3, ['label', 'headline']],
  ['a label in brackets', [`【标题】${A}`, P, `【标题】${B}`, P], 3, ['label', '标题']],
  ['a number', [`1. ${A}`, P, '', `2. ${B}`, P], 4, ['number', '0.']],
  ['a number in brackets', [`[1/9] ${A}`, P, '', `[2/9] ${B}`, P], 4, ['number', '[0/0]']],
  ['a number out of sequence', [A, P, '', `(31) ${B}`, P], 4, ['number', '(0)']],
  ['a number below its section', [`1. ${A}`, P, '', 'Report', `2. ${B}`, P], 4, ['number', '0.']],
  ['a numbered headline below its section', [`1. ${A}`, P, '', 'Report', `2. ${B}`, P], 5, ['headline', '']],
  ['a form feed', [A, P, '\f', B, P], 4, ['form-feed', '']],
  ['a short rule', [A, P, '---', B, P], 4, ['rule', '-']],
  ['a long rule', [A, P, '-'.repeat(40), B, P], 4, ['rule', '-+']],
  ['a rule of stars with blanks', [A, P, '* * *', B, P], 4, ['rule', '* ']],
  ['a heading', [`# ${A}`, P, `# ${B}`, P], 3, ['heading', '1']],
  ['a heading of the second level', [`# ${A}`, P, `## ${B}`, P], 3, ['heading', '2']],
  ['blank lines', [A, '', P, '', P, '', '', '', B, '', P], 9, ['blank-run', '3']],
  ['no more blank lines than anywhere', [A, '', P, '', P, '', B, '', P], 7, ['headline', '']],
  ['a headline said again', [A, '', P, '', B, '', B, '', P], 5, ['repeat', '']],
  ['a caption', [A, '', P, '', B, '', 'The lamps at dusk (AP)', '', P], 5, ['caption', '']],
  ['a byline before a date', [A, '', P, '', B, '', '26 August 2024', '', 'By Ann Roe', '', P], 5, ['byline', '']],
  ['a dateline', [A, '', P, '', B, '', `WINDHAVEN (AP) - ${P}`], 5, ['dateline', '']],
  ['a date', [A, '', P, '', B, '', '26 August 2024', '', P], 5, ['date', '']],
])('%s', (_, lines, line, shape) => {
  expect(shapeAt(lines, line)).toEqual(shape);
});

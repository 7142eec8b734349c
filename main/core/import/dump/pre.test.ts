import { expect, test } from 'vitest';
import { toLines } from './lines.ts';
import { toUnits } from './units.ts';

const above = 'The poem begins as a complaint about the new bridge, and it ends so too:\n\n';

function isKept(text: string): boolean {
  const texts = `${above}${text}`.split('\n');
  const units = toUnits(toLines({ lineCount: texts.length, rawLine: (index) => texts[index] ?? '', isClean: false }));
  return units.some(({ pre }) => pre);
}

test.each([
  [true, 'a table', '1  Harriers   38  80\n2  Rovers     38  77\n3  Ashgrove   38  64'],
  [true, 'a table of tabs', 'Year\tRiders\n2022\t2385\n2023\t2276'],
  [
    true,
    'an indented stanza',
    'They have hung a road on iron thread\n    Where I have pulled my oar,\nAnd those that feared the river bed\n    Need fear it now no more.',
  ],
  [true, 'a couplet', 'Whoever finds this, shut the door,\nThere is a draught along the floor.'],
  [false, 'a signature', 'Geraldine Fosse\nChurch Row'],
  [false, 'labels', 'LENGTH:   214 words\nSECTION:  News\nDATE:     1 May 2020'],
  [false, 'sentences with two blanks between', 'He came.  He saw.\nShe left.  She wept.\nThey sat.  They ate.'],
  [
    false,
    'a contents page',
    'Drainage board sells its windmill   2\nSkylarks return to the airfield   3\nThree rules for a boat owner   5',
  ],
])('keeps the lines: %s, of %s', (kept, _what, text) => {
  expect(isKept(text)).toBe(kept);
});

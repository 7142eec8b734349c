import { expect, test } from 'vitest';
import { type Judged, judgeBorders, strainDumps, writeCalibration } from './calibration.ts';
import { parseMarked } from './marked.ts';
import { encodeText } from './encode.ts';

const source = `% language en
% shape two articles with a heading in the first
@ title=Bridge opens | language=en
T	Bridge opens
.	
P	The bridge was opened on Monday.
.	
H	What it cost
.	
P	Nobody knows.
.	
.	
.	
@ title=School closes | language=en
T	School closes
.	
P	The school was closed on Monday.
`;
const { text, gold } = parseMarked(source, 'a.marked');
const found = (line: number, confidence: number, taken = true) => ({ line, cue: 'rule', confidence, taken }) as const;

test('judges what was taken, what was possible and what was missed', () => {
  const taken = judgeBorders({ articles: [], borders: [found(1, 0.97), found(5, 0.6), found(11, 0.9)] }, gold);
  expect(taken).toEqual([
    { confidence: 0.6, answer: 'taken', right: false, single: false },
    { confidence: 0.9, answer: 'taken', right: true, single: false },
  ]);
  expect(judgeBorders({ articles: [], borders: [found(11, 0.4, false)] }, gold)).toMatchObject([
    { answer: 'possible', right: true },
  ]);
  expect(judgeBorders({ articles: [], borders: [] }, gold)).toMatchObject([{ answer: 'missed', right: true }]);
});

test('counts them by how sure they are', () => {
  const judged: readonly Judged[] = [
    { confidence: 0.97, answer: 'taken', right: true, single: false },
    { confidence: 0.92, answer: 'taken', right: false, single: false },
    { confidence: 0.4, answer: 'possible', right: true, single: false },
    { confidence: 0.1, answer: 'possible', right: false, single: true },
    { confidence: 0, answer: 'missed', right: true, single: false },
  ];
  const rows = writeCalibration(judged, { single: 4 })
    .split('\n')
    .map((row) => row.split(/ {2,}/));
  expect(rows).toContainEqual(['taken, 0.95 to 1', '1', '1', '1.000']);
  expect(rows).toContainEqual(['sure: at least 0.9', '2', '1', '0.500']);
  expect(rows).toContainEqual(['not taken, of these possible', '2', '1', '0.500']);
  expect(rows).toContainEqual(['possible in files of one article, by file', '1', '4', '0.250']);
});

test('puts room above headings, where no article begins', () => {
  const dump = { group: 'tuned', name: 'a', text, bytes: encodeText(text), gold } as const;
  const [roomy] = strainDumps([dump]);
  expect(roomy?.text.lines.slice(4, 8)).toEqual(['', '', 'What it cost', '']);
  expect(roomy?.gold.articles.map(({ lines }) => lines)).toEqual([
    [1, 9],
    [13, 15],
  ]);
});

/* What a marked file says that can be meant, but is more often a slip: a field that stands nowhere in its article. */

import type { FieldName } from '../../shared/model.ts';
import { cleanText, textKey } from './gold.ts';
import { type MarkedLine, type Problem, readLines } from './marked-lines.ts';

/** Fields that are read as they were typed. A date and a language are not. */
const typedFields: readonly FieldName[] = [
  'title',
  'subtitle',
  'byline',
  'agency',
  'dateline',
  'place',
  'source',
  'section',
  'url',
];

/** Finds fields and captions that do not stand in the lines they are said to be read from. */
export function findDoubts(source: string): readonly Problem[] {
  const { lines } = readLines(source, () => undefined);
  const doubts: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'open') doubts.push(...doubtFields(line, lines.slice(index + 1)));
    if (line.kind !== 'caption') continue;
    const above = textOf(lines.slice(0, index).filter((one) => one.kind === 'line' && one.role === 'C'));
    for (const part of [line.media.caption, line.media.credit ?? ''])
      if (!holds(above, part)) doubts.push({ at: line.at, sentence: `“${part}” does not stand in a “C” line above.` });
  }
  return doubts;
}

function doubtFields(opening: MarkedLine & { kind: 'open' }, after: readonly MarkedLine[]): readonly Problem[] {
  const end = after.findIndex((line) => line.kind === 'open' || line.kind === 'close');
  const text = textOf(end === -1 ? after : after.slice(0, end));
  const { at, fields, inferred } = opening;
  const names = typedFields.filter((name) => !inferred.includes(name) && !holds(text, fields.get(name) ?? ''));
  const doubts = names.map((name) => ({ at, sentence: `The ${name} does not stand in the article as it is given.` }));
  const { place = '', dateline = place } = Object.fromEntries(fields);
  return holds(dateline, place) ? doubts : [...doubts, { at, sentence: 'The place does not stand in the dateline.' }];
}

function textOf(lines: readonly MarkedLine[]): string {
  return lines.flatMap((line) => ('raw' in line ? [cleanText(line.raw)] : [])).join('\n');
}

/** A value that was wrapped, or put together from two lines, holds where its words do. */
function holds(text: string, value: string): boolean {
  const [inText, inValue] = [text, value].map((part) => textKey(part.replaceAll('\n', ' ')));
  if (
    inText?.includes(inValue ?? '') === true ||
    inText?.replaceAll(' ', '').includes((inValue ?? '').replaceAll(' ', ''))
  )
    return true;
  const words = (inValue ?? '').split(/[\s,;·|–-]+/);
  return words.length > 1 && words.every((word) => inText?.includes(word));
}

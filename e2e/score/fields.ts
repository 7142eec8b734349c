/* What the head of an article says, against what it should. */

import type { Media, ParsedArticle } from '../../shared/model.ts';
import { type GoldArticle, fieldNames, textKey } from './gold.ts';
import type { FieldKey, Finds, Verdict } from './tally.ts';

/** Compares fields and captions. Without an answer everything there is to say is missing. */
export function compareHead(gold: GoldArticle, answer: ParsedArticle | undefined, finds: Finds): void {
  const [line] = gold.lines;
  for (const name of fieldNames) judge({ field: name, line, gold: gold.fields[name], answer: answer?.[name] }, finds);
  const left = [...(answer?.media ?? [])];
  for (const media of gold.media) {
    const found = takeMedia(left, media);
    for (const part of mediaParts)
      judge({ field: part, line: media.line, gold: media[part] || null, answer: found?.[part] }, finds);
  }
  for (const media of left)
    for (const part of mediaParts) judge({ field: part, line: media.line, gold: null, answer: media[part] }, finds);
}

const mediaParts = ['caption', 'credit', 'qualifier'] as const;

/** The answer to a caption: read from the same line, or with the same words. Takes it from those that are left. */
function takeMedia(left: Media[], media: Media): Media | undefined {
  const byLine = left.findIndex((one) => one.line === media.line && isSame('caption', one.caption, media.caption));
  const byText = left.findIndex((one) => isSame('caption', one.caption, media.caption));
  const byPlace = left.findIndex((one) => one.line === media.line);
  const index = [byLine, byText, byPlace].find((one) => one !== -1);
  return index === undefined ? undefined : left.splice(index, 1)[0];
}

type Question = {
  readonly field: FieldKey;
  readonly line: number;
  readonly gold: string | null;
  readonly answer: string | null | undefined;
};

function judge({ field, line, gold, answer = null }: Question, { count, fault }: Finds): void {
  const given = answer === '' ? null : answer;
  const verdict = toVerdict(field, gold, given);
  count(`${field} ${verdict}`);
  if (verdict === 'right' || verdict === 'nothing') return;
  fault({ kind: `${field} ${verdict}`, line, gold, answer: given });
}

function toVerdict(field: FieldKey, gold: string | null, answer: string | null): Verdict {
  if (gold === null) return answer === null ? 'nothing' : 'invented';
  if (answer === null) return 'missing';
  return isSame(field, gold, answer) ? 'right' : 'wrong';
}

function isSame(field: FieldKey, gold: string, answer: string): boolean {
  return field === 'date' ? isSameDate(gold, answer) : textKey(gold) === textKey(answer);
}

/** The day must be the same. A time may be left out, but where both tell one it must be the same. */
function isSameDate(gold: string, answer: string): boolean {
  const [one, other] = [gold, answer].map((date) => date.split('T'));
  if (one?.[0] !== other?.[0]) return false;
  return one?.[1] === undefined || other?.[1] === undefined || one[1].slice(0, 5) === other[1].slice(0, 5);
}

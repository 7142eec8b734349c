/* What a comparison counts, so that the counts of many files add up. */

import { type FieldName } from '../../shared/model.ts';
import { fieldNames } from './gold.ts';

export type FieldKey = FieldName | 'caption' | 'credit' | 'qualifier';
export const fieldKeys: readonly FieldKey[] = [...fieldNames, 'caption', 'credit', 'qualifier'];

/** `invented` is an answer where the gold has none; `nothing` is rightly no answer. */
export type Verdict = 'right' | 'wrong' | 'invented' | 'missing' | 'nothing';

export type Counter =
  | 'files'
  | 'articles'
  | 'exact'
  | 'single-article files'
  | 'over-split'
  | 'conserved'
  | 'borders to find'
  | 'borders answered'
  | 'borders strict'
  | 'borders near'
  | 'texts to find'
  | 'texts found'
  | 'texts of the right kind'
  | 'texts answered'
  | 'texts of noise'
  | 'drops right'
  | 'drops for another reason'
  | 'drops missed'
  | 'drops false'
  | `${FieldKey} ${Verdict}`;
export type Tally = ReadonlyMap<Counter, number>;

/** One thing that came out otherwise. `line` is a line of the dump, 0 where it is about the whole. */
export type Fault = {
  readonly kind: string;
  readonly line: number;
  readonly gold: string | null;
  readonly answer: string | null;
};

/** Takes what a comparison finds. */
export type Finds = {
  readonly count: (counter: Counter, by?: number) => void;
  readonly fault: (fault: Fault) => void;
};

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = new Map<Counter, number>();
  for (const tally of tallies)
    for (const [counter, number] of tally) sum.set(counter, (sum.get(counter) ?? 0) + number);
  return sum;
}

export type Rates = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/** How well borders were found, to the line or within two lines. Nothing to find and nothing answered is all right. */
export function rateBorders(tally: Tally, how: 'strict' | 'near'): Rates {
  const found = tally.get(`borders ${how}`) ?? 0;
  const precision = share(found, tally.get('borders answered') ?? 0, 1);
  const recall = share(found, tally.get('borders to find') ?? 0, 1);
  return { precision, recall, f1: share(2 * precision * recall, precision + recall, 0) };
}

export function rate(tally: Tally, part: Counter, whole: Counter, empty: number): number {
  return share(tally.get(part) ?? 0, tally.get(whole) ?? 0, empty);
}

/** Answers that are wrong, and values that were invented, per article. */
export function rateWrong(tally: Tally, field: FieldKey): number {
  return share(
    (tally.get(`${field} wrong`) ?? 0) + (tally.get(`${field} invented`) ?? 0),
    tally.get('articles') ?? 0,
    0,
  );
}

/** Right answers among those that there are to be found. */
export function rateRight(tally: Tally, field: FieldKey): number {
  const right = tally.get(`${field} right`) ?? 0;
  return share(right, right + (tally.get(`${field} wrong`) ?? 0) + (tally.get(`${field} missing`) ?? 0), 1);
}

function share(part: number, whole: number, empty: number): number {
  return whole === 0 ? empty : part / whole;
}

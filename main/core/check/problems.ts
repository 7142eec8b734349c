/* The problems a check has found: the first thousand, and how many more. */

import type { Problem } from '../../../shared/place.ts';
import { countOf } from '../../../shared/words.ts';

export type Problems = {
  readonly kept: readonly Problem[];
  /** Those beyond: how many, and how many of them were not repaired. */
  readonly more: number;
  readonly moreLeft: number;
};

const KEPT = 1000;
export const noProblems: Problems = { kept: [], more: 0, moreLeft: 0 };

export function addProblem({ kept, more, moreLeft }: Problems, problem: Problem): Problems {
  if (kept.length < KEPT) return { kept: [...kept, problem], more, moreLeft };
  return { kept, more: more + 1, moreLeft: moreLeft + Number(!problem.repaired) };
}

/** With a last one that says how many more there are. */
export function listProblems({ kept, more, moreLeft }: Problems): readonly Problem[] {
  const last = kept.at(-1);
  if (more === 0 || last === undefined) return kept;
  const words = `${countOf(more, 'more problem')} ${more === 1 ? 'was' : 'were'} found, ${more - moreLeft} of them repaired.`;
  return [...kept, { code: last.code, file: null, words, repaired: moreLeft === 0 }];
}

/* A hundred thousand read articles need one state, not a hundred thousand. */

import type { ArticleState } from '../../../shared/model.ts';

const states = new Map<number, ArticleState>();

/** The state that stands for all that are equal to this one; a state with tags stays its own. */
export function shared(state: ArticleState): ArticleState {
  if (state.tags.length > 0) return state;
  const key = Number(state.read) + 2 * Number(state.starred) + 4 * Number(state.trashed);
  const known = states.get(key) ?? state;
  states.set(key, known);
  return known;
}

/*
 * States follow the text when a file is split in another way: what was done to an article that is gone holds for those
 * that have its lines now.
 */

import type { ArticleId, ArticleState, LineRange } from '../../../shared/model.ts';

export type Placed = { readonly id: ArticleId; readonly lines: LineRange | null };
export type PlacedState = Placed & { readonly state: ArticleState };

/**
 * The states of articles that came, by those of articles that went. One that was cut gives its state to every part. Where
 * several became one, it is read or in the trash only if all of them were, starred if any was, and has all their tags.
 * What the new one had before (it was in the library once) is kept as well.
 */
export function followStates(
  gone: readonly PlacedState[],
  come: readonly PlacedState[],
): readonly (readonly [ArticleId, ArticleState])[] {
  return come.flatMap(({ id, lines, state }) => {
    const from = gone.filter((each) => overlap(each.lines, lines)).map((each) => each.state);
    return from.length === 0 ? [] : [[id, unite(state, from)] as const];
  });
}

function unite(own: ArticleState, from: readonly ArticleState[]): ArticleState {
  return {
    read: own.read || from.every(({ read }) => read),
    starred: own.starred || from.some(({ starred }) => starred),
    trashed: own.trashed || from.every(({ trashed }) => trashed),
    tags: [...new Set([own, ...from].flatMap(({ tags }) => tags))].sort(),
  };
}

function overlap(a: LineRange | null, b: LineRange | null): boolean {
  return a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];
}

/* What a change does to the states on screen before the core has answered, and how to take it back. */

import type { ArticleId, ArticleState } from '../../shared/model.ts';

export type StatePatch = {
  readonly read?: boolean | undefined;
  readonly starred?: boolean | undefined;
  readonly trashed?: boolean | undefined;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
};

/** The state after a patch. Answers the same object when nothing changed. */
export function applyPatch<State extends ArticleState>(state: State, patch: StatePatch): State {
  const read = patch.read ?? state.read;
  const starred = patch.starred ?? state.starred;
  const trashed = patch.trashed ?? state.trashed;
  const tags = patchTags(state.tags, patch);
  const isSame = read === state.read && starred === state.starred && trashed === state.trashed && tags === state.tags;
  return isSame ? state : { ...state, read, starred, trashed, tags };
}

function patchTags(tags: readonly string[], { add = [], remove = [] }: StatePatch): readonly string[] {
  const missing = add.filter((tag) => !tags.includes(tag));
  const kept = tags.filter((tag) => !remove.includes(tag));
  if (missing.length === 0 && kept.length === tags.length) return tags;
  return [...new Set([...kept, ...missing])].sort();
}

/** What states were before a patch: only the fields that the patch touches, so that a later change survives. */
export type Before = { readonly id: ArticleId; readonly state: Partial<ArticleState> };

export function findBefore(id: ArticleId, state: ArticleState, patch: StatePatch): Before {
  return {
    id,
    state: {
      ...(patch.read === undefined ? {} : { read: state.read }),
      ...(patch.starred === undefined ? {} : { starred: state.starred }),
      ...(patch.trashed === undefined ? {} : { trashed: state.trashed }),
      ...(patch.add === undefined && patch.remove === undefined ? {} : { tags: state.tags }),
    },
  };
}

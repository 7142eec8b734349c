/* Which articles are chosen, as in a file manager. Pure: state and action in, state out. */

import type { ArticleId } from '../../shared/model.ts';

export type Selection = {
  /** The row the keys move from. */
  readonly focus: ArticleId | null;
  /** Where a range with Shift begins. */
  readonly anchor: ArticleId | null;
  readonly chosen: ReadonlySet<ArticleId>;
};

export const nothingChosen: Selection = { focus: null, anchor: null, chosen: new Set() };

export type SelectionAction =
  | { readonly kind: 'choose'; readonly id: ArticleId }
  | { readonly kind: 'focus'; readonly id: ArticleId }
  | { readonly kind: 'toggle'; readonly id: ArticleId }
  | { readonly kind: 'extend'; readonly id: ArticleId; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'all'; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'only-focus' }
  | { readonly kind: 'none' };

export function applySelection(selection: Selection, action: SelectionAction): Selection {
  switch (action.kind) {
    case 'choose':
      return { focus: action.id, anchor: action.id, chosen: new Set([action.id]) };
    case 'focus':
      return { ...selection, focus: action.id };
    case 'toggle':
      return { focus: action.id, anchor: action.id, chosen: toggled(selection.chosen, action.id) };
    case 'extend':
      return extended(selection, action.id, action.ids);
    case 'all':
      return { ...selection, chosen: new Set(action.ids) };
    case 'only-focus':
      return selection.focus === null
        ? nothingChosen
        : applySelection(selection, { kind: 'choose', id: selection.focus });
    case 'none':
      return nothingChosen;
  }
}

/** The article to show: the one that is chosen, if it is one. */
export function findOpened(selection: Selection): ArticleId | null {
  if (selection.chosen.size !== 1) return null;
  const [only] = selection.chosen;
  return only ?? null;
}

function toggled(chosen: ReadonlySet<ArticleId>, id: ArticleId): ReadonlySet<ArticleId> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Everything between the anchor and `id`; the anchor stays, so that a second Shift+click starts from it again. */
function extended(selection: Selection, id: ArticleId, ids: readonly ArticleId[]): Selection {
  const anchor = selection.anchor ?? id;
  const from = ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from === -1 || to === -1) return applySelection(selection, { kind: 'choose', id });
  const chosen = new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { focus: id, anchor, chosen };
}

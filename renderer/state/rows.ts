/*
 * The rows a list shows, by id. They are fetched in pages as they come into view, patched at once when something is
 * marked, and kept until the library changes.
 */

import type { ArticleId, ArticleRow, ArticleState } from '../../shared/model.ts';
import type { Call } from '../transport/client.ts';
import { applyPatch, findBefore, type Before, type StatePatch } from './patches.ts';

const pageSize = 200;

export type Rows = {
  readonly get: (id: ArticleId) => ArticleRow | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches those that are not here yet. Rejects when the core refuses. */
  readonly want: (ids: readonly ArticleId[]) => Promise<void>;
  /** Changes states at once; answers what they were. */
  readonly patch: (ids: Iterable<ArticleId>, patch: StatePatch) => readonly Before[];
  /** Sets fields of states, as an event or a rollback says. */
  readonly put: (id: ArticleId, state: Partial<ArticleState>) => void;
  /** Forgets everything, so that what is shown is fetched again. */
  readonly forget: () => void;
};

export function createRows(call: Call): Rows {
  let known = new Map<ArticleId, ArticleRow>();
  let asked = new Set<ArticleId>();
  const listeners = new Set<() => void>();
  const emit = (): void => {
    for (const listener of listeners) listener();
  };

  async function fetchPage(ids: readonly ArticleId[]): Promise<void> {
    const askedThen = asked;
    try {
      const rows = await call('articles.rows', { ids: [...ids] });
      if (askedThen !== asked) return;
      for (const row of rows) known.set(row.id, row);
      // What the library does not hold may come back with a redo, and is asked again then.
      for (const id of ids) if (!known.has(id)) asked.delete(id);
      emit();
    } catch (error) {
      for (const id of ids) askedThen.delete(id);
      throw error;
    }
  }

  return {
    get: (id) => known.get(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async want(ids) {
      const missing = ids.filter((id) => !asked.has(id));
      for (const id of missing) asked.add(id);
      const pages = Array.from({ length: Math.ceil(missing.length / pageSize) }, (_, page) =>
        missing.slice(page * pageSize, (page + 1) * pageSize),
      );
      await Promise.all(pages.map(fetchPage));
    },
    patch(ids, patch) {
      const before: Before[] = [];
      for (const id of ids) {
        const row = known.get(id);
        if (row === undefined) continue;
        const next = applyPatch(row, patch);
        if (next === row) continue;
        before.push(findBefore(id, row, patch));
        known.set(id, next);
      }
      if (before.length > 0) emit();
      return before;
    },
    put(id, state) {
      const row = known.get(id);
      if (row === undefined) return;
      known.set(id, { ...row, ...state });
      emit();
    },
    forget() {
      known = new Map();
      asked = new Set();
      emit();
    },
  };
}

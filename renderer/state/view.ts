/* What the window shows: which list, or which import report or the settings, and in a narrow window which pane. */

import type { ImportId } from '../../shared/model.ts';
import type { Query } from '../../shared/query.ts';
import type { SplitFile } from './split.ts';

export type View = {
  readonly query: Query;
  /** Counts up each time a list is entered: a list is fetched once per visit. */
  readonly visit: number;
  /** The import whose report stands in place of list and article. */
  readonly report: ImportId | null;
  /** The file whose split stands in place of all panes. */
  readonly workbench: Workbench | null;
  /** The settings stand in place of all panes. */
  readonly settings: boolean;
  /** Which pane a window below 600 px shows. */
  readonly pane: 'list' | 'article';
  /** In a narrow window: the sidebar lies over the list. */
  readonly sidebarOpen: boolean;
};

export type Workbench = SplitFile & {
  /** Where to begin; null: at the first border in doubt. */
  readonly line: number | null;
  /** Something was corrected and is not accepted yet. */
  readonly isChanged: boolean;
};

export const firstView: View = {
  query: { kind: 'all' },
  visit: 0,
  report: null,
  workbench: null,
  settings: false,
  pane: 'list',
  sidebarOpen: false,
};

export function isSameQuery(a: Query, b: Query): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the head of a list says. */
export function nameQuery(query: Query, importName?: string): string {
  switch (query.kind) {
    case 'all':
      return 'All articles';
    case 'unread':
      return 'Unread';
    case 'starred':
      return 'Starred';
    case 'trash':
      return 'Trash';
    case 'source':
      return query.name ?? 'Source not found';
    case 'tag':
      return query.name;
    case 'import':
      return importName ?? 'Import';
  }
}

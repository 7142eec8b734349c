import { useSyncExternalStore } from 'react';
import type { ArticleId } from '../../shared/model.ts';
import { useApp, type App } from './app.ts';
import { useStore } from './store.ts';
import { isTrashed } from './trash.ts';

/** What the chosen articles have in common; with none chosen everything is false. */
export function useChosenState(): {
  readonly count: number;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  readonly isTrashed: boolean;
} {
  const app = useApp();
  const { chosen } = useStore(app.selection);
  const summary = useSyncExternalStore(app.rows.subscribe, () => summarise(app, chosen));
  const has = (letter: string): boolean => summary.includes(letter);
  return { count: chosen.size, isRead: has('r'), isStarred: has('s'), isTrashed: has('t') };
}

/** A string, so that an unchanged answer is the same value. */
function summarise(app: App, chosen: ReadonlySet<ArticleId>): string {
  let isRead = chosen.size > 0;
  let isStarred = chosen.size > 0;
  let areTrashed = chosen.size > 0;
  for (const id of chosen) {
    const row = app.rows.get(id);
    isRead &&= row?.read === true;
    isStarred &&= row?.starred === true;
    areTrashed &&= isTrashed(app, id);
    if (!isRead && !isStarred && !areTrashed) break;
  }
  return `${isRead ? 'r' : ''}${isStarred ? 's' : ''}${areTrashed ? 't' : ''}`;
}

/** Tags of the chosen articles with how many of them have each, as far as their rows are here. */
export function countTags(app: App): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of app.selection.get().chosen) {
    for (const tag of app.rows.get(id)?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

import { useCallback, useSyncExternalStore } from 'react';
import type { Overview } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { countTags } from '../state/chosen-state.ts';
import { useOverview } from '../state/library.ts';
import { markArticles } from '../state/marks.ts';
import { useStore } from '../state/store.ts';
import { addedWords, removedWords } from './tag-words.ts';

type Tagging = {
  /** Tags of the chosen articles, with how many have each. */
  readonly present: ReadonlyMap<string, number>;
  readonly count: number;
  readonly tags: Overview['tags'];
  /** Gives the tag to all that lack it. */
  readonly add: (tag: string) => void;
  readonly remove: (tag: string) => void;
};

const noTags: Overview['tags'] = [];

export function useTagging(): Tagging {
  const app = useApp();
  const { chosen } = useStore(app.selection);
  const tags = useOverview()?.tags ?? noTags;
  // A string is compared by what it says: the map is made anew only when a tag came or went.
  const snapshot = useCallback(() => JSON.stringify([...countTags(app)]), [app]);
  const present = new Map(JSON.parse(useSyncExternalStore(app.rows.subscribe, snapshot)) as [string, number][]);
  const remove = (tag: string): void =>
    void markArticles(app, { ids: [...chosen], patch: { remove: [tag] }, past: removedWords(tag) });
  return {
    present,
    count: chosen.size,
    tags,
    remove,
    add(tag) {
      if (present.get(tag) === chosen.size) return;
      void markArticles(app, { ids: [...chosen], patch: { add: [tag] }, past: addedWords(tag) });
    },
  };
}

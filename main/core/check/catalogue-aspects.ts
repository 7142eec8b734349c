/* What a catalogue is made of, to be compared place by place with another. */

import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import type { Catalogue } from '../library/state.ts';

type Aspect = {
  /** What a place of it is called in a sentence. */
  readonly word: string;
  readonly keys: (catalogue: Catalogue) => Iterable<string>;
  readonly read: (catalogue: Catalogue, key: string) => unknown;
};

export const aspects = {
  imports: {
    word: 'the import',
    keys: ({ imports }) => imports.keys(),
    read: ({ imports }, key) => imports.get(key as ImportId),
  },
  removed: {
    word: 'the removed import',
    keys: ({ removed }) => removed.keys(),
    read: ({ removed }, key) => removed.get(key as ImportId),
  },
  colours: {
    word: 'the tag',
    keys: ({ colours }) => colours.keys(),
    read: ({ colours }, key) => colours.get(key),
  },
  profiles: {
    word: 'the dump profile',
    keys: ({ profiles }) => profiles.keys(),
    read: ({ profiles }, key) => profiles.get(key as ProfileId),
  },
  history: { word: 'the steps of undo', keys: () => ['history'], read: ({ history }) => history },
  heads: {
    word: 'the article',
    *keys({ heads }) {
      for (const { id } of heads.values()) yield id;
    },
    read: ({ heads }, key) => heads.get(key as ArticleId),
  },
  states: {
    word: 'the marks of the article',
    *keys({ states }) {
      for (const [id] of states.entries()) yield id;
    },
    read: ({ states }, key) => states.get(key as ArticleId),
  },
} as const satisfies Record<string, Aspect>;

export type AspectName = keyof typeof aspects;
export type Place = { readonly aspect: AspectName; readonly key: string };

const names = Object.keys(aspects) as AspectName[];

export function* placesOf(catalogue: Catalogue): Generator<Place> {
  for (const aspect of names) for (const key of aspects[aspect].keys(catalogue)) yield { aspect, key };
}

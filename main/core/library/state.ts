/*
 * The catalogue: all that is known of a library but the texts themselves. It is the one document lowdb holds. Its
 * leaves (a head, a state, an import) are never changed but replaced, so that a shallow copy is a picture of a moment.
 */

import type {
  ArticleId,
  ArticleState,
  Direction,
  ImportId,
  ImportSummary,
  LineRange,
  Sha256,
} from '../../../shared/model.ts';
import type { Span } from '../../../shared/span.ts';
import type { KeptProfile, ProfileId } from '../../../shared/profile.ts';
import type { Corrections } from '../../../shared/split.ts';
import type { RecordRef } from '../store/bodies.ts';
import { createArticleTable, type ArticleTable, type Heads, type States } from './article-table.ts';
import type { History } from './history.ts';

/** Where an article was found: file and place count from 0 within the import. */
export type Found = {
  readonly importId: ImportId;
  readonly file: number;
  readonly place: number;
  readonly lines: LineRange | null;
};

/** What a list needs of an article; the rest is in its body. `found` is sorted and never empty. */
export type Head = {
  readonly id: ArticleId;
  readonly title: string;
  readonly source: string | null;
  readonly sourceInferred: boolean;
  readonly date: string | null;
  readonly language: string | null;
  readonly direction: Direction;
  readonly words: number;
  readonly body: RecordRef;
  readonly found: readonly Found[];
};

/** A file of an import; `original` is null for one that was refused. */
export type ImportedFile = {
  readonly file: string;
  readonly original: Sha256 | null;
  readonly encoding: string | null;
  /** The part of the original that this is, where that is too large to be read at once. */
  readonly span?: Span;
  /** What a person said of its split, in the kinds there were then; it is read with it whenever it is read again. */
  readonly corrections?: Partial<Corrections>;
  /** The profile that was found to fit when it was imported; it is read with that unless the corrections say otherwise. */
  readonly profile?: ProfileId;
};

/** One drop. The reports on its files are too big for memory and lie in the packs. */
export type ImportRecord = {
  readonly summary: ImportSummary;
  readonly files: readonly ImportedFile[];
  readonly reports: readonly RecordRef[];
};

/** An import that was undone: what it takes to bring it back. The heads hold its own finds only. */
export type RemovedImport = { readonly record: ImportRecord; readonly heads: readonly Head[] };

export type Catalogue = {
  readonly articles: ArticleTable;
  readonly heads: Heads;
  /** Articles that were read, starred, tagged or put in the trash, whether the library holds them now or not. */
  readonly states: States;
  /** Colour 1 to 8 of every tag there ever was, in the order in which they were first used. */
  readonly colours: Map<string, number>;
  /** All that there ever were: files are read again with the profile that they were read with first. */
  readonly profiles: Map<ProfileId, KeptProfile>;
  readonly imports: Map<ImportId, ImportRecord>;
  /** Which part of the catalogue on disk an import belongs to, for all that were ever there. */
  readonly importGroups: Map<ImportId, number>;
  readonly removed: Map<ImportId, RemovedImport>;
  readonly history: History;
  /** Keys of the parts on disk that are not as they are here. */
  readonly dirty: Set<string>;
};

export const untouched: ArticleState = { read: false, starred: false, trashed: false, tags: [] };

export function createCatalogue(): Catalogue {
  const dirty = new Set<string>();
  const articles = createArticleTable((part, rack) => void dirty.add(part === 'orphans' ? part : rackKey(part, rack)));
  return {
    articles,
    heads: articles.heads,
    states: articles.states,
    colours: new Map(),
    profiles: new Map(),
    imports: new Map(),
    importGroups: new Map(),
    removed: new Map(),
    history: { done: [], undone: [] },
    dirty,
  };
}

/** `heads-0003`: the key of a part that is one of many. */
export function rackKey(part: string, number: number): string {
  return `${part}-${String(number).padStart(4, '0')}`;
}

export function stateOf(catalogue: Catalogue, id: ArticleId): ArticleState {
  return catalogue.states.get(id) ?? untouched;
}

/** Where a find stands among others. */
export type FoundPlace = Pick<Found, 'importId' | 'file' | 'place'>;

/** Order of finds: by import, then file, then place. Ids of imports sort by time. */
export function compareFound(a: FoundPlace, b: FoundPlace): number {
  if (a.importId !== b.importId) return a.importId < b.importId ? -1 : 1;
  return a.file - b.file || a.place - b.place;
}

/* An import under way: what is done of it, and the part that is being gathered. */

import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { ImportSource } from '../import/parsed.ts';
import type { HeldFile } from './held.ts';
import type { ReadFile } from './take-in.ts';

export type Sources = Iterable<ImportSource> | AsyncIterable<ImportSource>;

export type Job = {
  readonly id: ImportId;
  readonly importedAt: number;
  readonly sources: Sources;
  readonly name: string | undefined;
  /** Aborted, it ends at once, without the file at hand. */
  readonly stop: AbortController;
  /** It ends after the file at hand. */
  isEnding: boolean;
};
export type Run = {
  readonly job: Job;
  readonly name: string;
  readonly startedAt: number;
  /** Parts and files that are on disk. */
  parts: number;
  files: number;
  first: ArticleId | null;
  /** Its only file, which is not stored before a person has seen the split. */
  held: HeldFile | undefined;
  /** The part being gathered: its files in order, how many articles they have, since when. */
  gathered: Promise<ReadFile>[];
  articles: number;
  since: number;
  /** The part before, until it is on disk: undefined when it is, else what it failed with. */
  writing: Promise<{ readonly error: unknown } | undefined>;
};

export function createRun(job: Job, name: string, now: number): Run {
  const nothing = { parts: 0, files: 0, first: null, held: undefined, gathered: [], articles: 0 };
  return { job, name, startedAt: now, since: now, ...nothing, writing: Promise.resolve(undefined) };
}

/*
 * Splits a file of an import in another way: reads its original again with what a person said of it, shows what that
 * gives, and puts it in the place of what was there, as one change.
 */

import { randomBytes } from 'node:crypto';
import { ReaderError } from '../../../shared/errors.ts';
import type { Article, ArticleId, FileReport, ImportId } from '../../../shared/model.ts';
import { isCorrected } from '../../../shared/is-corrected.ts';
import { completeCorrections, type Corrections, type SplitView } from '../../../shared/split.ts';
import type { Parsed } from '../import/parsed.ts';
import type { ReportsRecord } from '../library/body.ts';
import type { Library } from '../library/library.ts';
import { repairPack } from '../library/rescue.ts';
import type { Catalogue, Found, ImportedFile, ImportRecord } from '../library/state.ts';
import type { Bodies } from '../store/bodies.ts';
import type { ParseAgain } from './read-original.ts';
import { toResplit, type Place, type Written } from './to-resplit.ts';
import { takeIn, toArticles, type Taken } from './take-in.ts';
import { toSplitView } from './split-view.ts';
import { writeTexts } from './write-bodies.ts';

export type SplitRequest = {
  readonly importId: ImportId;
  /** Number of the file in its import, from 0. */
  readonly fileNumber: number;
  /** Null: those that the file was split with last. */
  readonly corrections: Corrections | null;
};

export type Splitter = {
  /**
   * Reads the file and keeps nothing. Refuses with `not-found`, with `damaged` where the original is, and with `invalid-input`
   * where it cannot be read so.
   */
  readonly view: (request: SplitRequest) => Promise<SplitView>;
  /** Keeps the split. Answers how many articles the file has now. */
  readonly accept: (request: SplitRequest) => Promise<number>;
};

export type SplitterOptions = {
  readonly library: Pick<Library, 'catalogue' | 'resplit' | 'inTurn'>;
  readonly bodies: Bodies;
  readonly parseAgain: ParseAgain;
};

type Read = { readonly outcome: Parsed; readonly articles: readonly Article[] };

export function createSplitter({ library, bodies, parseAgain }: SplitterOptions): Splitter {
  const { catalogue } = library;

  async function read({ importId, fileNumber, corrections: given }: SplitRequest) {
    const record = catalogue.imports.get(importId);
    const imported = record?.files[fileNumber];
    if (record === undefined || imported === undefined || imported.original === null) {
      throw new ReaderError('not-found', 'The library does not hold this file.');
    }
    const corrections = given ?? completeCorrections(imported.corrections);
    const result = await parseAgain(imported, corrections);
    if (!('bytes' in result)) throw new ReaderError('invalid-input', result.outcome.refused.message);
    const { outcome, identities } = result;
    return { record, imported, corrections, outcome, articles: toArticles(outcome, identities) };
  }

  async function acceptNow(request: SplitRequest): Promise<number> {
    const { record, imported, corrections, outcome, articles } = await read(request);
    const place = { id: request.importId, file: request.fileNumber };
    const taken = takeFile(catalogue, place, { outcome, articles });
    const written = await write({ record, place, taken });
    const { corrections: _old, ...plain } = imported;
    const now: ImportedFile = { ...plain, encoding: outcome.encoding };
    const after = isCorrected(corrections) ? { ...now, corrections } : now;
    await library.resplit(() => toResplit(catalogue, place, { taken, written, imported: after }));
    return articles.length;
  }

  /** The texts, and the report in its place among those that were written with it. */
  async function write({ record, place, taken }: Writing): Promise<Written> {
    const { index, reports, first } = await findReports(bodies, record, place.file);
    const [report] = taken.reports;
    if (report === undefined) throw new Error('a file that was read has no report');
    const { id, name } = record.summary;
    const last: ReportsRecord = {
      reports: reports.with(place.file - first, report),
      import: { id, name, firstFile: first },
    };
    const pack = `${repairPack}${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
    const written = await writeTexts(bodies, pack, { articles: taken.added.map(({ article }) => article), last });
    if (written.report === null) throw new Error('the report has no place in its pack');
    return { bodies: written.bodies, report: written.report, reportNumber: index };
  }

  return {
    async view(request) {
      const { corrections, outcome, articles } = await read(request);
      return toSplitView(request, { corrections, outcome, articles });
    },
    // Articles must not come and go between reading the file and saying what becomes of them.
    accept: (request) => library.inTurn(() => acceptNow(request)),
  };
}

type Writing = { readonly record: ImportRecord; readonly place: Place; readonly taken: Taken };

/** What the library holds from elsewhere is known; the file's own articles are written anew, because their fields may differ. */
function takeFile({ heads }: Catalogue, { id, file }: Place, read: Read): Taken {
  const isElsewhere = (found: Found): boolean => found.importId !== id || found.file !== file;
  const isHeld = (article: ArticleId): boolean => {
    const found = heads.get(article)?.found ?? [];
    return found.length > 0 && found.every(isElsewhere);
  };
  return takeIn([read], file, { importId: id, isHeld });
}

type Reports = {
  readonly index: number;
  /** Number of the file that the first of them is about. */
  readonly first: number;
  readonly reports: readonly FileReport[];
};

/** The reports that were written with that of a file. Refuses with `damaged` where they cannot be read: a check repairs them. */
async function findReports(bodies: Bodies, record: ImportRecord, file: number): Promise<Reports> {
  let next = 0;
  for (const [index, ref] of record.reports.entries()) {
    const { reports, import: origin } = (await bodies.read(ref)) as ReportsRecord;
    const first = origin?.firstFile ?? next;
    next = first + reports.length;
    if (file >= first && file < next) return { index, first, reports };
  }
  throw new ReaderError('damaged', 'The report on this file is missing. Check and repair the library first.');
}

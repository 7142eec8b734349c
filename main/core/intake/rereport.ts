/* Reports on imported files that are damaged on disk, made again from the dropped files. */

import { randomBytes } from 'node:crypto';
import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, FileReport, ImportId } from '../../../shared/model.ts';
import { wordRefusal } from '../../../shared/words.ts';
import type { ReportsRecord } from '../library/body.ts';
import type { Library } from '../library/library.ts';
import { repairPack } from '../library/rescue.ts';
import { compareFound, type Catalogue, type Found, type ImportedFile, type ImportRecord } from '../library/state.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';
import type { ParseAgain } from './read-original.ts';
import { findRecord } from './reread.ts';
import { takeIn, toArticles, type ReadFile } from './take-in.ts';

export type Rereport = {
  /**
   * Writes anew the reports of an import that cannot be read, and those of records that `isWrong` says are not right:
   * for what they say, or for where they lie (a record can be read though its line break is lost). False when an original
   * that is needed is not whole, or when nobody knows any more which files a report was about.
   */
  readonly mend: (id: ImportId, isWrong: (report: FileReport, ref: RecordRef) => boolean) => Promise<boolean>;
};

export type RereportOptions = {
  readonly library: Pick<Library, 'catalogue' | 'moveTexts' | 'inTurn'>;
  readonly bodies: Bodies;
  readonly parseAgain: ParseAgain;
};

type IsWrong = Parameters<Rereport['mend']>[1];

/** The record at a place of an import; `reports` is undefined when it is to be made again. */
type Part = { readonly ref: RecordRef; readonly reports: readonly FileReport[] | undefined; readonly first?: number };
/** Neighbours that are to be made again, as one. */
type Stretch = { readonly refs: readonly RecordRef[]; readonly isGood: boolean; first: number; last: number };

export function createRereport({ library, bodies, parseAgain }: RereportOptions): Rereport {
  async function mendNow(id: ImportId, isWrong: IsWrong): Promise<boolean> {
    const record = findRecord(library.catalogue, id);
    if (record === undefined) return true;
    const parts: Part[] = [];
    for (const ref of record.reports) parts.push(await readReports(bodies, ref, isWrong));
    const stretches = toStretches(parts, record.files.length);
    if (stretches === undefined) return false;
    const reports: RecordRef[] = [];
    for (const stretch of stretches) {
      if (stretch.isGood) reports.push(...stretch.refs);
      else {
        const written = await makeAgain(record, stretch);
        if (written === undefined) return false;
        reports.push(...written);
      }
    }
    await library.moveTexts({ kind: 'reports-moved', id, reports });
    return true;
  }

  /** As many records as there were: their number says how many parts the import has. The first one holds all. */
  async function makeAgain(
    record: ImportRecord,
    { refs, first, last }: Stretch,
  ): Promise<readonly RecordRef[] | undefined> {
    const read: ReadFile[] = [];
    for (const file of record.files.slice(first, last)) {
      const again = await readAgain(file);
      if (again === undefined) return undefined;
      read.push(again);
    }
    const { id, name } = record.summary;
    const start = { importId: id, file: first, place: 0, lines: null };
    const isHeld = (article: ArticleId): boolean => {
      const [earliest] = findFinds(library.catalogue, id, article);
      return earliest !== undefined && compareFound(earliest, start) < 0;
    };
    const { reports } = takeIn(read, first, { importId: id, isHeld });
    const records = refs.map((_, index): ReportsRecord =>
      index === 0
        ? { reports, import: { id, name, firstFile: first } }
        : { reports: [], import: { id, name, firstFile: last } },
    );
    return bodies.write(`${repairPack}${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`, records);
  }

  async function readAgain(imported: ImportedFile): Promise<ReadFile | undefined> {
    const { file, original } = imported;
    if (original === null) return { outcome: { file, refused: wordRefusal('failed', 'the reason is lost') } };
    try {
      const result = await parseAgain(imported);
      if (!('bytes' in result)) return undefined;
      return { outcome: result.outcome, articles: toArticles(result.outcome, result.identities) };
    } catch (error) {
      if (error instanceof ReaderError) return undefined;
      throw error;
    }
  }

  // No part of an import may come between reading its reports and saying where they lie now.
  return { mend: (id, isWrong) => library.inTurn(() => mendNow(id, isWrong)) };
}

/** Where an article was found, as the import has it now: in the library, or kept for when it is brought back. */
function findFinds({ heads, removed }: Catalogue, id: ImportId, article: ArticleId): readonly Found[] {
  const kept = removed.get(id);
  const head = kept === undefined ? heads.get(article) : kept.heads.find((each) => each.id === article);
  return head?.found ?? [];
}

async function readReports(bodies: Bodies, ref: RecordRef, isWrong: IsWrong): Promise<Part> {
  try {
    const record = (await bodies.read(ref)) as Partial<ReportsRecord>;
    const first = record.import === undefined ? {} : { first: record.import.firstFile };
    const isGood = record.reports !== undefined && !record.reports.some((report) => isWrong(report, ref));
    return { ref, reports: isGood ? record.reports : undefined, ...first };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return { ref, reports: undefined };
  }
}

/** Which files each record is about; undefined where that cannot be told. Reports of format 1 do not say it themselves. */
function toStretches(parts: readonly Part[], files: number): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  for (const { ref, reports, first } of parts) {
    const before = stretches.at(-1);
    const isGood = reports !== undefined;
    if (before !== undefined && !isGood && !before.isGood) {
      stretches[stretches.length - 1] = { ...before, refs: [...before.refs, ref] };
      continue;
    }
    const from = first ?? (before === undefined ? 0 : before.last);
    if (before !== undefined && !before.isGood) before.last = from;
    stretches.push({ refs: [ref], isGood, first: from, last: isGood ? from + reports.length : -1 });
  }
  const last = stretches.at(-1);
  if (last !== undefined && !last.isGood) last.last = files;
  settleBackwards(stretches, files);
  return stretches.every((each) => each.first >= 0 && each.last >= each.first) ? stretches : undefined;
}

/** A record that does not say where it begins ends where the next one begins, or with the last file. */
function settleBackwards(stretches: readonly Stretch[], files: number): void {
  let next = files;
  for (const stretch of stretches.toReversed()) {
    if (stretch.isGood && stretch.first < 0) {
      stretch.first = next - (stretch.last - stretch.first);
      stretch.last = next;
    }
    if (!stretch.isGood && stretch.last < 0) stretch.last = next;
    next = stretch.first;
  }
}

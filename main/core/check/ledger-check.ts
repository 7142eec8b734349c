/* The books of an import: every byte of its files is accounted for, and every article its reports name is where they say. */

import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, FileReport, ImportId } from '../../../shared/model.ts';
import { countOf } from '../../../shared/words.ts';
import type { ReportsRecord } from '../library/body.ts';
import type { Catalogue, Found, Head, ImportRecord } from '../library/state.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import { readUnpackedSize } from './unpacked-size.ts';

type Wrong = { readonly report: FileReport; readonly why: string };

/** Reports that cannot be read are said with their pack. */
export async function checkLedgers(context: Context, task: Task, id: ImportId): Promise<void> {
  const wrong = await findWrong(context, task, id);
  if (wrong.length === 0) return;
  const files = new Set(wrong.map(({ report }) => report.sha256));
  if (task.repair) await tryRepair(() => context.rereport.mend(id, ({ sha256 }) => files.has(sha256)));
  const left = task.repair ? new Set((await findWrong(context, task, id)).map(({ report }) => report.file)) : undefined;
  const record = findImport(context.library.catalogue, id);
  for (const { report, why } of wrong) {
    const repaired = left !== undefined && !left.has(report.file);
    const then = repaired
      ? 'The report was made again from the file.'
      : task.repair
        ? 'It could not be made right from the file that was imported.'
        : 'A repair makes the report again from the file.';
    const words = `The report on ${report.file} of the import "${record?.summary.name ?? id}" is wrong: ${why}. ${then}`;
    const file = record?.reports[0] === undefined ? null : `bodies/${record.reports[0].pack}.pack`;
    task.report({ code: 'ledger-wrong', file, words, repaired });
  }
}

async function findWrong(context: Context, { signal, breathe }: Task, id: ImportId): Promise<readonly Wrong[]> {
  const { store, library } = context;
  const wrong: Wrong[] = [];
  let firstFile: number | undefined = 0;
  for (const ref of findImport(library.catalogue, id)?.reports ?? []) {
    signal.throwIfAborted();
    const record = await readReports(context, ref);
    firstFile = record?.import?.firstFile ?? (record === undefined ? undefined : firstFile);
    for (const [index, report] of (record?.reports ?? []).entries()) {
      await breathe();
      const sizes = await wordSizes(store, report, signal);
      const file = firstFile === undefined ? undefined : firstFile + index;
      const why = sizes ?? (file === undefined ? undefined : wordFinds(library.catalogue, { id, file, report }));
      if (why !== undefined) wrong.push({ report, why });
    }
    if (firstFile !== undefined) firstFile += record?.reports.length ?? 0;
  }
  return wrong;
}

async function readReports(
  { store }: Context,
  ref: ImportRecord['reports'][number],
): Promise<ReportsRecord | undefined> {
  try {
    const record = (await store.bodies.read(ref)) as Partial<ReportsRecord>;
    return record.reports === undefined ? undefined : (record as ReportsRecord);
  } catch (error) {
    if (error instanceof ReaderError) return undefined;
    throw error;
  }
}

function findImport({ imports, removed }: Catalogue, id: ImportId): ImportRecord | undefined {
  return imports.get(id) ?? removed.get(id)?.record;
}

/** Why the bytes do not add up; undefined when they do. */
async function wordSizes(
  store: Context['store'],
  { ledger, sha256, span, found, articles }: FileReport,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (found !== articles.length) return `it counts ${countOf(found, 'article')} and names ${articles.length}`;
  if (ledger === null || sha256 === null) return undefined;
  const sum = ledger.articles + ledger.dropped + ledger.separators + ledger.unassigned;
  if (sum !== ledger.bytes) return `its parts have ${countOf(sum, 'byte')} and the whole ${ledger.bytes}`;
  if (ledger.unassigned !== 0) {
    return `${countOf(ledger.unassigned, 'byte')} of the file ${ledger.unassigned === 1 ? 'is' : 'are'} in no part of it`;
  }
  if (span !== undefined) {
    if (span.bytes === ledger.bytes) return undefined;
    return `this part of the file has ${countOf(span.bytes, 'byte')} and the report accounts for ${ledger.bytes}`;
  }
  if ((await readUnpackedSize(store, sha256)) === ledger.bytes) return undefined;
  // The cheap look may be deceived by a damaged file, which is said elsewhere.
  const { state, bytes } = await store.originals.verify(sha256, signal);
  if (state !== 'whole' || bytes === ledger.bytes) return undefined;
  return `the file has ${countOf(bytes, 'byte')} and the report accounts for ${ledger.bytes}`;
}

type Place = { readonly id: ImportId; readonly file: number; readonly report: FileReport };

/** Why the articles of a report are not where it says; undefined when they are. Looks at one moment only. */
function wordFinds(catalogue: Catalogue, { id, file, report }: Place): string | undefined {
  const kept = catalogue.removed.get(id);
  if (kept === undefined && !catalogue.imports.has(id)) return undefined;
  const heads = kept === undefined ? catalogue.heads : keptHeads(kept.heads);
  const missing = report.articles.filter(({ id: article }, place) => {
    const isHere = (found: Found): boolean => found.importId === id && found.file === file && found.place === place;
    return !heads.get(article)?.found.some(isHere);
  });
  if (missing.length === 0) return undefined;
  const [first] = missing;
  return `the library does not know that ${countOf(missing.length, 'article was', 'articles were')} found there ("${first?.title ?? ''}")`;
}

const mapped = new WeakMap<readonly Head[], ReadonlyMap<ArticleId, Head>>();

/** Heads are replaced, never changed: the map of them stays true. */
function keptHeads(heads: readonly Head[]): ReadonlyMap<ArticleId, Head> {
  const known = mapped.get(heads) ?? new Map(heads.map((head) => [head.id, head]));
  mapped.set(heads, known);
  return known;
}

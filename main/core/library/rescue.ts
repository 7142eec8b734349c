/*
 * Finds articles that lie in the packs and that the catalogue does not know: after a crash between pack and journal, or
 * where catalogue and journal were damaged. They are taken in again from what the packs say.
 */

import type { Article, ArticleId, FileReport, ImportId } from '../../../shared/model.ts';
import type { Repair } from '../../../shared/place.ts';
import { countOf } from '../../../shared/words.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';
import type { Originals } from '../store/originals.ts';
import type { Rescue } from '../store/snapshot.ts';
import type { BodyRecord, MoreRecord, ReportsRecord } from './body.ts';
import type { Change, ImportedChange } from './change.ts';
import type { Catalogue, Found, Head, ImportedFile } from './state.ts';

export type Texts = { readonly bodies: Bodies; readonly originals: Originals };

/** Packs of this name hold texts that were written anew; the packs of their imports tell where they belong. */
export const repairPack = 'repair-';
const PACK = /^([0-9a-z]{1,12}-[0-9a-f]{8})-(\d+)$/;

/** `thorough`: something of the catalogue is lost, so every pack is read. Otherwise only those that no import names. */
export async function rescueArticles(
  { bodies, originals }: Texts,
  catalogue: Catalogue,
  thorough: boolean,
): Promise<Rescue<Change>> {
  const changes: Change[] = [];
  const repairs: Repair[] = [];
  const files = new Map<ImportId, number>();
  /** Taken in by a change before: for the next one it is known. */
  const taken = new Set<ArticleId>();
  const isHeld = (id: ArticleId): boolean => catalogue.heads.has(id) || taken.has(id);
  for (const pack of await findPacks(bodies, catalogue, thorough)) {
    const content = await readPack(bodies, pack.name);
    const firstFile = content.reports?.import?.firstFile ?? files.get(pack.id) ?? 0;
    const part = { ...content, ...pack, firstFile };
    if (!thorough && !isWhole(part, isHeld)) continue;
    const change =
      catalogue.imports.has(pack.id) && pack.isKnown ? toMissing(part, isHeld) : toImported(part, catalogue, isHeld);
    files.set(pack.id, firstFile + Math.max(1, content.reports?.reports.length ?? 0));
    if (change === null) continue;
    changes.push(change);
    for (const { id } of change.heads) taken.add(id);
    repairs.push({ words: wordRescue(change, pack.name), lost: false });
  }
  // A pack that a killed process renamed is there, but its name may not be durable; a change will name it now.
  if (changes.length > 0) await bodies.settle();
  const isEmpty = catalogue.heads.size === 0 && catalogue.imports.size === 0 && changes.length === 0;
  return { changes, repairs, hasMore: isEmpty && (await hasWhole(originals)) };
}

/** Dropped files that are damaged as well would only make an empty library look like a sound one. */
async function hasWhole(originals: Originals): Promise<boolean> {
  for (const sha256 of await originals.list()) {
    if ((await originals.verify(sha256)).state === 'whole') return true;
  }
  return false;
}

type Pack = { readonly name: string; readonly id: ImportId; readonly isKnown: boolean };

/** In the order in which they were written. */
async function findPacks(bodies: Bodies, catalogue: Catalogue, thorough: boolean): Promise<readonly Pack[]> {
  const { imports, removed } = catalogue;
  const known = new Set([...imports.values()].flatMap(({ reports }) => reports.map(({ pack }) => pack)));
  // A report that was made again lies elsewhere: then the number of the part says that it is known.
  const isTold = (id: ImportId, part: number): boolean => part < (imports.get(id)?.reports.length ?? 0);
  const packs = (await bodies.list()).flatMap((name) => {
    const [, id, part] = PACK.exec(name) ?? [];
    if (id === undefined) return [];
    const pack = { name, id: id as ImportId, part: Number(part) };
    return [{ ...pack, isKnown: known.has(name) || isTold(pack.id, pack.part) }];
  });
  return packs
    .filter(({ id, isKnown }) => !removed.has(id) && (thorough || !isKnown))
    .sort((a, b) => (a.id === b.id ? a.part - b.part : a.id < b.id ? -1 : 1));
}

type Content = {
  readonly articles: ReadonlyMap<ArticleId, { readonly article: Article; readonly body: RecordRef }>;
  readonly reports: ReportsRecord | undefined;
  readonly reportsAt: RecordRef | null;
};
type Part = Content & Pack & { readonly firstFile: number };

async function readPack(bodies: Bodies, name: string): Promise<Content> {
  const articles = new Map<ArticleId, { readonly article: Article; readonly body: RecordRef }>();
  let reports: ReportsRecord | undefined;
  let reportsAt: RecordRef | null = null;
  for await (const { ref, value } of bodies.scan(name)) {
    const record = value as BodyRecord | MoreRecord | ReportsRecord | undefined;
    if (record === undefined) continue;
    if ('article' in record) articles.set(record.article.id, { article: withoutText(record.article), body: ref });
    else if ('reports' in record) [reports, reportsAt] = [record, ref];
  }
  return { articles, reports, reportsAt };
}

/** A head needs none of it, and a pack may hold much. */
function withoutText(article: Article): Article {
  return { ...article, blocks: [], media: [] };
}

type IsHeld = (id: ArticleId) => boolean;

/**
 * Whether all articles of a part can be had. One that the library held when the part was refused may be gone since, and
 * half a part is worse than none: its originals are still there.
 */
function isWhole({ articles, reports }: Part, isHeld: IsHeld): boolean {
  const found = (reports?.reports ?? []).flatMap((report) => report.articles);
  return found.every(({ id }) => articles.has(id) || isHeld(id));
}

type TakenOver = { readonly kind: 'taken-over'; readonly heads: readonly Head[] };

/** The heads of a known import that the catalogue lacks. */
function toMissing(part: Part, isHeld: IsHeld): TakenOver | null {
  const found = findPlaces(part);
  const missing = [...part.articles.values()].filter(({ article }) => !isHeld(article.id));
  if (missing.length === 0) return null;
  const heads = missing.map(({ article, body }) => toHead(article, body, found.get(article.id) ?? []));
  return { kind: 'taken-over', heads };
}

/** A part of an import that the catalogue knows nothing of. */
function toImported(part: Part, { imports }: Catalogue, isHeld: IsHeld): ImportedChange | null {
  const { id, articles, reports } = part;
  if (reports === undefined && articles.size === 0) return null;
  const found = findPlaces(part);
  const files = (reports?.reports ?? []).map(toFile);
  const added = [...articles.values()].filter(({ article }) => !isHeld(article.id));
  const known = [...found].flatMap(([article, finds]) => {
    const isNew = added.some((each) => each.article.id === article);
    return isHeld(article) || isNew ? finds.slice(isNew ? 1 : 0).map((each) => ({ id: article, found: each })) : [];
  });
  return {
    kind: 'imported',
    id,
    name: reports?.import?.name ?? imports.get(id)?.summary.name ?? files[0]?.file ?? 'Recovered',
    importedAt: Number.parseInt(id.split('-')[0] ?? '', 36),
    tookMs: 0,
    finished: true,
    cancelled: false,
    refused: files.filter(({ original }) => original === null).length,
    files: files.length === 0 ? [{ file: 'Recovered', original: null, encoding: null }] : files,
    // Without one the pack would be met again at every start; a check makes the report anew.
    report: part.reportsAt ?? { pack: part.name, offset: 0, length: 0, sum: '' },
    heads: added.map(({ article, body }) => toHead(article, body, (found.get(article.id) ?? []).slice(0, 1))),
    known,
  };
}

/** Where the reports of a part say that each article was found; none is without a place, also where a report is damaged. */
function findPlaces({ id, firstFile, reports, articles }: Part): Map<ArticleId, Found[]> {
  const places = new Map<ArticleId, Found[]>();
  const add = (article: ArticleId, found: Found): void =>
    void places.set(article, [...(places.get(article) ?? []), found]);
  for (const [index, report] of (reports?.reports ?? []).entries()) {
    for (const [place, { id: article, lines }] of report.articles.entries()) {
      add(article, { importId: id, file: firstFile + index, place, lines });
    }
  }
  for (const [place, article] of [...articles.keys()].entries()) {
    if (!places.has(article)) add(article, { importId: id, file: firstFile, place, lines: null });
  }
  return places;
}

function toHead(article: Article, body: RecordRef, found: readonly Found[]): Head {
  const { id, title, source, date, language, direction, words, inferred } = article;
  return {
    id,
    title,
    source,
    sourceInferred: inferred.includes('source'),
    date,
    language,
    direction,
    words,
    body,
    found,
  };
}

function toFile({ file, sha256, encoding, span }: FileReport): ImportedFile {
  return { file, original: sha256, encoding, ...(span === undefined ? {} : { span }) };
}

function wordRescue({ heads }: ImportedChange | TakenOver, pack: string): string {
  const count = heads.length;
  return `${countOf(count, 'article')} of bodies/${pack}.pack ${count === 1 ? 'was' : 'were'} not in the catalogue and ${count === 1 ? 'was' : 'were'} taken in again.`;
}

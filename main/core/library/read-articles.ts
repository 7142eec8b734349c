/* Reads what the catalogue only points to: bodies, excerpts, reports, originals. */

import { ReaderError } from '../../../shared/errors.ts';
import {
  longestLine,
  longestText,
  type ArticleId,
  type ArticleRow,
  type ArticleView,
  type FileReport,
  type ImportId,
  type ImportReport,
  type Occurrence,
  type OriginalLines,
  type Sha256,
} from '../../../shared/model.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';
import type { Originals } from '../store/originals.ts';
import type { BodyRecord, ReportsRecord } from './body.ts';
import { cutLines, lengthOf, toPieces } from './cut.ts';
import { excerptOf } from './excerpt.ts';
import { firstFound } from './select.ts';
import { stateOf, type Catalogue, type Head, type ImportedFile, type ImportRecord } from './state.ts';

export type ArticleReader = {
  /** Rows for ids in the order asked; an id the library does not hold is left out. A damaged text costs its excerpt only. */
  readonly rows: (ids: readonly ArticleId[]) => Promise<readonly ArticleRow[]>;
  /** Throws `not-found`, or `damaged` when the text is. */
  readonly get: (id: ArticleId) => Promise<ArticleView>;
  /** Throws `not-found`, or `damaged` when a part of it is. */
  readonly report: (id: ImportId) => Promise<ImportReport>;
  /** The same, part by part: that of a large import does not fit well into memory. */
  readonly reports: (id: ImportId) => AsyncGenerator<FileReport>;
  /** `encoding` is another one than that it was read in. */
  readonly originalLines: (asked: AskedLines) => Promise<OriginalLines>;
};

export type AskedLines = {
  readonly sha256: Sha256;
  /** Number of the part, of an original too large to be read at once. */
  readonly part?: number | undefined;
  readonly first: number;
  readonly count: number;
  readonly encoding?: string | undefined;
};

export type HeldLines = { readonly file: string; readonly encoding: string; readonly content: Uint8Array };

export type ArticleReaderOptions = {
  readonly catalogue: Catalogue;
  readonly bodies: Bodies;
  readonly originals: Originals;
  /** Lines of an original as they were decoded when it was imported, `encoding` being the one it was read in. */
  readonly toLines: (bytes: Uint8Array, encoding: string) => readonly string[];
  /** A file that is read and not stored yet. */
  readonly findHeld: (sha256: Sha256) => HeldLines | undefined;
  /** A body whose text is damaged, from an original. Throws `damaged` when that cannot be. */
  readonly reread: (head: Head) => Promise<BodyRecord>;
  readonly log: (line: string, error?: unknown) => void;
};

const EXCERPTS_KEPT = 20_000;

export function createArticleReader(options: ArticleReaderOptions): ArticleReader {
  const { catalogue, bodies, log } = options;
  const excerpts = new Map<ArticleId, string>();
  let lastOriginal: { readonly key: string; readonly lines: readonly string[] } | undefined;

  async function readExcerpt(head: Head): Promise<string> {
    const known = excerpts.get(head.id);
    if (known !== undefined) return known;
    try {
      const excerpt = excerptOf((await readBody(head)).article.blocks);
      if (excerpts.size >= EXCERPTS_KEPT) excerpts.clear();
      excerpts.set(head.id, excerpt);
      return excerpt;
    } catch (error) {
      log(`The text of "${head.title}" could not be read.`, error);
      return '';
    }
  }

  async function readBody(head: Head): Promise<BodyRecord> {
    try {
      return (await bodies.read(head.body)) as BodyRecord;
    } catch (error) {
      if (!(error instanceof ReaderError) || error.code !== 'damaged') throw error;
      log(`The text of "${head.title}" is damaged and is read again from its original.`, error);
      return options.reread(head);
    }
  }

  async function readLines(
    sha256: Sha256,
    encoding: string | null,
    of: ImportedFile | HeldLines,
  ): Promise<readonly string[]> {
    const span = 'span' in of ? of.span : undefined;
    const key = `${sha256} ${span?.number} ${encoding}`;
    if (lastOriginal?.key === key) return lastOriginal.lines;
    const { originals } = options;
    const stored = (): Promise<Buffer> =>
      span === undefined ? originals.get(sha256) : originals.getPart(sha256, span);
    const lines = options.toLines('content' in of ? of.content : await stored(), encoding ?? 'utf-8');
    lastOriginal = { key, lines };
    return lines;
  }

  function recordOf(id: ImportId): ImportRecord {
    const record = catalogue.imports.get(id);
    if (record === undefined) throw new ReaderError('not-found', 'The library does not hold this import.');
    return record;
  }

  async function readReports(ref: RecordRef): Promise<readonly FileReport[]> {
    return ((await bodies.read(ref)) as ReportsRecord).reports;
  }

  return {
    async rows(ids) {
      const heads = ids.map((id) => catalogue.heads.get(id)).filter((head) => head !== undefined);
      return Promise.all(heads.map(async (head) => toRow(catalogue, head, await readExcerpt(head))));
    },
    async get(id) {
      const head = catalogue.heads.get(id);
      if (head === undefined) throw new ReaderError('not-found', 'The library does not hold this article.');
      const { article, hiddenCharacters = 0 } = await readBody(head);
      const [blocks = []] = toPieces(article.blocks, longestText);
      return {
        article: { ...article, blocks },
        hiddenCharacters: hiddenCharacters + lengthOf(article.blocks) - lengthOf(blocks),
        state: stateOf(catalogue, id),
        occurrences: occurrencesOf(catalogue, head),
        importedAt: importedAtOf(catalogue, head),
      };
    },
    async report(id) {
      const { summary, reports } = recordOf(id);
      const parts = await Promise.all(reports.map(readReports));
      return { ...summary, reports: parts.flat() };
    },
    async *reports(id) {
      for (const ref of recordOf(id).reports) yield* await readReports(ref);
    },
    async originalLines({ sha256, part, first, count, encoding }) {
      const held = part === undefined ? options.findHeld(sha256) : undefined;
      const imported = held ?? findOriginal(catalogue, sha256, part);
      if (imported === undefined) throw new ReaderError('not-found', 'The library does not hold this original.');
      const lines = await readLines(sha256, encoding ?? imported.encoding, imported);
      const asked = lines.slice(first - 1, first - 1 + count);
      return { file: imported.file, first, total: lines.length, ...cutLines(asked, first, longestLine) };
    },
  };
}

/** Every place where an article was found, in the order of the imports. */
export function occurrencesOf(catalogue: Catalogue, head: Head): Occurrence[] {
  return head.found.flatMap(({ importId, file: fileNumber, lines }) => {
    const imported = catalogue.imports.get(importId)?.files[fileNumber];
    if (imported === undefined || imported.original === null) return [];
    const { file, original, span } = imported;
    return [{ importId, file, fileNumber, original, ...(span === undefined ? {} : { span }), lines }];
  });
}

export function importedAtOf(catalogue: Catalogue, head: Head): number {
  return catalogue.imports.get(firstFound(head).importId)?.summary.importedAt ?? 0;
}

function toRow(catalogue: Catalogue, head: Head, excerpt: string): ArticleRow {
  const { id, title, source, sourceInferred, date, language, direction, words } = head;
  return {
    ...stateOf(catalogue, id),
    id,
    title,
    excerpt,
    source,
    sourceInferred,
    date,
    language,
    direction,
    importedAt: importedAtOf(catalogue, head),
    words,
  };
}

function findOriginal({ imports }: Catalogue, sha256: Sha256, part?: number): ImportedFile | undefined {
  for (const { files } of imports.values()) {
    const found = files.find(({ original, span }) => original === sha256 && span?.number === part);
    if (found !== undefined) return found;
  }
  return undefined;
}

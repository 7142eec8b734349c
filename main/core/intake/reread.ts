/* Texts that are damaged on disk, read again from the dropped files they came from. */

import { randomBytes } from 'node:crypto';
import { ReaderError } from '../../../shared/errors.ts';
import type { Article, ArticleId, ImportId } from '../../../shared/model.ts';
import { toBodyRecords, type BodyRecord } from '../library/body.ts';
import type { Library } from '../library/library.ts';
import { repairPack } from '../library/rescue.ts';
import type { Catalogue, Head, ImportedFile, ImportRecord } from '../library/state.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';
import type { ParseAgain } from './read-original.ts';
import { toArticles } from './take-in.ts';
import { writeTexts } from './write-bodies.ts';

export type Reread = {
  /** The article from an original of it. Throws `damaged` when none of them gives this text any more. */
  readonly article: (head: Head) => Promise<Article>;
  /** Its body, written anew where the library may be written to, so that this happens once. */
  readonly body: (head: Head) => Promise<BodyRecord>;
  /** Writes the texts of all these articles anew, as one change. Answers those that could not be had. */
  readonly mend: (heads: readonly Head[]) => Promise<readonly Head[]>;
};

export type RereadOptions = {
  readonly library: Pick<Library, 'catalogue' | 'moveTexts'>;
  readonly bodies: Bodies;
  readonly parseAgain: ParseAgain;
  readonly mayWrite: boolean;
  readonly log: (line: string, error?: unknown) => void;
};

export function createReread({ library, bodies, parseAgain, mayWrite, log }: RereadOptions): Reread {
  /** Articles of a damaged pack come from the same few originals, one after the other. */
  let last: { readonly key: string; readonly articles: Promise<ReadonlyMap<ArticleId, Article>> } | undefined;

  async function parse(imported: ImportedFile): Promise<ReadonlyMap<ArticleId, Article>> {
    const result = await parseAgain(imported);
    if (!('bytes' in result)) return new Map();
    return new Map(toArticles(result.outcome, result.identities).map((article) => [article.id, article]));
  }

  async function readOriginal(imported: ImportedFile): Promise<ReadonlyMap<ArticleId, Article>> {
    const key = JSON.stringify([imported.original, imported.span?.number, imported.profile, imported.corrections]);
    const reading = last?.key === key ? last : { key, articles: parse(imported) };
    last = reading;
    try {
      return await reading.articles;
    } catch (error) {
      // It may be whole the next time: dropped again, it is written anew.
      if (last === reading) last = undefined;
      throw error;
    }
  }

  async function findArticle({ id, title, found }: Head): Promise<Article> {
    let cause: unknown;
    for (const { importId, file } of found) {
      const imported = findRecord(library.catalogue, importId)?.files[file];
      if (imported === undefined || imported.original === null) continue;
      try {
        const article = (await readOriginal(imported)).get(id);
        if (article !== undefined) return article;
      } catch (error) {
        if (!(error instanceof ReaderError)) throw error;
        cause = error;
      }
    }
    const message = `The text of "${title}" is damaged on disk and could not be read again from its original.`;
    throw new ReaderError('damaged', message, { cause });
  }

  async function write(articles: readonly Article[]): Promise<void> {
    const pack = `${repairPack}${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
    const places = await writeTexts(bodies, pack, { articles });
    const moved = articles.flatMap(({ id }, index) => toMoved(id, places.bodies[index]));
    await library.moveTexts({ kind: 'bodies-moved', bodies: moved });
  }

  return {
    article: findArticle,
    async body(head) {
      const article = await findArticle(head);
      if (mayWrite) {
        // The text is read all the same when the disk takes nothing now.
        await write([article]).catch((error: unknown) => log(`"${head.title}" could not be written anew.`, error));
      }
      const [record] = toBodyRecords(article);
      return record as BodyRecord;
    },
    async mend(heads) {
      const articles: Article[] = [];
      const lost: Head[] = [];
      for (const head of heads) {
        try {
          articles.push(await findArticle(head));
        } catch (error) {
          if (!(error instanceof ReaderError)) throw error;
          lost.push(head);
        }
      }
      if (articles.length > 0) await write(articles);
      return lost;
    },
  };
}

/** An import, or one that was undone and can be brought back. */
export function findRecord({ imports, removed }: Catalogue, id: ImportId): ImportRecord | undefined {
  return imports.get(id) ?? removed.get(id)?.record;
}

function toMoved(
  id: ArticleId,
  body: RecordRef | undefined,
): readonly { readonly id: ArticleId; readonly body: RecordRef }[] {
  if (body === undefined) throw new Error(`article ${id} has no place in its pack`);
  return [{ id, body }];
}

/* What the heads say must be what their articles say. */

import type { Article } from '../../../shared/model.ts';
import type { Catalogue, Head } from '../library/state.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import type { Pointer } from './pack-index.ts';

type Whole = { readonly pointer: Pointer; readonly article: Article };
type Fields = Pick<Head, 'title' | 'source' | 'sourceInferred' | 'date' | 'language' | 'direction' | 'words'>;
const fieldNames = ['title', 'source', 'sourceInferred', 'date', 'language', 'direction', 'words'] as const;

export async function checkHeads(
  { library }: Context,
  task: Task,
  { pack, whole }: { readonly pack: string; readonly whole: readonly Whole[] },
): Promise<void> {
  const wrong = whole.filter(
    ({ pointer, article }) => pointer.kind === 'body' && differs(pointer.head, article).length > 0,
  );
  if (wrong.length === 0) return;
  const failed = task.repair
    ? await tryRepair(() => library.inTurn(() => library.takeOver(toPiece(library.catalogue, wrong))))
    : '';
  const repaired = failed === undefined;
  for (const { pointer, article } of wrong) {
    if (pointer.kind !== 'body') continue;
    const fields = differs(pointer.head, article).join(', ');
    const then = repaired ? 'It was set right.' : 'A repair sets it right.';
    const words = `The list does not say of "${article.title}" what its text says (${fields}). ${then}`;
    task.report({ code: 'head-differs', file: `bodies/${pack}.pack`, words, repaired });
  }
}

function differs(head: Head, article: Article): readonly string[] {
  const right = fieldsOf(article);
  return fieldNames.filter((name) => head[name] !== right[name]);
}

function fieldsOf({ title, source, inferred, date, language, direction, words }: Article): Fields {
  return { title, source, sourceInferred: inferred.includes('source'), date, language, direction, words };
}

/** Worked out when its turn has come: an article that is gone by then must not come back. */
function toPiece({ heads, removed }: Catalogue, wrong: readonly Whole[]) {
  const held = wrong.flatMap(({ pointer, article }) => {
    const head = pointer.kind === 'body' && pointer.removed === undefined ? heads.get(article.id) : undefined;
    return head === undefined ? [] : [{ ...head, ...fieldsOf(article) }];
  });
  const kept = new Set(wrong.flatMap(({ pointer }) => ('removed' in pointer ? [pointer.removed] : [])));
  const articles = new Map(wrong.map(({ article }) => [article.id, article]));
  const mended = [...removed.entries()].flatMap(([id, { record, heads: own }]) => {
    if (!kept.has(id)) return [];
    return [{ record, heads: own.map((head) => setRight(head, articles.get(head.id))) }];
  });
  return { heads: held, removed: mended };
}

function setRight(head: Head, article: Article | undefined): Head {
  return article === undefined ? head : { ...head, ...fieldsOf(article) };
}

/* Which articles and reports each pack is to hold, by what the catalogue says, also of imports that were undone. */

import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Catalogue, Head } from '../library/state.ts';
import type { RecordRef } from '../store/bodies.ts';

/** `removed` is the import that was undone and keeps this head. */
export type HeadPlace = { readonly id: ArticleId; readonly removed?: ImportId };
export type Contents = { readonly heads: HeadPlace[]; readonly imports: Set<ImportId> };

/** Packs are never changed, so that what comes later only leads to other packs, or away from this one. */
export async function indexPacks(
  { heads, imports, removed }: Catalogue,
  breathe: () => Promise<void>,
): Promise<ReadonlyMap<string, Contents>> {
  const packs = new Map<string, Contents>();
  const at = (pack: string): Contents => {
    const found = packs.get(pack) ?? { heads: [], imports: new Set() };
    packs.set(pack, found);
    return found;
  };
  for (const { id, body } of heads.values()) {
    at(body.pack).heads.push({ id });
    await breathe();
  }
  for (const { summary, reports } of imports.values()) for (const { pack } of reports) at(pack).imports.add(summary.id);
  for (const { record, heads: kept } of removed.values()) {
    const { id } = record.summary;
    for (const { pack } of record.reports) at(pack).imports.add(id);
    for (const head of kept) at(head.body.pack).heads.push({ id: head.id, removed: id });
    await breathe();
  }
  return packs;
}

/** A record that must lie where the catalogue says, and whose it is. */
export type Pointer =
  | { readonly kind: 'body'; readonly ref: RecordRef; readonly head: Head; readonly removed?: ImportId }
  | { readonly kind: 'report'; readonly ref: RecordRef; readonly importId: ImportId };

/** The pointers into a pack as they are now. */
export function findPointers(catalogue: Catalogue, pack: string, { heads, imports }: Contents): readonly Pointer[] {
  const pointers: Pointer[] = [];
  const kept = new Map<ImportId, ReadonlyMap<ArticleId, Head>>();
  for (const { id, removed } of heads) {
    const head = removed === undefined ? catalogue.heads.get(id) : keptHeads(catalogue, removed, kept).get(id);
    if (head?.body.pack !== pack) continue;
    pointers.push({ kind: 'body', ref: head.body, head, ...(removed === undefined ? {} : { removed }) });
  }
  for (const importId of imports) {
    const record = catalogue.imports.get(importId) ?? catalogue.removed.get(importId)?.record;
    for (const ref of record?.reports ?? []) if (ref.pack === pack) pointers.push({ kind: 'report', ref, importId });
  }
  return pointers;
}

function keptHeads(
  { removed }: Catalogue,
  id: ImportId,
  known: Map<ImportId, ReadonlyMap<ArticleId, Head>>,
): ReadonlyMap<ArticleId, Head> {
  const heads = known.get(id) ?? new Map((removed.get(id)?.heads ?? []).map((head) => [head.id, head]));
  known.set(id, heads);
  return heads;
}

/** Whether the catalogue still says so. */
export function isCurrent(catalogue: Catalogue, pointer: Pointer): boolean {
  if (pointer.kind === 'report') {
    const record = catalogue.imports.get(pointer.importId) ?? catalogue.removed.get(pointer.importId)?.record;
    return record?.reports.some((ref) => isSameRef(ref, pointer.ref)) ?? false;
  }
  const { head, removed } = pointer;
  const now =
    removed === undefined
      ? catalogue.heads.get(head.id)
      : catalogue.removed.get(removed)?.heads.find(({ id }) => id === head.id);
  return now !== undefined && isSameRef(now.body, head.body);
}

export function isSameRef(a: RecordRef, b: RecordRef): boolean {
  return a.pack === b.pack && a.offset === b.offset && a.length === b.length && a.sum === b.sum;
}

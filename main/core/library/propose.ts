/* From what a person asks to the change it makes: only ids that would really change are named. Null when none would. */

import { countOf } from '../../../shared/words.ts';
import type { ArticleId } from '../../../shared/model.ts';
import type { Change, Mark, TagEdit } from './change.ts';
import { stateOf, type Catalogue } from './state.ts';

export type Proposal = { readonly change: Change; readonly label: string; readonly count: number };

export type MarkRequest = {
  readonly ids: readonly ArticleId[];
  readonly read?: boolean | undefined;
  readonly starred?: boolean | undefined;
  readonly trashed?: boolean | undefined;
  /** Not asked for by the person (opened, so read): no step of undo. */
  readonly automatic?: boolean | undefined;
};
export type TagRequest = {
  readonly ids: readonly ArticleId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

const marked = ['read', 'starred', 'trashed'] as const;
type Marked = (typeof marked)[number];

/** Ids the library does not hold are passed over. */
export function proposeMark(catalogue: Catalogue, request: MarkRequest): Proposal | null {
  const wanted = marked.filter((name) => request[name] !== undefined);
  const groups = new Map<string, { readonly state: Mark['state']; readonly ids: ArticleId[] }>();
  let count = 0;
  for (const id of new Set(request.ids)) {
    if (!catalogue.heads.has(id)) continue;
    const state = stateOf(catalogue, id);
    const names = wanted.filter((name) => state[name] !== request[name]);
    if (names.length === 0) continue;
    count += 1;
    const key = names.join();
    const group = groups.get(key) ?? { state: pick(request, names), ids: [] };
    groups.set(key, group);
    group.ids.push(id);
  }
  if (count === 0) return null;
  return { change: { kind: 'marked', marks: [...groups.values()] }, label: labelMark(count, request), count };
}

function pick(request: MarkRequest, names: readonly Marked[]): Mark['state'] {
  return Object.fromEntries(names.map((name) => [name, request[name]]));
}

const markWords: Record<Marked, readonly [on: string, off: string]> = {
  read: ['read', 'unread'],
  starred: ['starred', 'not starred'],
  trashed: ['in the trash', 'not in the trash'],
};

function labelMark(count: number, request: MarkRequest): string {
  const articles = countOf(count, 'article');
  const { read, starred, trashed } = request;
  if (trashed !== undefined && read === undefined && starred === undefined) {
    return trashed ? `move ${articles} to the trash` : `take ${articles} out of the trash`;
  }
  if (starred !== undefined && read === undefined && trashed === undefined) {
    return starred ? `star ${articles}` : `unstar ${articles}`;
  }
  const words = marked
    .filter((name) => request[name] !== undefined)
    .map((name) => markWords[name][request[name] ? 0 : 1]);
  return `mark ${articles} ${words.join(' and ')}`;
}

/** A tag that is both added and removed is added. */
export function proposeTags(catalogue: Catalogue, request: TagRequest): Proposal | null {
  const held = [...new Set(request.ids)].filter((id) => catalogue.heads.has(id));
  const add = new Set(request.add);
  const remove = new Set(request.remove.filter((name) => !add.has(name)));
  const hasTag = (id: ArticleId, name: string): boolean => stateOf(catalogue, id).tags.includes(name);
  const edits: TagEdit[] = [
    ...[...remove].map((name) => ({ name, add: false, ids: held.filter((id) => hasTag(id, name)) })),
    ...[...add].map((name) => ({ name, add: true, ids: held.filter((id) => !hasTag(id, name)) })),
  ].filter((edit) => edit.ids.length > 0);
  const count = new Set(edits.flatMap((edit) => edit.ids)).size;
  return count === 0 ? null : { change: { kind: 'tagged', edits }, label: labelTags(count, edits), count };
}

function labelTags(count: number, edits: readonly TagEdit[]): string {
  const articles = countOf(count, 'article');
  if (edits.every((edit) => edit.add)) return `tag ${articles}`;
  return edits.some((edit) => edit.add) ? `change the tags of ${articles}` : `remove tags from ${articles}`;
}

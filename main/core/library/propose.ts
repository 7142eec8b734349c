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
  /** Not asked for by the person (opened, so read): no step of undo. */
  readonly automatic?: boolean | undefined;
};
export type TagRequest = {
  readonly ids: readonly ArticleId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** Ids the library does not hold are passed over. */
export function proposeMark(catalogue: Catalogue, { ids, read, starred }: MarkRequest): Proposal | null {
  const groups = { read: [] as ArticleId[], starred: [] as ArticleId[], both: [] as ArticleId[] };
  for (const id of new Set(ids)) {
    if (!catalogue.heads.has(id)) continue;
    const state = stateOf(catalogue, id);
    const changesRead = read !== undefined && state.read !== read;
    const changesStar = starred !== undefined && state.starred !== starred;
    if (changesRead && changesStar) groups.both.push(id);
    else if (changesRead) groups.read.push(id);
    else if (changesStar) groups.starred.push(id);
  }
  const toRead = read === undefined ? {} : { read };
  const toStarred = starred === undefined ? {} : { starred };
  const marks: Mark[] = [
    { ids: groups.read, state: toRead },
    { ids: groups.starred, state: toStarred },
    { ids: groups.both, state: { ...toRead, ...toStarred } },
  ].filter((mark) => mark.ids.length > 0);
  const count = groups.read.length + groups.starred.length + groups.both.length;
  return count === 0 ? null : { change: { kind: 'marked', marks }, label: labelMark(count, read, starred), count };
}

function labelMark(count: number, read: boolean | undefined, starred: boolean | undefined): string {
  const articles = countOf(count, 'article');
  if (read === undefined) return starred === true ? `star ${articles}` : `unstar ${articles}`;
  const marked = `mark ${articles} ${read ? 'read' : 'unread'}`;
  if (starred === undefined) return marked;
  return `${marked} and ${starred ? 'starred' : 'not starred'}`;
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

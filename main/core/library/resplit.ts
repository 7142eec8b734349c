/*
 * A file of an import that is split in another way: its articles give way to those of the new split, and states follow
 * the text. Both splits are in the change, so that it is taken back by changing places.
 */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { RecordRef } from '../store/bodies.ts';
import { FILES_IN_PART, filesKeys, putImport } from './import-groups.ts';
import { setState } from './set-state.ts';
import { compareFound, type Catalogue, type Found, type Head, type ImportedFile } from './state.ts';

/** A file as it is split: how it was read, and what that gave. */
export type FileSplit = {
  readonly imported: ImportedFile;
  /** The reports of the whole import, in order. */
  readonly reports: readonly RecordRef[];
  /** The articles of the file, each with its finds in this file alone. */
  readonly heads: readonly Head[];
  /** What is to be set; the same articles in both splits of a change. */
  readonly states: readonly (readonly [ArticleId, ArticleState])[];
};

/** `file` counts from 0 within the import. */
export type Resplit = {
  readonly id: ImportId;
  readonly file: number;
  readonly before: FileSplit;
  readonly after: FileSplit;
};

/** Nothing happens where the import is not there. */
export function applyResplit(catalogue: Catalogue, { id, file, before, after }: Resplit): void {
  const { heads, imports, dirty } = catalogue;
  const record = imports.get(id);
  if (record === undefined) return;
  const isHere = (found: Found): boolean => found.importId === id && found.file === file;
  const held = heads.size;
  const old = new Set(before.heads.map((head) => head.id));
  const kept = new Set(after.heads.map((head) => head.id));
  for (const head of before.heads) if (!kept.has(head.id)) leave(catalogue, head.id, isHere);
  for (const head of after.heads)
    enter(catalogue, old.has(head.id) ? head : withFieldsOf(heads.get(head.id), head), isHere);
  const { summary } = record;
  const found = summary.found + countFinds(after) - countFinds(before);
  const added = summary.new + heads.size - held;
  const next = {
    summary: { ...summary, found, new: added, known: found - added },
    files: record.files.with(file, after.imported),
    reports: after.reports,
  };
  putImport(catalogue, next);
  const part = filesKeys(next)[Math.floor(file / FILES_IN_PART)];
  if (part !== undefined) dirty.add(part);
  for (const [article, state] of after.states) setState(catalogue, article, state);
}

/** Taken back by changing places. */
export function invertResplit({ id, file, before, after }: Resplit): Resplit {
  return { id, file, before: after, after: before };
}

/** An article that is found elsewhere as well stays, without its finds here. */
function leave({ heads }: Catalogue, id: ArticleId, isHere: (found: Found) => boolean): void {
  const head = heads.get(id);
  const found = head?.found.filter((each) => !isHere(each)) ?? [];
  if (head === undefined) return;
  if (found.length === 0) heads.delete(id);
  else heads.set(id, { ...head, found });
}

function enter({ heads }: Catalogue, head: Head, isHere: (found: Found) => boolean): void {
  const elsewhere = heads.get(head.id)?.found.filter((each) => !isHere(each)) ?? [];
  heads.set(head.id, { ...head, found: [...elsewhere, ...head.found].sort(compareFound) });
}

/** What is known from elsewhere stays as it is known there, so that it is the same when this is taken back. */
function withFieldsOf(held: Head | undefined, head: Head): Head {
  return held === undefined ? head : { ...held, found: head.found };
}

function countFinds({ heads }: FileSplit): number {
  return heads.reduce((sum, { found }) => sum + found.length, 0);
}

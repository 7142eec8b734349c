/*
 * Imports lie on disk in groups of 100, so that a new one does not write all of them anew. The files of a very large one
 * lie in parts of their own.
 */

import type { ImportId } from '../../../shared/model.ts';
import { RACK } from './article-table.ts';
import { rackKey, type Catalogue, type ImportRecord, type RemovedImport } from './state.ts';

const GROUP = 100;
export const FILES_IN_PART = 2000;

export function putImport(catalogue: Catalogue, record: ImportRecord): void {
  const { imports, importGroups, dirty } = catalogue;
  const { id } = record.summary;
  const before = imports.get(id);
  imports.set(id, record);
  const group = importGroups.get(id) ?? Math.floor(importGroups.size / GROUP);
  importGroups.set(id, group);
  dirty.add(rackKey('imports', group));
  if (before?.files === record.files || record.files.length <= FILES_IN_PART) return;
  const from = Math.floor((before?.files.length ?? 0) / FILES_IN_PART);
  for (const key of filesKeys(record).slice(from)) dirty.add(key);
}

export function dropImport({ imports, importGroups, dirty }: Catalogue, id: ImportId): void {
  imports.delete(id);
  dirty.add(rackKey('imports', importGroups.get(id) ?? 0));
}

/** Keys of the parts that hold the files of a large import; none for all others. */
export function filesKeys({ summary, files }: ImportRecord): readonly string[] {
  if (files.length <= FILES_IN_PART) return [];
  const parts = Math.ceil(files.length / FILES_IN_PART);
  return Array.from({ length: parts }, (_, part) => rackKey(`files-${summary.id}`, part));
}

/** Keys of the parts that hold an import that was undone. */
export function removedKeys({ record, heads }: RemovedImport): readonly string[] {
  const { id } = record.summary;
  const racks = Math.ceil(heads.length / RACK);
  return [`removed-${id}`, ...Array.from({ length: racks }, (_, rack) => rackKey(`removedheads-${id}`, rack))];
}

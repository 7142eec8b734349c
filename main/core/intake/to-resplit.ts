/*
 * The change that puts a new split in the place of the old one, worked out from the catalogue as it is when the change is
 * made: a star or a moved text that came meanwhile is in it.
 */

import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { FileSplit, Resplit } from '../library/resplit.ts';
import { stateOf, type Catalogue, type Head, type ImportedFile } from '../library/state.ts';
import type { RecordRef } from '../store/bodies.ts';
import { followStates, type PlacedState } from './follow-states.ts';
import type { Taken } from './take-in.ts';

/** A file by its number in its import, from 0. */
export type Place = { readonly id: ImportId; readonly file: number };

/** What was written of a split: its texts, and its report, which is the `reportNumber`th record of its import. */
export type Written = {
  readonly bodies: readonly RecordRef[];
  readonly report: RecordRef;
  readonly reportNumber: number;
};

export type NewSplit = { readonly taken: Taken; readonly written: Written; readonly imported: ImportedFile };

/** Refuses with `not-found` where the import went meanwhile. */
export function toResplit(catalogue: Catalogue, place: Place, { taken, written, imported }: NewSplit): Resplit {
  const record = catalogue.imports.get(place.id);
  const old = record?.files[place.file];
  if (record === undefined || old === undefined) {
    throw new ReaderError('not-found', 'The library does not hold this file.');
  }
  const before = headsAt(catalogue, place);
  const after = toHeads(catalogue, taken, written.bodies);
  const states = collectStates(catalogue, before, after);
  const reports = record.reports.with(written.reportNumber, written.report);
  return {
    ...place,
    before: { imported: old, reports: record.reports, heads: before, states: states.before },
    after: { imported, reports, heads: after, states: states.after },
  };
}

/** The articles of a file, each with its finds there alone, in the order of the file. */
function headsAt({ heads }: Catalogue, { id, file }: Place): readonly Head[] {
  const here: Head[] = [];
  for (const head of heads.values()) {
    const found = head.found.filter((each) => each.importId === id && each.file === file);
    if (found.length > 0) here.push({ ...head, found });
  }
  return here.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ found }: Head): number {
  return found[0]?.place ?? 0;
}

function toHeads({ heads }: Catalogue, { added, known }: Taken, bodies: readonly RecordRef[]): readonly Head[] {
  const own = new Map<ArticleId, Head>();
  for (const [index, { head }] of added.entries()) {
    const body = bodies[index];
    if (body === undefined) throw new Error(`"${head.title}" has no place in its pack`);
    own.set(head.id, { ...head, body });
  }
  for (const { id, found } of known) {
    const head = own.get(id) ?? withoutFinds(heads.get(id));
    if (head !== undefined) own.set(id, { ...head, found: [...head.found, found] });
  }
  return [...own.values()];
}

function withoutFinds(head: Head | undefined): Head | undefined {
  return head === undefined ? undefined : { ...head, found: [] };
}

/** States of the articles that came, as they are and as they are to be. */
function collectStates(
  catalogue: Catalogue,
  before: readonly Head[],
  after: readonly Head[],
): { readonly before: FileSplit['states']; readonly after: FileSplit['states'] } {
  const old = new Set(before.map(({ id }) => id));
  const stays = new Set(after.map(({ id }) => id).filter((id) => old.has(id)));
  const toPlaced = (heads: readonly Head[]): readonly PlacedState[] =>
    heads
      .filter(({ id }) => !stays.has(id))
      .map(({ id, found }) => ({ id, lines: found[0]?.lines ?? null, state: stateOf(catalogue, id) }));
  const next = followStates(toPlaced(before), toPlaced(after));
  return { before: next.map(([id]) => [id, stateOf(catalogue, id)] as const), after: next };
}

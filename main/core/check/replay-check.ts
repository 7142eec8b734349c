/* Whether the journal, told from its beginning, makes the very catalogue that is open. */

import { isDeepStrictEqual } from 'node:util';
import type { ArticleId, ArticleState } from '../../../shared/model.ts';
import type { KeptProfile } from '../../../shared/profile.ts';
import { countOf } from '../../../shared/words.ts';
import { applyChange, type Change, type Piece } from '../library/change.ts';
import { compareFound, createCatalogue, type Catalogue, type Head, type ImportRecord } from '../library/state.ts';
import type { JournalLine } from '../store/journal-read.ts';
import { openSealed } from '../store/sealed-line.ts';
import { aspects, placesOf, type AspectName, type Place } from './catalogue-aspects.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import { findOwnJournals } from './journal-own.ts';
import { readLines } from './lines.ts';

type Told = { readonly catalogue: Catalogue; sequence: number };

const NAMED = 5;

/** Says nothing where the journal is damaged or has a gap: that is said of the journal, and then it cannot tell. */
export async function checkReplay(context: Context, task: Task): Promise<void> {
  const { library, store } = context;
  await store.adapter.whileStill(async () => {
    const told: Told = { catalogue: createCatalogue(), sequence: 0 };
    if (!(await catchUp(context, told, task))) return;
    const suspects = await compare(library.catalogue, told.catalogue, task);
    const differences = await confirm(context, { told, suspects }, task);
    if (differences.length > 0) await say(context, { told, differences }, task);
  });
}

/** Applies what was written since. False when the journal does not hold all of it. */
async function catchUp(context: Context, told: Told, { breathe }: Pick<Task, 'breathe'>): Promise<boolean> {
  const { store } = context;
  const due = store.adapter.sequence();
  for (const { path, size, last } of await findOwnJournals(context)) {
    if (last !== null && last <= told.sequence) continue;
    for await (const { bytes, isEnded } of readLines(store.disk, path, size)) {
      await breathe();
      const line = isEnded ? (openSealed(bytes)?.value as JournalLine | undefined) : undefined;
      if (line === undefined) return false;
      if (line.seq <= told.sequence) continue;
      if (line.seq > due) break;
      if (line.seq !== told.sequence + 1) return false;
      applyChange(told.catalogue, line.change as Change, line.seq);
      told.sequence = line.seq;
    }
  }
  return told.sequence === due;
}

async function compare(open: Catalogue, told: Catalogue, { breathe }: Task): Promise<readonly Place[]> {
  const suspects: Place[] = [];
  for (const [one, other] of [
    [open, told],
    [told, open],
  ] as const) {
    for (const place of placesOf(one)) {
      await breathe();
      if (!isSame(one, other, place)) suspects.push(place);
    }
  }
  return suspects;
}

/** Changes went on meanwhile: what seemed to differ is looked at again with both at the same change. */
async function confirm(
  context: Context,
  { told, suspects }: { readonly told: Told; readonly suspects: readonly Place[] },
  task: Task,
): Promise<readonly Place[]> {
  while (suspects.length > 0) {
    if (!(await catchUp(context, told, task))) {
      if (told.sequence < context.store.adapter.sequence()) continue;
      return [];
    }
    if (told.sequence !== context.store.adapter.sequence()) continue;
    const seen = new Set<string>();
    return suspects.filter((place) => {
      const mark = `${place.aspect} ${place.key}`;
      if (seen.has(mark)) return false;
      seen.add(mark);
      return !isSame(context.library.catalogue, told.catalogue, place);
    });
  }
  return [];
}

function isSame(one: Catalogue, other: Catalogue, { aspect, key }: Place): boolean {
  return isDeepStrictEqual(aspects[aspect].read(one, key), aspects[aspect].read(other, key));
}

type Outcome = { readonly told: Told; readonly differences: readonly Place[] };

async function say({ library }: Context, { told, differences }: Outcome, task: Task): Promise<void> {
  const names = differences.slice(0, NAMED).map(({ aspect, key }) => {
    const name =
      library.catalogue.heads.get(key as ArticleId)?.title ?? told.catalogue.heads.get(key as ArticleId)?.title ?? key;
    return `${aspects[aspect].word} ${aspect === 'history' ? '' : `"${name}"`}`.trim();
  });
  const more = differences.length > NAMED ? ` and ${countOf(differences.length - NAMED, 'more place')}` : '';
  const what = `The catalogue is not what the journal tells. They differ in ${names.join(', ')}${more}.`;
  const piece = toPiece(library.catalogue, told.catalogue, differences);
  const failed = task.repair && piece !== undefined ? await tryRepair(() => library.takeOver(piece)) : '';
  const repaired = failed === undefined;
  const then = repaired
    ? 'What each of them holds was kept.'
    : 'Nothing was changed: make a backup, then look at what is named here.';
  task.report({ code: 'catalogue-differs', file: null, words: `${what} ${then}`, repaired });
}

/**
 * What makes both the same: what is open wins, what only the journal knows is added, finds are united, so that nothing
 * that either holds is lost. Undefined where that cannot be said as one change.
 */
function toPiece(open: Catalogue, told: Catalogue, differences: readonly Place[]): Piece | undefined {
  const of = (aspect: AspectName): readonly string[] =>
    differences.filter((place) => place.aspect === aspect).map(({ key }) => key);
  if (of('removed').length > 0 || of('history').length > 0) return undefined;
  const either = (aspect: AspectName, key: string): unknown =>
    aspects[aspect].read(open, key) ?? aspects[aspect].read(told, key);
  const colours = of('colours').map((key) => [key, either('colours', key) as number] as const);
  const profiles = of('profiles').map((key) => either('profiles', key) as KeptProfile);
  return {
    imports: of('imports').map((key) => either('imports', key) as ImportRecord),
    heads: of('heads').map((key) => unite(either('heads', key) as Head, aspects.heads.read(told, key))),
    states: of('states').map((key) => [key as ArticleId, either('states', key) as ArticleState] as const),
    ...(colours.length > 0 ? { colours } : {}),
    ...(profiles.length > 0 ? { profiles } : {}),
  };
}

function unite(head: Head, other: Head | undefined): Head {
  const more = (other?.found ?? []).filter((found) => head.found.every((known) => compareFound(known, found) !== 0));
  return { ...head, found: [...head.found, ...more].sort(compareFound) };
}

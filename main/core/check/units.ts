/* All that a whole check looks at, in its order. */

import type { ImportId } from '../../../shared/model.ts';
import { findManifests, readManifest } from '../store/manifest.ts';
import { join } from 'node:path';
import { FORMAT } from '../store/library-file.ts';
import { checkCatalogue } from './catalogue-check.ts';
import type { Context, Task, Unit } from './context.ts';
import { checkJournal } from './journal-check.ts';
import { findOwnJournals } from './journal-own.ts';
import { checkLedgers } from './ledger-check.ts';
import { checkLibraryFile } from './library-file-check.ts';
import { checkOriginal, pathOf } from './original-check.ts';
import { checkPack } from './pack-check.ts';
import { indexPacks } from './pack-index.ts';
import { checkReplay } from './replay-check.ts';
import { checkStrays } from './stray-check.ts';
import { checkUnknown } from './unknown-originals.ts';

const names = [
  'library',
  'catalogue',
  'journal',
  'packs',
  'originals',
  'unknown',
  'replay',
  'ledgers',
  'strays',
] as const;
const groupOf = (name: (typeof names)[number]): number => names.indexOf(name);

/** Which unit of a list a check goes on with: this one, or the first one after it. */
export type UnitKey = Pick<Unit, 'group' | 'name'>;

export const start: UnitKey = { group: 0, name: '' };
export const end: UnitKey = { group: names.length, name: '' };

export function toKey(unit: Unit | undefined): UnitKey | undefined {
  return unit === undefined ? undefined : { group: unit.group, name: unit.name };
}

export function isBefore(a: UnitKey, b: UnitKey): boolean {
  return a.group === b.group ? a.name < b.name : a.group < b.group;
}

/** A library of another format is read as if it were of this one: what lies on disk of its catalogue is not known. */
export async function listUnits(context: Context, { breathe }: Pick<Task, 'breathe'>): Promise<readonly Unit[]> {
  const isOurs = context.store.identity.format === FORMAT;
  const units = [
    single('library', { files: 1, code: 'catalogue-damaged', file: 'library.json' }, (task) =>
      checkLibraryFile(context, task),
    ),
    ...(isOurs ? await ofCatalogue(context) : []),
    ...(await packs(context, breathe)),
    ...(await originals(context)),
    ...ledgers(context),
    single('strays', { files: 0, code: 'stray-file', file: null }, (task) => checkStrays(context, task)),
  ];
  return units.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function single(
  group: (typeof names)[number],
  { files, code, file }: Pick<Unit, 'files' | 'code' | 'file'>,
  check: Unit['check'],
): Unit {
  return { group: groupOf(group), name: '', files, code, file, check };
}

async function ofCatalogue(context: Context): Promise<readonly Unit[]> {
  const { disk, folder, adapter } = context.store;
  const files = await adapter.whileStill(async () => {
    const catalogue = join(folder, 'catalogue');
    const parts = new Set<string>();
    const manifests = await findManifests(disk, catalogue);
    for (const sequence of manifests) {
      const manifest = await readManifest(disk, catalogue, sequence);
      for (const { file } of manifest?.parts ?? []) parts.add(file);
    }
    return { catalogue: manifests.length + parts.size, journal: (await findOwnJournals(context)).length };
  });
  return [
    single('catalogue', { files: files.catalogue, code: 'catalogue-damaged', file: 'catalogue' }, (task) =>
      checkCatalogue(context, task),
    ),
    single('journal', { files: files.journal, code: 'journal-damaged', file: 'journal' }, (task) =>
      checkJournal(context, task),
    ),
    single('replay', { files: 0, code: 'catalogue-differs', file: null }, (task) => checkReplay(context, task)),
  ];
}

async function packs(context: Context, breathe: () => Promise<void>): Promise<readonly Unit[]> {
  const index = await indexPacks(context.library.catalogue, breathe);
  return [...index].map(([pack, contents]) => ({
    group: groupOf('packs'),
    name: pack,
    files: 1,
    code: 'body-damaged',
    file: `bodies/${pack}.pack`,
    check: (task) => checkPack(context, task, { pack, contents }),
  }));
}

async function originals(context: Context): Promise<readonly Unit[]> {
  const { imports, removed } = context.library.catalogue;
  const records = [...imports.values(), ...[...removed.values()].map(({ record }) => record)];
  const named = records.flatMap(({ files }) => files.flatMap(({ original }) => original ?? []));
  const units: Unit[] = [...new Set(named)].map((sha256) => ({
    group: groupOf('originals'),
    name: sha256,
    files: 1,
    code: 'original-damaged',
    file: pathOf(sha256),
    check: (task) => checkOriginal(context, task, sha256),
  }));
  const rest = single('unknown', { files: 0, code: 'original-unknown', file: null }, (task) =>
    checkUnknown(context, task),
  );
  return [...units, rest];
}

function ledgers(context: Context): readonly Unit[] {
  const { imports, removed } = context.library.catalogue;
  return [...imports.keys(), ...removed.keys()].map((id: ImportId) => ({
    group: groupOf('ledgers'),
    name: id,
    files: 0,
    code: 'ledger-wrong',
    file: null,
    check: (task) => checkLedgers(context, task, id),
  }));
}

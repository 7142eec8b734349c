/*
 * Runs a history through a library whose world may stop at any operation of the disk, and compares what is found
 * afterwards with the model: all that was acknowledged is there, what was under way is there wholly or not at all, and
 * the library always opens.
 */

import { isDeepStrictEqual } from 'node:util';
import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import { errorCode } from '../store/disk.ts';
import { createFaultDisk, type FaultDisk } from '../store/faults/fault-disk.ts';
import type { Failure, Stop } from '../store/faults/faults.ts';
import { createListChooser } from '../store/faults/seeded.ts';
import { openOn, type OpenedLibrary, type Shown } from './library.ts';
import { act, emptyModel, rescue, type Act, type Marked, type Model } from './model.ts';

export type Command =
  | { readonly kind: 'import'; readonly keys: readonly number[] }
  | { readonly kind: 'mark'; readonly picks: readonly number[]; readonly what: Marked; readonly to: boolean }
  | { readonly kind: 'tag'; readonly picks: readonly number[]; readonly name: string; readonly add: boolean }
  /** Single articles marked at the same time, which the disk gets in few writes. */
  | { readonly kind: 'burst'; readonly picks: readonly number[]; readonly what: Marked; readonly to: boolean }
  | { readonly kind: 'remove'; readonly pick: number }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'compact' | 'reopen' }
  | { readonly kind: 'fail'; readonly failure: Failure }
  /** So many operations from now the world stops; then the process was killed, or the power was lost. */
  | {
      readonly kind: 'stop';
      readonly after: number;
      readonly when: Stop;
      readonly how: 'kill' | 'power';
      readonly losses: readonly number[];
    };

type ImportAct = Extract<Act, { kind: 'import' }>;

type World = {
  disk: FaultDisk;
  opened: OpenedLibrary;
  model: Model;
  /** Acts that were refused while the disk failed; each may be on disk all the same until something else is written. */
  refused: Act[];
  /**
   * Acts under way when the world stopped. What came at the same time went to the disk in one write, of which any sectors
   * may be there: each act is there or not for itself, and they share no article.
   */
  begun: Act[];
  /** Imports that were refused though their texts may be on disk: the next start may take them in. */
  strays: ImportAct[];
  stop: Extract<Command, { kind: 'stop' }> | undefined;
  imports: number;
};

export type Ran = { readonly crashes: number; readonly refused: number; readonly acknowledged: number };

/** Throws an Error that says what was found and what might have been. */
export async function runHistory(commands: readonly Command[], reorder: readonly number[]): Promise<Ran> {
  const disk = createFaultDisk(reorder.length === 0 ? {} : { reorder: createListChooser(reorder) });
  const world: World = {
    disk,
    opened: await openOn(disk.disk),
    model: emptyModel,
    refused: [],
    begun: [],
    strays: [],
    stop: undefined,
    imports: 0,
  };
  const ran = { crashes: 0, refused: 0, acknowledged: 0 };
  for (const command of [...commands, { kind: 'reopen' } as const]) {
    await obey(world, command, ran);
    if (world.disk.isStopped()) {
      ran.crashes += 1;
      await crash(world);
    }
  }
  await compare(world);
  await world.opened.close().catch((error: unknown) => {
    if (!world.disk.isStopped()) throw error;
  });
  return ran;
}

async function obey(world: World, command: Command, ran: { refused: number; acknowledged: number }): Promise<void> {
  switch (command.kind) {
    case 'fail':
      return world.disk.failNext(command.failure);
    case 'stop':
      if (world.stop !== undefined) return;
      world.stop = command;
      return world.disk.stopAt(world.disk.operations() + 1 + command.after, command.when);
    case 'compact':
      return world.opened.library.compact();
    case 'reopen':
      return reopen(world);
    case 'import':
    case 'mark':
    case 'tag':
    case 'burst':
    case 'remove':
    case 'undo':
    case 'redo': {
      const acts = toActs(world, command);
      const results = await Promise.allSettled(acts.map((each) => perform(world.opened, each)));
      for (const [index, result] of results.entries()) {
        const done = acts[index];
        if (done === undefined) continue;
        if (result.status === 'fulfilled') acknowledge(world, done);
        else (world.disk.isStopped() ? world.begun : world.refused).push(done);
        ran[result.status === 'fulfilled' ? 'acknowledged' : 'refused'] += 1;
      }
      await compare(world);
    }
  }
}

/** What was refused before is overwritten by what was written after it; texts of a refused import stay. */
function acknowledge(world: World, done: Act): void {
  const after = act(world.model, done);
  // Nothing was written for it.
  if (after === world.model) return;
  world.strays.push(...world.refused.filter((each) => each.kind === 'import'));
  world.refused = [];
  world.model = after;
}

async function perform({ library, import: importInto }: OpenedLibrary, what: Act): Promise<void> {
  switch (what.kind) {
    case 'import':
      return importInto(what.id, what.name, what.ids);
    case 'mark':
      return void (await library.mark({ ids: what.ids, [what.what]: what.to }));
    case 'tag':
      return void (await library.tag({
        ids: what.ids,
        add: what.add ? [what.name] : [],
        remove: what.add ? [] : [what.name],
      }));
    case 'remove':
      return void (await library.removeImport(what.id));
    case 'undo':
      return void (await library.undo());
    case 'redo':
      return void (await library.redo());
  }
}

type ActingCommand = Exclude<Command, { kind: 'fail' | 'stop' | 'compact' | 'reopen' }>;

function toActs(world: World, command: ActingCommand): readonly Act[] {
  const { model } = world;
  const held = Object.keys(model.articles) as ArticleId[];
  const pickAll = (picks: readonly number[]): ArticleId[] =>
    held.length === 0 ? [] : [...new Set(picks.map((pick) => held[pick % held.length] ?? toId(0)))];
  switch (command.kind) {
    case 'import':
      return [toImport(world, command.keys)];
    case 'mark':
      return [{ ...command, ids: pickAll(command.picks) }];
    case 'tag':
      return [{ ...command, ids: pickAll(command.picks) }];
    case 'burst':
      return pickAll(command.picks).map(
        (id) => ({ kind: 'mark', ids: [id], what: command.what, to: command.to }) as const,
      );
    case 'remove': {
      const id = model.imports[command.pick % Math.max(1, model.imports.length)];
      return id === undefined ? [] : [{ kind: 'remove', id, name: toName(id) }];
    }
    case 'undo':
    case 'redo':
      return [{ kind: command.kind }];
  }
}

function toImport(world: World, keys: readonly number[]): Act {
  world.imports += 1;
  const id = `${world.imports.toString(36).padStart(9, '0')}-${'0'.repeat(8)}` as ImportId;
  return { kind: 'import', id, name: toName(id), ids: [...new Set(keys)].map(toId) };
}

const toId = (key: number): ArticleId => key.toString(16).padStart(24, '0') as ArticleId;
const toName = (id: ImportId): string => `dump ${id.slice(0, 9)}`;

async function reopen(world: World): Promise<void> {
  await world.opened.close().catch(() => undefined);
  if (world.disk.isStopped()) return;
  await open(world);
}

/** Opening may be cut short as well; then it is done again in a world that goes on. */
async function crash(world: World): Promise<void> {
  const { stop } = world;
  if (stop === undefined) throw new Error('the world stopped without being told to');
  world.disk = world.disk.crash(stop.how, createListChooser(stop.losses));
  world.stop = undefined;
  await open(world);
}

async function open(world: World): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      world.opened = await openOn(world.disk.disk);
      break;
    } catch (error) {
      if (world.disk.isStopped()) return;
      // A disk that failed while the library was opened is tried again, as a person would; it fails a few times only.
      if (tries === 12 || !(error instanceof ReaderError) || error.code !== 'unwritable') throw error;
    }
  }
  const shown = await look(world);
  if (shown === undefined) return;
  const found = possible(world).find((model) => isDeepStrictEqual(toShown(model), shown));
  if (found === undefined) throw differ('After a start the library is none that it may be.', world, shown);
  world.model = found;
  world.refused = [];
  world.begun = [];
  world.strays = world.strays.filter(({ id }) => !found.imports.includes(id));
}

/** Every library that may be there: what was acknowledged, and any of what was refused or under way. */
function possible({ model, refused, begun, strays }: World): readonly Model[] {
  const models = [model];
  for (const each of [...refused, ...begun]) models.push(...models.map((one) => act(one, each)));
  const rescuable = [...strays, ...refused, ...begun].filter((each) => each.kind === 'import');
  for (const each of rescuable) {
    models.push(...models.filter(({ imports }) => !imports.includes(each.id)).map((one) => rescue(one, each)));
  }
  return models;
}

async function compare(world: World): Promise<void> {
  const shown = await look(world);
  if (shown === undefined || isDeepStrictEqual(toShown(world.model), shown)) return;

  throw differ('The library is not what was done to it.', world, shown);
}

/** Undefined where the world stopped while we looked. A disk that fails to read is asked again; it fails a few times only. */
async function look({ opened, disk }: World): Promise<Shown | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await opened.show();
    } catch (error) {
      if (disk.isStopped()) return undefined;
      if (tries === 12 || errorCode(error) === '') throw error;
    }
  }
}

function toShown({ done, undone, ...picture }: Model): Shown {
  return { ...picture, done: done.map(({ label }) => label), undone: undone.map(({ label }) => label) };
}

function differ(what: string, world: World, shown: Shown): Error {
  const wanted = possible(world).map((model) => JSON.stringify(toShown(model)));
  return new Error(
    [what, `found ${JSON.stringify(shown)}`, ...wanted.map((each) => `may be ${each}`), ...world.opened.notices].join(
      '\n',
    ),
  );
}

/*
 * Where the library lies, between the hosts and the reader: it opens it or says why not, switches to another, and makes
 * and restores backups. A host speaks to a place as to a reader, whether a library is open or not.
 */

import { once } from 'node:events';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Place } from '../../../shared/place.ts';
import { createEvents } from '../events.ts';
import type { Reader, ReaderOptions } from '../reader.ts';
import { createRouter, refuse, toErrorReply, type PlaceHandlers } from '../router.ts';
import { zipBackups, type Backups } from './backups.ts';
import { checkNothingWaits, leave, openAgain, openOrFail, openReadable } from './changing.ts';
import { createHolder, type Holder } from './holder.ts';
import { copyLocked, moveLibrary } from './move.ts';
import { checkChoice, checkEmpty, type Spot } from './spot.ts';
import { createTasks, type Tasks } from './tasks.ts';
import type { Remember } from './where.ts';

export type LibraryPlace = Pick<Reader, 'call' | 'onEvent' | 'importFiles' | 'list'> & {
  readonly get: () => Place;
  /** Opens another library, or makes one in an empty folder. When it throws, the library is the one it was. */
  readonly switchTo: (folder: string) => Promise<Place>;
  /** Moves the library to a missing or empty folder. When it throws, the library is where it was. */
  readonly moveTo: (folder: string) => Promise<Place>;
  /** Copies the library to a missing or empty folder, and stays where it is. A copy keeps the library's id. */
  readonly copyTo: (folder: string) => Promise<Place>;
  readonly backupTo: (file: string) => Promise<Place>;
  /** A backup while it is made, for a download. Nothing else is done with the place until it is closed. */
  readonly streamBackup: () => Promise<Readable>;
  /** Unpacks a backup into a missing or empty folder and switches to it. */
  readonly restoreFrom: (file: string, folder: string) => Promise<Place>;
  /** Breaks off a task under way, then closes the library as a reader does. May be called twice. */
  readonly close: () => Promise<void>;
};

export type PlaceOptions = {
  readonly spot: Spot;
  readonly remember: Remember;
  readonly findNote: (folder: string) => Promise<string | null>;
  readonly backups?: Backups;
  readonly log: (line: string, error?: unknown) => void;
  readonly clock?: () => number;
} & Pick<ReaderOptions, 'sample' | 'warm' | 'startParser'>;

type Parts = {
  readonly options: PlaceOptions;
  readonly clock: () => number;
  readonly holder: Holder;
  readonly tasks: Tasks;
  readonly backups: Backups;
};

/** Opens the library at a spot. Never throws because that cannot be done: then the place is closed and says why. */
export async function openPlace(options: PlaceOptions): Promise<LibraryPlace> {
  const { spot, log, findNote, backups = zipBackups, clock = Date.now, sample, warm = false, startParser } = options;
  const events = createEvents(log);
  const reader = {
    clock,
    warm,
    ...(sample === undefined ? {} : { sample }),
    ...(startParser === undefined ? {} : { startParser }),
  };
  const holder = createHolder({ spot, reader, events, log, findNote });
  const tasks = createTasks(holder, clock);
  const parts: Parts = { options, clock, holder, tasks, backups };
  await openOrFail(holder, spot, { readable: false });
  const ask = async (work: () => Promise<void>): Promise<Place> => tasks.alone(work).then(holder.get);
  let closing: Promise<void> | undefined;
  return {
    call: createCall(parts),
    onEvent: events.on,
    importFiles: (sources, how) => holder.reader().importFiles(sources, how),
    list: async (query, sort) => holder.reader().list(query, sort),
    get: holder.get,
    switchTo: (folder) => ask(() => switchTo(folder, parts)),
    moveTo: (folder) => ask(() => moveTo(folder, parts)),
    copyTo: (folder) => ask(() => copyTo(folder, parts)),
    backupTo: (file) => ask(() => backupTo(file, parts)),
    streamBackup: () => streamBackup(parts),
    restoreFrom: (file, folder) => ask(() => restoreFrom(file, folder, parts)),
    close: () => (closing ??= closeAll(parts)),
  };
}

/** Calls of the place are answered here, all others by the reader; where there is none, by the reason. */
function createCall({ holder, tasks, options: { log } }: Parts): Reader['call'] {
  const handlers: PlaceHandlers = {
    'place.get': holder.get,
    'place.retry': async () => {
      const { state, waiting } = holder.get();
      if (waiting !== null) holder.reader().retry();
      else if (state !== 'open') await tasks.alone(() => openAgain(holder));
      return holder.get();
    },
    'place.openReadable': async () => {
      if (!holder.isOpen()) await tasks.alone(() => openReadable(holder));
      return holder.get();
    },
    'place.acknowledge': () => {
      holder.reader().acknowledge();
      return holder.get();
    },
  };
  const route = createRouter(handlers, log);
  return async (method, input) => {
    if (Object.hasOwn(handlers, method)) return route(method, input);
    try {
      return await holder.reader().call(method, input);
    } catch (error) {
      return refuse(toErrorReply(error, log));
    }
  };
}

async function switchTo(folder: string, { holder, options }: Parts): Promise<void> {
  await checkChoice(folder);
  const { portable } = holder.spot();
  await leave(holder, { code: 'busy', message: 'Another library is being opened.' }, async () => {
    await holder.open({ folder, portable: false, mayMake: true });
    // A program that travels leaves nothing behind on the machines it visits.
    if (!portable) await options.remember(folder);
  });
}

async function moveTo(target: string, { holder, tasks, clock, options: { remember, log } }: Parts): Promise<void> {
  const { state, folder: source } = holder.get();
  if (state !== 'open') throw holder.refusal();
  const open = async (): Promise<void> => holder.open({ folder: target, portable: false, mayMake: false });
  const { signal } = tasks;
  await tasks.show('move', (onProgress) =>
    leave(holder, { code: 'busy', message: 'The library is being moved.' }, () =>
      moveLibrary({ source, target, onProgress, signal, clock, log, remember, open }),
    ),
  );
}

async function copyTo(target: string, { holder, tasks, clock }: Parts): Promise<void> {
  const { state, folder: source } = holder.get();
  if (state === 'closed') throw holder.refusal();
  const { signal } = tasks;
  await tasks.show('copy', (onProgress) =>
    leave(holder, { code: 'busy', message: 'The library is being copied.' }, async () => {
      await copyLocked({ source, target, onProgress, signal, clock });
      await openOrFail(holder, holder.spot(), { readable: state === 'read-only' });
    }),
  );
}

async function backupTo(target: string, { holder, tasks, clock, backups }: Parts): Promise<void> {
  const { signal } = tasks;
  await tasks.show('backup', (onProgress) =>
    holder.reader().withPicture(async (files) => {
      signal.throwIfAborted();
      const { folder } = holder.spot();
      await backups.writeBackup({ folder, target, files, onProgress, signal, clock });
    }),
  );
}

async function streamBackup({ holder, tasks, clock, backups }: Parts): Promise<Readable> {
  const started = Promise.withResolvers<Readable>();
  const over = tasks.alone(() =>
    holder.reader().withPicture(async (files) => {
      const stream = await backups.streamBackup({ folder: holder.spot().folder, files, clock });
      const closed = once(stream, 'close').catch(() => undefined);
      started.resolve(addAbortSignal(tasks.signal, stream));
      await closed;
    }),
  );
  over.catch(started.reject);
  return started.promise;
}

async function restoreFrom(file: string, folder: string, parts: Parts): Promise<void> {
  const { holder, tasks, backups } = parts;
  await checkEmpty(folder);
  checkNothingWaits(holder.get());
  await tasks.show('restore', async (onProgress) => {
    await backups.restoreBackup({ file, folder, onProgress, signal: tasks.signal });
  });
  await switchTo(folder, parts);
}

async function closeAll({ holder, tasks }: Parts): Promise<void> {
  await tasks.close();
  await holder.letGo({ code: 'closed', message: 'The library is closed.' });
}

/* Kept copies of dropped files that no import names: an import that a crash cut short left them, or a lost catalogue. */

import type { Sha256 } from '../../../shared/model.ts';
import { findStrays, readStrays } from '../intake/strays.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import { pathOf } from './original-check.ts';

const TRIES = 3;

export async function checkUnknown(context: Context, task: Task): Promise<void> {
  const strays = await findSettled(context, task);
  if (strays.length === 0) return;
  const { importer, library, store } = context;
  if (task.repair) {
    const sources = readStrays(store.originals, library.catalogue);
    await tryRepair(() => importer.start(sources, 'Recovered files').finished);
  }
  const left = new Set(task.repair ? await findStrays(store.originals, library.catalogue) : strays);
  for (const sha256 of strays) {
    const file = pathOf(sha256);
    const repaired = !left.has(sha256);
    const then = repaired
      ? 'It was imported again, as "Recovered files".'
      : task.repair
        ? 'It could not be imported again; the report on the import "Recovered files" says why.'
        : 'A repair imports it again.';
    task.report({ code: 'original-unknown', file, words: `No import names the kept file ${file}. ${then}`, repaired });
  }
}

/** An import keeps a file before it says so: only what is there while nothing is being imported counts. */
async function findSettled({ importer, library, store }: Context, { signal }: Task): Promise<readonly Sha256[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await untilSettled(importer, signal);
    if (importer.isBusy()) continue;
    const strays = await findStrays(store.originals, library.catalogue);
    if (strays.length === 0) return [];
    if (!importer.isBusy())
      return (await findStrays(store.originals, library.catalogue)).filter((each) => strays.includes(each));
  }
  return [];
}

async function untilSettled(importer: Context['importer'], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([importer.settled(), promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

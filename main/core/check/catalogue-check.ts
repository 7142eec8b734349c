/* The catalogue on disk: every generation that is kept, every part of it, and parts that no generation names. */

import { join } from 'node:path';
import { hash } from 'node:crypto';
import { isTemporary, removeDurably } from '../store/atomic-file.ts';
import { putAside } from '../store/damaged.ts';
import { errorCode, type Disk } from '../store/disk.ts';
import { findManifests, manifestPath, readManifest } from '../store/manifest.ts';
import { isPartName, type PartRef } from '../store/parts.ts';
import { tryRepair, type Context, type Task } from './context.ts';

/** A file that is not as it was written. `bytes` is null for one that is missing. */
type Bad = { readonly name: string; readonly bytes: Buffer | null };
type Found = {
  readonly bad: readonly Bad[];
  /** Manifests of which something is bad. */
  readonly broken: readonly number[];
  readonly strays: readonly string[];
};

export async function checkCatalogue(context: Context, task: Task): Promise<void> {
  const { store, library } = context;
  const { bad, strays } = await look(context, task);
  const failed =
    task.repair && bad.length + strays.length > 0 ? await tryRepair(() => mend(context, task, bad)) : undefined;
  const repaired = task.repair && failed === undefined;
  for (const { name, bytes } of bad) {
    const what = `catalogue/${name} is ${bytes === null ? 'missing' : 'not as it was written'}`;
    const then = repaired
      ? 'the whole catalogue was written anew'
      : 'nothing is lost, because what is open is whole; a repair writes the catalogue anew';
    const words = `${what}; ${then}${failed === undefined ? '' : ` (it could not: ${failed})`}.`;
    task.report({ code: 'catalogue-damaged', file: `catalogue/${name}`, words, repaired });
  }
  if (strays.length > 0 && repaired && bad.length === 0) await store.adapter.compact(library.catalogue);
  for (const name of strays) {
    const words = `catalogue/${name} belongs to no generation of the catalogue${repaired ? ' and was removed' : '. A repair removes it'}.`;
    task.report({ code: 'stray-file', file: `catalogue/${name}`, words, repaired });
  }
}

/** Keeps what is bad, writes a new generation, and only then takes away those of which something is bad. */
async function mend({ store, library }: Context, task: Task, bad: readonly Bad[]): Promise<void> {
  const { disk, folder, adapter } = store;
  if (bad.length === 0) return;
  const catalogue = join(folder, 'catalogue');
  const keep = async (files: readonly Bad[]): Promise<void> => {
    for (const { name, bytes } of files) if (bytes !== null) await putAside(disk, folder, join(catalogue, name), bytes);
  };
  await keep(bad);
  await adapter.rewrite(library.catalogue);
  await adapter.whileStill(async () => {
    const rest = await lookNow(disk, catalogue, task);
    await keep(rest.bad);
    await removeDurably(disk, [
      ...rest.broken.map((sequence) => manifestPath(catalogue, sequence)),
      ...rest.bad.map(({ name }) => join(catalogue, name)),
    ]);
  });
  // Parts that only the broken generations named go with this.
  await adapter.compact(library.catalogue);
}

async function look({ store }: Context, task: Task): Promise<Found> {
  return store.adapter.whileStill(() => lookNow(store.disk, join(store.folder, 'catalogue'), task));
}

async function lookNow(disk: Disk, catalogue: string, task: Task): Promise<Found> {
  const bad = new Map<string, Bad>();
  const broken: number[] = [];
  const named = new Set<string>();
  for (const sequence of await findManifests(disk, catalogue)) {
    const manifest = await readManifest(disk, catalogue, sequence).catch(unreadable);
    if (manifest === undefined) {
      const path = manifestPath(catalogue, sequence);
      const name = path.slice(catalogue.length + 1);
      bad.set(name, { name, bytes: await disk.readFile(path).catch(() => null) });
      broken.push(sequence);
      continue;
    }
    for (const ref of manifest.parts) {
      await task.breathe();
      if (!named.has(ref.file)) await checkPart(disk, { catalogue, ref }, bad);
      named.add(ref.file);
    }
    if (manifest.parts.some(({ file }) => bad.has(file))) broken.push(sequence);
  }
  const names = (await disk.list(catalogue)).filter((name) => isPartName(name) && !isTemporary(name));
  return { bad: [...bad.values()], broken, strays: names.filter((name) => !named.has(name)).sort() };
}

async function checkPart(
  disk: Disk,
  { catalogue, ref }: { readonly catalogue: string; readonly ref: PartRef },
  bad: Map<string, Bad>,
): Promise<void> {
  const bytes = await disk.readFile(join(catalogue, ref.file)).catch(unreadable);
  if (bytes !== undefined && hash('sha256', bytes, 'hex') === ref.sha256) return;
  bad.set(ref.file, { name: ref.file, bytes: bytes ?? null });
}

function unreadable(error: unknown): undefined {
  if (!['ENOENT', 'EIO', 'EISDIR'].includes(errorCode(error))) throw error;
}

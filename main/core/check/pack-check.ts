/* One pack: every text and report that the catalogue looks for in it, and what the heads say of the texts. */

import { countOf } from '../../../shared/words.ts';
import type { Head } from '../library/state.ts';
import { tryRepair, type Context, type Task } from './context.ts';
import { checkHeads } from './head-check.ts';
import { findPointers, isCurrent, type Contents, type Pointer } from './pack-index.ts';
import { readPack } from './pack-read.ts';

type BodyPointer = Extract<Pointer, { kind: 'body' }>;

/** One change moves the texts of this many articles. */
const AT_ONCE = 200;

export async function checkPack(
  context: Context,
  task: Task,
  { pack, contents }: { pack: string; contents: Contents },
) {
  const { store, library } = context;
  const pointers = findPointers(library.catalogue, pack, contents);
  const { isThere, damaged, whole } = await readPack(store.bodies, { pack, pointers }, task);
  const now = damaged.filter((pointer) => isCurrent(library.catalogue, pointer));
  const bodies = now.filter((pointer) => pointer.kind === 'body');
  if (bodies.length > 0) await reportBodies(context, task, { pack, isThere, bodies });
  const reports = new Set(now.flatMap((pointer) => (pointer.kind === 'report' ? [pointer.importId] : [])));
  for (const id of reports) await reportReport(context, task, { pack, id });
  await checkHeads(context, task, { pack, whole });
}

type DamagedBodies = { readonly pack: string; readonly isThere: boolean; readonly bodies: readonly BodyPointer[] };

async function reportBodies(context: Context, task: Task, { pack, isThere, bodies }: DamagedBodies): Promise<void> {
  const heads = [...new Map(bodies.map(({ head }) => [head.id, head])).values()];
  const lost = task.repair ? await mend(context, task, heads) : heads;
  const file = `bodies/${pack}.pack`;
  const then = (count: number): string => {
    if (!task.repair) return 'A repair reads it again from the file that was imported';
    return count === 0
      ? 'It was read again from the file that was imported'
      : 'It could not be read again from the file that was imported. Import that file again';
  };
  if (!isThere) {
    const left = task.repair && lost.length > 0 ? ` ${countOf(lost.length, 'text')} could not be had.` : '';
    const words = `${file} is missing, with the text of ${countOf(heads.length, 'article')}. ${then(lost.length)}.${left}`;
    return task.report({ code: 'body-missing', file, words, repaired: lost.length === 0 });
  }
  const areLost = new Set(lost.map(({ id }) => id));
  for (const { id, title } of heads) {
    const isLost = areLost.has(id);
    const words = `The text of "${title}" in ${file} is not as it was written. ${then(Number(isLost))}.`;
    task.report({ code: 'body-damaged', file, words, repaired: !isLost });
  }
}

/** Answers those whose texts could not be had or written. */
async function mend({ reread }: Context, { signal }: Task, heads: readonly Head[]): Promise<readonly Head[]> {
  const lost: Head[] = [];
  for (let start = 0; start < heads.length; start += AT_ONCE) {
    signal.throwIfAborted();
    const batch = heads.slice(start, start + AT_ONCE);
    const failed = await tryRepair(async () => void lost.push(...(await reread.mend(batch))));
    if (failed !== undefined) lost.push(...batch);
  }
  return lost;
}

async function reportReport(
  { library, rereport }: Context,
  task: Task,
  { pack, id }: { readonly pack: string; readonly id: Parameters<Context['rereport']['mend']>[0] },
): Promise<void> {
  let isMended = false;
  if (task.repair)
    await tryRepair(async () => void (isMended = await rereport.mend(id, (_report, ref) => ref.pack === pack)));
  const { imports, removed } = library.catalogue;
  const name = (imports.get(id) ?? removed.get(id)?.record)?.summary.name ?? id;
  const file = `bodies/${pack}.pack`;
  const then = isMended
    ? 'It was made again from the files that were imported.'
    : task.repair
      ? 'It could not be made again, because a file that was imported is not whole. Import that file again, then repair.'
      : 'A repair makes it again from the files that were imported.';
  const words = `The report on the import "${name}" in ${file} is not as it was written. ${then}`;
  task.report({ code: 'report-damaged', file, words, repaired: isMended });
}

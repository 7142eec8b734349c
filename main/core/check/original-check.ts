/* One dropped file as it is kept: named by its content, and therefore re-hashed. */

import type { Sha256 } from '../../../shared/model.ts';
import { countOf } from '../../../shared/words.ts';
import type { Catalogue, Head } from '../library/state.ts';
import type { Context, Task } from './context.ts';

/** One that no import names is a matter of its own (unknown-originals.ts). */
export async function checkOriginal(
  context: Context,
  { signal, breathe, report }: Task,
  sha256: Sha256,
): Promise<void> {
  const { store, library } = context;
  const { state } = await store.originals.verify(sha256, signal);
  if (state === 'whole') return;
  const uses = findUses(library.catalogue, sha256);
  if (uses.length === 0) return;
  const names = [...new Set(uses.map(({ file, name }) => `${file} of the import "${name}"`))];
  const heads = await findHeads(library.catalogue, uses, breathe);
  const isReadable = await areReadable(context, heads, { signal, breathe });
  const missing = state === 'missing';
  const words = [
    `The kept copy of ${wordNames(names)} is ${missing ? 'missing' : 'damaged'}.`,
    `${countOf(heads.length, 'article')} came from it${wordTitles(heads)}.`,
    isReadable ? 'All of them can be read: nothing that can be read is lost.' : 'Not all of them can be read.',
    'Import the same file again, and it is kept anew.',
  ].join(' ');
  const file = pathOf(sha256);
  report({ code: missing ? 'original-missing' : 'original-damaged', file, words, repaired: false });
}

export function pathOf(sha256: Sha256): string {
  return `originals/${sha256.slice(0, 2)}/${sha256.slice(2)}.gz`;
}

type Use = { readonly importId: string; readonly number: number; readonly file: string; readonly name: string };

function findUses({ imports, removed }: Catalogue, sha256: Sha256): readonly Use[] {
  const records = [...imports.values(), ...[...removed.values()].map(({ record }) => record)];
  return records.flatMap(({ summary, files }) =>
    files.flatMap(({ file, original }, number) =>
      original === sha256 ? [{ importId: summary.id, number, file, name: summary.name }] : [],
    ),
  );
}

async function findHeads(
  { heads, removed }: Catalogue,
  uses: readonly Use[],
  breathe: () => Promise<void>,
): Promise<readonly Head[]> {
  const places = new Set(uses.map(({ importId, number }) => `${importId} ${number}`));
  const from = new Map<string, Head>();
  const look = (head: Head): void => {
    if (head.found.some(({ importId, file }) => places.has(`${importId} ${file}`))) from.set(head.id, head);
  };
  for (const head of heads.values()) {
    look(head);
    await breathe();
  }
  for (const kept of removed.values()) kept.heads.forEach(look);
  return [...from.values()];
}

async function areReadable(
  { store }: Context,
  heads: readonly Head[],
  { signal, breathe }: Pick<Task, 'signal' | 'breathe'>,
): Promise<boolean> {
  for (const { body } of heads) {
    signal.throwIfAborted();
    await breathe();
    const isWhole = await store.bodies.read(body).then(
      () => true,
      () => false,
    );
    if (!isWhole) return false;
  }
  return true;
}

const NAMED = 3;

function wordNames(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${countOf(names.length - NAMED, 'more file')}` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}

function wordTitles(heads: readonly Head[]): string {
  if (heads.length === 0) return '';
  const titles = heads.slice(0, NAMED).map(({ title }) => `"${title}"`);
  return ` (${titles.join(', ')}${heads.length > NAMED ? ', ...' : ''})`;
}

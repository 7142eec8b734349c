/* What an import is called in the sidebar. */

import { basename } from 'node:path';
import { countOf } from '../../../shared/words.ts';
import type { ImportSource } from '../import/parsed.ts';

type Sources = Iterable<ImportSource> | AsyncIterable<ImportSource>;

/**
 * Names an import: as given, else after its one file or folder, else "12 files". Without a given name all sources are
 * gathered first, because their number is part of the name.
 */
export async function gatherSources(
  sources: Sources,
  given: string | undefined,
): Promise<{ readonly name: string; readonly sources: Sources }> {
  if (given !== undefined) return { name: given, sources };
  const gathered: ImportSource[] = [];
  for await (const source of sources) gathered.push(source);
  return { name: nameAll(gathered), sources: gathered };
}

/** A host that walked a folder itself names its files by their path in it: `week/monday.txt`. */
function nameAll(sources: readonly ImportSource[]): string {
  const [only] = sources;
  if (only?.kind === 'text' && sources.length === 1) return only.name;
  const paths = sources.map((source) => nameOf(source).split('/'));
  const roots = new Set(paths.map(([root = '']) => root));
  const [root = ''] = roots;
  const isOne = sources.length === 1 || (roots.size === 1 && paths.every(({ length }) => length > 1));
  return isOne ? root : countOf(sources.length, 'file');
}

function nameOf(source: ImportSource): string {
  if (source.kind !== 'path') return source.name;
  return source.name ?? (basename(source.path) || source.path);
}

/** "Pasted text: The first words of it..." */
export function namePasted(text: string): string {
  const start = text.slice(0, 2000).trim().split(/\s+/).slice(0, 6).join(' ');
  const words = start.slice(0, 48).replace(/[\uD800-\uDBFF]$/, '');
  return words === '' ? 'Pasted text' : `Pasted text: ${words}${words.length < text.trim().length ? '…' : ''}`;
}

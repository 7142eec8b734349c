/*
 * Writes a new generation of the catalogue, part by part: only parts that changed, one at a time, so that nothing else
 * waits longer than it takes to spell out 2,000 heads. The picture is taken at the start, in one go.
 */

import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { removeDurably } from './atomic-file.ts';
import type { Disk } from './disk.ts';
import type { Codec } from './load.ts';
import { findManifests, manifestPath, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { isPartName, writePart, type PartRef } from './parts.ts';

export type Compaction<Document> = {
  /** Writes the document as it is at the call, which is after change `moment.sequence`. */
  readonly write: (document: Document, moment: Omit<Manifest, 'format' | 'parts'>) => Promise<void>;
  /** Removes generations that are too old and the parts that no generation names. */
  readonly clear: () => Promise<void>;
  /** The next generation writes every part anew: files on disk are not trusted. */
  readonly distrust: () => void;
};

const GENERATIONS_KEPT = 3;

/** `parts` are the files of the generation that was read, which are known to be good. */
export function createCompaction<Document, Change>(
  { disk, catalogue, codec }: { disk: Disk; catalogue: string; codec: Codec<Document, Change> },
  parts: readonly PartRef[],
): Compaction<Document> {
  let known = new Map(parts.map((ref) => [ref.key, ref]));
  /** Changed since they were written; a generation that failed leaves them here. */
  const dirty = new Set<string>();

  async function write(document: Document, moment: Omit<Manifest, 'format' | 'parts'>): Promise<void> {
    for (const key of codec.takeDirty(document)) dirty.add(key);
    const keys = codec.keys(document);
    const changed = keys.filter((key) => dirty.has(key) || !known.has(key));
    const drawings = new Map(changed.map((key) => [key, codec.draw(document, key)]));
    // Taking the picture was a slice of its own.
    await nextTurn();
    const files = new Set([...known.values()].map(({ file }) => file));
    const refs: PartRef[] = [];
    for (const key of keys) {
      const spell = drawings.get(key);
      const unchanged = known.get(key);
      if (spell === undefined && unchanged !== undefined) refs.push(unchanged);
      else if (spell !== undefined) {
        refs.push(await writePart(disk, catalogue, { key, text: spell(), isThere: (file) => files.has(file) }));
        await nextTurn();
      }
    }
    await writeManifest(disk, catalogue, { format: 2, ...moment, parts: refs });
    known = new Map(refs.map((ref) => [ref.key, ref]));
    for (const key of changed) dirty.delete(key);
    for (const key of dirty) if (!known.has(key)) dirty.delete(key);
  }

  async function clear(): Promise<void> {
    const sequences = await findManifests(disk, catalogue);
    const named = new Set<string>();
    for (const sequence of sequences.slice(0, GENERATIONS_KEPT)) {
      for (const { file } of (await readManifest(disk, catalogue, sequence))?.parts ?? []) named.add(file);
    }
    await removeDurably(
      disk,
      sequences.slice(GENERATIONS_KEPT).map((sequence) => manifestPath(catalogue, sequence)),
    );
    const strays = (await disk.list(catalogue)).filter((name) => isPartName(name) && !named.has(name));
    await removeDurably(
      disk,
      strays.map((name) => join(catalogue, name)),
    );
  }

  return {
    write,
    clear,
    distrust() {
      known = new Map();
    },
  };
}

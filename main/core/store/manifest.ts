/*
 * Generations of the catalogue: `catalogue/N.manifest.json` names the parts that make up the catalogue after change N.
 * One sealed line, written when all its parts are on disk.
 */

import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from './atomic-file.ts';
import type { Disk } from './disk.ts';
import type { PartRef } from './parts.ts';
import { openSealed, sealLine } from './sealed-line.ts';

const partSchema = z.object({
  key: z.string(),
  file: z.string().regex(/^[a-z0-9-]+\.[0-9a-f]{16}\.json$/),
  bytes: z.number().int().min(0),
  sha256: z.string().length(64),
});
const manifestSchema = z.object({
  /** A later format that still has this shape can be read. */
  format: z.number().int().min(2),
  library: z.string(),
  device: z.string(),
  sequence: z.number().int().min(0),
  time: z.tuple([z.number(), z.number()]).readonly(),
  parts: z.array(partSchema),
});

/** `sequence` and `time` are those of the last change that the generation holds. */
export type Manifest = Readonly<Omit<z.infer<typeof manifestSchema>, 'parts'>> & { readonly parts: readonly PartRef[] };

const NAME = /^(\d{12})\.manifest\.json$/;
const LINE_BREAK = 0x0a;

/** Sequences of the generations whose manifests are there, newest first. */
export async function findManifests(disk: Disk, catalogue: string): Promise<number[]> {
  return (await disk.list(catalogue))
    .map((name) => Number(NAME.exec(name)?.[1] ?? NaN))
    .filter((sequence) => !Number.isNaN(sequence))
    .sort((a, b) => b - a);
}

export function manifestPath(catalogue: string, sequence: number): string {
  return join(catalogue, `${String(sequence).padStart(12, '0')}.manifest.json`);
}

export async function writeManifest(disk: Disk, catalogue: string, manifest: Manifest): Promise<void> {
  await writeAtomic(disk, manifestPath(catalogue, manifest.sequence), `${sealLine(manifest).text}\n`);
}

/** Reads a manifest; undefined when any byte of it is not as it was written. */
export async function readManifest(disk: Disk, catalogue: string, sequence: number): Promise<Manifest | undefined> {
  const bytes = await disk.readFile(manifestPath(catalogue, sequence));
  if (bytes.at(-1) !== LINE_BREAK) return undefined;
  const manifest = manifestSchema.safeParse(openSealed(bytes.subarray(0, -1))?.value).data;
  return manifest?.sequence === sequence ? manifest : undefined;
}

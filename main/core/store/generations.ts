/*
 * Generations of the catalogue: `catalogue/N.snapshot`, N being the sequence of the last change it holds. The first
 * line is a header, then one line of JSON per chunk, and the last line is the SHA-256 of all bytes before it.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { isTemporary, writeAtomicWith } from './atomic-file.ts';

export type GenerationHeader = { readonly format: 1; readonly sequence: number; readonly device: string };
export type Generation = { readonly header: GenerationHeader; readonly chunks: readonly unknown[] };

const headerSchema = z.object({ format: z.literal(1), sequence: z.number().int().min(0), device: z.string() });
const NAME = /^(\d{12})\.snapshot$/;
const SEAL = /^\{"sha256":"([0-9a-f]{64})"\}\n$/;
const SEAL_LENGTH = '{"sha256":""}\n'.length + 64;

/** Sequences of the generations that are there, newest first. Temporary files of a crash are removed. */
export async function findGenerations(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  for (const name of names.filter(isTemporary)) await rm(join(folder, name));
  return names
    .map((name) => Number(NAME.exec(name)?.[1] ?? NaN))
    .filter((sequence) => !Number.isNaN(sequence))
    .sort((a, b) => b - a);
}

export function generationPath(folder: string, sequence: number): string {
  return join(folder, `${String(sequence).padStart(12, '0')}.snapshot`);
}

/**
 * Writes a generation. `chunks` gives lines of JSON one by one; other work gets its turn between two of them, so they
 * must describe one moment. Answers the size in bytes.
 */
export async function writeGeneration(
  folder: string,
  header: Omit<GenerationHeader, 'format'>,
  chunks: Iterable<string>,
): Promise<number> {
  let size = 0;
  await writeAtomicWith(generationPath(folder, header.sequence), async (file) => {
    const hash = createHash('sha256');
    const write = async (line: string): Promise<void> => {
      const bytes = Buffer.from(`${line}\n`);
      hash.update(bytes);
      await file.writeFile(bytes);
      size += bytes.length;
      await nextTurn();
    };
    await write(JSON.stringify({ format: 1, ...header }));
    for (const chunk of chunks) await write(chunk);
    await file.writeFile(`{"sha256":"${hash.digest('hex')}"}\n`);
  });
  return size + SEAL_LENGTH;
}

/** Reads a generation; undefined when any byte of it is not as it was written. */
export async function readGeneration(folder: string, sequence: number): Promise<Generation | undefined> {
  const bytes = await readFile(generationPath(folder, sequence));
  const payload = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));
  const seal = SEAL.exec(bytes.toString('latin1', payload.length))?.[1];
  if (seal === undefined || createHash('sha256').update(payload).digest('hex') !== seal) return undefined;
  const [first, ...chunks] = toLines(payload).map((line): unknown => JSON.parse(line.toString('utf8')));
  const header = headerSchema.safeParse(first).data;
  return header?.sequence === sequence ? { header, chunks } : undefined;
}

/** Device that wrote the newest generation that can still be read. */
export async function findDevice(folder: string): Promise<string | undefined> {
  for (const sequence of await findGenerations(folder)) {
    const generation = await readGeneration(folder, sequence);
    if (generation !== undefined) return generation.header.device;
  }
  return undefined;
}

function toLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

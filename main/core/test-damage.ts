/* Makes libraries inconsistent by hand, for tests of what notices that. */

import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from './library/change.ts';
import type { JournalLine } from './store/journal-read.ts';
import { openSealed, sealLine } from './store/sealed-line.ts';

/** Paths of all files below a folder, relative to it, with `/`, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if ((await stat(join(folder, name))).isFile()) files.push(name.replaceAll('\\', '/'));
  }
  return files.sort();
}

export async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  await writeFile(path, bytes);
}

/** Flips a byte of the first place where the text stands. */
export async function flipText(path: string, text: string): Promise<void> {
  const at = (await readFile(path)).indexOf(text);
  if (at < 0) throw new Error(`${path} does not hold ${text}`);
  await flipByte(path, at);
}

export async function onlyFile(folder: string, pattern: RegExp): Promise<string> {
  const [name, ...more] = (await readdir(folder)).filter((each) => pattern.test(each));
  if (name === undefined || more.length > 0) throw new Error(`${folder} holds not one file ${pattern}`);
  return join(folder, name);
}

export async function readJournalLines(path: string): Promise<readonly JournalLine[]> {
  const lines = (await readFile(path, 'latin1')).split('\n').slice(0, -1);
  return lines.map((line) => openSealed(Buffer.from(line, 'latin1'))?.value as JournalLine);
}

/** Writes a further change to the end of a journal, as a reader that had a fault might have. */
export async function appendChange(path: string, change: Change): Promise<void> {
  const last = (await readJournalLines(path)).at(-1);
  if (last === undefined) throw new Error(`${path} is empty`);
  const line = { ...last, seq: last.seq + 1, change };
  await writeFile(path, `${sealLine(withoutSum(line)).text}\n`, { flag: 'a' });
}

/** Writes a pack as a reader would and answers where its records lie. */
export async function writePack(folder: string, pack: string, records: readonly object[]) {
  let offset = 0;
  const sealed = records.map((record) => {
    const { text, sum } = sealLine(withoutSum(record));
    const ref = { pack, offset, length: Buffer.byteLength(text), sum };
    offset += ref.length + 1;
    return { text, ref };
  });
  await writeFile(join(folder, 'bodies', `${pack}.pack`), sealed.map(({ text }) => `${text}\n`).join(''));
  return sealed.map(({ ref }) => ref);
}

export async function readPackRecords(path: string): Promise<readonly Record<string, unknown>[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => withoutSum(JSON.parse(line) as Record<string, unknown>));
}

function withoutSum<Value extends object>(value: Value): Value {
  const { sum: _sum, ...rest } = value as Value & { readonly sum?: string };
  return rest as Value;
}

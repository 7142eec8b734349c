/* Damages the files of a library that is closed, and tells whether anything in a folder has changed. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Paths of the files below a folder, with `/`, sorted. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .toSorted();
}

/** The one file below a folder whose path matches. */
export function findOne(folder: string, pattern: RegExp): string {
  const [name, ...more] = listFiles(folder).filter((each) => pattern.test(each));
  if (name === undefined || more.length > 0) throw new Error(`${folder} holds not one file ${pattern}`);
  return path.join(folder, name);
}

/** Changes one bit of the first place where the text stands; without a text, of the byte in the middle. */
export function flip(file: string, text?: string): void {
  const bytes = readFileSync(file);
  const at = text === undefined ? Math.floor(bytes.length / 2) : bytes.indexOf(text);
  if (at < 0) throw new Error(`${file} does not hold ${text}`);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  writeFileSync(file, bytes);
}

/** Fills files with zeros, as a dying disk may. */
export function zero(folder: string, pattern: RegExp): void {
  for (const name of listFiles(folder).filter((each) => pattern.test(each))) {
    const file = path.join(folder, name);
    writeFileSync(file, Buffer.alloc(statSync(file).size));
  }
}

/** Each file below a folder with its SHA-256. Those of the lock come and go. */
export function pictureOf(folder: string): Readonly<Record<string, string>> {
  const names = listFiles(folder).filter((name) => !/^lock(\.json)?(-journal)?$/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

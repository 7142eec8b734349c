/* `list`: the articles of the library, newest first. */

import { existsSync } from 'node:fs';
import { openReader } from '../core/reader.ts';
import type { LibraryCommand } from './arguments.ts';
import { findLibrary } from './library.ts';
import type { Output } from './output.ts';
import { plainText } from './words.ts';

/** Throws `ReaderError` when the library is in use. A library that was never made lists nothing and is not made here. */
export async function listCommand({ json, library: named }: LibraryCommand, output: Output): Promise<number> {
  const library = await findLibrary(named, output);
  if (!existsSync(library)) {
    output.problem(`There is no library in ${library} yet.`);
    return 0;
  }
  const reader = await openReader({ directory: library, log: (line) => output.problem(line) });
  try {
    for (const article of await reader.list()) {
      if (output.isClosed()) break;
      const { id, title, source, date, importedAt, read, starred, tags, file, lines, words } = article;
      if (json) await output.json({ id, title, source, date, importedAt, read, starred, tags, file, lines, words });
      else await output.line(describe({ title, source, date, read, starred }));
    }
  } finally {
    await reader.close();
  }
  return 0;
}

type Listed = {
  readonly title: string;
  readonly source: string | null;
  readonly date: string | null;
  readonly read: boolean;
  readonly starred: boolean;
};

/** "* unread  2024-08-03  Source  Headline" */
function describe({ title, source, date, read, starred }: Listed): string {
  const marks = `${starred ? '*' : ' '} ${read ? '      ' : 'unread'}`;
  return `${marks}  ${(date ?? 'undated').slice(0, 10).padEnd(10)}  ${plainText(source ?? 'no source')}  ${plainText(title)}`;
}

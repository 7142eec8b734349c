/* What Broadsheet was started with. Chromium puts switches of its own among the words; they are passed over. */

import path from 'node:path';

export type Arguments = { readonly library: string | undefined; readonly files: readonly string[] };

/** Reads `[--library DIR] [FILE...]`. `own` are paths of the app itself, one of which stands among the words in development. */
export function readArguments(words: readonly string[], workingDirectory: string, own: readonly string[]): Arguments {
  const files: string[] = [];
  let library: string | undefined;
  let takesLibrary = false;
  for (const word of words) {
    if (takesLibrary) library = word;
    else if (word.startsWith('--library=')) library = word.slice('--library='.length);
    else if (!word.startsWith('-')) files.push(path.resolve(workingDirectory, word));
    takesLibrary = word === '--library';
  }
  return {
    library: library === undefined ? undefined : path.resolve(workingDirectory, library),
    files: files.filter((file) => !own.includes(file)),
  };
}

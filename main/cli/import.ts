/* `import`: files and folders into the library. Reports only what is safely on disk. */

import type { FileReport } from '../../shared/model.ts';
import { ReaderError } from '../../shared/errors.ts';
import { countOf, wordProfile } from '../../shared/words.ts';
import { handedWords, handOver } from '../core/place/handover.ts';
import { openReader, type Reader } from '../core/reader.ts';
import type { LibraryCommand, PathsCommand } from './arguments.ts';
import { findLibrary } from './library.ts';
import type { Output } from './output.ts';
import { ledgerToJson } from './parse.ts';
import { onStopSignal } from './stop-signal.ts';
import { describeRefused, displayName, indent } from './words.ts';

type ImportCommand = PathsCommand & LibraryCommand;

/**
 * 0 when at least one file could be read or all were handed to the Broadsheet that has the library open, 1 when none
 * could or the import was stopped. Throws `ReaderError` when the library is in use and nobody takes the files.
 */
export async function importCommand({ json, library, paths }: ImportCommand, output: Output): Promise<number> {
  const directory = await findLibrary(library, output);
  const reader = await openOrHandOver(directory, paths, output);
  if (reader === undefined) return 0;
  try {
    return await importInto(reader, { json, paths }, output);
  } finally {
    await reader.close();
  }
}

/** Undefined when the files were handed over. */
async function openOrHandOver(
  directory: string,
  paths: readonly string[],
  output: Output,
): Promise<Reader | undefined> {
  try {
    return await openReader({ directory, log: (line) => output.problem(line) });
  } catch (error) {
    const isLocked = error instanceof ReaderError && error.code === 'locked';
    if (!isLocked || (await handOver(directory, paths)) === undefined) throw error;
    output.problem(handedWords);
    return undefined;
  }
}

async function importInto(reader: Reader, { json, paths }: PathsCommand, output: Output): Promise<number> {
  const ticket = reader.importFiles(paths.map((path) => ({ kind: 'path', path }) as const));
  const stopWaiting = onStopSignal(ticket.cancel);
  const summary = await ticket.finished.finally(stopWaiting);
  let read = 0;
  for await (const report of reader.reports(ticket.id)) {
    if (report.refused === null) read += 1;
    if (json) await output.json(toJson(report));
    else await output.line(describe(report));
  }
  const isStopped = summary?.cancelled ?? true;
  if (isStopped) output.problem('The import was stopped; what is listed above is in the library.');
  return !isStopped && read > 0 ? 0 : 1;
}

/** The keys and their order are an agreement with tests, tools and people. */
function toJson({ file, found, new: added, known, refused, warnings, ledger }: FileReport): unknown {
  return {
    file,
    found,
    new: added,
    known,
    refused: refused === null ? null : { code: refused.code, message: refused.message },
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    ledger: ledger === null ? null : ledgerToJson(ledger),
  };
}

function describe({ file, new: added, known, refused, profile, warnings }: FileReport): string {
  if (refused !== null) return describeRefused(file, refused);
  const already = known === 0 ? '' : `, ${countOf(known, 'article')} already in the library`;
  return [
    `${displayName(file)}: ${countOf(added, 'new article')}${already}`,
    ...(profile === undefined ? [] : [indent(wordProfile(profile.name))]),
    ...warnings.map(({ message }) => indent(`! ${message}`)),
  ].join('\n');
}

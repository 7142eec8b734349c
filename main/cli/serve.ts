/* `serve`: the library in a browser on this machine, until it is stopped. */

import path from 'node:path';
import { ReaderError } from '../../shared/errors.ts';
import { countOf } from '../../shared/words.ts';
import type { ImportId } from '../../shared/model.ts';
import { openPlaceHere } from '../core/place/open-here.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { takeFiles } from '../core/place/take-files.ts';
import { findWhere } from '../core/place/where.ts';
import { servePlace, type Served } from '../server/serve.ts';
import type { ServeCommand } from './arguments.ts';
import type { Output } from './output.ts';
import { waitForStopSignal } from './stop-signal.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The built renderer and the dump that ships with Broadsheet. */
export const rendererDirectory = path.join(root, 'dist/renderer');
export const sample = path.join(root, 'assets/welcome.txt');

/** Prints the start link and runs until SIGINT or SIGTERM. Throws `ReaderError` when the library is in use. */
export async function serveCommand({ library, port }: ServeCommand, output: Output): Promise<number> {
  const place = await openPlaceHere({ where: await findWhere({ library }), sample, log });
  try {
    refuseLocked(place);
    await serveUntilStopped({ place, port, output });
  } finally {
    await place.close();
  }
  return 0;
}

/** Any other trouble the window shows; but where another Broadsheet has the library there is a window already. */
export function refuseLocked(place: LibraryPlace): void {
  const { reason } = place.get();
  if (reason?.code === 'locked') throw new ReaderError(reason.code, reason.message);
}

export type ServeUntilStopped = {
  readonly place: LibraryPlace;
  readonly port: number;
  readonly output: Output;
  /** Put behind the first link: what its window opens on. */
  readonly opens?: string;
  /** Runs once the server answers. */
  readonly onServed?: (served: Served) => void;
};

export async function serveUntilStopped({
  place,
  port,
  output,
  opens = '',
  onServed,
}: ServeUntilStopped): Promise<void> {
  const stopped = waitForStopSignal();
  const served = await servePlace({ place, rendererDirectory, port, log });
  const taking = await takeFiles({ place, onFiles: (files) => importPaths(place, files), log });
  const stopOffering = offerLinks(served, output);
  try {
    await output.line(`${served.url}${opens}`);
    onServed?.(served);
    await stopped;
    sayLost(place, output);
  } finally {
    stopOffering();
    await taking.close();
    await served.close();
  }
}

/** Nobody can be asked when a signal ends the program; closing tries once more to write what waits. */
function sayLost(place: LibraryPlace, output: Output): void {
  const { waiting } = place.get();
  if (waiting === null) return;
  output.problem(`${countOf(waiting.changes, 'change')} could not be written until now. ${waiting.message}`);
}

/** Imports paths, folders included. Null when there are none. */
export function importPaths(place: LibraryPlace, paths: readonly string[]): ImportId | null {
  if (paths.length === 0) return null;
  const { id, finished } = place.importFiles(paths.map((file) => ({ kind: 'path', path: file })));
  finished.catch((error: unknown) => log('The files could not be imported', error));
  return id;
}

/** A link works once; Enter in the terminal prints the next one. */
function offerLinks({ newUrl }: Served, output: Output): () => void {
  if (!process.stdin.isTTY) return () => undefined;
  output.problem('Press Enter for a further link, Ctrl+C to stop.');
  const print = (): void => {
    output.line(newUrl()).catch((error: unknown) => log('The link could not be printed', error));
  };
  process.stdin.on('data', print);
  return () => {
    process.stdin.off('data', print);
    process.stdin.pause();
  };
}

function log(line: string, error?: unknown): void {
  console.error(error === undefined ? line : `${line}:`, ...(error === undefined ? [] : [error]));
}

/* `serve`: the library in a browser on this machine, until it is stopped. */

import path from 'node:path';
import { openReader, type Reader } from '../core/reader.ts';
import { serveReader, type Served } from '../server/serve.ts';
import type { ServeCommand } from './arguments.ts';
import type { Output } from './output.ts';
import { waitForStopSignal } from './stop-signal.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The built renderer and the dump that ships with Broadsheet. */
export const rendererDirectory = path.join(root, 'dist/renderer');
export const sample = path.join(root, 'assets/welcome.txt');

/** Prints the start link and runs until SIGINT or SIGTERM. Throws `ReaderError` when the library is in use. */
export async function serveCommand({ library, port }: ServeCommand, output: Output): Promise<number> {
  const reader = await openReader({ directory: library, sample, log });
  try {
    await serveUntilStopped({ reader, port, output });
  } finally {
    await reader.close();
  }
  return 0;
}

export type ServeUntilStopped = {
  readonly reader: Reader;
  readonly port: number;
  readonly output: Output;
  /** Put behind the first link: what its window opens on. */
  readonly opens?: string;
  /** Runs once the server answers. */
  readonly onServed?: (served: Served) => void;
};

export async function serveUntilStopped({
  reader,
  port,
  output,
  opens = '',
  onServed,
}: ServeUntilStopped): Promise<void> {
  const stopped = waitForStopSignal();
  const served = await serveReader({ reader, rendererDirectory, port, log });
  const stopOffering = offerLinks(served, output);
  try {
    await output.line(`${served.url}${opens}`);
    onServed?.(served);
    await stopped;
  } finally {
    stopOffering();
    await served.close();
  }
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

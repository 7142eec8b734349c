/* Host B as `npm start` opens it: served, shown in the system's browser, files imported at once. */

import { spawn } from 'node:child_process';
import { sample, serveUntilStopped } from '../cli/serve.ts';
import type { Output } from '../cli/output.ts';
import type { ImportId } from '../../shared/model.ts';
import { openReader, type Reader } from '../core/reader.ts';
import type { Served } from '../server/serve.ts';
import { findOpener } from './opener.ts';

export type BrowserStart = {
  readonly library: string;
  readonly files: readonly string[];
  /** Why it is the browser; said once the library is open. */
  readonly reason: string;
  readonly output: Output;
};

/** Runs until it is stopped. Throws `ReaderError` when the library is in use. */
export async function startInBrowser({ library, files, reason, output }: BrowserStart): Promise<number> {
  const reader = await openReader({ directory: library, sample, log: (line) => output.problem(line), warm: true });
  try {
    output.problem(reason);
    // The link names the import, so that the window opens on it whenever it comes.
    const opens = files.length === 0 ? '' : `&import=${importNamed(reader, files, output)}`;
    const onServed = ({ url }: Served): void => openBrowser(`${url}${opens}`, output);
    await serveUntilStopped({ reader, port: 0, output, opens, onServed });
  } finally {
    await reader.close();
  }
  return 0;
}

function importNamed(reader: Reader, files: readonly string[], output: Output): ImportId {
  const { id, finished } = reader.importFiles(files.map((path) => ({ kind: 'path', path })));
  finished.catch((error: unknown) => output.problem(`The files could not be imported: ${String(error)}`));
  return id;
}

function openBrowser(url: string, output: Output): void {
  const opener = findOpener(process.platform, process.env);
  if (opener === undefined) return output.problem('Open this link in a browser on this machine.');
  const child = spawn(opener.program, [...opener.words, url], { stdio: 'ignore', detached: true });
  child.once('error', () => output.problem('No browser could be opened. Open the link yourself.'));
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) output.problem('No browser could be opened. Open the link yourself.');
  });
  child.unref();
}

/* Host B as `npm start` opens it: served, shown in the system's browser, files imported at once. */

import { spawn } from 'node:child_process';
import { importPaths, refuseLocked, sample, serveUntilStopped } from '../cli/serve.ts';
import type { Output } from '../cli/output.ts';
import type { ImportId } from '../../shared/model.ts';
import { ReaderError } from '../../shared/errors.ts';
import { handedWords, handOver } from '../core/place/handover.ts';
import { openPlaceHere } from '../core/place/open-here.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { findWhere } from '../core/place/where.ts';
import type { Served } from '../server/serve.ts';
import { findOpener } from './opener.ts';

export type BrowserStart = {
  /** What `--library` named. */
  readonly library: string | undefined;
  readonly files: readonly string[];
  /** Why it is the browser; said once the library is open. */
  readonly reason: string;
  readonly output: Output;
};

/**
 * Runs until it is stopped; a library that cannot be opened shows its trouble in the window. Hands the files over where
 * another Broadsheet has the library, and throws `ReaderError` `locked` where that one does not take them.
 */
export async function startInBrowser({ library, files, reason, output }: BrowserStart): Promise<number> {
  const log = (line: string): void => output.problem(line);
  const place = await openPlaceHere({ where: await findWhere({ library }), sample, log, warm: true });
  try {
    if (await isHandedOver(place, files)) {
      output.problem(handedWords);
      return 0;
    }
    output.problem(reason);
    // The link names the import, so that the window opens on it whenever it comes.
    const id = importNamed(place, files, output);
    const opens = id === null ? '' : `&import=${id}`;
    const onServed = ({ url }: Served): void => openBrowser(`${url}${opens}`, output);
    await serveUntilStopped({ place, port: 0, output, opens, onServed });
  } finally {
    await place.close();
  }
  return 0;
}

async function isHandedOver(place: LibraryPlace, files: readonly string[]): Promise<boolean> {
  const { folder, reason } = place.get();
  if (reason?.code !== 'locked') return false;
  if ((await handOver(folder, files)) !== undefined) return true;
  refuseLocked(place);
  return false;
}

/** Null where there are none, or no library to take them; then it is said that they have to be named again. */
function importNamed(place: LibraryPlace, files: readonly string[], output: Output): ImportId | null {
  try {
    return importPaths(place, files);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    output.problem(`The files were not imported: ${error.message}`);
    return null;
  }
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

/* Host B as `npm start` opens it: served, shown in the system's browser, files imported once the window is there. */

import { spawn } from 'node:child_process';
import { sample, serveUntilStopped } from '../cli/serve.ts';
import type { Output } from '../cli/output.ts';
import { openReader } from '../core/reader.ts';
import { findOpener } from './opener.ts';

/** A browser that is not there by then may never come; the files are imported all the same. */
const windowMs = 15_000;

export type BrowserStart = { readonly library: string; readonly files: readonly string[]; readonly output: Output };

/** Runs until it is stopped. Throws `ReaderError` when the library is in use. */
export async function startInBrowser({ library, files, output }: BrowserStart): Promise<number> {
  const reader = await openReader({ directory: library, sample, log: (line) => output.problem(line) });
  try {
    await serveUntilStopped({
      reader,
      port: 0,
      output,
      onServed: ({ url, opened }) => {
        openBrowser(url, output);
        if (files.length === 0) return;
        const waited = new Promise<void>((resolve) => void setTimeout(resolve, windowMs).unref());
        // The window opens the first article when it sees the import finish, so it must be there first.
        void Promise.race([opened, waited]).then(() =>
          reader.importFiles(files.map((path) => ({ kind: 'path', path }))),
        );
      },
    });
  } finally {
    await reader.close();
  }
  return 0;
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

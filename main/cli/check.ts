/* `check`: looks through a library that nobody has open, and mends it where that was asked for. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../../shared/errors.ts';
import type { CheckStatus, Problem } from '../../shared/place.ts';
import { countOf } from '../../shared/words.ts';
import { openReader, type Reader } from '../core/reader.ts';
import type { CheckCommand } from './arguments.ts';
import { findLibrary } from './library.ts';
import type { Output } from './output.ts';
import { onStopSignal } from './stop-signal.ts';
import { displayName, plainText } from './words.ts';

/** What opening the library repaired has no code: it is told in words only. */
type Told = Omit<Problem, 'code'> & { readonly code: Problem['code'] | null };

const clearLine = '\r\u001B[K';

/** 0 when nothing is wrong or all was repaired, 1 when problems are left or the check was stopped. Throws `ReaderError`. */
export async function checkCommand({ json, library: named, repair }: CheckCommand, output: Output): Promise<number> {
  const library = await findLibrary(named, output);
  // Opening would make one.
  if (
    !['library.json', 'catalogue', 'journal', 'bodies', 'originals'].some((name) => existsSync(join(library, name)))
  ) {
    throw new ReaderError('not-found', `There is no library in ${displayName(library)}.`);
  }
  const reader = await openReader({ directory: library, log: () => undefined });
  try {
    const { status, isStopped } = await runUntilStopped(reader, repair);
    const problems = [...atOpening(reader), ...status.problems];
    for (const problem of problems) {
      if (json) await output.json(problem);
      else await output.line(describe(problem));
    }
    const left = problems.filter(({ repaired }) => !repaired).length;
    const repaired = problems.length - left;
    if (isStopped) output.problem('The check was stopped before its end.');
    if (json) await output.json({ files: status.done, problems: problems.length, repaired, finished: !isStopped });
    else await output.line(summarise({ files: status.done, problems: problems.length, repaired }));
    return left === 0 && !isStopped ? 0 : 1;
  } finally {
    await reader.close();
  }
}

async function runUntilStopped(
  reader: Reader,
  repair: boolean,
): Promise<{ readonly status: CheckStatus; readonly isStopped: boolean }> {
  let isStopped = false;
  const stopWaiting = onStopSignal(() => {
    isStopped = true;
    reader.check.stop();
  });
  const stopListening = reader.onEvent((event) => {
    if (event.kind === 'check' && event.status.running) showProgress(event.status);
  });
  try {
    return { status: await reader.check.run({ repair }), isStopped };
  } finally {
    stopListening();
    stopWaiting();
    if (process.stderr.isTTY) process.stderr.write(clearLine);
  }
}

function showProgress({ done, total }: CheckStatus): void {
  if (process.stderr.isTTY) process.stderr.write(`${clearLine}Checking ${done} of ${countOf(total, 'file')}`);
}

/** Opening a library repairs what it meets; that is told like all else. */
function atOpening(reader: Reader): readonly Told[] {
  return (reader.status().recovery?.repairs ?? []).map(({ words, lost }) => ({
    code: null,
    file: null,
    words,
    repaired: !lost,
  }));
}

function describe({ words, repaired }: Told): string {
  return `${repaired ? 'repaired' : 'problem '}  ${plainText(words)}`;
}

type Sum = { readonly files: number; readonly problems: number; readonly repaired: number };

function summarise({ files, problems, repaired }: Sum): string {
  if (problems === 0) return `Checked ${countOf(files, 'file')}: everything is as it was written.`;
  return `Checked ${countOf(files, 'file')}: ${countOf(problems, 'problem')}, ${repaired} repaired.`;
}

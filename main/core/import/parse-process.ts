/*
 * The process that parses, as `parser-process.ts` or Electron starts it: takes jobs from its parent, one at a time, and
 * answers them. It holds nothing that is worth keeping: it may be killed at any moment.
 */

import { wordRefusal } from '../../../shared/words.ts';
import { identify } from './identity.ts';
import { parseFile } from './parse-file.ts';
import { parseWindow } from './parse-window.ts';
import type { FileOutcome, Identity, Parsed, Reading, Refused, Said, Used, Window } from './parsed.ts';

export type Job = {
  readonly id: number;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly corrections?: Said | undefined;
  readonly reading?: Reading | undefined;
  /** The bytes are a window of a file. */
  readonly window?: Window | undefined;
};
export type Done = { readonly id: number; readonly answer: Answer };
export type Answer = Used &
  ({ readonly outcome: Refused } | { readonly outcome: Parsed; readonly identities: readonly Identity[] });

/** The way to the parent where it is Electron; plain Node has its own. */
type ElectronPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (...message: readonly unknown[]) => void;
};

const electronPort = (process as { readonly parentPort?: ElectronPort }).parentPort;

if (electronPort === undefined) {
  process.on('message', (job) => void work(job as Job));
  // Without its parent nobody waits for an answer.
  process.on('disconnect', () => process.exit());
} else {
  electronPort.on('message', ({ data }) => void work(data as Job));
}

async function work(job: Job): Promise<void> {
  const answer = await parseJob(job).catch((error: unknown) => fail(job, error));
  const done = { id: job.id, answer } satisfies Done;
  // A parent that ended meanwhile wants no answer.
  if (electronPort === undefined) process.send?.(done, () => undefined);
  else electronPort.postMessage(...([done] as const));
}

async function parseJob({ file, bytes, corrections, reading, window }: Job): Promise<Answer> {
  if (window === undefined) return identifyAll(await parseFile(bytes, file, { ...corrections, ...reading }));
  const { outcome, used, lines } = await parseWindow(bytes, file, window);
  return { ...identifyAll(outcome), used, lines };
}

function identifyAll(outcome: FileOutcome): Answer {
  return 'refused' in outcome ? { outcome } : { outcome, identities: outcome.articles.map(identify) };
}

/** A fault of ours must not take the whole import down: this file is refused, and the log of the process has the stack. */
function fail({ file }: Job, error: unknown): Answer {
  console.error(error);
  return { outcome: { file, refused: wordRefusal('failed', error instanceof Error ? error.message : String(error)) } };
}

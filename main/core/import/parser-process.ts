/* The process that parses, started by plain Node. Electron has a way of its own (main/electron/parser-process.ts). */

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Done, Job } from './parse-process.ts';

export type ParserProcess = {
  /** Sends a job; its bytes are copied. */
  readonly post: (job: Job) => void;
  /** Whether this process, which waits for an answer, is kept alive by it. */
  readonly hold: (isHeld: boolean) => void;
  readonly kill: () => void;
};

export type ParserListeners = {
  readonly onDone: (done: Done) => void;
  /** Called once, however it ended; `reason` completes "it could not be read:". */
  readonly onEnd: (reason: string) => void;
};

/** Starts the process that parses. May throw; a process that cannot start may also just end. */
export type StartParser = (listeners: ParserListeners) => ParserProcess;

/** Left to itself V8 takes twice the memory; with less room for what is new and less slack, an import is no slower (measured). */
export const parserFlags: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=40'];

/** From source it is TypeScript; a bundle has it as JavaScript beside itself. Not written as a literal, so that no bundler moves it. */
export function parserModule(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./parse-process.${extension}`, import.meta.url));
}

/**
 * Starts `modulePath` as a child of this process. A process, not a thread: what goes wrong in it, be it V8 itself, ends
 * that process and no other. (Node 24 strips types with WebAssembly; two threads that do so at once can end both.)
 */
export function forkParser(modulePath: string, { onDone, onEnd }: ParserListeners): ParserProcess {
  const child = fork(modulePath, [], {
    serialization: 'advanced',
    execArgv: [...parserFlags],
    // Whatever it prints is for the log; the output of a command is not its own.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let hasEnded = false;
  function end(reason: string): void {
    if (!hasEnded) onEnd(reason);
    hasEnded = true;
  }
  child.on('message', (done) => onDone(done as Done));
  child.on('error', (error) => end(error.message));
  child.on('exit', (code, signal) => end(wordEnd(signal === 'SIGABRT' ? 134 : code)));
  hold(false);

  function hold(isHeld: boolean): void {
    child[isHeld ? 'ref' : 'unref']();
    child.channel?.[isHeld ? 'ref' : 'unref']();
  }

  return {
    post: (job) => void child.send(job, (error) => error === null || end(error.message)),
    hold,
    kill: () => void child.kill('SIGKILL'),
  };
}

/** V8 aborts when it has no memory left; a shell shows that as 134. */
export function wordEnd(code: number | null): string {
  return code === 134 ? 'it needs more memory than there is' : 'reading it was stopped';
}

/* Runs Electron on the built program and passes signals on. */

import { spawn } from 'node:child_process';
import path from 'node:path';
import { onParentGone } from '../cli/stop-signal.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** A runtime that lacks a library of the system, or its sandbox, ends at once. */
const startMs = 5000;

export type ElectronRun = {
  readonly program: string;
  /** Undefined: the program finds it. */
  readonly library: string | undefined;
  readonly files: readonly string[];
};

/** Electron's exit code, or that it ended by itself before it could show anything. */
export async function runElectron({ program, library, files }: ElectronRun): Promise<number | 'could not start'> {
  const named = library === undefined ? [] : [`--library=${library}`];
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, [root, ...named, ...files], { stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    signals.forEach((signal) => void process.on(signal, pass));
    const stopWatching = onParentGone(() => pass('SIGTERM'));
    const end = (result: number | 'could not start'): void => {
      stopWatching();
      signals.forEach((signal) => void process.off(signal, pass));
      resolve(result);
    };
    child.once('error', () => end('could not start'));
    child.once('exit', (code, signal) => {
      const died =
        code === 127 || (signal !== null && signal !== 'SIGINT' && signal !== 'SIGTERM' && signal !== 'SIGHUP');
      end(died && performance.now() - startedAt < startMs ? 'could not start' : (code ?? 1));
    });
  });
}

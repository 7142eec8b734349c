/* The stand-in's utility process: a child of plain Node that finds `process.parentPort` as it would in Electron. */

import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Electron from 'electron';

const port = pathToFileURL(path.join(import.meta.dirname, 'parent-port.ts')).href;

class UtilityProcess extends EventEmitter implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'> {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: string[], { execArgv = [], stdio }: Electron.ForkOptions) {
    super();
    const output = stdio === 'inherit' ? 'inherit' : 'ignore';
    this.#child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: [...execArgv, '--import', port],
      stdio: ['ignore', output === 'inherit' ? process.stderr : output, output, 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  postMessage(message: unknown): void {
    this.#child.send(message as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(modulePath, args, options),
};

/** Only for the compiler: the arguments are those of Electron. */
type Fork = (...words: Parameters<typeof Electron.utilityProcess.fork>) => unknown;
utilityProcess.fork satisfies Fork;

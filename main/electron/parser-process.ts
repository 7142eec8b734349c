/* The process that parses, as Electron starts it: a utility process, since the application cannot be run as plain Node. */

import { utilityProcess } from 'electron';
import type { Done } from '../core/import/parse-process.ts';
import { parserFlags, parserModule, wordEnd, type StartParser } from '../core/import/parser-process.ts';

export const startParser: StartParser = ({ onDone, onEnd }) => {
  const child = utilityProcess.fork(parserModule(), [], {
    serviceName: 'Broadsheet parser',
    execArgv: [...parserFlags],
    stdio: 'inherit',
  });
  child.on('message', (done: Done) => onDone(done));
  child.on('exit', (code) => onEnd(wordEnd(code)));
  return {
    post: (...message) => child.postMessage(...message),
    // The application lives as long as its windows, whatever its processes do.
    hold: () => undefined,
    kill: () => void child.kill(),
  };
};

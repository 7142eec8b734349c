/*
 * The child of bundle.test.ts: runs the bundled main process under plain Node. Words: main.js, then what Electron would
 * hand it. Prints the overview once the named dump is imported, and how the process would have ended.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Output, ReaderEvent, Reply } from '../../shared/contract.ts';
import { app, ipcRenderer, told } from './electron.ts';

const [main = '', ...words] = process.argv.slice(2);
process.argv = [process.execPath, app.getAppPath(), ...words];
await import(pathToFileURL(main).href);

function isImported(): boolean {
  const messages = told.windows.flatMap(({ webContents }) => webContents.sent.map(({ message }) => message));
  return messages.some((message) => (message as ReaderEvent).kind === 'import-finished');
}

while (!isImported() && told.exitCode === undefined) await wait(20);
const message = { kind: 'call', method: 'library.overview', input: {} };
const reply = (await ipcRenderer.invoke('broadsheet:ask', message)) as Reply<Output<'library.overview'>>;
app.quit();
while (told.exitCode === undefined) await wait(20);
console.log(JSON.stringify({ reply, exitCode: told.exitCode, errorBoxes: told.errorBoxes }));

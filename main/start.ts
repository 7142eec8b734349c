/*
 * `npm start`: builds what is missing, then opens Broadsheet in Electron where its runtime is here or can be had, and
 * otherwise in the system's browser.
 */

import { parseArgs } from 'node:util';
import path from 'node:path';
import { ReaderError } from '../shared/errors.ts';
import { baseFolder } from './cli/arguments.ts';
import { createOutput } from './cli/output.ts';
import { buildWhereNeeded } from './start/build.ts';
import { startInBrowser } from './start/browser.ts';
import { findElectron } from './start/electron-runtime.ts';
import { runElectron } from './start/run-electron.ts';

const usage = `Usage: npm start -- [--library DIR] [--browser] [FILE...]

  FILE...          files and folders to import and open
  --library DIR    another library than the usual one
  --browser        in the system's browser, even where Electron could run`;

const output = createOutput();
process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const request = readRequest(words);
  if (typeof request === 'string') {
    output.problem(`${request === '' ? '' : `${request}\n\n`}${usage}`);
    return request === '' ? 0 : 2;
  }
  try {
    return await open(request);
  } catch (error) {
    if (error instanceof ReaderError) output.problem(error.message);
    else output.problem(`Broadsheet could not start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

type Request = { readonly library: string | undefined; readonly files: readonly string[]; readonly browser: boolean };

async function open({ library, files, browser }: Request): Promise<number> {
  const say = output.problem;
  buildWhereNeeded('renderer', say);
  const runtime = browser ? { missing: 'Opening in the browser, as asked.' } : await findElectron(say);
  if ('missing' in runtime) return startInBrowser({ library, files, reason: runtime.missing, output });
  buildWhereNeeded('electron', say);
  const code = await runElectron({ program: runtime.program, library, files });
  if (code !== 'could not start') return code;
  return startInBrowser({ library, files, reason: electronFailed, output });
}

const electronFailed = 'Electron could not start here, so Broadsheet opens in your browser.';

/** A request, or what is wrong with the words; empty when help was asked for. */
function readRequest(words: readonly string[]): Request | string {
  const base = baseFolder(process.env, process.cwd());
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { library: { type: 'string' }, browser: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) return '';
    return {
      library: values.library === undefined ? undefined : path.resolve(base, values.library),
      files: positionals.map((file) => path.resolve(base, file)),
      browser: values.browser === true,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

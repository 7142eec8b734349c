/* Finds a Chromium for the end-to-end specs: the system's, Playwright's own, or one it may install. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const names =
  process.platform === 'win32'
    ? ['chrome.exe', 'msedge.exe']
    : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium that is on this machine, or undefined. `BROADSHEET_CHROMIUM` goes first. */
export function findChromium(): string | undefined {
  const named = process.env['BROADSHEET_CHROMIUM'];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const onPath = names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
  return onPath ?? [chromium.executablePath()].find((file) => file !== '' && existsSync(file));
}

/** As `findChromium`, but installs one where it may: Debian's as root, else Playwright's. Undefined when neither can be had. */
export function ensureChromium(): string | undefined {
  return findChromium() ?? (installDebian() || installPlaywright() ? findChromium() : undefined);
}

/** What a person can do when no Chromium is found. */
export const chromiumMissing =
  'The end-to-end tests need a Chromium: install Debian’s with `sudo apt-get install chromium`, or name one in BROADSHEET_CHROMIUM.';

function installDebian(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('No Chromium found: installing Debian’s (apt-get install chromium).');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: readonly string[]) =>
    spawnSync('apt-get', ['-qq', '-y', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
      timeout: 900_000,
    }).status === 0;
  return run('update') && run('install', '--no-install-recommends', 'chromium');
}

function installPlaywright(): boolean {
  console.log('No Chromium found: asking Playwright to download its own.');
  const cli = path.resolve(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
  return (
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
    }).status === 0
  );
}

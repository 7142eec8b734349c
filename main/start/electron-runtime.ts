/* Finds Electron's runtime, which npm does not install by itself, or downloads it; says in one line why there is none. */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

export type Runtime = { readonly program: string } | { readonly missing: string };

const electronFolder = path.resolve(import.meta.dirname, '../../node_modules/electron');
const downloadMs = 120_000;
/** Long enough to unpack a runtime that was downloaded before. */
const offlineMs = 20_000;
const reachMs = 3000;

/** Electron's program, or a sentence on why Broadsheet opens in the browser instead. */
export async function findElectron(say: (line: string) => void): Promise<Runtime> {
  const reason = findObstacle(process.platform, process.env, process.getuid?.());
  if (reason !== undefined) return { missing: reason };
  const installed = findInstalled(electronFolder);
  if (installed !== undefined) return { program: installed };
  if (!existsSync(path.join(electronFolder, 'install.js'))) return { missing: noRuntime };
  const reachable = await canReach(downloadServer(process.env));
  if (reachable) say('Downloading Electron’s runtime, once (about 120 MB) …');
  await install(reachable ? downloadMs : offlineMs);
  const program = findInstalled(electronFolder);
  return program === undefined ? { missing: noRuntime } : { program };
}

const noRuntime = 'Electron’s runtime is not here and could not be downloaded, so Broadsheet opens in your browser.';

/** Why Electron could not run even if it were here. */
export function findObstacle(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  user: number | undefined,
): string | undefined {
  if (platform !== 'linux') return undefined;
  if ((environment['DISPLAY'] ?? '') === '' && (environment['WAYLAND_DISPLAY'] ?? '') === '') {
    return 'There is no display here, so Broadsheet is served to a browser.';
  }
  // Chromium's sandbox does not work for root, and Broadsheet does not run without it.
  return user === 0 ? 'Electron does not run as root, so Broadsheet opens in your browser.' : undefined;
}

/** The runtime's program as Electron's own installer records it. */
export function findInstalled(folder: string): string | undefined {
  const record = path.join(folder, 'path.txt');
  if (!existsSync(record)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(record, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

type Server = { readonly host: string; readonly port: number };

/** Where the installer would download from; a mirror or proxy is taken as @electron/get names them. */
export function downloadServer(environment: Readonly<Record<string, string | undefined>>): Server {
  const named = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
    .map((name) => URL.parse(environment[name] ?? ''))
    .find((url) => url !== null);
  const url = named ?? new URL('https://github.com');
  return { host: url.hostname, port: url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port) };
}

async function canReach({ host, port }: Server): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: reachMs });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false));
  });
}

/** Runs Electron's installer quietly. Whether it worked shows in what is there afterwards. */
async function install(timeout: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [path.join(electronFolder, 'install.js')], { stdio: 'ignore', timeout });
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
}

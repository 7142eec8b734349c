/*
 * Where a library lies when nobody says otherwise, where what a person decided on this machine is kept, and where what
 * may be thrown away goes.
 */

import { homedir } from 'node:os';
import path from 'node:path';

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

export const here: Surroundings = { platform: process.platform, environment: process.env, home: homedir() };

/** The platform's folder for this program's data. Linux: XDG Base Directory Specification, which voids relative paths. */
export function defaultLibrary({ platform, environment, home }: Surroundings = here): string {
  if (platform === 'darwin') return path.posix.join(home, 'Library/Application Support/Broadsheet');
  if (platform === 'win32') {
    return path.win32.join(environment['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Broadsheet');
  }
  return path.posix.join(absolute(environment['XDG_DATA_HOME']) ?? path.posix.join(home, '.local/share'), 'broadsheet');
}

/** The platform's folder for settings of this machine. macOS: apart from the library, which may be moved as a whole. */
export function configFolder({ platform, environment, home }: Surroundings = here): string {
  if (platform === 'darwin') return path.posix.join(home, 'Library/Preferences/org.broadsheet.reader');
  if (platform === 'win32') return path.win32.join(localFolder({ environment, home }), 'Broadsheet');
  return path.posix.join(absolute(environment['XDG_CONFIG_HOME']) ?? path.posix.join(home, '.config'), 'broadsheet');
}

/** The platform's folder for what this program can make again, such as a window's own cache. */
export function cacheFolder({ platform, environment, home }: Surroundings = here): string {
  if (platform === 'darwin') return path.posix.join(home, 'Library/Caches/Broadsheet');
  if (platform === 'win32') return path.win32.join(localFolder({ environment, home }), 'Broadsheet', 'Cache');
  return path.posix.join(absolute(environment['XDG_CACHE_HOME']) ?? path.posix.join(home, '.cache'), 'broadsheet');
}

function localFolder({ environment, home }: Pick<Surroundings, 'environment' | 'home'>): string {
  return environment['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local');
}

function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.posix.isAbsolute(folder) ? folder : undefined;
}

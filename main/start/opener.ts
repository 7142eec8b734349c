/* The program that opens a link in the system's browser. */

import { existsSync } from 'node:fs';
import path from 'node:path';

export type Opener = { readonly program: string; readonly words: readonly string[] };

/** Undefined where there is no display or no such program. */
export function findOpener(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (file: string) => boolean = existsSync,
): Opener | undefined {
  if (platform === 'darwin') return { program: 'open', words: [] };
  if (platform === 'win32') return { program: 'rundll32', words: ['url.dll,FileProtocolHandler'] };
  if ((environment['DISPLAY'] ?? '') === '' && (environment['WAYLAND_DISPLAY'] ?? '') === '') return undefined;
  const program = (environment['PATH'] ?? '')
    .split(':')
    .map((folder) => path.posix.join(folder, 'xdg-open'))
    .find((file) => exists(file));
  return program === undefined ? undefined : { program, words: [] };
}

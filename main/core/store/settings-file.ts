/* `settings.json`: what a person set on this device. Never worth an error: what cannot be read is put aside and set anew. */

import { join } from 'node:path';
import { defaultSettings, settingsSchema, type Settings } from '../../../shared/settings.ts';
import { removeDurably, unwritable, writeAtomic } from './atomic-file.ts';
import { putAside } from './damaged.ts';
import { errorCode, type Disk } from './disk.ts';
import { createTurns } from './turns.ts';

export type SettingsFile = {
  readonly get: () => Settings;
  /** Does work while the file is not written. */
  readonly whileStill: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Answers the settings as they are on disk now. */
  readonly set: (patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }) => Promise<Settings>;
};

export type SettingsOptions = {
  readonly disk: Disk;
  readonly folder: string;
  /** False: what is set holds until the library is closed. */
  readonly mayWrite: boolean;
  readonly notice: (line: string) => void;
};

/** Opens the settings of a folder. A value that is out of bounds takes its default; so does all when unreadable. */
export async function openSettings({ disk, folder, mayWrite, notice }: SettingsOptions): Promise<SettingsFile> {
  const path = join(folder, 'settings.json');
  const inTurn = createTurns();
  const read = await readSettings(disk, path);
  let settings = read.settings;
  if (read.unreadable !== undefined && mayWrite) {
    const kept = await putAside(disk, folder, path, read.unreadable);
    await removeDurably(disk, [path]);
    notice(`The settings could not be read and are back at their defaults. The file was kept as ${kept}.`);
  }
  return {
    get: () => settings,
    whileStill: (work) => inTurn(work),
    set: (patch) =>
      inTurn(async () => {
        const next = toSettings({ ...settings, ...patch }) ?? settings;
        if (mayWrite) await writeSettings(disk, path, next);
        settings = next;
        return settings;
      }),
  };
}

async function writeSettings(disk: Disk, path: string, settings: Settings): Promise<void> {
  try {
    await writeAtomic(disk, path, `${JSON.stringify(settings, null, 2)}\n`);
  } catch (error) {
    throw unwritable('The settings could not be written and are as they were', error);
  }
}

async function readSettings(
  disk: Disk,
  path: string,
): Promise<{ readonly settings: Settings; readonly unreadable?: Buffer }> {
  let bytes: Buffer;
  try {
    bytes = await disk.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { settings: defaultSettings };
    throw error;
  }
  const settings = parseSettings(bytes);
  return settings === undefined ? { settings: defaultSettings, unreadable: bytes } : { settings };
}

function parseSettings(bytes: Buffer): Settings | undefined {
  try {
    return toSettings(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Names we do not know are left out: a newer version may have written them. */
function toSettings(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const known = Object.entries(value).filter(([name]) => Object.hasOwn(settingsSchema.shape, name));
  return settingsSchema.safeParse(Object.fromEntries(known)).data;
}

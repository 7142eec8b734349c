/* `settings.json`: what a person set on this device. Never worth an error: what cannot be read is put aside and set anew. */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultSettings, settingsSchema, type Settings } from '../../../shared/settings.ts';
import { errorCode, unwritable, writeAtomic } from './atomic-file.ts';
import { putAside } from './damaged.ts';
import { createTurns } from './turns.ts';

export type SettingsFile = {
  readonly get: () => Settings;
  /** Answers the settings as they are on disk now. */
  readonly set: (patch: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }) => Promise<Settings>;
};

/** Opens the settings of a folder. A value that is out of bounds takes its default; so does all when unreadable. */
export async function openSettings(folder: string, notice: (line: string) => void): Promise<SettingsFile> {
  const path = join(folder, 'settings.json');
  const inTurn = createTurns();
  let settings = await readSettings(path, notice);
  return {
    get: () => settings,
    set: (patch) =>
      inTurn(async () => {
        const next = toSettings({ ...settings, ...patch }) ?? settings;
        await writeSettings(path, next);
        settings = next;
        return settings;
      }),
  };
}

async function writeSettings(path: string, settings: Settings): Promise<void> {
  try {
    await writeAtomic(path, `${JSON.stringify(settings, null, 2)}\n`);
  } catch (error) {
    throw unwritable('The settings could not be written and are as they were', error);
  }
}

async function readSettings(path: string, notice: (line: string) => void): Promise<Settings> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return defaultSettings;
    throw error;
  }
  const settings = parseSettings(bytes);
  if (settings !== undefined) return settings;
  const kept = await putAside(path, bytes);
  await rm(path);
  notice(`The settings could not be read and are back at their defaults. The file was kept as ${kept}.`);
  return defaultSettings;
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

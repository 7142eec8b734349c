/*
 * What a note is worked out from: links resolved, mounts listed, files of the clients that synchronise. On Linux mounts
 * come from /proc/self/mounts, on macOS from `mount`; Windows needs none, because it resolves a share to its name.
 */

import { execFile } from 'node:child_process';
import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { here, type Surroundings } from '../folders.ts';
import { errorCode } from '../store/disk.ts';
import { findNote, type Mount } from './note.ts';

/** A word of warning about a folder of this machine; null where nothing is known against it. */
export async function gatherNote(folder: string, surroundings: Surroundings = here): Promise<string | null> {
  const real = await resolveReal(folder);
  const [mounts, dropboxes, hidden] = await Promise.all([
    readMounts(surroundings.platform),
    readDropboxes(surroundings),
    readHidden(real),
  ]);
  return findNote({ ...surroundings, folder: real, mounts, dropboxes, hidden });
}

/** A path with its links resolved, as far as it is there. */
export async function resolveReal(folder: string): Promise<string> {
  const full = path.resolve(folder);
  try {
    return await realpath(full);
  } catch (error) {
    const above = path.dirname(full);
    if (errorCode(error) !== 'ENOENT' || above === full) throw error;
    return path.join(await resolveReal(above), path.basename(full));
  }
}

async function readMounts(platform: NodeJS.Platform): Promise<readonly Mount[]> {
  if (platform === 'linux') return parseProcMounts(await readFile('/proc/self/mounts', 'utf8'));
  if (platform !== 'darwin') return [];
  const { stdout } = await promisify(execFile)('/sbin/mount', { timeout: 2000 });
  return parseMacMounts(stdout);
}

/** `server:/news /mnt/my\\040news nfs4 rw 0 0` (proc_pid_mounts(5), fstab(5)): blanks and backslashes are octal. */
export function parseProcMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, type] = line.split(' ');
    if (folder === undefined || type === undefined) return [];
    return [{ folder: folder.replace(/\\([0-7]{3})/g, (_, digits: string) => toCharacter(digits)), type }];
  });
}

function toCharacter(octal: string): string {
  return String.fromCharCode(Number.parseInt(octal, 8));
}

/** `//ann@server/news on /Volumes/news (smbfs, nodev, nosuid, mounted by ann)` */
export function parseMacMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, type] = /^.+? on (\/.*) \((\w+)[^()]*\)$/.exec(line) ?? [];
    return folder === undefined || type === undefined ? [] : [{ folder, type }];
  });
}

const dropboxSchema = z.record(z.string(), z.object({ path: z.string() }));

/** `{"personal":{"path":"/home/ann/Dropbox",...},"business":{...}}`, as Dropbox describes it for other programs. */
async function readDropboxes({ platform, environment, home }: Surroundings): Promise<readonly string[]> {
  const folders = platform === 'win32' ? [environment['APPDATA'], environment['LOCALAPPDATA']] : [home];
  const files = folders
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, platform === 'win32' ? 'Dropbox' : '.dropbox', 'info.json'));
  const found = await Promise.all(files.map(readDropbox));
  return found.flat();
}

/** What is not there or makes no sense says nothing. */
async function readDropbox(file: string): Promise<readonly string[]> {
  try {
    const { data } = dropboxSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return Object.values(data ?? {}).map((account) => account.path);
  } catch {
    return [];
  }
}

async function readHidden(folder: string): Promise<readonly string[]> {
  const above = path.dirname(folder);
  const names = await listHidden(folder);
  return above === folder ? names : [...names, ...(await readHidden(above))];
}

/** A folder that is not there or may not be read says nothing. */
async function listHidden(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.startsWith('.'));
  } catch {
    return [];
  }
}

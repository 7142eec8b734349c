/*
 * One library, one process. The lock is an exclusive transaction on an empty SQLite database: the system lets go of it
 * when the process ends, however it ends, so that there is no stale lock to judge.
 * Never open the file `lock` any other way in this process: on POSIX, closing it would drop the lock.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ReaderError } from '../../../shared/errors.ts';
import { writeAtomic } from './atomic-file.ts';
import { errorCode, realDisk } from './disk.ts';

export type Lock = { readonly release: () => void };

const SQLITE_BUSY = 5;
const holderSchema = z.object({ pid: z.number().int(), startedAt: z.number() });

/** Takes the lock of a library's folder. Throws `locked`, naming the process that holds it, or `unwritable`. */
export async function takeLock(folder: string, startedAt: number): Promise<Lock> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, 'lock'));
    database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw new ReaderError('locked', await wordLocked(folder));
    throw new ReaderError('unwritable', `The library in ${folder} cannot be locked: ${String(error)}.`, {
      cause: error,
    });
  }
  const held = database;
  const holder = JSON.stringify({ pid: process.pid, startedAt });
  // It is only for a message: a full disk does not keep anyone from reading.
  await writeAtomic(realDisk, join(folder, 'lock.json'), holder).catch((error: unknown) => {
    if (isFull(error)) return;
    held.close();
    throw error;
  });
  return { release: () => held.close() };
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error));
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

async function wordLocked(folder: string): Promise<string> {
  const holder = await findHolder(folder);
  const who = holder === undefined ? 'another Broadsheet' : `another Broadsheet (process ${holder})`;
  return `The library in ${folder} is open already in ${who}. Close that one first.`;
}

async function findHolder(folder: string): Promise<number | undefined> {
  try {
    const holder = holderSchema.safeParse(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')));
    return holder.data?.pid;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

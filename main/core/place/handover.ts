/*
 * A second start hands its files to the Broadsheet that has the library open: a local socket, one line of JSON each way.
 * Only this user may connect: the socket lies in a folder of mode 0700 that belongs to the user, which both sides check;
 * on Windows a pipe's default access list lets other users read and not write, and the user is part of its name.
 */

import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { ImportId } from '../../../shared/model.ts';
import { errorCode } from '../store/disk.ts';
import { readLine } from './line.ts';
import { resolveReal } from './surroundings.ts';

export type Listening = { readonly close: () => Promise<void> };

/** What happened to the files that were handed over; `import` is null where there were none. */
export type Handed = { readonly import: ImportId | null };

export type ListenOptions = {
  /** The library's folder. Whoever listens holds its lock. */
  readonly folder: string;
  /** Takes absolute paths; none: only bring the window to the front. */
  readonly onFiles: (files: readonly string[]) => ImportId | null;
  readonly log: (line: string, error?: unknown) => void;
  /** Where sockets lie, for tests. */
  readonly sockets?: string;
};

export const handedWords = 'Handed to the Broadsheet that has this library open.';

const requestSchema = z.strictObject({
  files: z
    .array(
      z
        .string()
        .max(32_768)
        .refine((file) => path.isAbsolute(file)),
    )
    .max(100_000),
});
const replySchema = z.object({ ok: z.literal(true), import: z.string().nullable() });
const requestBytes = 16 << 20;
const replyBytes = 1024;
const idleMs = 10_000;
const answerMs = 2000;
/** sun_path of unix(7) holds 108 bytes, on macOS 104, with a NUL at its end. */
const nameBytes = 103;

/** Listens for files until closed. Throws where no private socket can be made. */
export async function listenForFiles(options: ListenOptions): Promise<Listening> {
  const { folder, sockets = socketFolder() } = options;
  if (!isWindows) {
    await mkdir(sockets, { recursive: true, mode: 0o700 });
    if (!(await isPrivate(sockets))) throw new Error(`${sockets} does not belong to this user alone`);
  }
  const name = await nameOf(folder, sockets);
  // We hold the library's lock, so whoever made this socket is gone.
  if (!isWindows) await rm(name, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.setTimeout(idleMs, () => socket.destroy());
    // Whoever hangs up before the answer does not want it.
    socket.on('error', () => socket.destroy());
    answer(socket, options).catch((error: unknown) => {
      options.log('Files of a second start could not be taken over', error);
      socket.destroy();
    });
  });
  server.maxConnections = 16;
  await listen(server, name);
  return {
    async close() {
      open.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => {
        // Removes the socket's file too.
        server.close(() => resolve());
      });
    },
  };
}

async function answer(socket: Socket, { onFiles }: ListenOptions): Promise<void> {
  const line = await readLine(socket, requestBytes);
  const { data } = requestSchema.safeParse(parseJson(line));
  if (data === undefined) return void socket.end('{"ok":false}\n');
  socket.end(`${JSON.stringify({ ok: true, import: onFiles(data.files) })}\n`);
}

/**
 * Hands absolute paths to the Broadsheet that has a library open. Undefined where none answers within two seconds; then
 * nothing was handed over as far as one can know.
 */
export async function handOver(
  folder: string,
  files: readonly string[],
  sockets = socketFolder(),
): Promise<Handed | undefined> {
  if (!isWindows && !(await isPrivate(sockets))) return undefined;
  const socket = connect(await nameOf(folder, sockets));
  const timer = setTimeout(() => socket.destroy(new Error('no answer')), answerMs);
  try {
    socket.write(`${JSON.stringify({ files })}\n`);
    const { data } = replySchema.safeParse(parseJson(await readLine(socket, replyBytes)));
    return data === undefined ? undefined : { import: data.import as ImportId | null };
  } catch {
    // Nobody there, or nobody who speaks this: both mean that the library is in other hands.
    return undefined;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

const isWindows = process.platform === 'win32';

/** XDG_RUNTIME_DIR is the user's own by its specification; elsewhere the folder for temporary files has one for each user. */
function socketFolder(): string {
  const runtime = process.env['XDG_RUNTIME_DIR'] ?? '';
  if (path.isAbsolute(runtime)) return path.join(runtime, 'broadsheet');
  const folder = path.join(tmpdir(), `broadsheet-${userInfo().uid}`);
  return Buffer.byteLength(path.join(folder, 'x'.repeat(20))) > nameBytes
    ? `/tmp/broadsheet-${userInfo().uid}`
    : folder;
}

async function nameOf(folder: string, sockets: string): Promise<string> {
  const real = await resolveReal(folder);
  const seed = isWindows ? `${userInfo().username}\n${real.toLowerCase()}` : real;
  const hash = createHash('sha256').update(seed).digest('hex').slice(0, 16);
  return isWindows ? `\\\\.\\pipe\\broadsheet-${hash}` : path.join(sockets, hash);
}

async function isPrivate(folder: string): Promise<boolean> {
  try {
    const stats = await lstat(folder);
    return stats.isDirectory() && stats.uid === userInfo().uid && (stats.mode & 0o077) === 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function listen(server: Server, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(name, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

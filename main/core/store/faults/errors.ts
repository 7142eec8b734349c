/* The errors of a simulated disk: those of a system, worded as Node words them, and the end of the world. */

const texts = {
  EACCES: 'permission denied',
  EBADF: 'bad file descriptor',
  EBUSY: 'resource busy or locked',
  EEXIST: 'file already exists',
  EINVAL: 'invalid argument',
  EIO: 'i/o error',
  EISDIR: 'illegal operation on a directory',
  EMFILE: 'too many open files',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on device',
  ENOTDIR: 'not a directory',
  ENOTEMPTY: 'directory not empty',
  EPERM: 'operation not permitted',
  EROFS: 'read-only file system',
} as const;

export type SystemCode = keyof typeof texts;

/** What was asked of the system: its name for the call and, where the call names them, the paths. */
export type SystemCall = { readonly call: string; readonly path?: string; readonly dest?: string };

/** An Error with `code`, `syscall`, `path` and `dest`, and Node's message: `ENOENT: no such file ..., open '/x'`. */
export function systemError(code: SystemCode, { call, path, dest }: SystemCall): Error {
  const where = path === undefined ? '' : ` '${path}'`;
  const to = dest === undefined ? '' : ` -> '${dest}'`;
  const error = new Error(`${code}: ${texts[code]}, ${call}${where}${to}`);
  return Object.assign(
    error,
    { code, syscall: call },
    path === undefined ? {} : { path },
    dest === undefined ? {} : { dest },
  );
}

/** Node's own refusal to remove a folder by `rm`, which has a code of its own. */
export function isFolderError(path: string): Error {
  const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${path}`);
  return Object.assign(error, { code: 'ERR_FS_EISDIR', syscall: 'rm', path });
}

/** The process or the machine is gone: nothing that was asked for at or after that moment comes back. It has no code. */
export class WorldStopped extends Error {
  constructor(options?: ErrorOptions) {
    super('The world stopped.', options);
    this.name = 'WorldStopped';
  }
}

/** Whether an error is the end of the world, or was thrown because of it. */
export function isWorldStopped(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof WorldStopped) return true;
  }
  return false;
}

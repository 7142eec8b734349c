/* What the command line was asked for. */

import path from 'node:path';
import { parseArgs } from 'node:util';

type PlainCommand = { readonly json: boolean };
export type PathsCommand = { readonly json: boolean; readonly paths: readonly string[] };
/** What `--library` named; undefined: the usual one. */
type NamedLibrary = string | undefined;
export type LibraryCommand = { readonly json: boolean; readonly library: NamedLibrary };
export type ServeCommand = { readonly library: NamedLibrary; readonly port: number };
/** `file` is the zip. */
export type BackupCommand = LibraryCommand & { readonly file: string };
/** Never the usual library by silence: it is most likely there, and what is restored belongs somewhere new. */
export type RestoreCommand = PlainCommand & { readonly library: string; readonly file: string };

export type CheckCommand = LibraryCommand & { readonly repair: boolean };

export type Command =
  | { readonly name: 'help' }
  | ({ readonly name: 'parse' } & PathsCommand)
  | ({ readonly name: 'import' } & PathsCommand & LibraryCommand)
  | ({ readonly name: 'list' } & LibraryCommand)
  | ({ readonly name: 'check' } & CheckCommand)
  | ({ readonly name: 'serve' } & ServeCommand)
  | ({ readonly name: 'backup' } & BackupCommand)
  | ({ readonly name: 'restore' } & RestoreCommand);

/** The words make no command. Exit code 2. */
export class UsageError extends Error {}

export const usage = `Usage: broadsheet COMMAND [OPTION...] [PATH...]

  parse PATH...    show what is in files and folders; stores nothing
  import PATH...   import files and folders into the library
  list             list the articles of the library
  check            look whether all files of the library are as they were written
  serve            open the library to a browser on this machine
  backup FILE      write the whole library into a new zip; it must not be open
  restore FILE     make a library of such a zip, in the new or empty folder of --library

  --json           one JSON object per line (parse, import, list, check, backup, restore)
  --repair         mend what can be mended (check)
  --library DIR    another library than the usual one (restore needs it)
  --port N         a port of your choosing (serve)
  --help           this text

Exit code: 0 done, 1 not done (no file could be read, the library is in use, the backup is
damaged, problems are left), 2 wrong use.`;

const options = {
  json: { type: 'boolean', default: false },
  library: { type: 'string' },
  port: { type: 'string' },
  repair: { type: 'boolean' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = {
  readonly json: boolean;
  readonly library?: string | undefined;
  readonly port?: string | undefined;
  readonly repair?: boolean | undefined;
  readonly help: boolean;
};

/** Reads the words after the program. Relative paths count from `base`. Throws `UsageError`. */
export function readCommand(words: readonly string[], base = baseFolder(process.env, process.cwd())): Command {
  const { values, positionals } = parseWords(words);
  const [name, ...paths] = positionals;
  if (values.help) return { name: 'help' };
  const { json } = values;
  const library = values.library === undefined ? undefined : path.resolve(base, needText(values.library, '--library'));
  switch (name) {
    case 'parse':
      refuse(values, 'parse', ['library', 'port', 'repair']);
      return { name, json, paths: needPaths(paths, base) };
    case 'import':
      refuse(values, 'import', ['port', 'repair']);
      return { name, json, library, paths: needPaths(paths, base) };
    case 'list':
      refuse(values, 'list', ['port', 'repair']);
      refusePaths(paths, 'list');
      return { name, json, library };
    case 'check':
      refuse(values, name, ['port']);
      refusePaths(paths, name);
      return { name, json, library, repair: values.repair ?? false };
    case 'serve':
      if (json) throw new UsageError('serve does not take --json.');
      refuse(values, name, ['repair']);
      refusePaths(paths, 'serve');
      return { name, library, port: toPort(values.port) };
    case 'backup':
      refuse(values, name, ['port', 'repair']);
      return { name, json, library, file: needOnePath(paths, base) };
    case 'restore':
      refuse(values, name, ['port', 'repair']);
      // Never the usual library by silence: it is most likely there, and what is restored belongs somewhere new.
      if (library === undefined) throw new UsageError('restore needs --library DIR, a new or empty folder.');
      return { name, json, library, file: needOnePath(paths, base) };
    case undefined:
      throw new UsageError('No command was given.');
    default:
      throw new UsageError(`There is no command ${name}.`);
  }
}

/**
 * npm runs scripts in the project's folder and keeps the caller's in INIT_CWD. A process that was started by such a
 * script inherits that too, but stands in a folder of its own.
 */
export function baseFolder(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
): string {
  const { npm_package_json: project, INIT_CWD: caller } = environment;
  const isByNpm = project !== undefined && path.dirname(project) === workingDirectory;
  return isByNpm ? (caller ?? workingDirectory) : workingDirectory;
}

function parseWords(words: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function refuse(values: Values, name: string, unwanted: readonly ('library' | 'port' | 'repair')[]): void {
  const given = unwanted.find((option) => values[option] !== undefined);
  if (given !== undefined) throw new UsageError(`${name} does not take --${given}.`);
}

function refusePaths(paths: readonly string[], name: string): void {
  if (paths.length > 0) throw new UsageError(`${name} does not take paths.`);
}

function needPaths(paths: readonly string[], base: string): readonly string[] {
  if (paths.length === 0) throw new UsageError('No file or folder was named.');
  return paths.map((file) => path.resolve(base, needText(file, 'A path')));
}

function needOnePath(paths: readonly string[], base: string): string {
  const [file, ...more] = needPaths(paths, base);
  if (file === undefined || more.length > 0) throw new UsageError('Name one file, the zip of the backup.');
  return file;
}

function needText(text: string, what: string): string {
  if (text === '') throw new UsageError(`${what} must not be empty.`);
  return text;
}

function toPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw new UsageError(`${text} is not a port.`);
  return port;
}

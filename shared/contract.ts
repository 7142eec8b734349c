/*
 * The one table of what the renderer may ask of the core. Inputs are schemas and are parsed in the router; outputs
 * and events are typed only. No method takes a path: files come in through the host (see `Bridge`).
 */

import { z } from 'zod';
import type { CommandId } from './commands.ts';
import type { ErrorReply } from './errors.ts';
import type {
  ArticleId,
  ArticleRow,
  ArticleState,
  ArticleView,
  ImportId,
  ImportReport,
  ImportSummary,
  OriginalLines,
  Overview,
  Sha256,
} from './model.ts';
import type { CheckStatus, Place, PlacePurpose } from './place.ts';
import { profileNameSchema, type DumpProfile, type ProfileId, type ProfilesTaken } from './profile.ts';
import { querySchema, sorts } from './query.ts';
import { settingsSchema, type Settings } from './settings.ts';
import { correctionsSchema, encodings, profileIdSchema, type SplitView } from './split.ts';

const none = z.strictObject({});
const articleId = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .transform((id) => id as ArticleId);
const importId = z
  .string()
  .regex(/^[0-9a-z]{1,12}-[0-9a-f]{8}$/)
  .transform((id) => id as ImportId);
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hash) => hash as Sha256);
const ids = z.array(articleId).max(1_000_000);
/** A tag may be nested with `/`; it has no control characters and no blank at either end. */
export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]+$/u);

type Method<Schema extends z.ZodType, Value> = { readonly input: Schema; readonly output?: Value };
const method =
  <Value>() =>
  <Schema extends z.ZodType>(input: Schema): Method<Schema, Value> => ({ input });

const encoding = z.enum(encodings);
const splitRequest = z.strictObject({
  importId,
  fileNumber: z.number().int().min(0),
  corrections: correctionsSchema.nullable(),
});

export const contract = {
  'library.overview': method<Overview>()(none),
  /** All ids a query matches, in order. The list keeps them, so that a row that stops matching stays. */
  'articles.ids': method<readonly ArticleId[]>()(z.strictObject({ query: querySchema, sort: z.enum(sorts) })),
  /** Rows for at most 200 ids, in the order asked; an id the library does not hold is left out. */
  'articles.rows': method<readonly ArticleRow[]>()(z.strictObject({ ids: z.array(articleId).max(200) })),
  'articles.get': method<ArticleView>()(z.strictObject({ id: articleId })),
  /**
   * Sets read and starred of all ids as one change, which is on disk when this answers. Answers how many changed.
   * `automatic` is a mark the person did not ask for (opened, so read): it is no step of undo and leaves redo alone.
   */
  'articles.mark': method<number>()(
    z.strictObject({
      ids,
      read: z.boolean().optional(),
      starred: z.boolean().optional(),
      trashed: z.boolean().optional(),
      automatic: z.boolean().optional(),
    }),
  ),
  /** Adds and removes tags on all ids as one change. */
  'articles.tag': method<number>()(
    z.strictObject({ ids, add: z.array(tagName).max(50), remove: z.array(tagName).max(50) }),
  ),
  /** Undoes the last change and answers its label ("star 1 article"); null when there is nothing to undo. */
  'history.undo': method<string | null>()(none),
  'history.redo': method<string | null>()(none),
  'imports.report': method<ImportReport>()(z.strictObject({ id: importId })),
  /** Removes exactly what the import added. Itself undoable. */
  'imports.undo': method<number>()(z.strictObject({ id: importId })),
  'imports.text': method<ImportId>()(z.strictObject({ text: z.string().max(64_000_000) })),
  /** Imports the dump that ships with Broadsheet. */
  'imports.sample': method<ImportId>()(none),
  /** Stops the import after the file it is at; what was finished stays. False when it is over already. */
  'imports.cancel': method<boolean>()(z.strictObject({ id: importId })),
  'imports.held': method<readonly HeldImport[]>()(none),
  /** At most 2,000 decoded lines of an original, or of a part (`Span.number`) of a large one; `encoding` where they are to be read in another than it was. */
  'originals.lines': method<OriginalLines>()(
    z.strictObject({
      sha256,
      part: z.number().int().min(1).optional(),
      first: z.number().int().min(1),
      count: z.number().int().min(1).max(2000),
      encoding: encoding.optional(),
    }),
  ),
  /** What a file gives with these corrections, or with those it was split with last. Nothing is kept. */
  'split.view': method<SplitView>()(splitRequest),
  /**
   * Splits the file so, as one change that can be undone; states follow the text. Answers how many articles it has now.
   * Refused with `busy` while the import is running.
   */
  'split.accept': method<number>()(splitRequest),
  /** Dump profiles, the newest first. */
  'profiles.list': method<readonly DumpProfile[]>()(none),
  /** Remembers, for files like it, what was said of a file as it is split now. Refused where nothing was said. */
  'profiles.save': method<ProfileId>()(
    z.strictObject({ importId, fileNumber: z.number().int().min(0), name: profileNameSchema }),
  ),
  /** These answer how many profiles changed. */
  'profiles.rename': method<number>()(z.strictObject({ id: profileIdSchema, name: profileNameSchema })),
  /** No longer used for new files; those that were read with it stay as they are. */
  'profiles.remove': method<number>()(z.strictObject({ id: profileIdSchema })),
  /** One profile, or all, as the text of a file. */
  'profiles.export': method<string>()(z.strictObject({ id: profileIdSchema.nullable() })),
  /** Takes in such a file. What is there already stays as it is. */
  'profiles.import': method<ProfilesTaken>()(z.strictObject({ text: z.string().max(16_000_000) })),
  /** Articles of an import that were since starred, tagged or put in the trash: what a person would miss if it were undone. */
  'imports.touched': method<readonly ArticleId[]>()(z.strictObject({ id: importId })),
  /** The import that the next undo would take back; null when it is something else or nothing. */
  'history.nextImport': method<ImportId | null>()(none),
  'check.status': method<CheckStatus>()(none),
  /** Begins a check at full speed, or lets the one under way go on so. With `repair` it mends what can be mended. */
  'check.start': method<CheckStatus>()(z.strictObject({ repair: z.boolean() })),
  'check.stop': method<CheckStatus>()(none),
  /** Answers even where no library is open. */
  'place.get': method<Place>()(none),
  /** Opens the library again, or tries anew to write what waits. */
  'place.retry': method<Place>()(none),
  /** Opens what can be read of a library that cannot be opened; nothing on disk is changed. */
  'place.openReadable': method<Place>()(none),
  /** The notice of what was repaired has been seen. */
  'place.acknowledge': method<Place>()(none),
  'settings.get': method<Settings>()(none),
  'settings.set': method<Settings>()(z.strictObject({ patch: settingsSchema.partial() })),
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller hands in. */
export type Input<Name extends MethodName> = z.input<Contract[Name]['input']>;
/** What a handler gets, after parsing. */
export type Parsed<Name extends MethodName> = z.output<Contract[Name]['input']>;
export type Output<Name extends MethodName> =
  NonNullable<Contract[Name]['output']> | Extract<Contract[Name]['output'], null>;

/** A held file is file 0 of its import: `split.view` shows it and `originals.lines` its lines. */
export type HeldImport = { readonly id: ImportId; readonly name: string; readonly file: string };

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorReply };

/** What happened in the core. `sequence` grows by one with each change to the library. */
export type ReaderEvent =
  /** States changed: the patch holds for all ids. The counts of the overview changed too. */
  | {
      readonly kind: 'marked';
      readonly sequence: number;
      readonly marks: readonly {
        readonly ids: readonly ArticleId[];
        readonly state: Partial<Pick<ArticleState, 'read' | 'starred' | 'trashed'>>;
      }[];
      /** Articles whose tags changed, with all their tags now. */
      readonly tags: readonly { readonly id: ArticleId; readonly tags: readonly string[] }[];
    }
  /** The place changed: opened, closed, moved, or it has something new to say. `reload`: it is another library now. */
  | { readonly kind: 'place'; readonly place: Place; readonly reload: boolean }
  | { readonly kind: 'check'; readonly status: CheckStatus }
  /** Dump profiles were saved, renamed or removed. */
  | { readonly kind: 'profiles-changed'; readonly sequence: number }
  /** Articles came or went. */
  | { readonly kind: 'articles-changed'; readonly sequence: number }
  | { readonly kind: 'import-started'; readonly id: ImportId; readonly name: string }
  | {
      readonly kind: 'import-progress';
      readonly id: ImportId;
      readonly name: string;
      readonly file: string;
      readonly done: number;
      /** Null while folders are still being walked. */
      readonly files: number | null;
      /** How much of the file at hand is done, 0 to 1; more than 0 for large ones only. */
      readonly share: number;
      readonly found: number;
      readonly refused: number;
      readonly msLeft: number | null;
    }
  | { readonly kind: 'import-finished'; readonly summary: ImportSummary; readonly firstArticle: ArticleId | null }
  /** The split of the only file of an import is doubtful: nothing is stored until it is accepted (`split.accept`) or cancelled. */
  | { readonly kind: 'import-held'; readonly held: HeldImport }
  /** A held import was not accepted: nothing of it was stored. */
  | { readonly kind: 'import-dismissed'; readonly id: ImportId }
  /** The import broke off by a fault of ours or of the disk; what had been stored before stays. */
  | { readonly kind: 'import-failed'; readonly id: ImportId; readonly name: string; readonly error: ErrorReply };

/** What a host puts on `window.broadsheet` (host A) or what the renderer builds over HTTP (host B). */
export type Bridge<FileLike> = {
  readonly host: 'electron' | 'browser';
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly onEvent: (listener: (event: ReaderEvent) => void) => () => void;
  /** Dropped or chosen files, folders included where the host can walk them. Answers when the import has begun. */
  readonly importFiles: (files: readonly FileLike[]) => Promise<Reply<ImportId | null>>;
  /** The system's open dialog. Null when nothing was chosen. Host B has none and uses a file field instead. */
  readonly chooseFiles: ((what: 'files' | 'folder') => Promise<Reply<ImportId | null>>) | null;
  /**
   * The system's dialog for a folder or a backup file, and then what was asked for. Null when nothing was chosen. Host B
   * has none: there a backup is a download, and another folder is chosen at start.
   */
  readonly choosePlace: ((purpose: PlacePurpose) => Promise<Reply<Place | null>>) | null;
  /** A command chosen in the native menu. Host B has none and never calls the listener. */
  readonly onCommand: (listener: (id: CommandId) => void) => () => void;
};

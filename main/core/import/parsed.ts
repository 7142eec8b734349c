/* What every reader of a dump returns, whatever the format: articles with line ranges, what was left out, the ledger. */

import type {
  ArticleId,
  Direction,
  DroppedLine,
  FoundBorder,
  Ledger,
  ParsedArticle,
  Refusal,
  Sha256,
  Warning,
} from '../../../shared/model.ts';
import type { Corrections } from '../../../shared/split.ts';

export type ParsedDump = {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** `plain-dump` for free text. */
  readonly format: string;
  /** WHATWG name in lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /** 0 to 1: how sure the split as a whole is. */
  readonly confidence: number;
  readonly warnings: readonly Warning[];
  readonly articles: readonly ParsedArticle[];
  /** Lines where an article might begin, not split. */
  readonly possibleBorders: readonly number[];
  /** Where articles begin but the first, and where they might, in the order of the file. */
  readonly borders: readonly FoundBorder[];
  /** Lines outside every article: contents, cover pages, footers. */
  readonly dropped: readonly DroppedLine[];
  readonly separatorLines: number;
  readonly ledger: Ledger;
};

/** One file: parsed, or refused with a reason. `file` is the name a person sees: base name, or the path inside the dropped folder. */
export type FileOutcome = Parsed | Refused;
export type Parsed = { readonly file: string } & ParsedDump;
export type Refused = { readonly file: string; readonly refused: Refusal };

/** A file that is kept somewhere and fetched when its turn comes. */
export type Stored = {
  readonly kind: 'stored';
  readonly name: string;
  readonly load: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** One thing to import. Folders among paths are walked. `text` comes from the clipboard, `refused` from a host that could not read a file. */
export type ImportSource =
  | { readonly kind: 'path'; readonly path: string; readonly name?: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | Stored
  | { readonly kind: 'refused'; readonly name: string; readonly refused: Refusal };

/** A single file of a walk, ready to be parsed. */
export type FileSource =
  | { readonly kind: 'file'; readonly file: string; readonly path: string }
  | {
      readonly kind: 'bytes';
      readonly file: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** What a person said of its split. */
      readonly corrections?: Partial<Corrections> | undefined;
    }
  | (Stored & { readonly file: string })
  | { readonly kind: 'refused'; readonly file: string; readonly refused: Refusal };

/** What the library needs to know of an article beyond what it says: computed beside the parse, because texts can be huge. */
export type Identity = { readonly id: ArticleId; readonly words: number; readonly direction: Direction };

/** A parsed file with one identity for each article, and the file exactly as read, to be kept as the original. */
export type ParseResult =
  | { readonly outcome: Refused }
  | {
      readonly outcome: Parsed;
      readonly identities: readonly Identity[];
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

/** Parses files away from the main thread. A file that makes the worker die is refused with `failed`; the next one gets a new worker. */
export type Parser = {
  readonly parse: (source: FileSource) => Promise<ParseResult>;
  readonly close: () => Promise<void>;
};

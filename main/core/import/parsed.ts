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
import type { Span } from '../../../shared/span.ts';
import type { DumpProfile, ProfileName, ProfileRules } from '../../../shared/profile.ts';
import type { Corrections } from '../../../shared/split.ts';

export type ParsedDump = {
  /** Of the whole file, also where this is a part of it. */
  readonly sha256: Sha256;
  /** The part of the file that was parsed, where it is too large to be read at once. */
  readonly span?: Span;
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
  /** The profile that was found to fit, and with which it was read. */
  readonly profile?: ProfileName;
  /** Where it was asked for: what files like this one are to be read with. */
  readonly learned?: Learned;
};

export type Learned = Pick<DumpProfile, 'fingerprint' | 'rules'>;

/** One file: parsed, or refused with a reason. `file` is the name a person sees: base name, or the path inside the dropped folder. */
export type FileOutcome = Parsed | Refused;
export type Parsed = { readonly file: string } & ParsedDump;
export type Refused = { readonly file: string; readonly refused: Refusal; readonly span?: Span };

/** A file that is kept somewhere and fetched when its turn comes. */
export type Stored = {
  readonly kind: 'stored';
  readonly name: string;
  /** The original it is, of so many bytes. */
  readonly original?: { readonly sha256: Sha256; readonly bytes: number };
  readonly load: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** One thing to import. Folders among paths are walked. `text` comes from the clipboard, `refused` from a host that could not read a file. */
export type ImportSource =
  | { readonly kind: 'path'; readonly path: string; readonly name?: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | Stored
  | { readonly kind: 'refused'; readonly name: string; readonly refused: Refusal };

/** `encoding` may be any that a file can be found to be in. */
export type Said = Partial<Omit<Corrections, 'encoding'>> & { readonly encoding?: string | null };

/** What is to be done beside what a person said of the file. */
export type Reading = {
  /** Rules of a profile that the file is read with. */
  readonly rules?: ProfileRules | undefined;
  /** Where there are no rules: the profiles to choose from. */
  readonly profiles?: readonly DumpProfile[] | undefined;
  /** Whether to answer what files like it are to be read with. */
  readonly learns?: boolean | undefined;
};

/** A single file of a walk, ready to be parsed. */
export type FileSource =
  /** `size` in bytes when it was found. */
  | { readonly kind: 'file'; readonly file: string; readonly path: string; readonly size: number }
  | {
      readonly kind: 'bytes';
      readonly file: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** What a person said of its split. */
      readonly corrections?: Said | undefined;
      readonly reading?: Reading | undefined;
    }
  /** As much of a large file as is held at once; the answer says how much of it was parsed. */
  | {
      readonly kind: 'window';
      readonly file: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly window: Window;
    }
  | (Stored & { readonly file: string })
  | { readonly kind: 'refused'; readonly file: string; readonly refused: Refusal };

/** What the library needs to know of an article beyond what it says: computed beside the parse, because texts can be huge. */
export type Identity = { readonly id: ArticleId; readonly words: number; readonly direction: Direction };

/** A parsed file with one identity for each article, and the file exactly as read, to be kept as the original. */
export type ParseResult = Used &
  (
    | { readonly outcome: Refused }
    | {
        readonly outcome: Parsed;
        readonly identities: readonly Identity[];
        readonly bytes: Uint8Array<ArrayBuffer>;
      }
  );

/** Of a window: the bytes that were parsed and their lines. Missing where the process ended instead of answering. */
export type Used = { readonly used?: number; readonly lines?: number };

export type Window = {
  /** No window comes after this one: all of it is parsed. */
  readonly isLast: boolean;
  /** It cannot be made larger: where no article ends in it, it is cut at a blank line or any line. */
  readonly mustCut: boolean;
  /** WHATWG name of the encoding that the windows before were read in, where that was not UTF-8. */
  readonly encoding?: string | undefined;
};

/** Parses files in another process. A file that makes it die is refused with `failed`; the next one gets a new process. */
export type Parser = {
  /**
   * A signal ends it at once; the file is refused with `failed` then. Where the source does not say how it is to be read,
   * it is read with that of the profiles which fits, if one does; windows are read without.
   */
  readonly parse: (source: FileSource, signal?: AbortSignal, profiles?: readonly DumpProfile[]) => Promise<ParseResult>;
  readonly close: () => Promise<void>;
};

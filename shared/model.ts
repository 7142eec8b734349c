/*
 * The nouns of Broadsheet. An article is immutable; what a person does to it (read, star, tag) is a separate
 * record that outlives it. Times are epoch milliseconds named `...At`; calendar dates are ISO strings.
 */

import type { Span } from './span.ts';
import type { ProfileName } from './profile.ts';

declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** 24 hex digits: the front of the SHA-256 over an article's normalised headline and text. Same text, same id. */
export type ArticleId = Brand<string, 'ArticleId'>;
/** Sorts by time: `<base 36 epoch ms, 9 digits>-<8 random hex digits>`. */
export type ImportId = Brand<string, 'ImportId'>;
/** 64 lower-case hex digits. Names an original by its content. */
export type Sha256 = Brand<string, 'Sha256'>;

/** First and last line, both 1-based and included. */
export type LineRange = readonly [first: number, last: number];

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'list' | 'pre';
/** One block of an article's text. `line` is the 1-based line of the dump where it begins. */
export type Block = { readonly kind: BlockKind; readonly line: number; readonly text: string };

/** A caption without its credit; the picture itself is not in a text dump. `qualifier`: archive, file, handout, screengrab, illustrative, or as typed. */
export type Media = {
  readonly caption: string;
  readonly credit: string | null;
  readonly qualifier: string | null;
  readonly line: number;
};

export const dropReasons = [
  'repeat-title',
  'repeat-caption',
  'residue',
  'residue-learned',
  'contents',
  'cover-page',
  'label',
  'navigation',
  'copyright',
  'boilerplate',
  /** A person said so. */
  'left-out',
] as const;
export type DropReason = (typeof dropReasons)[number];
/** A line that was left out of the reading text; it is kept, as typed, with where and why. */
export type DroppedLine = { readonly line: number; readonly text: string; readonly reason: DropReason };

/** What shows that an article may begin: the plainest of what stands there. */
export type BorderCue =
  /** "Document 3 of 120", alone on a line. */
  | 'counter'
  /** "Title: ...". */
  | 'label'
  /** A headline that carries its number. */
  | 'number'
  /** A line of the form of the first line of the file: a time, a code, an address. */
  | 'stamp'
  | 'form-feed'
  | 'rule'
  /** "# Headline", "=== Headline ===". */
  | 'heading'
  /** More blank lines than between paragraphs. */
  | 'blank-run'
  /** A headline that the page says again. */
  | 'repeat'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'date'
  /** Nothing but a line that looks like one. */
  | 'headline'
  /** A person said so. */
  | 'hand';

/** A line at which an article begins, or might: `taken` says which. `confidence` is 0 to 1: how sure that one begins. */
export type FoundBorder = {
  readonly line: number;
  readonly cue: BorderCue;
  readonly confidence: number;
  readonly taken: boolean;
};

export type FieldName =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'agency'
  | 'dateline'
  | 'place'
  | 'date'
  | 'source'
  | 'section'
  | 'language'
  | 'url';

/** What the head of an article says. `inferred` names the fields that were concluded rather than read. */
export type ArticleFields = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  readonly place: string | null;
  /** ISO 8601: a day, or a day with time. */
  readonly date: string | null;
  readonly source: string | null;
  readonly section: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly url: string | null;
  readonly inferred: readonly FieldName[];
};

export type Direction = 'ltr' | 'rtl';

/** One article as a dump holds it. `confidence` is 0 to 1: how sure the split is. */
export type ParsedArticle = ArticleFields & {
  readonly lines: LineRange | null;
  readonly confidence: number;
  readonly media: readonly Media[];
  readonly blocks: readonly Block[];
  readonly dropped: readonly DroppedLine[];
};

/** One article as the library keeps it: immutable, whatever happens to its state. */
export type Article = ArticleFields & {
  readonly id: ArticleId;
  readonly media: readonly Media[];
  readonly blocks: readonly Block[];
  readonly words: number;
  readonly direction: Direction;
};

/** Where an article was found: the same text in three dumps is one article with three occurrences. */
export type Occurrence = {
  readonly importId: ImportId;
  readonly file: string;
  /** Number of the file in its import, from 0. */
  readonly fileNumber: number;
  readonly original: Sha256;
  readonly span?: Span;
  readonly lines: LineRange | null;
};

/** What a person did to an article. Tags are sorted, without repeats. */
export type ArticleState = {
  readonly read: boolean;
  readonly starred: boolean;
  /** In the trash: in no list but that of the trash. Nothing empties it by itself. */
  readonly trashed: boolean;
  readonly tags: readonly string[];
};

/** An article as a list row. `excerpt` is at most 240 characters of its first text. */
export type ArticleRow = ArticleState & {
  readonly id: ArticleId;
  readonly title: string;
  readonly excerpt: string;
  readonly source: string | null;
  readonly sourceInferred: boolean;
  readonly date: string | null;
  readonly language: string | null;
  readonly direction: Direction;
  readonly importedAt: number;
  readonly words: number;
};

/** An article opened for reading. */
export type ArticleView = {
  /** Its blocks hold at most `longestText` characters together: a 200 MB line must not end the window. */
  readonly article: Article;
  /** Characters of the text beyond that; the library and the original hold them. 0 for nearly every article. */
  readonly hiddenCharacters: number;
  readonly state: ArticleState;
  readonly occurrences: readonly Occurrence[];
  readonly importedAt: number;
};

/** Bytes of a file as it lies on disk: articles + dropped + separators + unassigned = bytes, and unassigned is 0. */
export type Ledger = {
  readonly bytes: number;
  readonly articles: number;
  readonly dropped: number;
  readonly separators: number;
  readonly unassigned: number;
};

export type WarningCode =
  | 'may-be-cut'
  | 'invalid-bytes'
  | 'encoding-guessed'
  | 'double-encoded'
  | 'nul-removed'
  | 'missing-numbers'
  | 'no-separator'
  | 'possible-borders'
  | 'goes-on';
export type Warning = { readonly code: WarningCode; readonly message: string };

export type RefusalCode =
  | 'binary'
  | 'empty'
  | 'blank'
  | 'unreadable'
  | 'too-large'
  | 'directory-loop'
  | 'unsupported'
  | 'unknown-encoding'
  | 'failed';
/** Why a file was not read. Its bytes were not touched. */
export type Refusal = { readonly code: RefusalCode; readonly message: string };

/** What became of one file of an import. */
export type FileReport = {
  readonly file: string;
  /** It is about this part of the file only. */
  readonly span?: Span;
  readonly sha256: Sha256 | null;
  readonly format: string | null;
  readonly encoding: string | null;
  /** The dump profile that it was read with. */
  readonly profile?: ProfileName;
  readonly confidence: number | null;
  /** Articles found = new + known. */
  readonly found: number;
  readonly new: number;
  readonly known: number;
  readonly refused: Refusal | null;
  readonly warnings: readonly Warning[];
  readonly ledger: Ledger | null;
  readonly separatorLines: number;
  readonly articles: readonly FoundArticle[];
  /** Lines left out, those of articles and those outside of all, in the order of the file. */
  readonly dropped: readonly DroppedLine[];
};
export type FoundArticle = {
  readonly id: ArticleId;
  readonly title: string;
  readonly lines: LineRange | null;
  readonly confidence: number;
  readonly known: boolean;
};

/** One drop, as the sidebar shows it. `finished` is false where the process ended before the import did. */
export type ImportSummary = {
  readonly id: ImportId;
  readonly name: string;
  readonly importedAt: number;
  readonly tookMs: number;
  readonly files: number;
  readonly found: number;
  readonly new: number;
  readonly known: number;
  readonly refused: number;
  readonly finished: boolean;
  readonly cancelled: boolean;
};
export type ImportReport = ImportSummary & { readonly reports: readonly FileReport[] };

export type Count = { readonly total: number; readonly unread: number };
/** What the sidebar shows. Tags carry a colour 1 to 8; sources are sorted by name, `name: null` means not found. */
export type Overview = {
  readonly all: Count;
  readonly starred: Count;
  readonly trash: Count;
  readonly sources: readonly (Count & { readonly name: string | null })[];
  readonly tags: readonly (Count & { readonly name: string; readonly colour: number })[];
  readonly imports: readonly (Count & ImportSummary)[];
  readonly undo: string | null;
  readonly redo: string | null;
};

/** The most characters of one article, and of one line of an original, that cross to the screen. */
export const longestText = 2_000_000;
export const longestLine = 20_000;

/** Lines of an original as they were decoded, each at most `longestLine` characters; `total` counts all its lines. */
export type OriginalLines = {
  readonly file: string;
  readonly first: number;
  readonly total: number;
  readonly lines: readonly string[];
  /** Lines that are longer than what is given of them, with their whole length in characters. */
  readonly cut: readonly { readonly line: number; readonly characters: number }[];
};

/*
 * How a person corrects the split of a file: what they said of it, to be applied whenever the file is read again, and
 * what the workbench shows of the outcome.
 */

import { z } from 'zod';
import {
  dropReasons,
  type DroppedLine,
  type FieldName,
  type FoundBorder,
  type ImportId,
  type Ledger,
  type LineRange,
  type Media,
  type Sha256,
  type Warning,
} from './model.ts';
import type { Span } from './span.ts';
import type { ProfileId, ProfileName } from './profile.ts';

/** Fields that a person can set for one article or for all of a file. */
export const settableFields = ['title', 'byline', 'date', 'source', 'section', 'place', 'language', 'url'] as const;
export type SettableField = (typeof settableFields)[number] & FieldName;

/** WHATWG names of what a person can choose; the ones that news was stored in. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;

/** What a person can say that a line is. `body` is text of the article, `out` is left out. */
export const lineRoles = [
  'headline',
  'subtitle',
  'byline',
  'date',
  'source',
  'section',
  'caption',
  'credit',
  'body',
  'out',
] as const;
export type LineRole = (typeof lineRoles)[number];

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d)?$/;
const line = z.number().int().min(1).max(100_000_000);

const field = z
  .strictObject({
    /** First line of the article; null: all articles of the file. */
    first: line.nullable(),
    name: z.enum(settableFields),
    value: z.string().trim().min(1).max(1000).nullable(),
  })
  .refine(
    ({ name, value }) => name !== 'date' || value === null || isoDate.test(value),
    'a date is written 2024-08-26',
  );

const said = z.strictObject({ line, role: z.enum(lineRoles) });

const alike = z.strictObject({ line, take: z.boolean() });

/** Frozen once parsed: corrections are kept, compared and taken back as they are. */
const listOf = <Each extends z.ZodType>(each: Each) => z.array(each).max(100_000).readonly();

export const profileIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .transform((id) => id as ProfileId);

/** Lines are 1-based lines of the decoded text. Everything is as it was found where a person said nothing. */
export const correctionsSchema = z.strictObject({
  /** WHATWG name of the encoding to read the file in; null: as found. */
  encoding: z.enum(encodings).nullable(),
  /** The dump profile to read the file with; null: the one that fitted when it was imported, if one did. */
  profile: z
    .union([profileIdSchema, z.literal('none')])
    .nullable()
    .default(null),
  /** Lines at which an article begins. */
  begins: listOf(line),
  /** Lines at which none begins. */
  joins: listOf(line),
  fields: listOf(field),
  /** What lines are; of two that name one line the later holds. One that names a line which is not there says nothing. */
  roles: listOf(said).default([]),
  /** Reasons for which nothing is left out: all lines that were are text. A single line is brought back as `body`. */
  restore: listOf(z.enum(dropReasons).exclude(['left-out'])).default([]),
  /**
   * Whether articles begin at all places that look like the one at a line: same cue, and blank lines in the same number,
   * the same kind of rule, the same label, the same style of counter or number. The later holds; `begins` and `joins`
   * hold against it.
   */
  like: listOf(alike).default([]),
});
export type Corrections = Readonly<z.infer<typeof correctionsSchema>>;

export const noCorrections: Corrections = {
  encoding: null,
  profile: null,
  begins: [],
  joins: [],
  fields: [],
  roles: [],
  restore: [],
  like: [],
};

/** Corrections as they were kept once, before all kinds of today's were there; undefined: nothing was said. */
export function completeCorrections(kept: Partial<Corrections> | undefined): Corrections {
  return { ...noCorrections, ...kept };
}

/** A split of less confidence is more likely wrong than right: a person sees it before it is stored. */
export const heldBelow = 0.5;

/** An article as the workbench shows it: all but its text, of which `excerpt` is the beginning. */
export type SplitArticle = {
  readonly lines: LineRange | null;
  readonly confidence: number;
  readonly title: string;
  readonly fields: Readonly<Record<Exclude<FieldName, 'title'>, string | null>>;
  readonly inferred: readonly FieldName[];
  readonly media: readonly Media[];
  readonly excerpt: string;
  readonly words: number;
};

/** What a file gives with these corrections. Nothing of it is kept until it is accepted. */
export type SplitView = {
  readonly importId: ImportId;
  /** Number of the file in its import, from 0. */
  readonly fileNumber: number;
  readonly file: string;
  readonly sha256: Sha256;
  readonly span?: Span;
  readonly encoding: string;
  /** The dump profile that it is read with. */
  readonly profile: ProfileName | null;
  readonly corrections: Corrections;
  readonly confidence: number;
  readonly warnings: readonly Warning[];
  readonly articles: readonly SplitArticle[];
  readonly possibleBorders: readonly number[];
  /** Where articles begin but the first, and where they might, in the order of the file. */
  readonly borders: readonly FoundBorder[];
  /** Lines left out, those of articles and those outside of all, in the order of the file. */
  readonly dropped: readonly DroppedLine[];
  readonly separatorLines: number;
  readonly ledger: Ledger;
};

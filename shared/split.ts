/*
 * How a person corrects the split of a file: what they said of it, to be applied whenever the file is read again, and
 * what the workbench shows of the outcome.
 */

import { z } from 'zod';
import type { FieldName, ImportId, Ledger, LineRange, Media, Sha256, Warning } from './model.ts';

/** What a line can be said to be. `leave-out`: it belongs to no text, and is kept like all that is left out. */
export const lineRoles = [
  'headline',
  'subtitle',
  'byline',
  'date',
  'source',
  'section',
  'caption',
  'heading',
  'body',
  'leave-out',
] as const;
export type LineRole = (typeof lineRoles)[number];

/** Fields that a person can set for one article or for all of a file. */
export const settableFields = ['title', 'byline', 'date', 'source', 'section', 'place', 'language', 'url'] as const;
export type SettableField = (typeof settableFields)[number] & FieldName;

const line = z.number().int().min(1).max(100_000_000);

/** Lines are 1-based lines of the decoded text. Everything is as it was found where a person said nothing. */
export const correctionsSchema = z.strictObject({
  /** WHATWG name of the encoding to read the file in; null: as found. */
  encoding: z.string().max(40).nullable(),
  /** Lines at which an article begins. */
  begins: z.array(line).max(100_000),
  /** Lines at which none begins. */
  joins: z.array(line).max(100_000),
  roles: z.array(z.strictObject({ line, role: z.enum(lineRoles) })).max(100_000),
  /** `first` is the first line of the article; null: all articles of the file. */
  fields: z
    .array(
      z.strictObject({
        first: line.nullable(),
        name: z.enum(settableFields),
        value: z.string().trim().min(1).max(1000).nullable(),
      }),
    )
    .max(100_000),
});
type Listed<Value> = Value extends readonly (infer Each)[] ? readonly Readonly<Each>[] : Value;
type Schema = z.infer<typeof correctionsSchema>;
export type Corrections = { readonly [Name in keyof Schema]: Listed<Schema[Name]> };

export const noCorrections: Corrections = { encoding: null, begins: [], joins: [], roles: [], fields: [] };

export function isCorrected({ encoding, begins, joins, roles, fields }: Corrections): boolean {
  return encoding !== null || [begins, joins, roles, fields].some((list) => list.length > 0);
}

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
  readonly encoding: string;
  readonly corrections: Corrections;
  readonly confidence: number;
  readonly warnings: readonly Warning[];
  readonly articles: readonly SplitArticle[];
  readonly possibleBorders: readonly number[];
  readonly ledger: Ledger;
};

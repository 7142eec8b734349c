/*
 * A dump profile: what a person said of one file, to be done with files like it. It goes from hand to hand as a file,
 * so nothing in it is trusted.
 */

import { z } from 'zod';
import { dropReasons, type BorderCue } from './model.ts';
import { encodings, lineRoles, settableFields } from './split.ts';

/** A library holds no more; each is compared with every file that is imported. */
export const mostProfiles = 100;

const hashes = (most: number) => z.array(z.number().int().min(0).max(0xffffffff)).max(most).readonly();

/** The shape of a dump, as hashes: at most 2 KB. `texts` are short lines that a site prints again and again. */
export const fingerprintSchema = z.strictObject({ texts: hashes(64), shapes: hashes(96) });
export type Fingerprint = z.infer<typeof fingerprintSchema>;

const listOf = <Each extends z.ZodType>(each: Each) => z.array(each).max(500).readonly();
const shortText = z.string().min(1).max(200);

const cues = [
  'counter',
  'label',
  'number',
  'form-feed',
  'rule',
  'stamp',
  'heading',
  'blank-run',
  'repeat',
  'caption',
  'byline',
  'dateline',
  'date',
  'headline',
] as const satisfies readonly Exclude<BorderCue, 'hand'>[];

/** What a place of the file looks like at which articles begin, or do not. */
const border = z.strictObject({ cue: z.enum(cues), look: z.string().max(200), take: z.boolean() });

export const rulesSchema = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  borders: listOf(border),
  /** Lines by what they say, but for numbers, case and punctuation: left out, or text though they looked like none. */
  lines: listOf(z.strictObject({ print: shortText, role: z.enum(['out', 'body']) })),
  /** What the line is that stands so many filled lines below the first of an article, where it looks like this. */
  places: listOf(
    z.strictObject({
      below: z.number().int().min(0).max(20),
      look: shortText,
      role: z.enum(lineRoles).exclude(['out', 'body']),
    }),
  ),
  /** Reasons for which nothing is left out. */
  restore: listOf(z.enum(dropReasons).exclude(['left-out'])),
  /** Set for all articles. */
  fields: listOf(
    z.strictObject({ name: z.enum(settableFields), value: z.string().trim().min(1).max(1000).nullable() }),
  ),
});
export type ProfileRules = z.infer<typeof rulesSchema>;

export type ProfileId = string & { readonly brand: 'ProfileId' };

export const profileNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]+$/u);

export const profileFileFormat = 'broadsheet-dump-profiles';

/** Profiles as they go from one library to another. Which of them are the same is told by what they hold. */
export const profileFileSchema = z.strictObject({
  format: z.literal(profileFileFormat),
  version: z.literal(1),
  profiles: z
    .array(
      z.strictObject({
        name: profileNameSchema,
        createdAt: z.number().int().min(0).max(8.64e15),
        fingerprint: fingerprintSchema,
        rules: rulesSchema,
      }),
    )
    .min(1)
    .max(mostProfiles),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;

/** What became of the profiles of a file: `known` were there already. */
export type ProfilesTaken = { readonly added: readonly string[]; readonly known: readonly string[] };

/** Rules and fingerprint never change: a file that was read with a profile is read the same ever after. */
export type DumpProfile = {
  readonly id: ProfileId;
  readonly name: string;
  readonly createdAt: number;
  readonly fingerprint: Fingerprint;
  readonly rules: ProfileRules;
};

/** As a library keeps it: one that was removed is no longer used for new files, but for those that were read with it. */
export type KeptProfile = DumpProfile & { readonly removed: boolean };

/** What a reader of a file is told of the profile that it was read with. */
export type ProfileName = Pick<DumpProfile, 'id' | 'name'>;

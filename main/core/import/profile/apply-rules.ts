/* What the rules of a profile say of the lines of a file. A person's own word for a line holds against them. */

import type { ProfileRules } from '../../../../shared/profile.ts';
import type { SaidRoles } from '../dump/obey-roles.ts';
import { lookOf, printOf } from './line-class.ts';

/** Lines that are left out, or text, for what they say. `texts` are the cleaned lines of the file. */
export function findRuledLines({ lines }: ProfileRules, texts: readonly string[]): SaidRoles {
  if (lines.length === 0) return new Map();
  const roles = new Map(lines.map(({ print, role }) => [print, role]));
  return new Map(
    texts.flatMap((text, line) => {
      const role = text === '' || text.length > longestPrint ? undefined : roles.get(printOf(text));
      return role === undefined ? [] : [[line, role] as const];
    }),
  );
}

type Heads = { readonly texts: readonly string[]; readonly starts: readonly number[] };

/** Lines of the heads of articles that begin at `starts` (0-based). */
export function findRuledPlaces({ places }: ProfileRules, { texts, starts }: Heads): SaidRoles {
  if (places.length === 0) return new Map();
  const roles = new Map(places.map(({ below, look, role }) => [`${below} ${look}`, role]));
  return new Map(
    starts.flatMap((start, index) =>
      listHead(texts, start, starts[index + 1] ?? texts.length).flatMap((line, below) => {
        const role = roles.get(`${below} ${lookOf(texts[line] ?? '')}`);
        return role === undefined ? [] : [[line, role] as const];
      }),
    ),
  );
}

/** Longer lines are said once. */
export const longestPrint = 200;
/** A head is no longer. */
export const mostBelow = 20;

/** The first filled lines of an article. */
export function listHead(texts: readonly string[], start: number, end: number): readonly number[] {
  const head: number[] = [];
  for (let line = start; line < end && head.length <= mostBelow; line += 1) if (texts[line] !== '') head.push(line);
  return head;
}

/** A file that is read without a profile. */
export const noRules: ProfileRules = { encoding: null, borders: [], lines: [], places: [], restore: [], fields: [] };

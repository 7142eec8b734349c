/* Places where an article might begin and that are not split: shown, so that a person can judge them. */

import type { Border } from './borders.ts';
import type { Cue } from './head-cues.ts';
import { findHeadline } from './likeness.ts';
import { isOpening, lengthOf } from './openings.ts';
import type { Piece } from './pieces.ts';
import { hasTextBetween } from './text-between.ts';

/** `chance` is how often an article does begin at such a place: counted over dumps and what becomes of them when they are changed. */
export type Possible = Border & { readonly chance: number };

/** What shows a place, and how often it is right; the lowest score that it is shown from. */
const kinds = {
  /** A line of a head, or a separator. */
  cued: { chance: 0.4, least: 0.9 },
  /** As long as the headlines of the file, without a blank line more above. */
  alike: { chance: 0.3, least: 0.1 },
  /** Room above it, as above all like it, which are long enough to be headlines. */
  roomy: { chance: 0.1, least: 1.2 },
  /** Another kind of delimiter explains the file. */
  demoted: { chance: 0.1, least: 4 },
} as const;

/** Picks them from the places that were judged and not taken. `borders` are those that were. */
export function findPossible(
  pieces: readonly Piece[],
  judged: readonly Border[],
  borders: readonly Border[],
): readonly Possible[] {
  const lengthAt = ({ piece }: Pick<Border, 'piece'>) => measureHeadline(pieces, piece);
  const usual = average([{ piece: 0 }, ...borders].map(lengthAt));
  const bare = judged.filter((border) => border.score >= kinds.roomy.least && !isCued(border));
  const runs = [...Map.groupBy(bare, ({ piece }) => pieces[piece]?.gap).values()];
  const long = runs.filter((run) => average(run.map(lengthAt)) >= Math.max(shortHeadline, usual * 0.6));
  const roomy = new Set(long.flat());
  return keepLonely(
    pieces,
    judged.flatMap((border): readonly Possible[] => {
      const kind = findKind(border, {
        isRoomy: roomy.has(border) && lengthAt(border) >= Math.min(shortHeadline, usual * 0.6),
        isAlike: borders.length >= 2 && lengthAt(border) >= Math.max(shortHeadline, usual * 0.8),
      });
      return kind === undefined ? [] : [{ ...border, chance: kinds[kind].chance }];
    }),
    borders,
  );
}

/** Picks them from borders that the delimiter of the file is not at. */
export function findDemoted(
  pieces: readonly Piece[],
  others: readonly Border[],
  borders: readonly Border[],
): readonly Possible[] {
  const { chance, least } = kinds.demoted;
  const candidates = others.filter(({ score }) => score >= least).map((border) => Object.assign({ chance }, border));
  return keepLonely(pieces, candidates, borders);
}

type Looks = { readonly isRoomy: boolean; readonly isAlike: boolean };

function findKind(border: Border, { isRoomy, isAlike }: Looks): keyof typeof kinds | undefined {
  if (isCued(border)) return border.score >= kinds.cued.least ? 'cued' : undefined;
  if (isAlike && border.score >= kinds.alike.least) return 'alike';
  return isRoomy ? 'roomy' : undefined;
}

/** Shorter openings are subheadings. */
const shortHeadline = 24;

const cues: readonly Cue[] = ['counter', 'title-label', 'number', 'stamp', 'form-feed', 'heading'];
const headCues: readonly Cue[] = ['repeat', 'caption', 'byline', 'dateline', 'date'];

/** More shows it than room above or an asterism. */
function isCued(border: Border): boolean {
  return [...cues, ...headCues].some((cue) => border.cues.has(cue));
}

function measureHeadline(pieces: readonly Piece[], start: number): number {
  const headline = findHeadline(pieces.slice(start, start + 2));
  return headline === undefined ? 0 : lengthOf(headline);
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** A possible border inside a head, or right before a border, is none: an article would have no text. */
function keepLonely(
  pieces: readonly Piece[],
  candidates: readonly Possible[],
  borders: readonly Border[],
): readonly Possible[] {
  const fixed = [0, ...borders.map((border) => border.piece), pieces.length];
  const lonely: Possible[] = [];
  let next = 1;
  for (const border of candidates) {
    while ((fixed[next] ?? pieces.length) < border.piece) next += 1;
    const above = Math.max(fixed[next - 1] ?? 0, lonely.at(-1)?.piece ?? 0);
    const below = fixed[next] ?? pieces.length;
    const piece = pieces[border.piece];
    if (piece === undefined || !isOpening(piece) || below === border.piece) continue;
    if (hasTextBetween(pieces, above, border.piece) && hasTextBetween(pieces, border.piece, below)) lonely.push(border);
  }
  return lonely;
}

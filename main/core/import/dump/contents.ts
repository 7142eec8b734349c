/*
 * The list of contents on top of a dump, and the cover above it: the headlines of the articles, told by their coming
 * again below with text between.
 */

import type { DropReason } from '../../../../shared/model.ts';
import { keyOf } from './lines.ts';
import { lengthOf } from './openings.ts';
import type { Piece } from './pieces.ts';

/** A line that belongs to no article. */
export type Outside = { readonly piece: Piece; readonly reason: DropReason };

export type Front = { readonly front: readonly Outside[]; readonly rest: readonly Piece[] };

const longestList = 1000;
const fewest = 3;
const mostAbove = 10;

/** Takes the cover and the list of contents off the pieces of a file. */
export function cutFront(pieces: readonly Piece[]): Front {
  const whole = { front: [], rest: pieces };
  const text = pieces.findIndex(({ traits }) => traits.long && traits.caption === undefined);
  if (text < fewest || text > longestList) return whole;
  const places = placeHeadlines(pieces);
  const entries: { readonly index: number; readonly place: number }[] = [];
  for (let index = 0; index < text; index += 1) {
    const place = findPlace(places, pieces[index], Math.max(index, entries[0] === undefined ? 0 : text - 1));
    if (place !== undefined) entries.push({ index, place });
    // The first article begins where the first headline of the list comes again.
    if (entries[0]?.place === index + 1) break;
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || !isList(pieces, entries, text)) return whole;
  const heading = first.index > 0 && !isByline(pieces[first.index - 1]) ? first.index - 1 : first.index;
  const front = pieces
    .slice(0, last.index + 1)
    .map((piece, index) => ({ piece, reason: index < heading ? ('cover-page' as const) : ('contents' as const) }));
  return { front, rest: pieces.slice(last.index + 1) };
}

/** Where each line that could be a headline stands, in order. */
function placeHeadlines(pieces: readonly Piece[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { traits, unit }] of pieces.entries()) {
    if (unit.text.length > 200) continue;
    const label = traits.label?.field === 'title' ? traits.label.value : undefined;
    const key = keyOf(label ?? traits.numbered?.rest ?? traits.heading ?? unit.text);
    const before = places.get(key);
    if (before === undefined) places.set(key, [index]);
    else before.push(index);
  }
  return places;
}

/** Bullets, numbers and links before the headline of an entry; dots and the page behind. */
const lead = /^(?:[-*•–·▪]\s+)?(?:\d{1,4}\s*[.)、．]?\s+|[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]{1,4}\s*[.)،]?\s+)?/u;
const page = /(?:[\s.…·‥_—–-]{2,}|\s|…)(?:pp?\.|S\.|s\.|стр\.|ص)?\s*[\d\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]{1,4}$/u;

function findPlace(
  places: ReadonlyMap<string, readonly number[]>,
  piece: Piece | undefined,
  after: number,
): number | undefined {
  if (piece === undefined || piece.unit.text.length > 200) return undefined;
  const { text } = piece.unit;
  const bare = text.replace(lead, '');
  const link = /^\[([^\]]{3,150})\]\([^)]{1,200}\)$/.exec(bare)?.[1];
  for (const form of [text, bare, bare.slice(0, bareEnd(bare)), link ?? bare]) {
    const place = places.get(keyOf(form))?.find((index) => index > after);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Where the headline of an entry ends: before the dots and the number of its page. */
function bareEnd(text: string): number {
  const end = text.slice(-80).search(page);
  return end === -1 ? text.length : Math.max(0, text.length - 80) + end;
}

type Entries = readonly { readonly index: number; readonly place: number }[];

/**
 * At least three headlines, hardly a line between them that is none, in the order of the articles. A byline or a date
 * above shows that an article has begun: it lists its own sections.
 */
function isList(pieces: readonly Piece[], entries: Entries, text: number): boolean {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || entries.length < fewest || first.index > mostAbove) return false;
  if (pieces.slice(0, first.index).some(isByline)) return false;
  if (entries.length < (last.index - first.index + 1) * 0.6 || first.place - last.index > mostAbove) return false;
  const inOrder = entries.every(({ place }, at) => at === 0 || hasText(pieces, entries[at - 1]?.place ?? 0, place));
  const length = entries.reduce(
    (sum, { index }) => sum + (pieces[index] === undefined ? 0 : lengthOf(pieces[index])),
    0,
  );
  return inOrder && first.place <= text && length >= entries.length * 20;
}

/** What a page repeats in its head comes again right away; two headlines of a list have an article between. */
function hasText(pieces: readonly Piece[], from: number, to: number): boolean {
  return from < to && pieces.slice(from, to).some(({ traits }) => traits.long && traits.caption === undefined);
}

function isByline(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.traits.byline ?? piece.traits.caption) !== undefined;
}

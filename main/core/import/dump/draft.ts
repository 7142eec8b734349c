/* One segment read as an article: a role for each of its lines, then blocks, captions and what was left out. */

import type { Block, DroppedLine, DropReason, Media } from '../../../../shared/model.ts';
import type { SourceText } from '../source-text.ts';
import { isBodyResidue, toBlock } from './body.ts';
import { findDateline } from './datelines.ts';
import { findDate } from './dates.ts';
import type { FileHabits, Role } from './head.ts';
import type { FieldValues } from './head-labels.ts';
import { ownCopy } from './lines.ts';
import { addCaption, addCredit, placePicture } from './pictures.ts';
import { asText, type Piece } from './pieces.ts';
import { findFoot } from './recurring.ts';
import type { Segment } from './segments.ts';
import { findRoles } from './roles.ts';
import type { Unit } from './units.ts';

/** An article before the file as a whole has been asked. */
export type Draft = {
  readonly segment: Segment;
  readonly values: FieldValues;
  readonly media: readonly Media[];
  readonly blocks: readonly Block[];
  readonly dropped: readonly DroppedLine[];
  /** The name in its copyright line. */
  readonly owner: string | undefined;
};

/** The text of the file, and the reasons for which a person wants nothing left out. */
export type DraftContext = { readonly source: SourceText; readonly restored: ReadonlySet<DropReason> };

/** Reads one segment. */
export function readDraft(segment: Segment, habits: FileHabits, context: DraftContext): Draft {
  const { roles, values, end, owner } = findRoles(segment, habits);
  const foot = findFoot(segment.pieces);
  const parts: Parts = { segment, roles, habits, end, foot, blocks: [], media: [], dropped: [], ...context };
  for (const index of segment.pieces.keys()) placePiece(parts, index);
  for (const { piece, reason } of segment.left) drop(parts, piece.unit, reason);
  readDateline(segment, parts.blocks, values);
  return { segment, values, media: parts.media, blocks: parts.blocks, dropped: parts.dropped, owner };
}

type Parts = DraftContext & {
  readonly segment: Segment;
  readonly roles: ReadonlyMap<number, Role>;
  readonly habits: FileHabits;
  readonly end: number;
  /** Pieces from here on stand below the last paragraph. */
  readonly foot: number;
  readonly blocks: Block[];
  readonly media: Media[];
  readonly dropped: DroppedLine[];
};

const alone = { before: undefined, next: undefined };

/** Puts one piece, and the ornaments before it, where it belongs. */
function placePiece(parts: Parts, index: number): void {
  const { pieces } = parts.segment;
  const piece = pieces[index];
  if (piece === undefined) return;
  const found = parts.roles.get(index) ?? findBodyRole(parts, index, piece);
  const role: Role | undefined =
    found?.kind === 'drop' && parts.restored.has(found.reason) ? { kind: 'text', text: piece.unit.text } : found;
  // A rule in the head underlines the headline; one in the text is a pause the writer wanted.
  for (const mark of index === 0 ? [] : piece.marks) {
    if (index <= parts.end && parts.blocks.length === 0 && !parts.restored.has('residue')) drop(parts, mark, 'residue');
    else parts.blocks.push(toBlock(asText(mark), alone));
  }
  if (role === undefined && placePicture(parts.media, piece)) return;
  const neighbours = { before: pieces[index - 1], next: pieces[index + 1] };
  if (role === undefined) parts.blocks.push(toBlock(piece, neighbours));
  else if (role.kind === 'text') parts.blocks.push(toBlock(piece, neighbours, role.text));
  else if (role.kind === 'drop') drop(parts, piece.unit, role.reason);
  else if (role.kind === 'caption') addCaption(parts.media, role.caption, piece.unit);
  else if (role.kind === 'credit') addCredit(parts.media, role.credit, piece.unit);
}

function findBodyRole({ segment, habits, end, foot }: Parts, index: number, piece: Piece): Role | undefined {
  if (index < end) return undefined;
  const learned = piece.unit.text.length <= 40 && index >= foot ? habits.recurring.get(piece.traits.key) : undefined;
  if (learned !== undefined) return { kind: 'drop', reason: learned };
  const isRemnant = isBodyResidue(segment.pieces[index - 1], piece, segment.pieces[index + 1]);
  return isRemnant ? { kind: 'drop', reason: 'residue' } : undefined;
}

function drop({ dropped, source }: Parts, unit: Unit, reason: DroppedLine['reason']): void {
  for (let index = unit.first; index <= unit.last; index += 1) {
    dropped.push({ line: index + 1, text: ownCopy(source.rawLine(index)), reason });
  }
}

/** The dateline opens the first paragraph, which may have a stray line of the head above it, and stays there. */
function readDateline({ pieces }: Segment, blocks: readonly Block[], values: FieldValues): void {
  const first = blocks.slice(0, 4).find((block) => block.kind === 'paragraph' && block.text.length >= shortestLead);
  const piece = pieces.find(({ unit }) => unit.first + 1 === first?.line);
  if (first === undefined || piece === undefined || !(piece.traits.dateline || piece.traits.label !== undefined))
    return;
  // Where several paragraphs begin with a name and a colon, people speak: "MODERATOR: ...".
  if (speaker.test(first.text) && blocks.filter((block) => speaker.test(block.text)).length > 1) return;
  const found = findDateline(first.text);
  if (found === undefined) return;
  if (found.dateline !== null) values.dateline ??= found.dateline;
  if (found.place !== null) values.place ??= found.place;
  if (found.agency !== null) values.agency ??= found.agency;
  if (found.byline !== null) values.byline ??= found.byline;
  const date = findDate(found.dateline ?? '')?.iso;
  if (date !== undefined) values.date ??= date;
}

const shortestLead = 30;
const speaker = /^\p{Lu}[\p{Lu}\s.'’-]*:\s/u;

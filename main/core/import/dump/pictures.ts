/* Captions and credits of an article, in the order of its text; the pictures themselves are not in a text dump. */

import type { Media } from '../../../../shared/model.ts';
import { findCaption, splitCredit, type Caption } from './credits.ts';
import { cleanField, ownCopy } from './lines.ts';
import type { Piece } from './pieces.ts';
import type { Unit } from './units.ts';

/** "CAPTION: ..." and "CREDIT: ..." inside the text. False where the line is neither. */
export function placePicture(media: Media[], { traits, unit }: Piece): boolean {
  const { label } = traits;
  if (label?.field === 'caption' && label.value !== '') {
    media.push(toMedia(findCaption(label.value) ?? { caption: label.value, credit: null, qualifier: null }, unit));
    return true;
  }
  const last = media.at(-1);
  if (label?.field !== 'credit' || last === undefined || last.credit !== null || unit.first + 1 - last.line > 2)
    return false;
  media.splice(-1, 1, withCredit(last, splitCredit(label.value)));
  return true;
}

/** A caption right below a credit that had none yet is that picture's. */
export function addCaption(media: Media[], caption: Caption, unit: Unit): void {
  const last = media.at(-1);
  const found = toMedia(caption, unit);
  const isSame = last !== undefined && last.caption === '' && found.credit === null && unit.first + 1 - last.line <= 2;
  if (isSame) media.splice(-1, 1, withCredit(found, last));
  else media.push(found);
}

/** A credit belongs to the caption above it that has none, or to a picture without a caption. */
export function addCredit(media: Media[], credit: Credit, unit: Unit): void {
  const last = media.at(-1);
  if (last === undefined || last.credit !== null) media.push(toMedia({ ...credit, caption: '' }, unit));
  else media.splice(-1, 1, withCredit(last, credit));
}

type Credit = Pick<Caption, 'credit' | 'qualifier'>;

function withCredit(media: Media, { credit, qualifier }: Credit): Media {
  return { ...media, credit: toOwn(credit), qualifier: toOwn(qualifier) ?? media.qualifier };
}

function toMedia(caption: Caption, unit: Unit): Media {
  return {
    caption: toOwn(caption.caption) ?? '',
    credit: toOwn(caption.credit),
    qualifier: toOwn(caption.qualifier),
    line: unit.first + 1,
  };
}

function toOwn(text: string | null): string | null {
  return text === null ? null : ownCopy(cleanField(text));
}

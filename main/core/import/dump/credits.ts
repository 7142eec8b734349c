/* Captions: the line under a picture, with its credit at the end. */

import { isAgency, isCredit, isOutlet } from './agencies.ts';

export type Caption = { readonly caption: string; readonly credit: string | null; readonly qualifier: string | null };

const longestCaption = 600;

/** Words for the kind of a picture, as they are told apart; the keys are what newspapers print. */
const qualifiers: Record<string, string> = {
  archive: 'archive',
  archives: 'archive',
  archived: 'archive',
  archiv: 'archive',
  archivo: 'archive',
  архив: 'archive',
  'archive photo': 'archive',
  archivfoto: 'archive',
  archivbild: 'archive',
  أرشيفية: 'archive',
  أرشيف: 'archive',
  'صورة أرشيفية': 'archive',
  资料图: 'archive',
  资料图片: 'archive',
  file: 'file',
  'file photo': 'file',
  'file picture': 'file',
  'file image': 'file',
  handout: 'handout',
  'handout photo': 'handout',
  screengrab: 'screengrab',
  screenshot: 'screengrab',
  illustrative: 'illustrative',
  'illustrative photo': 'illustrative',
  'illustrative image': 'illustrative',
  symbolbild: 'illustrative',
  arşiv: 'archive',
  ארכיון: 'archive',
  آرشیو: 'archive',
  'фото из архива': 'archive',
  資料写真: 'file',
  자료사진: 'file',
  'फाइल फोटो': 'file',
};

/** What stands before a name and says that it is a picture's. */
const photoWord = new RegExp(
  `^(?:photos?|pictures?|images?|credits?|crédits?|fotos?|fotografías?|fotografias?|fot\\.|fotoğraf|bild|фото|صورة|تصوير|عکس|צילום|תמונה|写真|撮影|圖|图|사진|फोटो)(?:\\s+by\\s+|\\s*[:：=＝]\\s*|(?<=\\.)\\s+)`,
  'iu',
);
/** "王强 摄": who took it, at the end. */
const takenBy = /\s*(?:摄影|攝影|撮影|摄|攝)$/u;
/** "中野動物公園提供": who handed it out. */
const handedOut = /(?<=\S)\s*提供$/u;

const bracketed = /^(.*?)\s*[([（]([^()[\]（）]{1,80})[)\]）]\.?$/s;
const photoBy =
  /^(.*?)[\s.,]*\b((?:Photo(?:graph)?|Picture|Image|Foto|Bild)\s*(?:by|von|par|de|:)\s*|(?:Photo(?:graph)?|Picture|Image)?\s*Credit:\s*)(.{2,60})$/is;
const labelled =
  /^(?:Photo|Picture|Image|Foto|Bild)\s*:\s*(.{3,}?)[.,;]?\s+(?:Photo credit|Credit|Bildnachweis|Crédit)\s*:\s*(.{2,60})$/is;
/** Reuters and AP sign their pictures so: "Smoke over the harbour. REUTERS/Mira Sand". */
const slashed = /^(.{8,}?)[.,]?\s+((?:REUTERS|Reuters|AP Photo|AFP(?: PHOTO)?|EPA|dpa)\s?\/\s?\p{Lu}.{1,50})$/su;
const bare = /^(.{15,}?[^.\s])[.,]\s+([^.,]{2,30}?)\.?$/s;

/**
 * Reads a caption that says whose picture it is: "(AP)", "(archive - AFP)", "Photo by X / AFP". Where the line is
 * `repeated` beside the headline, the bare forms ". Reuters" and ", Asharq Al-Awsat" count as well.
 */
export function findCaption(text: string, repeated = false): Caption | undefined {
  if (text.length > longestCaption) return undefined;
  const line = withoutTail(text);
  if (/[)\]）]\.?$/.test(line.slice(-2))) {
    const found = readBracket(line, repeated);
    if (found !== undefined) return found;
  }
  // A credit line is no sentence; this spares nearly every paragraph the patterns below.
  if (/[.!?]$/.test(line.slice(-1))) return repeated ? readBare(line) : undefined;
  const both = /^(?:photo|picture|image|foto|bild)/i.test(line) ? labelled.exec(line) : null;
  if (both !== null) return { caption: both[1] ?? '', credit: both[2] ?? '', qualifier: null };
  const signed = /photo|picture|image|foto|bild|credit/i.test(line.slice(-80)) ? photoBy.exec(line) : null;
  if (signed !== null && (signed[1] ?? '') !== '' && !/[.!?]$/.test(signed[3] ?? '')) {
    return { caption: (signed[1] ?? '').trim(), credit: (signed[3] ?? '').trim(), qualifier: null };
  }
  const wire = line.includes('/') ? slashed.exec(line) : null;
  if (wire !== null) return { caption: (wire[1] ?? '').trim(), credit: (wire[2] ?? '').trim(), qualifier: null };
  return repeated ? readBare(line) : undefined;
}

/** AFP closes some captions with "/ === RESTRICTED TO EDITORIAL USE ...". */
function withoutTail(text: string): string {
  const tail = text.indexOf('/ ===');
  return tail > 0 ? text.slice(0, tail).trim() : text;
}

function readBracket(line: string, repeated: boolean): Caption | undefined {
  const match = bracketed.exec(line);
  const caption = match?.[1] ?? '';
  const inside = (match?.[2] ?? '').trim();
  if (caption === '' || !(isCredit(inside) || (repeated && /^[\p{Lu}\p{Lo}@]/u.test(inside)))) return undefined;
  return { caption, ...splitCredit(inside) };
}

function readBare(line: string): Caption | undefined {
  const match = bare.exec(line);
  const credit = (match?.[2] ?? '').trim();
  if (match === null || !(isAgency(credit) || isOutlet(credit))) return undefined;
  return { caption: (match[1] ?? '').trim(), credit, qualifier: null };
}

/** "archive - AFP", "AFP/File", "File photo: Reuters", "Photo: X" to credit and qualifier. */
export function splitCredit(inside: string): Pick<Caption, 'credit' | 'qualifier'> {
  const whole = qualifiers[inside.toLowerCase()];
  if (whole !== undefined) return { credit: null, qualifier: whole };
  if (handedOut.test(inside)) return { credit: trimCredit(inside.replace(handedOut, '')), qualifier: 'handout' };
  const parts = inside.split(/\s*[-–—/:|،,]\s+|\s+[-–—/:|]\s*|\s*[/:：=＝]\s*/).filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    const qualifier = qualifiers[part.toLowerCase()];
    if (qualifier === undefined || (index !== 0 && index !== parts.length - 1)) continue;
    const credit = index === 0 ? inside.slice(part.length) : inside.slice(0, inside.length - part.length);
    return { credit: trimCredit(credit), qualifier };
  }
  return { credit: trimCredit(inside), qualifier: null };
}

function trimCredit(credit: string): string | null {
  const trimmed = credit
    .replace(/^[\s\-–—/:：=＝|،,]+|[\s\-–—/:：=＝|،,]+$/g, '')
    .replace(photoWord, '')
    .replace(takenBy, '');
  return trimmed === '' ? null : trimmed;
}

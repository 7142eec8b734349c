/* Encodings as a person knows them, and in which one the text of a split is shown. Pure. */

import type { Corrections, SplitView } from '../../shared/split.ts';

type Encoding = NonNullable<Corrections['encoding']>;

/** What was written in each, where its name does not say so. */
const scripts: Record<Encoding, string | null> = {
  'utf-8': null,
  'utf-16le': null,
  'utf-16be': null,
  'windows-1252': 'Western',
  'windows-1250': 'Central European',
  'windows-1251': 'Cyrillic',
  'windows-1253': 'Greek',
  'windows-1254': 'Turkish',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-1257': 'Baltic',
  'windows-1258': 'Vietnamese',
  'windows-874': 'Thai',
  'iso-8859-2': 'Central European',
  'iso-8859-5': 'Cyrillic',
  'iso-8859-6': 'Arabic',
  'iso-8859-7': 'Greek',
  'iso-8859-8': 'Hebrew',
  'iso-8859-15': 'Western',
  'koi8-r': 'Russian',
  'koi8-u': 'Ukrainian',
  ibm866: 'Cyrillic, DOS',
  macintosh: 'Western, Mac',
  gb18030: 'Chinese, simplified',
  big5: 'Chinese, traditional',
  shift_jis: 'Japanese',
  'euc-jp': 'Japanese',
  'iso-2022-jp': 'Japanese, mail',
  'euc-kr': 'Korean',
};
/** All that can be chosen, the likely ones first. */
export const encodings = Object.keys(scripts) as readonly Encoding[];

/** "UTF-8", "Windows-1256 (Arabic)". */
export function nameEncoding(encoding: string): string {
  const name = encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase().replace('_', '-');
  const known = findEncoding(encoding);
  const script = known === null ? null : scripts[known];
  return script === null ? name : `${name} (${script})`;
}

/** The encoding of that name among those that can be chosen. */
export function findEncoding(name: string): Encoding | null {
  return encodings.find((each) => each === name) ?? null;
}

/**
 * What to read the lines in; null: what the file was imported in, line by line where it holds two. A file that was accepted
 * in a chosen encoding has to be told the found one by name.
 */
export function findShown(view: SplitView, stored: Corrections): Corrections['encoding'] {
  const { encoding } = view.corrections;
  if (encoding !== null) return encoding;
  return stored.encoding === null ? null : findEncoding(view.encoding);
}

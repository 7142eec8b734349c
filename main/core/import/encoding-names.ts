/* Names of encodings: what a detector or a person calls one, and the name under which this runtime decodes it. */

/**
 * The detector names the larger sets that vendors made of a standard ("CP949"). The WHATWG decoder of the standard's
 * name reads those sets, and does not know their names.
 */
const sets: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['shift_jis_2004', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['big5hkscs', 'big5'],
  ['euc-jis-2004', 'euc-jp'],
  ['iso2022-jp-2', 'iso-2022-jp'],
  ['iso2022-jp-2004', 'iso-2022-jp'],
  ['iso2022-jp-ext', 'iso-2022-jp'],
  ['cp874', 'windows-874'],
  ['koi8-t', 'koi8-r'],
  ['kz-1048', 'windows-1251'],
  ['mac-cyrillic', 'x-mac-cyrillic'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['mac-roman', 'macintosh'],
  ['macroman', 'macintosh'],
]);

/**
 * The WHATWG name in lower case for a name of any spelling ("CP1256", "Latin1", "UTF-16-LE"); undefined where this
 * runtime cannot decode it.
 */
export function toEncodingName(label: string): string | undefined {
  const spelled = label
    .trim()
    .toLowerCase()
    .replace(/^utf-16-/, 'utf-16')
    .replace(/^iso8859/, 'iso-8859');
  try {
    const { encoding } = new TextDecoder(sets.get(spelled) ?? spelled);
    // What the platform answers for encodings that are not safe to decode is no name of one.
    return encoding === 'replacement' ? undefined : encoding;
  } catch (error) {
    // RangeError is how the platform says "not one of the WHATWG encodings".
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/* UTF-16 without a byte order mark. */

import { detect } from 'jschardet';
import { toEncodingName } from './encoding-names.ts';

export type Wide = 'utf-16le' | 'utf-16be';

/** Latin text has NULs on one side of each pair; of other scripts the line breaks and blanks have, and statistics tell. */
export function findWide(sample: Uint8Array): Wide | undefined {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return undefined;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) evenNuls += 1;
    if (sample[index + 1] === 0) oddNuls += 1;
  }
  if (oddNuls > pairs * 0.3 && evenNuls < pairs * 0.02) return 'utf-16le';
  if (evenNuls > pairs * 0.3 && oddNuls < pairs * 0.02) return 'utf-16be';
  if (evenNuls === 0 && oddNuls === 0) return undefined;
  const named = toEncodingName(detect(sample).encoding ?? '');
  return named === 'utf-16le' || named === 'utf-16be' ? named : undefined;
}

/**
 * A few lines of Chinese, Japanese or Korean hold no NUL at all. Read in the right order of bytes nearly every
 * character is one that newspapers print, and a comma or full stop is among them. `sample` must not be UTF-8: plain
 * ASCII read in pairs is Chinese too.
 */
export function findWideScript(sample: Uint8Array): Wide | undefined {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < fewestPairs || sample.length % 2 === 1) return undefined;
  return (['utf-16le', 'utf-16be'] as const).find((name) => {
    const text = new TextDecoder(name).decode(sample);
    return (text.match(printed)?.length ?? 0) >= pairs * 0.98 && marks.test(text);
  });
}

const fewestPairs = 8;
const printed =
  /[\t\n\r -~\u0400-\u045F\u05D0-\u05EA\u060C\u061B\u061F-\u06D4\u0900-\u097F\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E“”‘’—–…]/g;
const marks = /[\n 、。，．]/;

/* News agencies and outlets that stand in credits and datelines, and words that mark a credit. */

import { agencyNames, creditWords, outletWords } from './agency-names.ts';

const known = new Set(Object.values(agencyNames).flatMap((names) => names.split(/,\s+/).map(fold)));

/** True for a name that is an agency and nothing else. */
export function isAgency(name: string): boolean {
  return name.length <= 60 && known.has(fold(name));
}

/** True where one of the names that a bracket holds is an agency: "AFP, Reuters", "dpa/lno". */
export function hasAgency(names: string): boolean {
  return isAgency(names) || names.split(/\s*[/,،、|+·]\s*|\s+(?:-|–|and|und|et|y|e|и|و|و\s?)\s*/u).some(isAgency);
}

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^[«"“„”]+|[»"“”]+$|\./g, '');
}

/** Outlets are recognised by such a word at the end of their name, or at its front; people and parliaments have none. */
const outlets = [
  new RegExp(`(?:^|\\s|-)(?:${outletWords.end})$`, 'u'),
  new RegExp(`^(?:The (?:\\S+ ){1,3}|(?:\\S+ ){0,2}(?:${outletWords.edition}) )(?:${outletWords.plain})$`, 'u'),
  new RegExp(`^(?:${outletWords.front})\\S*(?: \\S+){1,3}$`, 'u'),
  new RegExp(`^[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}]{1,10}(?:${outletWords.glued})$`, 'u'),
];

/** True for a name that reads like a newspaper, broadcaster or site. */
export function isOutlet(name: string): boolean {
  return name.length <= 60 && outlets.some((form) => form.test(name));
}

const word = Object.values(creditWords)
  .flatMap((words) => words.split(/,\s+/))
  .join('|');
const creditWord = new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:${word})(?:$|[^\\p{L}\\p{M}])`, 'iu');
const eastern = /^(?:写真|撮影|攝影|摄影|摄|圖|图|提供|사진|촬영)|(?:提供|摄|攝|撮影|攝影|写真|제공|촬영|사진)$/u;

/** True for the inside of a bracket that names where a picture is from. */
export function isCredit(inside: string): boolean {
  if (inside.length > 80) return false;
  return (
    hasAgency(inside) ||
    creditWord.test(inside) ||
    eastern.test(inside) ||
    isOutlet(inside) ||
    /(?:^|[\s/])@\w/.test(inside)
  );
}

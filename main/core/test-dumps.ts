/* Dumps for tests: as many articles as wanted, each with a text of its own that the reader of dumps splits for certain. */

const places = ['Khartoum', 'Baghdad', 'Lisbon', 'Osaka', 'Quito', 'Tallinn', 'Dakar'];
const RULE = '\n\n'.concat('-'.repeat(40), '\n\n');

/** Text of article `key`: the same key, the same text. */
export function makeArticleText(key: number): string {
  const place = places[key % places.length] ?? 'Khartoum';
  const sentence = `Officials in ${place} said on Monday that report number ${key} had been read by all members of the council.`;
  return [
    `${place} council reads report number ${key}`,
    '',
    `${place.toUpperCase()} (Reuters) - ${sentence} ${sentence}`,
    '',
    `The mayor told reporters that ${key + 1} further reports would follow, and that nobody had asked for them so far.`,
  ].join('\n');
}

export function makeDump(keys: readonly number[]): string {
  return `${keys.map(makeArticleText).join(RULE)}\n`;
}

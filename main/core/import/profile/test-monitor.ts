/* Dumps of a made-up press review, for tests: plain lines that no cue splits for certain, and what its site prints. */

const places = ['Tallinn', 'Dakar', 'Quito', 'Osaka', 'Lisbon', 'Khartoum', 'Baghdad', 'Oslo'];

/** Article `key`, ten lines long: a banner, a headline, the desk, two paragraphs, and a link to more. */
function makeArticle(key: number): readonly string[] {
  const place = places[key % places.length] ?? '';
  return [
    '~~ Delta Monitor ~~',
    `${place} port opens pier ${key} after a long delay`,
    'Harbour desk',
    '',
    `Workers in ${place} opened pier number ${key} on Monday, and the first ships came in before noon as had been planned.`,
    '',
    `The owner of ship ${key} told reporters that nobody had waited for as long as the people of ${place} had to wait.`,
    'Go to the harbour map',
    '',
    '',
  ];
}

/** Lines of each article, in `makeMonitor`. */
export const monitorLines = 10;

/** The review with these articles. */
export function makeMonitor(keys: readonly number[]): string {
  return `${keys.flatMap(makeArticle).join('\n').trim()}\n`;
}

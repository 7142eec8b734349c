/* Languages that a detector of letter groups takes for each other: small words and letters tell them apart. */

type Sister = { readonly language: string; readonly sign: RegExp };

const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list.split(' ').join('|')})(?!\\p{L})`, 'giu');

/** Signs that one of a family has and the others do not. */
const families: readonly (readonly Sister[])[] = [
  [
    {
      language: 'id',
      sign: words(
        'karena bahwa polisi uang bisa kantor mobil tewas warga kecelakaan senin rabu jumat sejumlah pukul provinsi anggaran mengatakan saat usai hingga saja kabupaten',
      ),
    },
    {
      language: 'ms',
      sign: words(
        'kerana bahawa polis wang boleh pejabat kereta maut kemalangan isnin jumaat ahad selepas manakala ialah berkata kerajaan negeri beliau sehingga turut',
      ),
    },
  ],
  [
    { language: 'cs', sign: /[ěřů]|(?<!\p{L})(?:jsem|jsou|který|která|které|ale|když|podle|bude)(?!\p{L})/giu },
    { language: 'sk', sign: /[ľĺŕôä]|(?<!\p{L})(?:som|sú|ktorý|ktorá|ktoré|keď|podľa|bude|aj|sa|alebo)(?!\p{L})/giu },
  ],
  [
    {
      language: 'da',
      sign: words('af efter siger blev nogle hvad også mere regeringen uden mod havde år jeg dem selv'),
    },
    {
      language: 'no',
      sign: words('av etter sier ble noen hva også mer regjeringen uten mot hadde jeg dem selv fra sa'),
    },
  ],
];

/**
 * The language of a family whose signs a text shows most. Null where it shows as many of another: better no language
 * than a wrong one. A language that has no sister is answered as it is.
 */
export function tellSister(found: string, text: string): string | null {
  const family = families.find((sisters) => sisters.some(({ language }) => language === found));
  if (family === undefined) return found;
  const counts = family.map(({ language, sign }) => ({ language, count: text.match(sign)?.length ?? 0 }));
  const [first, second] = counts.toSorted((left, right) => right.count - left.count);
  return first === undefined || first.count === (second?.count ?? 0) ? null : first.language;
}

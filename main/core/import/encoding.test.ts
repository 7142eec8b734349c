import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { toEncodingName } from './encoding-names.ts';
import { parseFile } from './parse-file.ts';
import { encodeAs } from './test-encode.ts';

const texts = {
  ru: 'Паром между островом и материком будет ходить и зимой, сообщила во вторник транспортная компания.',
  uk: 'Пором між островом і материком ходитиме й узимку, повідомила у вівторок транспортна компанія.',
  ar: 'أعلن وزير النقل يوم الثلاثاء أن القطار الجبلي سيعود إلى العمل قبل الشتاء، وأن التذاكر ستباع في المحطات.',
  he: 'שר התחבורה הודיע ביום שלישי כי רכבת ההרים תחזור לפעול לפני החורף, וכי הכרטיסים יימכרו בתחנות.',
  tr: 'Ulaştırma bakanı salı günü yaptığı açıklamada dağ treninin kıştan önce yeniden çalışacağını söyledi.',
  cs: 'Ministr dopravy v úterý oznámil, že horská železnice začne opět jezdit před zimou za loňské ceny.',
  pl: 'Minister transportu ogłosił we wtorek, że kolej górska zacznie znowu jeździć przed zimą.',
  de: 'Fähre fährt künftig auch im Winter – „täglich“, für 900 €. Der Schlüssel hängt an der Tür.',
  es: 'El faro de la punta seguirá habitado, anunció el miércoles el gobierno. “Mañana será otro día”, añadió.',
  fr: 'Le phare restera habité, a annoncé mercredi la préfecture. « C’est une bonne nouvelle », a réagi le maire.',
  en: 'The mayor said “no” – and meant it. The ferry won’t run until spring.',
  el: 'Ο υπουργός Μεταφορών ανακοίνωσε την Τρίτη ότι το ορεινό τρένο θα λειτουργήσει ξανά πριν από τον χειμώνα.',
  zh: '交通部长星期二宣布，山区铁路将在冬天之前恢复运行。车票从下周起在各车站出售，价格与去年相同。',
  tw: '交通部長星期二宣布，山區鐵路將在冬天之前恢復運行。車票從下週起在各車站出售，價格與去年相同。',
  ja: '山あいの無人駅に小さな図書室が火曜日に開館した。本は住民が持ち寄り、列車を待つ人が自由に読める。',
  ko: '산골 무인역에 작은 도서실이 화요일에 문을 열었다. 책은 주민들이 가져왔다.',
} as const;

describe('reads without a mark', () => {
  test.each([
    ['windows-1251', 'ru'],
    ['koi8-r', 'ru'],
    ['windows-1251', 'uk'],
    ['koi8-u', 'uk'],
    ['windows-1256', 'ar'],
    ['windows-1255', 'he'],
    ['iso-8859-9', 'tr'],
    ['windows-1250', 'cs'],
    ['windows-1250', 'pl'],
    ['iso-8859-2', 'pl'],
    ['windows-1252', 'de'],
    ['windows-1252', 'es'],
    ['windows-1252', 'fr'],
    ['windows-1252', 'en'],
    ['windows-1253', 'el'],
    ['gb18030', 'zh'],
    ['big5', 'tw'],
    ['shift_jis', 'ja'],
    ['euc-jp', 'ja'],
    ['euc-kr', 'ko'],
    ['utf-16le', 'zh'],
    ['utf-16be', 'ja'],
    ['utf-16le', 'ko'],
    ['utf-16be', 'ar'],
    ['utf-16le', 'ru'],
  ] as const)('%s of a text in %s, and half of it', (encoding, language) => {
    const text = texts[language];
    for (const part of [text, text.slice(0, text.length / 2)]) {
      const decoded = decode(encodeAs(encoding, part));
      expect('source' in decoded && decoded.source.rawLine(0)).toBe(part);
    }
  });
});

function linesOf(bytes: Uint8Array): { readonly lines: readonly string[]; readonly warnings: readonly string[] } {
  const decoded = decode(bytes);
  if ('refused' in decoded) throw new Error(decoded.refused.message);
  const lines = Array.from({ length: decoded.source.lineCount }, (_, index) => decoded.source.rawLine(index));
  return { lines, warnings: decoded.warnings.map(({ message }) => message) };
}

function join(parts: readonly (readonly [encoding: string, text: string])[]): Uint8Array {
  return Buffer.concat(parts.map(([encoding, text]) => encodeAs(encoding, `${text}\n`)));
}

describe('reads line by line, and says so,', () => {
  test.each([
    [
      'one line of windows-1252',
      [
        ['utf-8', texts.de],
        ['windows-1252', texts.fr],
        ['utf-8', texts.en],
      ],
    ],
    [
      'a few lines of UTF-8 among many of windows-1251',
      [
        ['windows-1251', texts.ru],
        ['windows-1251', texts.uk],
        ['utf-8', texts.ru],
        ['windows-1251', texts.ru],
      ],
    ],
    [
      'a line of windows-1256 in UTF-8',
      [
        ['utf-8', texts.ar],
        ['utf-8', texts.he],
        ['windows-1256', texts.ar],
      ],
    ],
  ] as const)('%s', (_what, parts) => {
    const { lines, warnings } = linesOf(join(parts));
    expect(lines).toEqual(parts.map(([, text]) => text));
    expect(warnings).toEqual([expect.stringContaining('with lines in')]);
  });
});

test('keeps a legacy text whole in which two letters happen to form UTF-8', () => {
  const text = `${texts.de} Ã¤ ${texts.fr}`;
  expect(linesOf(encodeAs('windows-1252', text)).lines).toEqual([text]);
});

test('tells of letters that were saved wrongly before, and leaves them', () => {
  const text = 'The mayorâ€™s cafÃ© wonâ€™t open.';
  expect(linesOf(Buffer.from(text))).toEqual({ lines: [text], warnings: [expect.stringMatching(/^3 letters seem/)] });
  expect(linesOf(Buffer.from('Write “é” as UTF-8 and read it as Latin-1: “Ã©”.')).warnings).toEqual([]);
});

describe("a person's choice of the encoding", () => {
  const bytes = encodeAs('windows-1251', texts.ru);

  test.each(['cp1251', 'WINDOWS-1251', ' windows-1251 '])('overrides what was found: %s', async (encoding) => {
    const outcome = await parseFile(bytes, 'ferry.txt', { encoding });
    expect(outcome).toMatchObject({ encoding: 'windows-1251', warnings: [] });
    expect('articles' in outcome && outcome.articles[0]?.blocks[0]?.text).toBe(texts.ru);
  });

  test('is kept to where it is wrong, and accounts for every byte', async () => {
    const outcome = await parseFile(Buffer.from(texts.ru), 'ferry.txt', { encoding: 'koi8-r' });
    expect(outcome).toMatchObject({
      encoding: 'koi8-r',
      ledger: { unassigned: 0, bytes: Buffer.byteLength(texts.ru) },
    });
  });

  test('says how many bytes are none of it', async () => {
    const outcome = await parseFile(encodeAs('windows-1252', texts.es), 'faro.txt', { encoding: 'utf-8' });
    expect('warnings' in outcome && outcome.warnings.map(({ code }) => code)).toContain('invalid-bytes');
  });

  test('leaves the mark of its own encoding out', async () => {
    const outcome = await parseFile(encodeAs('utf-16le', `\uFEFF${texts.de}`), 'a.txt', { encoding: 'utf-16' });
    expect('articles' in outcome && outcome.articles[0]?.blocks[0]?.text).toBe(texts.de);
  });

  test.each(['klingon', 'utf-7', 'iso-2022-cn', ''])('is refused when it cannot be decoded: “%s”', async (encoding) => {
    expect(await parseFile(bytes, 'ferry.txt', { encoding })).toMatchObject({ refused: { code: 'unknown-encoding' } });
  });
});

test.each([
  ['CP949', 'euc-kr'],
  ['UTF-16-LE', 'utf-16le'],
  ['iso8859-15', 'iso-8859-15'],
  ['latin1', 'windows-1252'],
  ['GB2312', 'gbk'],
  ['cp850', undefined],
])('%s is the encoding %s', (label, name) => {
  expect(toEncodingName(label)).toBe(name);
});

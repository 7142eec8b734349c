/* Names of months and weekdays, taken from the runtime's own locale data. */

const locales = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'ru',
  'uk',
  'tr',
  'id',
  'el',
  'he',
  'ar',
  'ar-SY',
  'ar-DZ',
  'ar-MA',
  'fa-u-ca-gregory',
  'ur',
  'hi',
];

/** The number of a month (1 to 12) by its name in full or in short, in any case, with or without a full stop. */
export function findMonth(name: string): number | undefined {
  const table = months();
  const whole = fold(name);
  const first = whole.split(' ')[0] ?? '';
  // Hebrew writes "in August" as one word.
  return table.get(whole) ?? table.get(first) ?? table.get(first.replace(/^ב/, ''));
}

const fold = (name: string) =>
  name
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/\.|[\u064B-\u065F\u093C]|\u0640/g, '');

/** Spellings that the locale data do not hold. */
const spellings: readonly (readonly [string, number])[] = [
  // "Sept." is what English newspapers print, "Sep" what the locale data holds.
  ['sept', 9],
  ...['فبراير', 'فيفري'].map((name) => [name, 2] as const),
  ...['ابريل', 'نيسان', 'إبريل', 'آوریل', 'افریل'].map((name) => [name, 4] as const),
  ...['مايو', 'أيار', 'ايار', 'ماي', 'می'].map((name) => [name, 5] as const),
  ...['يونية', 'جوان', 'ژوئن', 'جون'].map((name) => [name, 6] as const),
  ...['يولية', 'جويلية', 'ژوئیه', 'ژوئيه', 'جولای', 'جولاي'].map((name) => [name, 7] as const),
  ...['اغسطس', 'اب', 'أوت', 'اوت', 'آگوست', 'اگوست', 'غشت'].map((name) => [name, 8] as const),
  ...['ايلول', 'شتنبر', 'سپتامبر'].map((name) => [name, 9] as const),
  ...['اكتوبر', 'تشرين الاول', 'اکتبر', 'أكتوبر'].map((name) => [name, 10] as const),
  ...['نونبر', 'تشرين الثاني', 'نوامبر'].map((name) => [name, 11] as const),
  ...['كانون الاول', 'دجنبر', 'دسامبر', 'ديسمبر'].map((name) => [name, 12] as const),
  ...['كانون الثاني', 'جانفي', 'ژانویه', 'ژانويه', 'يناير'].map((name) => [name, 1] as const),
  ...['फरवरी', 'फ़रवरी'].map((name) => [fold(name), 2] as const),
  ...['सितम्बर', 'सितंबर'].map((name) => [name, 9] as const),
  ...['अक्टूबर', 'अक्तूबर'].map((name) => [name, 10] as const),
  ...['नवम्बर', 'नवंबर'].map((name) => [name, 11] as const),
  ...['दिसम्बर', 'दिसंबर'].map((name) => [name, 12] as const),
];

const months = once(() => {
  const table = new Map<string, number>(spellings);
  for (const locale of locales) {
    for (const width of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' });
      const withDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: width, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const time = Date.UTC(2024, month, 15);
        const inDate = withDay.formatToParts(time).find((part) => part.type === 'month')?.value ?? '';
        for (const name of [alone.format(time), inDate])
          if (/\p{L}{2}/u.test(name)) keepFirst(table, fold(name), month + 1);
      }
    }
  }
  return table;
});

/** Weekdays of all known languages, in full and in short, in lower case. */
export const weekdays = once(() => {
  const names = new Set<string>();
  for (const locale of locales) {
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) {
        for (const word of fold(format.format(Date.UTC(2024, 0, day))).split(/[\s\u200C-]+/)) names.add(word);
      }
    }
  }
  return names;
});

/** Months of the Solar Hijri and the Hijri calendar: beside them a Gregorian date may stand, without one there is none to read. */
export const otherMonths = once(() => {
  const names = new Set<string>();
  for (const locale of [
    'fa-u-ca-persian',
    'ar-u-ca-islamic',
    'en-u-ca-islamic',
    'fa-u-ca-islamic',
    'ur-u-ca-islamic',
    'tr-u-ca-islamic',
  ]) {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 360; day += 9) {
      const parts = format.formatToParts(Date.UTC(2024, 0, 1 + day));
      names.add(fold(parts.find((part) => part.type === 'month')?.value ?? ''));
    }
  }
  for (const name of spelledMonths) names.add(name);
  return names;
});

const spelledMonths =
  'صفر|محرم|ربيع الأول|ربيع الاول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الاولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة|safar|muharram|rajab|shaban|sha’ban|ramadan|shawwal|rabi al-awwal|rabi al-thani|jumada al-awwal|jumada al-thani|dhu al-hijjah|dhu al-qadah|امرداد|مرداد'.split(
    '|',
  );

function keepFirst(table: Map<string, number>, name: string, month: number): void {
  if (!table.has(name)) table.set(name, month);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

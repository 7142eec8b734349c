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
  return table.get(fold(name)) ?? table.get(fold(name.split(' ')[0] ?? ''));
}

const fold = (name: string) => name.toLowerCase().replace(/\.|[\u064B-\u065F]/g, '');

const months = once(() => {
  // "Sept." is what English newspapers print, "Sep" what the locale data holds.
  const table = new Map<string, number>([
    ['sept', 9],
    ['يونية', 6],
    ['يولية', 7],
    ['اغسطس', 8],
    ['ابريل', 4],
    ['اكتوبر', 10],
  ]);
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
        for (const word of fold(format.format(Date.UTC(2024, 0, day))).split(/[\s-]+/)) names.add(word);
      }
    }
  }
  return names;
});

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

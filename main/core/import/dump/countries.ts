/* English names of countries, taken from the runtime's own locale data. */

let names: ReadonlySet<string> | undefined;

/** True for the English name of a country or territory: "Germany". */
export function isCountry(name: string): boolean {
  names ??= collectNames();
  return names.has(name);
}

function collectNames(): ReadonlySet<string> {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(codes.flatMap((code) => regions.of(code) ?? []));
}

/* Numbers in as few bytes as all of a column need. */

export type NumberColumn = Int8Array | Int16Array | Int32Array | Float64Array;

/** Any number comes back as it was. */
export function createNumberColumn(numbers: readonly number[]): NumberColumn {
  const need = numbers.reduce((most, number) => Math.max(most, toNeed(number)), 0);
  if (need <= 0x7f) return Int8Array.from(numbers);
  if (need <= 0x7fff) return Int16Array.from(numbers);
  return need <= 0x7fffffff ? Int32Array.from(numbers) : Float64Array.from(numbers);
}

/** The greatest number that a whole number of so many bits can be; Infinity for what is none of 32 bits. */
function toNeed(number: number): number {
  const whole = number | 0;
  return whole === number ? whole ^ (whole >> 31) : Infinity;
}

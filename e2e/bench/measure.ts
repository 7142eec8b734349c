/* Times, their middle and their tail, and the table they are printed in. */

/** A folder of its own for what is measured, how many articles, and the sizes at which the store is measured. */
export type Bench = { readonly folder: string; readonly articles: number; readonly sizes: readonly number[] };

export type Row = { readonly what: string; readonly value: string; readonly against: string; readonly ratio: string };

/** Milliseconds that `work` took. */
export async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The value below which `share` (0 to 1) of the times lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${value.toPrecision(3)} ms`;
}

export function times(value: number): string {
  return `${value.toPrecision(3)}x`;
}

/** A Markdown table, so that figures go into the README as printed. */
export function printTable(rows: readonly Row[]): void {
  console.log('| what | Broadsheet | against | ratio |\n|---|---|---|---|');
  for (const { what, value, against, ratio } of rows) console.log(`| ${what} | ${value} | ${against} | ${ratio} |`);
}

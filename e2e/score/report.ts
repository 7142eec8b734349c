/* The counts as text. */

import { type FieldKey, type Tally, fieldKeys, rate, rateBorders, rateRight, rateWrong } from './tally.ts';

/** A line of the table: its name, and what it says of each column's counts. */
type Row = readonly [name: string, cell: (tally: Tally) => string];

const count = (tally: Tally, counter: Parameters<Tally['get']>[0]) => tally.get(counter) ?? 0;

const rows: readonly Row[] = [
  ['files, articles', (tally) => `${count(tally, 'files')}, ${count(tally, 'articles')}`],
  ['borders strict P R F1', (tally) => wordBorders(tally, 'strict')],
  ['borders within 2 P R F1', (tally) => wordBorders(tally, 'near')],
  ['borders found / answered / to find', wordBorderCounts],
  ['exact files', (tally) => wordRate(tally, 'exact', 'files')],
  ['over-split', (tally) => wordRate(tally, 'over-split', 'single-article files')],
  ['paragraph recall', (tally) => wordRate(tally, 'texts found', 'texts to find')],
  ['  of the right kind', (tally) => wordRate(tally, 'texts of the right kind', 'texts found')],
  ['noise', (tally) => wordRate(tally, 'texts of noise', 'texts answered')],
  ['dropped: right / other / missed / false', wordDrops],
  ['conservation', (tally) => wordRate(tally, 'conserved', 'files')],
];

const fieldRows = fieldKeys.map((field): Row => [field, (tally) => wordField(tally, field)]);

/** The table of all counts, one column for each of `columns`. */
export function writeTable(columns: Readonly<Record<string, Tally>>): string {
  const tallies = Object.values(columns);
  const head = ['', ...Object.keys(columns)];
  const body = rows.map(([name, cell]) => [name].concat(tallies.map(cell)));
  const fields = fieldRows.map(([name, cell]) => [name].concat(tallies.map(cell)));
  const legend = ['field: right / wrong / invented / missing', ...tallies.map(() => '')];
  return align([head, ...body, legend, ...fields]);
}

/** One line for each way a dump was changed: strict F1 and exact files of each column. */
export function writeMutations(byName: Readonly<Record<string, Readonly<Record<string, Tally>>>>): string {
  const lines = Object.entries(byName).map(([name, columns]) =>
    [name].concat(Object.values(columns).map(wordMutation)),
  );
  const names = Object.keys(Object.values(byName)[0] ?? {});
  return align([['changed: strict F1, exact files', ...names], ...lines]);
}

function wordMutation(tally: Tally): string {
  return `${fixed(rateBorders(tally, 'strict').f1)} ${wordRate(tally, 'exact', 'files')}`;
}

type Goal = {
  readonly name: string;
  readonly value: (tally: Tally) => number;
  readonly most?: number;
  readonly least?: number;
};

const goals: readonly Goal[] = [
  { name: 'strict F1', value: (tally) => rateBorders(tally, 'strict').f1, least: 0.98 },
  { name: 'exact files', value: (tally) => rate(tally, 'exact', 'files', 1), least: 0.93 },
  { name: 'over-split', value: (tally) => rate(tally, 'over-split', 'single-article files', 0), most: 0.01 },
  { name: 'paragraph recall', value: (tally) => rate(tally, 'texts found', 'texts to find', 1), least: 0.99 },
  { name: 'noise', value: (tally) => rate(tally, 'texts of noise', 'texts answered', 0), most: 0.005 },
  { name: 'title', value: (tally) => rateRight(tally, 'title'), least: 0.99 },
  { name: 'wrong date', value: (tally) => rateWrong(tally, 'date'), most: 0.01 },
  { name: 'wrong byline', value: (tally) => rateWrong(tally, 'byline'), most: 0.01 },
  { name: 'conservation', value: (tally) => rate(tally, 'conserved', 'files', 1), least: 1 },
];

export type Met = { readonly name: string; readonly value: number; readonly goal: string; readonly met: boolean };

/** Each goal, and whether the counts meet it. */
export function judgeGoals(tally: Tally): readonly Met[] {
  return goals.map(({ name, value, most, least }) => {
    const found = value(tally);
    const met = found >= (least ?? -Infinity) && found <= (most ?? Infinity);
    return { name, value: found, goal: least === undefined ? `<= ${most}` : `>= ${least}`, met };
  });
}

export function writeGoals(tally: Tally, group: string): string {
  return align(
    judgeGoals(tally).map(({ name, value, goal, met }) => [
      `goal ${name} on ${group}`,
      fixed(value),
      goal,
      met ? 'met' : 'missed',
    ]),
  );
}

function wordBorders(tally: Tally, how: 'strict' | 'near'): string {
  const { precision, recall, f1 } = rateBorders(tally, how);
  return [precision, recall, f1].map(fixed).join(' ');
}

function wordBorderCounts(tally: Tally): string {
  return (['borders strict', 'borders answered', 'borders to find'] as const)
    .map((counter) => count(tally, counter))
    .join(' / ');
}

function wordRate(tally: Tally, part: Parameters<Tally['get']>[0], whole: Parameters<Tally['get']>[0]): string {
  return `${fixed(rate(tally, part, whole, 0))} (${count(tally, part)}/${count(tally, whole)})`;
}

function wordDrops(tally: Tally): string {
  return (['drops right', 'drops for another reason', 'drops missed', 'drops false'] as const)
    .map((counter) => count(tally, counter))
    .join(' / ');
}

function wordField(tally: Tally, field: FieldKey): string {
  const marks = (['right', 'wrong', 'invented', 'missing'] as const).map((mark) => count(tally, `${field} ${mark}`));
  return `${marks.join(' / ')}  ${fixed(rateRight(tally, field))}`;
}

function fixed(value: number): string {
  return value.toFixed(3);
}

/** Cells padded to columns. */
export function align(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

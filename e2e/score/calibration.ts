/*
 * Whether the parser is as sure of a border as it is right: of those it says 0.9 of, how many begin an article? And
 * whether the borders that it missed are among the possible ones.
 */

import { parseFile } from '../../main/core/import/parse-file.ts';
import type { Block } from '../../shared/model.ts';
import type { Parsed } from '../../main/core/import/parsed.ts';
import type { Dump } from './dumps.ts';
import { encodeText } from './encode.ts';
import { forgive } from './forgive.ts';
import type { Gold } from './gold.ts';
import { align } from './report.ts';
import { rewrite } from './rewrite.ts';

/** Room where none begins: what a border that only blank lines show must be told from. */
const strains: readonly ((dump: Dump) => ReadonlyMap<number, readonly string[]>)[] = [
  ({ gold }) => roomAbove(gold, ({ kind }) => kind === 'heading'),
  ({ gold }) => roomAbove(gold, (_, index) => index % 3 === 2),
];

function roomAbove({ articles }: Gold, isRoomy: (block: Block, index: number) => boolean) {
  const blocks = articles.flatMap((article) =>
    article.blocks.filter((block, index) => index > 0 && isRoomy(block, index)),
  );
  return new Map(blocks.map(({ line }) => [line, ['', '']]));
}

/** Dumps with more room inside their articles than before. */
export function strainDumps(dumps: readonly Dump[]): readonly Dump[] {
  return strains.flatMap((strain) =>
    dumps.map((dump) => {
      const text = { ...dump.text, encoding: 'utf-8', mark: false };
      const written = rewrite({ text, gold: dump.gold }, { before: strain(dump), rows: (raw) => [raw] });
      return { ...dump, ...written, bytes: encodeText(written.text) };
    }),
  );
}

/** One border that was answered, or a true one that was not. */
export type Judged = {
  readonly confidence: number;
  readonly answer: 'taken' | 'possible' | 'missed';
  readonly right: boolean;
  /** The file is one article. */
  readonly single: boolean;
};

/** Judges each border of dumps as they are given. */
export async function judgeDumps(dumps: readonly Dump[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const dump of dumps) {
    const outcome = await parseFile(dump.bytes, `${dump.name}.txt`);
    if ('articles' in outcome) judged.push(...judgeBorders(outcome, dump.gold));
  }
  return judged;
}

/** Judges the borders of one file. Where nobody could say whether an article begins, nothing is judged. */
export function judgeBorders({ articles, borders }: Pick<Parsed, 'articles' | 'borders'>, given: Gold): Judged[] {
  const { gold } = forgive(given, articles);
  const [first = 0, ...wanted] = gold.articles.map(({ lines }) => lines[0]);
  const free = new Set([first, ...given.undecidable]);
  const single = gold.articles.length === 1;
  const answered = borders.filter(({ line }) => !free.has(line));
  const judged = answered.map(({ line, confidence, taken }): Judged => {
    return { confidence, answer: taken ? 'taken' : 'possible', right: wanted.includes(line), single };
  });
  const lines = new Set(answered.map(({ line }) => line));
  const missed = wanted.filter((line) => !lines.has(line) && !free.has(line));
  return [...judged, ...missed.map((): Judged => ({ confidence: 0, answer: 'missed', right: true, single }))];
}

const steps = [0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];

/** The table: how sure, how many, and how many of these are right; then what became of the borders that were not taken. */
export function writeCalibration(judged: readonly Judged[], files: { readonly single: number }): string {
  const rows = (['taken', 'possible'] as const).flatMap((answer) =>
    steps.slice(0, -1).flatMap((from, index) => {
      const to = steps[index + 1] ?? 1;
      const held = judged.filter((one) => one.answer === answer && one.confidence >= from && one.confidence < to);
      if (held.length === 0) return [];
      const right = held.filter((one) => one.right).length;
      return [[`${answer}, ${from} to ${Math.min(to, 1)}`, `${held.length}`, `${right}`, share(right, held.length)]];
    }),
  );
  const sure = judged.filter(({ answer, confidence }) => answer === 'taken' && confidence >= 0.9);
  const missed = judged.filter(({ answer, right }) => answer !== 'taken' && right);
  const known = missed.filter(({ answer }) => answer === 'possible');
  const idle = judged.filter(({ answer, single }) => answer === 'possible' && single).length;
  return align([
    ['borders', 'answered', 'right', ''],
    ...rows,
    ['sure: at least 0.9', ...countRight(sure)],
    ['not taken, of these possible', `${missed.length}`, `${known.length}`, share(known.length, missed.length)],
    ['possible in files of one article, by file', `${idle}`, `${files.single}`, share(idle, files.single)],
  ]);
}

function countRight(judged: readonly Judged[]): readonly string[] {
  const right = judged.filter((one) => one.right).length;
  return [`${judged.length}`, `${right}`, share(right, judged.length)];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

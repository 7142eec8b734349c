/*
 * `npm run score [-- NAME...]`: what the parser makes of dumps whose gold is known, as they are and changed. What it
 * makes of those in `apart/` is shown in totals only, so that nobody tunes it to them: they say how it does on dumps it
 * was not written for. Nothing here passes or fails.
 *
 *   --check        what is wrong with the marked files; the parser is not asked
 *   --worst        the files that differ, with the first differences of each
 *   --file NAME    one file in full: gold beside answer
 *   --changed NAME with --worst or --file: the dumps changed so ("wrapped at 70")
 *   --calibration  how sure the parser is of borders, against how often it is right; of the tuned dumps
 *   --plain        as they are only
 *   --json         the counts
 *   --real FOLDER  dumps with a gold in JSON that are not published; ../shared/dumps unless said otherwise
 *   --apart        shows the files of `apart/` too
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseFile } from '../../main/core/import/parse-file.ts';
import { judgeDumps, strainDumps, writeCalibration } from './calibration.ts';
import { checkMarked } from './check.ts';
import { type Dump, readDumps, readMarkedFiles } from './dumps.ts';
import { writeFault, writeKinds, writeSideBySide, writeWorst } from './faults.ts';
import { mutations } from './mutate.ts';
import { judgeGoals, writeGoals, writeMutations, writeTable } from './report.ts';
import { changeDumps, runDumps, talliesOf } from './run.ts';
import { type Tally, addTallies } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    worst: { type: 'boolean', default: false },
    file: { type: 'string' },
    changed: { type: 'string' },
    calibration: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
    real: { type: 'string', default: path.resolve(import.meta.dirname, '../../../shared/dumps') },
  },
});

const isAsked = (name: string) => positionals.length === 0 || positionals.some((asked) => name.includes(asked));

if (values.check) process.exitCode = checkMarked(readMarkedFiles().filter(({ file }) => isAsked(file))) === 0 ? 0 : 1;
else {
  const { dumps: all, malformed } = readDumps(values.real);
  for (const sentence of malformed) console.warn(`left out: ${sentence}`);
  const dumps = all.filter(({ name }) => isAsked(name));
  const shown = changed(dumps.filter(({ group }) => values.apart || group !== 'apart'));
  if (values.calibration) await showCalibration(dumps.filter(({ group }) => group === 'tuned'));
  else if (values.file !== undefined) await showFile(shown, values.file);
  else if (values.worst) await showWorst(shown);
  else await showAll(dumps);
}

function changed(dumps: readonly Dump[]): readonly Dump[] {
  if (values.changed === undefined) return dumps;
  if (values.changed in mutations) return changeDumps(values.changed, dumps);
  throw new Error(`No such change: ${values.changed}. There are ${Object.keys(mutations).join(', ')}.`);
}

/** Each group in a column. */
function toColumns(results: Awaited<ReturnType<typeof runDumps>>): Readonly<Record<string, Tally>> {
  return {
    tuned: addTallies(talliesOf(results, ['tuned'])),
    apart: addTallies(talliesOf(results, ['apart'])),
    both: addTallies(talliesOf(results, ['tuned', 'apart'])),
    real: addTallies(talliesOf(results, ['real'])),
  };
}

async function showAll(dumps: readonly Dump[]): Promise<void> {
  const columns = toColumns(await runDumps(dumps));
  const byName: Record<string, Readonly<Record<string, Tally>>> = {};
  for (const name of values.plain ? [] : Object.keys(mutations))
    byName[name] = toColumns(await runDumps(changeDumps(name, dumps)));
  if (values.json) {
    const { apart = new Map() } = columns;
    const counts = { plain: columns, changed: byName, goals: judgeGoals(apart) };
    console.log(
      JSON.stringify(counts, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value), 1),
    );
    return;
  }
  console.log(writeTable(columns));
  if (!values.plain) console.log(`\n${writeMutations(byName)}`);
  console.log(`\n${writeGoals(columns['apart'] ?? new Map(), 'apart')}`);
}

/** As they are, and with all that was changed: there is little to be wrong about in the dumps as they are. */
async function showCalibration(dumps: readonly Dump[]): Promise<void> {
  const changes = Object.keys(mutations).flatMap((name) => changeDumps(name, dumps));
  const all = values.plain ? dumps : [...dumps, ...changes, ...strainDumps(dumps)];
  const single = all.filter(({ gold }) => gold.articles.length === 1).length;
  console.log(writeCalibration(await judgeDumps(all), { single }));
}

async function showWorst(dumps: readonly Dump[]): Promise<void> {
  const results = await runDumps(dumps);
  console.log(`${writeWorst(results, 6)}\n\n${writeKinds(results)}`);
}

async function showFile(dumps: readonly Dump[], name: string): Promise<void> {
  const dump = dumps.find((one) => one.name === name) ?? dumps.find((one) => one.name.includes(name));
  if (dump === undefined) throw new Error(`No dump that may be shown is called ${name}.`);
  const outcome = await parseFile(dump.bytes, `${name}.txt`);
  if ('articles' in outcome) console.log(writeSideBySide(dump, outcome.articles, outcome.dropped));
  const [result] = await runDumps([dump]);
  console.log(`\n${result?.faults.map(writeFault).join('\n')}`);
}

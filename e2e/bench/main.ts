/*
 * `npm run bench [-- parse|import|open|star|store ...] [--articles N] [--sizes N,N]`: figures beside what they are compared to, in one run
 * and in turn, because machines are noisy. Nothing here passes or fails.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureImport, measureOpen, measureStar } from './library-rows.ts';
import { type Bench, type Row, printTable } from './measure.ts';
import { measureParse } from './parse-rows.ts';
import { measureStore } from './store/rows.ts';

const rowsByName: Record<string, (bench: Bench) => Promise<readonly Row[]>> = {
  parse: measureParse,
  import: measureImport,
  open: measureOpen,
  star: measureStar,
  store: measureStore,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '10000' },
    sizes: { type: 'string', default: '10000,100000,300000' },
  },
});
const names = positionals.length === 0 ? Object.keys(rowsByName) : positionals;
const unknown = names.find((name) => !(name in rowsByName));
if (unknown !== undefined)
  throw new Error(`No such benchmark: ${unknown}. There are ${Object.keys(rowsByName).join(', ')}.`);

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'));
try {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, ${gigabytes} GB, ${values.articles} articles, seed 1\n`,
  );
  const sizes = values.sizes.split(',').map(Number);
  const bench = { folder, articles: Number(values.articles), sizes };
  const rows: Row[] = [];
  for (const name of names) rows.push(...((await rowsByName[name]?.(bench)) ?? []));
  printTable(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/* The store beside plain lowdb, a bare fdatasync and a bare JSON.parse, measured in turn. */

import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fdatasyncSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { readJournal } from '../../../main/core/store/journal-read.ts';
import { applyChange, type Change } from '../../../main/core/library/change.ts';
import type { Library } from '../../../main/core/library/library.ts';
import { createCatalogue } from '../../../main/core/library/state.ts';
import type { ArticleId } from '../../../shared/model.ts';
import { ms, quantile, time, times, type Bench, type Row } from '../measure.ts';
import { makeLibrary, makePlain, openForBench } from './make.ts';

const ROUNDS = 5;
/** The first of them pay for the 100,000 heads that were made right before. */
const REPLAYS = 15;
/** Plain lowdb cannot write more: one string would be too long. */
const PLAIN_MOST = 150_000;

type Sized = { readonly count: number; readonly library: string; readonly plain: string; readonly heads: string };

/** All figures at each size; the last two sizes are compared as well. */
export async function measureStore({ folder, sizes }: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const opens = new Map<number, number>();
  for (const count of sizes) {
    const sized = await prepare(folder, count);
    const { row, open } = measureOpen(sized);
    opens.set(count, open);
    rows.push(...row, ...(await measureChanges(sized)));
  }
  const [[smaller, before] = [0, 1], [larger, last] = [0, 1]] = [...opens].slice(-2);
  const against = `open ${smaller} ${ms(before)}`;
  rows.push({ what: `open ${larger}`, value: ms(last), against, ratio: times(last / before) });
  return rows;
}

async function prepare(folder: string, count: number): Promise<Sized> {
  const library = path.join(folder, `library-${count}`);
  const plain = path.join(folder, `plain-${count}.json`);
  const heads = path.join(folder, `heads-${count}.json`);
  await makeLibrary(library, count);
  if (count <= PLAIN_MOST) await makePlain(plain, count);
  const catalogue = path.join(library, 'catalogue');
  const parts = readdirSync(catalogue).filter((name) => name.startsWith('heads-'));
  // One part a line, as the other measurement reads them; a column a line is for our own reader.
  const lines = parts.map((name) => readFileSync(path.join(catalogue, name), 'utf8').replaceAll('\n', ''));
  writeFileSync(heads, lines.join('\n'));
  return { count, library, plain, heads };
}

type Child = { readonly ms: number; readonly first?: number; readonly rss: number };

function child(what: string, file: string): Child {
  const program = path.join(import.meta.dirname, 'child.ts');
  const words = ['--expose-gc', '--max-old-space-size=8000', program, what, file];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${what} of ${file} could not be measured: ${stderr}`);
  return JSON.parse(stdout) as Child;
}

function measureOpen({ count, library, plain, heads }: Sized): { readonly row: readonly Row[]; readonly open: number } {
  const all = { bare: [] as Child[], ours: [] as Child[], plain: [] as Child[], parse: [] as Child[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    all.bare.push(child('bare', ''));
    all.ours.push(child('broadsheet', library));
    all.parse.push(child('parse', heads));
    if (count <= PLAIN_MOST) all.plain.push(child('plain', plain));
  }
  const middle = (children: readonly Child[], pick: (one: Child) => number): number =>
    quantile(children.map(pick), 0.5);
  const open = middle(all.ours, (one) => one.ms);
  const first = middle(all.ours, (one) => one.first ?? Number.NaN);
  const parse = middle(all.parse, (one) => one.ms);
  const plainOpen = middle(all.plain, (one) => one.ms);
  const bare = middle(all.bare, (one) => one.rss);
  const over = (children: readonly Child[]): number => (middle(children, (one) => one.rss) - bare) / 2 ** 20;
  const megabytes = (statSync(heads).size / 2 ** 20).toFixed(1);
  return {
    open,
    row: [
      {
        what: `open ${count}, fresh process`,
        value: `${ms(open)}; with counts and the first list ${ms(first)}`,
        against: `JSON.parse of its heads (${megabytes} MB) ${ms(parse)}; plain lowdb ${ms(plainOpen)}`,
        ratio: `${times(open / parse)}; ${times(open / plainOpen)}`,
      },
      {
        what: `memory over the bare process, ${count}, list shown`,
        value: `${over(all.ours).toFixed(0)} MB`,
        against: `plain lowdb ${over(all.plain).toFixed(0)} MB`,
        ratio: times(over(all.ours) / over(all.plain)),
      },
    ],
  };
}

async function measureChanges({ count, library: folder, plain }: Sized): Promise<readonly Row[]> {
  const opened = await openForBench(folder);
  const { library } = opened;
  const ids = library.ids({ kind: 'all' }, 'imported');
  const stars = await measureStars(folder, library, ids);
  const mass = await time(() => library.mark({ ids: ids.slice(0, 10_000), read: true }));
  await library.mark({ ids, starred: true });
  const slice = await longestBlock(() => library.compact());
  for (const id of ids.slice(0, 100)) await library.mark({ ids: [id], read: false });
  const one = await longestBlock(() => library.compact());
  const plainStar = count <= PLAIN_MOST ? await measurePlainStar(plain) : Number.NaN;
  const replay = await measureReplay(folder, library, ids);
  await opened.close();
  const sync = quantile(stars.sync, 0.5);
  return [
    ...[0.5, 0.99].map((share) => ({
      what: `one durable change at ${count}, p${share * 100}`,
      value: ms(quantile(stars.ours, share)),
      against: `fdatasync ${ms(quantile(stars.sync, share))}; plain lowdb, not synced ${ms(plainStar)}`,
      ratio: `${times(quantile(stars.ours, share) / quantile(stars.sync, share))}; 1/${Math.round(plainStar / quantile(stars.ours, share))}`,
    })),
    {
      what: `10000 marked read at ${count}`,
      value: ms(mass),
      against: `fdatasync p50 ${ms(sync)}`,
      ratio: times(mass / sync),
    },
    {
      what: `longest block while all of ${count} is compacted`,
      value: ms(slice),
      against: `after 100 changes ${ms(one)}`,
      ratio: times(slice / one),
    },
    {
      what: `replay at ${count}`,
      value: `${Math.round(replay)} lines/s`,
      against: 'a goal of 200000',
      ratio: times(replay / 200_000),
    },
  ];
}

async function measureStars(folder: string, library: Library, ids: readonly ArticleId[]) {
  const bare = openSync(path.join(folder, '..', 'bare'), 'a');
  const line = Buffer.alloc(200, 'x');
  const ours: number[] = [];
  const sync: number[] = [];
  for (const id of ids.slice(0, 2000)) {
    ours.push(await time(() => library.mark({ ids: [id], starred: true })));
    sync.push(
      await time(() => {
        writeSync(bare, line);
        fdatasyncSync(bare);
      }),
    );
  }
  closeSync(bare);
  return { ours, sync };
}

/** Milliseconds for which nothing else got its turn, at most, while `work` ran. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isOver = true;
  return longest;
}

async function measurePlainStar(file: string): Promise<number> {
  const low = new Low(new JSONFile<{ articles: { starred: boolean }[] }>(file), { articles: [] });
  await low.read();
  const writes: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    writes.push(
      await time(() =>
        low.update(({ articles }) => {
          const article = articles[index];
          if (article !== undefined) article.starred = true;
        }),
      ),
    );
  }
  return quantile(writes, 0.5);
}

/** Lines a second, from the bytes of a journal of single marks to the catalogue. */
async function measureReplay(folder: string, library: Library, ids: readonly ArticleId[]): Promise<number> {
  const few = ids.slice(0, 1000);
  for (let round = 0; round < 19; round += 1) {
    await Promise.all(few.map((id) => library.mark({ ids: [id], read: round % 2 === 0 })));
  }
  const journal = path.join(folder, 'journal');
  const name = readdirSync(journal).find((each) => !each.includes('.upto-')) ?? '';
  const bytes = readFileSync(path.join(journal, name));
  const catalogue = createCatalogue();
  for (const head of library.catalogue.heads.values()) catalogue.heads.set(head.id, head);
  const rates: number[] = [];
  for (let round = 0; round < REPLAYS; round += 1) {
    let lines = 0;
    const took = await time(() => {
      for (const { change, seq } of readJournal(bytes).lines) {
        applyChange(catalogue, change as Change, seq);
        lines += 1;
      }
    });
    rates.push(lines / (took / 1000));
  }
  return quantile(rates, 0.5);
}

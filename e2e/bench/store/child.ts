/*
 * One measurement in a process of its own: `child.ts WHAT PATH`. Prints one line of JSON: milliseconds that opening took,
 * and the memory of the process afterwards, with what nobody needs collected.
 */

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openForBench, type Opened } from './make.ts';

const [what = '', path = ''] = process.argv.slice(2);

type Measured = {
  readonly ms: number;
  readonly first?: number;
  readonly held: unknown;
  readonly close: () => Promise<void>;
};

const nothing = async (): Promise<void> => undefined;

async function measure(): Promise<Measured> {
  switch (what) {
    case 'bare':
      return { ms: 0, held: null, close: nothing };
    case 'broadsheet':
      return measureOurs();
    case 'plain': {
      const started = performance.now();
      const low = new Low(new JSONFile<{ articles: unknown[] }>(path), { articles: [] });
      await low.read();
      return { ms: performance.now() - started, held: low, close: nothing };
    }
    case 'parse': {
      const texts = readFileSync(path, 'utf8').split('\n');
      const started = performance.now();
      const held = texts.map((text): unknown => (text === '' ? null : JSON.parse(text)));
      return { ms: performance.now() - started, held, close: nothing };
    }
    default:
      throw new Error(`nothing is measured that is called ${what}`);
  }
}

async function measureOurs(): Promise<Measured> {
  const started = performance.now();
  const opened: Opened = await openForBench(path);
  const ms = performance.now() - started;
  opened.library.overview();
  const ids = opened.library.ids({ kind: 'all' }, 'newest');
  return { ms, first: performance.now() - started, held: ids, close: opened.close };
}

const measured = await measure();
await wait(200);
globalThis.gc?.();
console.log(JSON.stringify({ ms: measured.ms, first: measured.first, rss: process.memoryUsage().rss }));
await measured.close();

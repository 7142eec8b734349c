/* How fast text becomes articles, against the plainest thing one can do with text: cut it into words by one regex. */

import { parseFile } from '../../main/core/import/parse-file.ts';
import { makeDumps } from './corpus.ts';
import { type Bench, type Row, quantile, time, times } from './measure.ts';

const rounds = 5;

export async function measureParse({ articles }: Bench): Promise<readonly Row[]> {
  const dumps = [...makeDumps(articles, 50)].map((text) => new TextEncoder().encode(text));
  const megabytes = dumps.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const parsing: number[] = [];
  const cutting: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    parsing.push(await time(() => parseAll(dumps, articles)));
    cutting.push(await time(() => dumps.map(countWords)));
  }
  const [parse, cut] = [quantile(parsing, 0.5), quantile(cutting, 0.5)];
  return [
    {
      what: `parse ${megabytes.toFixed(0)} MB, one core`,
      value: `${(megabytes / (parse / 1000)).toFixed(1)} MB/s, ${Math.round(articles / (parse / 1000))} articles/s`,
      against: `regex into words ${(megabytes / (cut / 1000)).toFixed(1)} MB/s`,
      ratio: times(cut / parse),
    },
  ];
}

async function parseAll(dumps: readonly Uint8Array<ArrayBuffer>[], articles: number): Promise<void> {
  let found = 0;
  for (const bytes of dumps) {
    const outcome = await parseFile(bytes, 'bench.txt');
    found += 'refused' in outcome ? 0 : outcome.articles.length;
  }
  if (found !== articles) throw new Error(`found ${found} articles of ${articles}`);
}

function countWords(bytes: Uint8Array): number {
  let words = 0;
  for (const _ of new TextDecoder().decode(bytes).matchAll(/\p{L}+/gu)) words += 1;
  return words;
}

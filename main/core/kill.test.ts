/* The process may be killed at any moment: nothing acknowledged is lost, nothing is half there, and undo goes on. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Article, ArticleId } from '../../shared/model.ts';
import { emptyModel, type Model } from './crash/model.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { createTestChooser, effort, seedWords } from './store/test-effort.ts';
import { findModel, follow } from './test-kill-model.ts';
import { show, type Orders, type Said, type Way } from './test-kill-shown.ts';
import { openForTest } from './test-reader.ts';

/** The length of `npm test`; a soak does more. */
const ROUNDS = effort('kills', 60);
const ARTICLES = 60;
const worker = fileURLToPath(new URL('kill-worker.ts', import.meta.url));
const choose = createTestChooser(3);

/** A line cut short is all that a kill may leave, and texts whose change was not written yet. */
const mayBeLogged = /cut short|^\d+ articles? of bodies\/\S+\.pack (?:was|were) not in the catalogue/;

/** How long after the line that says what a child is at it may go on, in milliseconds. */
const patience: Record<Way, number> = { work: 300, import: 300, compact: 40 };
const isBegun: Record<Way, (line: Said) => boolean> = {
  work: () => true,
  import: (line) => 'begin' in line,
  compact: (line) => 'reopen' in line && line.reopen.compacts,
};

/** Lets a child work for a while, kills it in the midst of it, and answers all it had said. */
async function workAndKill(orders: Orders): Promise<readonly Said[]> {
  const child = spawn(process.execPath, [worker, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Half the time of a start is to compile what the start before compiled as well.
    env: { ...process.env, NODE_COMPILE_CACHE: `${orders.directory}-compiled` },
  });
  const closed = once(child, 'close');
  const begun = Promise.withResolvers<void>();
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    const fresh = (output.slice(output.lastIndexOf('\n') + 1) + data).split('\n').slice(0, -1);
    output += data;
    if (fresh.some((line) => isBegun[orders.way](JSON.parse(line) as Said))) begun.resolve();
  });
  await Promise.race([begun.promise, closed]);
  await new Promise((resolve) => setTimeout(resolve, choose(patience[orders.way])));
  child.kill('SIGKILL');
  const [, signal] = (await closed) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Said);
}

type Texts = ReadonlyMap<ArticleId, string>;

/** Without the numbers of the lines, which differ from dump to dump. */
function toText({ title, blocks }: Article): string {
  return [title, ...blocks.map(({ text }) => text)].join('\n');
}

/** The articles of the test dumps, by key. */
async function readTexts(): Promise<Texts> {
  const opened = await openForTest({ directory: await makeTestFolder(onTestFinished) }, onTestFinished);
  const { reports } = await opened.importText(...Array(ARTICLES).keys());
  const ids = reports.flatMap(({ articles }) => articles.map(({ id }) => id));
  const views = await Promise.all(ids.map((id) => opened.ask('articles.get', { id })));
  await opened.reader.close();
  return new Map(views.map(({ article }) => [article.id, toText(article)]));
}

/** Opens what a killed child left. Throws where it is none that it may be, or a text is not what it was. */
async function lookAfter(directory: string, texts: Texts, judge: (found: Awaited<ReturnType<typeof show>>) => Model) {
  const opened = await openForTest({ directory }, onTestFinished);
  expect(opened.logged.filter((line) => !mayBeLogged.test(line))).toEqual([]);
  const model = judge(await show(opened));
  for (const [id, imports] of Object.entries(model.articles)) {
    const { article, occurrences } = await opened.ask('articles.get', { id });
    expect(toText(article)).toBe(texts.get(article.id));
    expect([...new Set(occurrences.map(({ importId }) => importId))].sort()).toEqual(imports);
  }
  await opened.reader.close();
  return model;
}

test(`keeps every acknowledged change when the process is killed, ${ROUNDS} times`, { timeout: 0 }, async () => {
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  const texts = await readTexts();
  expect(texts.size).toBe(ARTICLES);
  const ways = ['work', 'compact', 'work', 'import', 'work', 'compact'] as const;
  const total = { acknowledged: 0, unacknowledged: 0, compactions: 0, undone: 0 };
  let model = emptyModel;
  for (let round = 0; round < ROUNDS; round += 1) {
    const way = round === 0 ? 'import' : (ways[round % ways.length] ?? 'work');
    const said = await workAndKill({ directory, way, seed: choose(2 ** 31), ids: [...texts.keys()] });
    try {
      const expected = follow(model, said);
      model = await lookAfter(directory, texts, (found) => findModel(expected, found));
      total.acknowledged += expected.acknowledged;
      total.unacknowledged += expected.begun.length;
    } catch (error) {
      throw new Error(`Round ${round} (${way}), ${seedWords}`, { cause: error });
    }
    total.compactions += said.filter((line) => 'reopen' in line && line.reopen.compacts).length;
    total.undone += said.filter((line) => 'begin' in line && line.begin[0]?.kind === 'undo').length;
  }
  console.log(`${ROUNDS} kills, ${JSON.stringify(total)}, ${seedWords}`);
  expect(total.acknowledged).toBeGreaterThan(ROUNDS * 4);
  expect(total.compactions).toBeGreaterThan(ROUNDS / 5);
  expect(total.undone).toBeGreaterThan(ROUNDS / 5);
});

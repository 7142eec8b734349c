/*
 * The child of kill.test.ts: works at random on a library until it is killed. Before each step it says what it is about
 * to do, after each step what the reader acknowledged.
 */

import { flushCompileCache } from 'node:module';
import type { ArticleId } from '../../shared/model.ts';
import type { Act, Marked } from './crash/model.ts';
import { createSeededChooser } from './store/faults/seeded.ts';
import { makeDump } from './test-dumps.ts';
import { show, type Orders, type Said, type Shown } from './test-kill-shown.ts';
import { openForTest, type Opened } from './test-reader.ts';

/** Closing writes a generation when more lines than this were written. */
const LINES_FOR_COMPACTION = 201;

const { directory, way, seed, ids } = JSON.parse(process.argv[2] ?? '') as Orders;
const pick = createSeededChooser(seed);

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

/** Nothing is to be repaired: the parent opened the library after the child before was killed. */
async function open(): Promise<Opened> {
  const opened = await openForTest({ directory }, () => undefined);
  for (const line of opened.logged) say({ wrong: line });
  return opened;
}

async function perform({ ask }: Opened, what: Act): Promise<unknown> {
  switch (what.kind) {
    case 'mark':
      return ask('articles.mark', { ids: [...what.ids], [what.what]: what.to });
    case 'tag':
      return ask('articles.tag', {
        ids: [...what.ids],
        add: what.add ? [what.name] : [],
        remove: what.add ? [] : [what.name],
      });
    case 'remove':
      return ask('imports.undo', { id: what.id });
    case 'undo':
    case 'redo':
      return ask(`history.${what.kind}`, {});
    case 'import':
      throw new Error('an import says its own id');
  }
}

/** Lines written since the library was opened, about. */
let written = 0;

async function performAll(opened: Opened, acts: readonly Act[]): Promise<void> {
  written += acts.length;
  say({ begin: acts });
  await Promise.all(
    acts.map(async (each, index) => {
      await perform(opened, each);
      say({ acknowledged: index });
    }),
  );
}

/** Up to so many articles, each with a change of its own, all at once. */
function toBurst({ articles }: Shown, most: number): readonly Act[] {
  const start = pick(1 + Object.keys(articles).length);
  const chosen = Object.entries(articles).slice(start).concat(Object.entries(articles).slice(0, start));
  return chosen.slice(0, most).map(([id, state]) => toChange([id as ArticleId], state));
}

/** Something that changes an article shown so. */
function toChange(articles: readonly ArticleId[], state: string): Act {
  const [read, starred, trashed, tags = ''] = state.split(' ');
  const marks: readonly (readonly [Marked, boolean])[] = [
    ['read', read !== 'true'],
    ['starred', starred !== 'true'],
    ['trashed', trashed !== 'true'],
  ];
  const mark = marks[pick(4)];
  if (mark !== undefined) return { kind: 'mark', ids: articles, what: mark[0], to: mark[1] };
  const name = pick(2) === 0 ? 'war' : 'peace';
  return { kind: 'tag', ids: articles, name, add: !tags.split(',').includes(name) };
}

/** Few dumps, so that the same one comes again and again. */
async function importSome({ reader }: Opened): Promise<void> {
  const first = pick(10) * 6;
  const keys = Array.from({ length: 6 + pick(2) * 6 }, (_, index) => (first + index) % ids.length);
  const name = `dump ${first}`;
  const { id, finished } = reader.importFiles([{ kind: 'text', name, text: makeDump(keys) }]);
  say({ begin: [{ kind: 'import', id, name, ids: keys.map((key) => ids[key] as ArticleId) }] });
  await finished;
  say({ acknowledged: 0 });
}

async function removeOne(opened: Opened): Promise<void> {
  const { imports } = await opened.ask('library.overview', {});
  const chosen = imports[pick(Math.max(1, imports.length))];
  if (chosen === undefined || imports.length < 4) return;
  await performAll(opened, [{ kind: 'remove', id: chosen.id, name: chosen.name }]);
}

async function work(opened: Opened, before: Shown): Promise<void> {
  const choice = pick(60);
  if (Object.keys(before.articles).length === 0 || choice === 0) return importSome(opened);
  if (choice < 30) return performAll(opened, toBurst(before, 12));
  if (choice < 36) return performAll(opened, [toSelection(before)]);
  if (choice < 48) return performAll(opened, [{ kind: 'undo' }]);
  if (choice < 57) return performAll(opened, [{ kind: 'redo' }]);
  return removeOne(opened);
}

/** One change of many articles, which are not all changed by it. */
function toSelection({ articles }: Shown): Act {
  const chosen = Object.entries(articles).filter(() => pick(2) === 0);
  const [first] = chosen;
  return toChange(
    chosen.map(([id]) => id as ArticleId),
    first?.[1] ?? '',
  );
}

let opened = await open();
// A process that is killed does not write what it compiled.
flushCompileCache();
if (way === 'import') await importSome(opened);
for (let isFirst = true; ; isFirst = false) {
  const before = await show(opened);
  say({ now: before });
  const compacts = written >= LINES_FOR_COMPACTION;
  if (compacts || (!isFirst && way === 'work' && pick(25) === 0)) {
    say({ reopen: { compacts } });
    await opened.reader.close();
    opened = await open();
    written = 0;
  } else if (way === 'compact' && Object.keys(before.articles).length > 0) {
    await performAll(opened, toBurst(before, 60));
  } else await work(opened, before);
}

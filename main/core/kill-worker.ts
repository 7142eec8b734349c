/*
 * The child of kill.test.ts: works at random on a library until it is killed. Before each step it says what it is about
 * to do, after each step what the reader acknowledged. One JSON object per line.
 */

import type { Output, MethodName, Input, Reply } from '../../shared/contract.ts';
import type { ArticleId } from '../../shared/model.ts';
import { openReader, type Reader } from './reader.ts';
import { makeDump } from './test-dumps.ts';

/** What the list shows: id -> "read starred tags". */
export type Shown = Record<string, string>;
export type Said =
  /** The library as it is, with everything acknowledged. */
  | { readonly now: Shown }
  /** About to change single articles at once; each is acknowledged on its own. */
  | { readonly begin: 'burst'; readonly to: Shown }
  | { readonly acknowledged: string }
  /** About to step back or forth, which must give exactly this. */
  | { readonly begin: 'undo' | 'redo'; readonly to: Shown }
  | { readonly begin: 'import' | 'remove' | 'reopen' }
  | { readonly wrong: string };

type History = { done: Shown[]; undone: Shown[] };

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

const pick = (count: number): number => Math.floor(Math.random() * count);

async function show(reader: Reader): Promise<Shown> {
  const shown: Shown = {};
  for (const { id, read, starred, tags } of await reader.list()) shown[id] = `${read} ${starred} ${tags.join(',')}`;
  return shown;
}

async function ask<Name extends MethodName>(reader: Reader, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = (await reader.call(name, input)) as Reply<Output<Name>>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}

/** Changes up to 12 articles, all at once, and says each as it is acknowledged. */
async function burst(reader: Reader, before: Shown, history: History): Promise<void> {
  const ids = Object.keys(before)
    .filter(() => pick(3) === 0)
    .slice(0, 12) as ArticleId[];
  const wishes = ids.map((id) => wish(id, before[id] ?? ''));
  say({ begin: 'burst', to: Object.fromEntries(wishes.map(({ id, to }) => [id, to])) });
  const now = { ...before };
  for (const { id, to } of wishes) {
    history.done.push(structuredClone(now));
    now[id] = to;
  }
  if (wishes.length > 0) history.undone = [];
  await Promise.all(
    wishes.map(async ({ id, act }) => {
      await act(reader);
      say({ acknowledged: id });
    }),
  );
}

type Wish = {
  readonly id: ArticleId;
  readonly to: string;
  readonly act: (reader: Reader) => Promise<unknown>;
};

/** Something that really changes an article shown as `from`, and how it is shown then. */
function wish(id: ArticleId, from: string): Wish {
  const [read, starred, tags = ''] = from.split(' ');
  switch (pick(3)) {
    case 0:
      return {
        id,
        to: `${read !== 'true'} ${starred} ${tags}`,
        act: (reader) => ask(reader, 'articles.mark', { ids: [id], read: read !== 'true' }),
      };
    case 1:
      return {
        id,
        to: `${read} ${starred !== 'true'} ${tags}`,
        act: (reader) => ask(reader, 'articles.mark', { ids: [id], starred: starred !== 'true' }),
      };
    default: {
      const edit = tags === '' ? { add: ['war', 'peace'], remove: [] } : { add: [], remove: ['war', 'peace'] };
      return {
        id,
        to: `${read} ${starred} ${tags === '' ? 'peace,war' : ''}`,
        act: (reader) => ask(reader, 'articles.tag', { ids: [id], ...edit }),
      };
    }
  }
}

async function importSome(reader: Reader, before: Shown, history: History): Promise<void> {
  say({ begin: 'import' });
  const sources = Array.from({ length: 1 + pick(3) }, () => {
    const keys = Array.from({ length: 1 + pick(4) }, () => pick(60));
    return { kind: 'text', name: 'dump.txt', text: makeDump([...new Set(keys)]) } as const;
  });
  await reader.importFiles(sources).finished;
  history.done.push(before);
  history.undone = [];
}

async function removeOne(reader: Reader, before: Shown, history: History): Promise<void> {
  const { imports } = await ask(reader, 'library.overview', {});
  const chosen = imports[pick(imports.length)];
  if (chosen === undefined || imports.length < 10) return;
  say({ begin: 'remove' });
  await ask(reader, 'imports.undo', { id: chosen.id });
  history.done.push(before);
  history.undone = [];
}

async function step(reader: Reader, way: 'undo' | 'redo', before: Shown, history: History): Promise<void> {
  const [from, to] = way === 'undo' ? [history.done, history.undone] : [history.undone, history.done];
  const expected = from.pop();
  if (expected === undefined) return;
  to.push(before);
  say({ begin: way, to: expected });
  await ask(reader, `history.${way}`, {});
  const now = await show(reader);
  const isRight = Object.entries(expected).every(([id, shown]) => now[id] === shown);
  if (!isRight || Object.keys(now).length !== Object.keys(expected).length)
    say({ wrong: `${way} gave another library` });
}

const [directory = ''] = process.argv.slice(2);
let reader = await openReader({ directory });
const history: History = { done: [], undone: [] };
for (;;) {
  const before = await show(reader);
  say({ now: before });
  // Mostly small changes, many a second; an import takes longer, and is one of the few things for an empty library.
  const choice = Object.keys(before).length === 0 ? 35 : pick(40);
  if (choice < 24) await burst(reader, before, history);
  else if (choice < 29) await step(reader, 'undo', before, history);
  else if (choice < 33) await step(reader, 'redo', before, history);
  else if (choice < 36) await importSome(reader, before, history);
  else if (choice < 39) await removeOne(reader, before, history);
  else {
    say({ begin: 'reopen' });
    await reader.close();
    reader = await openReader({ directory });
    history.done = [];
    history.undone = [];
  }
}

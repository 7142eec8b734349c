/* A doubtful file: shown before anything of it is stored, and stored as a person accepts it. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openForTest, type Opened } from './test-reader.ts';
import { makeDump } from './test-dumps.ts';

/** Two stories, or one with a heading in it: nobody can be sure. */
const doubtful = `Harbour reopens

The harbour was opened again on Thursday after the repairs of the winter, the town said.

It had been closed for six weeks.


Second basin follows

The second basin follows in May, and the cranes in June, if the money comes.

Nobody knows more.
`;
const nothing = { encoding: null, begins: [], joins: [], fields: [] } as const;

let folder = '';
let path = '';
let opened: Opened;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-held-'));
  path = join(folder, 'harbour.txt');
  await writeFile(path, doubtful);
  opened = await openForTest({ directory: join(folder, 'library'), holdDoubtful: true }, onTestFinished);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** Begins the import and waits until its file is held. */
async function hold() {
  const ticket = opened.reader.importFiles([{ kind: 'path', path }]);
  await expect.poll(() => opened.events.some(({ kind }) => kind === 'import-held')).toBe(true);
  return { ticket, request: { importId: ticket.id, fileNumber: 0, corrections: null } };
}

describe('a doubtful file that is dropped alone', () => {
  test('is shown with its lines before anything is stored', async () => {
    const { ticket, request } = await hold();
    expect(await opened.ask('imports.held', {})).toEqual([{ id: ticket.id, name: 'harbour.txt', file: 'harbour.txt' }]);
    expect((await opened.ask('library.overview', {})).imports).toEqual([]);
    const view = await opened.ask('split.view', request);
    expect(view.confidence).toBeLessThan(0.5);
    const lines = await opened.ask('originals.lines', { sha256: view.sha256, first: 1, count: 2 });
    expect(lines.lines).toEqual(['Harbour reopens', '']);
  });

  test('is stored as it was accepted, and keeps what was said of it', async () => {
    const { ticket, request } = await hold();
    const corrections = {
      ...nothing,
      joins: [8],
      fields: [{ first: null, name: 'source', value: 'Gazette' } as const],
    };
    const view = await opened.ask('split.view', { ...request, corrections });
    expect(view.articles.map(({ title }) => title)).toEqual(['Harbour reopens']);
    expect(await opened.ask('split.accept', { ...request, corrections })).toBe(1);
    expect(await ticket.finished).toMatchObject({ id: ticket.id, new: 1, finished: true, cancelled: false });
    const again = await opened.ask('split.view', request);
    expect(again).toMatchObject({ corrections: { joins: [8] }, articles: [{ fields: { source: 'Gazette' } }] });
    expect(await opened.ask('imports.held', {})).toEqual([]);
  });

  test('is not stored when it is cancelled, and the next drop holds it again', async () => {
    const { ticket, request } = await hold();
    expect(await opened.ask('imports.cancel', { id: ticket.id })).toBe(true);
    expect(await ticket.finished).toBeNull();
    expect(opened.events.at(-1)).toEqual({ kind: 'import-dismissed', id: ticket.id });
    expect((await opened.ask('library.overview', {})).imports).toEqual([]);
    await expect(opened.ask('split.view', request)).rejects.toMatchObject({ code: 'not-found' });
    opened.events.length = 0;
    await hold();
  });

  test('does not keep other imports waiting', async () => {
    const { ticket } = await hold();
    expect(await opened.importText(1, 2)).toMatchObject({ new: 2 });
    opened.reader.importFiles([]);
    await opened.ask('imports.cancel', { id: ticket.id });
  });

  test('is let go when the library is closed', async () => {
    const { ticket } = await hold();
    await opened.reader.close();
    expect(await ticket.finished).toBeNull();
  });

  test('is stored as it was read, whatever became of the file since', async () => {
    const { ticket, request } = await hold();
    await writeFile(path, 'changed meanwhile');
    expect(await opened.ask('split.accept', { ...request, corrections: null })).toBe(2);
    expect(await ticket.finished).toMatchObject({ new: 2 });
  });
});

describe('a file is stored at once', () => {
  test('when its split is sure', async () => {
    await writeFile(path, makeDump([1, 2, 3]));
    expect(await opened.reader.importFiles([{ kind: 'path', path }]).finished).toMatchObject({ new: 3 });
  });

  test('when others were dropped with it, or it was pasted', async () => {
    await writeFile(join(folder, 'b.txt'), makeDump([7]));
    const paths = [path, join(folder, 'b.txt')].map((each) => ({ kind: 'path', path: each }) as const);
    expect(await opened.reader.importFiles(paths).finished).toMatchObject({ files: 2 });
    const pasted = opened.reader.importFiles([{ kind: 'text', name: 'pasted', text: `${doubtful}\nOnce more.` }]);
    expect(await pasted.finished).toMatchObject({ files: 1 });
  });
});

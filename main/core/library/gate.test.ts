import { Low } from 'lowdb';
import { describe, expect, test, vi } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Waiting } from '../../../shared/place.ts';
import type { Held } from '../store/snapshot.ts';
import { applyChange, type Change } from './change.ts';
import { createGate } from './gate.ts';
import { proposeMark, type MarkRequest } from './propose.ts';
import { createCatalogue, stateOf, type Catalogue, type Head } from './state.ts';
import { countStates } from './test-catalogue.ts';

const ids = Array.from({ length: 100 }, (_, index) => String(index).padStart(24, '0') as ArticleId);

function makeHead(id: ArticleId): Head {
  const body = { pack: 'a-0', offset: 0, length: 1, sum: '00000000' };
  const found = [{ importId: 'a' as ImportId, file: 0, place: 0, lines: null }];
  const rest = { source: null, sourceInferred: false, date: null, language: null, direction: 'ltr' as const, words: 1 };
  return { id, title: id, body, found, ...rest };
}

/** A gate over a catalogue of 100 articles; `writes` holds what each write took to the disk, `disk` may refuse. */
function makeGate({ keep = false } = {}) {
  const disk = { full: false };
  const writes: Change[][] = [];
  let sequence = 0;
  const adapter = {
    read: async () => null,
    async write({ document, pending }: Held<Catalogue, Change>) {
      const changes = pending.splice(0);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (disk.full) throw new ReaderError('unwritable', 'the disk is full');
      writes.push(changes);
      for (const change of changes) applyChange(document, change, (sequence += 1));
    },
  };
  const catalogue = createCatalogue();
  for (const id of ids) catalogue.heads.set(id, makeHead(id));
  const low = new Low<Held<Catalogue, Change>>(adapter, { document: catalogue, pending: [] });
  const said: (Waiting | null)[] = [];
  const gate = createGate(low, () => sequence, { keep, onWaiting: (waiting) => said.push(waiting) });
  const committed: number[] = [];
  const mark = (request: MarkRequest) =>
    gate.commit({
      touches: request.ids,
      propose: () => proposeMark(catalogue, request),
      onCommitted: (_, at) => committed.push(at),
    });
  return { disk, writes, catalogue, mark, committed, gate, said };
}

test('writes what came while the disk was busy with one write', async () => {
  const { writes, mark, committed } = makeGate();
  await Promise.all(ids.map((id) => mark({ ids: [id], starred: true })));
  expect(writes.map((changes) => changes.length)).toEqual([1, 99]);
  expect(committed).toEqual(ids.map((_, index) => index + 1));
});

test('works out a change to the same article only when the one before is applied', async () => {
  const { writes, mark, catalogue } = makeGate();
  const [first = '' as ArticleId, second = '' as ArticleId, third = '' as ArticleId] = ids;
  await Promise.all([
    mark({ ids: [third], starred: true }),
    mark({ ids: [first], starred: true }),
    mark({ ids: [first, second], starred: false }),
    mark({ ids: [second], starred: true }),
  ]);
  expect(writes.map((changes) => changes.length)).toEqual([1, 1, 1, 1]);
  expect([first, second, third].map((id) => stateOf(catalogue, id).starred)).toEqual([false, true, true]);
});

test('answers null and writes nothing when nothing would change', async () => {
  const { writes, mark } = makeGate();
  expect(await mark({ ids, read: false })).toBeNull();
  expect(writes).toEqual([]);
});

test('refuses all that were to be written together, and memory stays as it was', async () => {
  const { disk, mark, catalogue, writes, gate, said } = makeGate();
  disk.full = true;
  const results = await Promise.allSettled(ids.map((id) => mark({ ids: [id], read: true })));
  expect(new Set(results.map((result) => result.status))).toEqual(new Set(['rejected']));
  expect(countStates(catalogue)).toBe(0);
  expect([gate.waiting(), said]).toEqual([null, []]);
  disk.full = false;
  await mark({ ids, read: true });
  expect(writes).toHaveLength(1);
  expect(countStates(catalogue)).toBe(100);
});

test('a step that fails to be worked out does not keep back the others', async () => {
  const { gate, mark, catalogue } = makeGate();
  const bad = gate.commit({
    touches: 'everything',
    propose: () => {
      throw new ReaderError('not-found', 'no such import');
    },
    onCommitted: () => undefined,
  });
  const good = mark({ ids, starred: true });
  await expect(bad).rejects.toMatchObject({ code: 'not-found' });
  await good;
  expect(countStates(catalogue)).toBe(100);
});

describe('where steps are kept', () => {
  test('waits for the disk, says so, and writes in order what was asked meanwhile', async () => {
    const { disk, mark, catalogue, gate, said, writes, committed } = makeGate({ keep: true });
    const [first = '' as ArticleId, second = '' as ArticleId] = ids;
    disk.full = true;
    const starred = mark({ ids: [first], starred: true });
    await vi.waitUntil(() => gate.waiting() !== null);
    expect(gate.waiting()).toEqual({ changes: 1, message: 'the disk is full' });
    const unstarred = mark({ ids: [first], starred: false });
    const read = mark({ ids: [second], read: true });
    expect(gate.waiting()).toEqual({ changes: 3, message: 'the disk is full' });
    expect([countStates(catalogue), writes, committed]).toEqual([0, [], []]);
    disk.full = false;
    gate.retry();
    expect((await Promise.all([starred, unstarred, read])).map((proposal) => proposal?.label)).toEqual([
      'star 1 article',
      'unstar 1 article',
      'mark 1 article read',
    ]);
    expect(committed).toEqual([1, 2, 3]);
    expect([stateOf(catalogue, first).starred, stateOf(catalogue, second).read]).toEqual([false, true]);
    await gate.close();
    expect([gate.waiting(), said.at(-1)]).toEqual([null, null]);
  });

  test('tries again by itself after a while', async () => {
    const { disk, mark, gate, catalogue } = makeGate({ keep: true });
    disk.full = true;
    const marked = mark({ ids, read: true });
    await vi.waitUntil(() => gate.waiting() !== null);
    disk.full = false;
    await marked;
    expect(countStates(catalogue)).toBe(100);
  });

  test('goes on waiting when a retry fails too', async () => {
    const { disk, mark, gate, catalogue, said } = makeGate({ keep: true });
    disk.full = true;
    const marked = mark({ ids, read: true });
    await vi.waitUntil(() => said.length === 1);
    gate.retry();
    await vi.waitUntil(() => said.length === 2);
    expect([gate.waiting()?.changes, countStates(catalogue)]).toEqual([1, 0]);
    disk.full = false;
    gate.retry();
    await marked;
    expect(countStates(catalogue)).toBe(100);
  });

  test('refuses at a close, after a last try, what the disk still does not take', async () => {
    const { disk, mark, gate, catalogue } = makeGate({ keep: true });
    disk.full = true;
    const waiting = Promise.allSettled([mark({ ids: ids.slice(0, 1), read: true }), mark({ ids, starred: true })]);
    await vi.waitUntil(() => gate.waiting() !== null);
    await gate.close();
    const results = await waiting;
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(countStates(catalogue)).toBe(0);
  });

  test('writes at a close what the disk takes after all', async () => {
    const { disk, mark, gate, catalogue } = makeGate({ keep: true });
    disk.full = true;
    const marked = mark({ ids, read: true });
    await vi.waitUntil(() => gate.waiting() !== null);
    disk.full = false;
    await gate.close();
    await marked;
    expect(countStates(catalogue)).toBe(100);
  });

  test('refuses at once what no later try would make right', async () => {
    const { gate, mark, catalogue } = makeGate({ keep: true });
    const bad = gate.commit({
      touches: 'everything',
      propose: () => {
        throw new ReaderError('not-found', 'no such import');
      },
      onCommitted: () => undefined,
    });
    await expect(bad).rejects.toMatchObject({ code: 'not-found' });
    await mark({ ids, read: true });
    expect(countStates(catalogue)).toBe(100);
  });
});

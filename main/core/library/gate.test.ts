import { Low } from 'lowdb';
import { expect, test } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import type { ArticleId, ImportId } from '../../../shared/model.ts';
import type { Held } from '../store/snapshot.ts';
import { applyChange, type Change } from './change.ts';
import { createGate } from './gate.ts';
import { proposeMark, type MarkRequest } from './propose.ts';
import { createCatalogue, stateOf, type Catalogue, type Head } from './state.ts';

const ids = Array.from({ length: 100 }, (_, index) => String(index).padStart(24, '0') as ArticleId);

function makeHead(id: ArticleId): Head {
  const body = { pack: 'a-0', offset: 0, length: 1, sum: '00000000' };
  const found = [{ importId: 'a' as ImportId, file: 0, place: 0, lines: null }];
  const rest = { source: null, sourceInferred: false, date: null, language: null, direction: 'ltr' as const, words: 1 };
  return { id, title: id, body, found, ...rest };
}

/** A gate over a catalogue of 100 articles; `writes` holds what each write took to the disk, `disk` may refuse. */
function makeGate() {
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
      for (const change of changes) applyChange(document, change);
      sequence += changes.length;
    },
  };
  const catalogue = createCatalogue();
  for (const id of ids) catalogue.heads.set(id, makeHead(id));
  const low = new Low<Held<Catalogue, Change>>(adapter, { document: catalogue, pending: [] });
  const gate = createGate(low, () => sequence);
  const committed: number[] = [];
  const mark = (request: MarkRequest) =>
    gate.commit({
      touches: request.ids,
      propose: () => proposeMark(catalogue, request),
      onCommitted: (_, at) => committed.push(at),
    });
  return { disk, writes, catalogue, mark, committed, gate };
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
  const { disk, mark, catalogue, writes } = makeGate();
  disk.full = true;
  const results = await Promise.allSettled(ids.map((id) => mark({ ids: [id], read: true })));
  expect(new Set(results.map((result) => result.status))).toEqual(new Set(['rejected']));
  expect(catalogue.states.size).toBe(0);
  disk.full = false;
  await mark({ ids, read: true });
  expect(writes).toHaveLength(1);
  expect(catalogue.states.size).toBe(100);
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
  expect(catalogue.states.size).toBe(100);
});

import { expect, test } from 'vitest';
import type { ArticleId, ArticleRow } from '../../shared/model.ts';
import type { Call } from '../transport/client.ts';
import { createRows } from './rows.ts';

const ids = Array.from({ length: 450 }, (_, index) => String(index)) as unknown as readonly ArticleId[];

function createFake(refuses = false): { readonly call: Call; readonly pages: number[] } {
  const pages: number[] = [];
  const call = (async (_method: string, input: { readonly ids: readonly ArticleId[] }) => {
    pages.push(input.ids.length);
    if (refuses) throw new Error('no');
    return input.ids
      .filter((id) => id !== '7')
      .map((id) => ({ id, read: false, starred: false, tags: [] }) as unknown as ArticleRow);
  }) as unknown as Call;
  return { call, pages };
}

test('fetches in pages of two hundred, and each row once', async () => {
  const { call, pages } = createFake();
  const rows = createRows(call);
  await Promise.all([rows.want(ids), rows.want(ids.slice(0, 10))]);
  await rows.want(ids.slice(20, 30));
  expect(pages).toEqual([200, 200, 50]);
  expect(rows.get('449' as ArticleId)?.id).toBe('449');
});

test('asks again for what was not there, as after a redo', async () => {
  const { call, pages } = createFake();
  const rows = createRows(call);
  await rows.want(ids.slice(0, 10));
  await rows.want(ids.slice(0, 10));
  expect(pages).toEqual([10, 1]);
});

test('asks again after a refusal', async () => {
  const { call, pages } = createFake(true);
  const rows = createRows(call);
  await expect(rows.want(ids.slice(0, 3))).rejects.toThrow('no');
  await expect(rows.want(ids.slice(0, 3))).rejects.toThrow('no');
  expect(pages).toEqual([3, 3]);
});

test('tells its listeners once for a patch of many, and not when nothing changed', async () => {
  const { call } = createFake();
  const rows = createRows(call);
  await rows.want(ids.slice(0, 5));
  let told = 0;
  rows.subscribe(() => (told += 1));
  expect(rows.patch(ids, { read: true })).toHaveLength(5);
  expect(rows.patch(ids, { read: true })).toHaveLength(0);
  expect(told).toBe(1);
});

import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest } from './test-reader.ts';

test('a library of format 1 opens with all it held, and a backup is made beside it first', async () => {
  const root = await makeTestFolder(onTestFinished);
  const directory = join(root, 'news');
  const frozen = join(import.meta.dirname, 'library', 'migrations', 'fixtures', 'format-1');
  await cp(frozen, directory, { recursive: true });
  const { ask, ids, logged } = await openForTest({ directory }, onTestFinished);
  const all = await ids();
  expect(all).toHaveLength(6);
  expect(await ask('articles.ids', { query: { kind: 'starred' }, sort: 'imported' })).toHaveLength(2);
  for (const id of all) expect((await ask('articles.get', { id })).article.blocks.length).toBeGreaterThan(0);
  expect((await readdir(root)).toSorted()).toEqual(['news', expect.stringMatching(/^news-backup-format1-.*\.zip$/)]);
  expect(logged).toEqual([expect.stringContaining('all of it was saved to')]);
});

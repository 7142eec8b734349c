/* Texts that would end a window if all of them crossed to it. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { longestLine, longestText, type Block } from '../../shared/model.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest } from './test-reader.ts';

test('an article of one long line is shown in part, counted in full and kept whole', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const { reader, ask, ids } = await openForTest({ directory: folder }, onTestFinished);
  const sentence = 'The river rose again on Monday 😀 and no one slept. ';
  const text = sentence.repeat(Math.ceil((longestText * 2.5) / sentence.length)).trim();
  await reader.importFiles([{ kind: 'text', name: 'line.txt', text }]).finished;
  const [id = ''] = await ids();
  const { article, hiddenCharacters, occurrences } = await ask('articles.get', { id });
  const shown = article.blocks.map((block) => block.text).join('');
  expect(text.startsWith(shown)).toBe(true);
  expect([shown.length, shown.length + hiddenCharacters]).toEqual([longestText, text.length]);
  expect((await ask('articles.rows', { ids: [id] }))[0]?.excerpt).toMatch(/^The river rose again .*…$/);

  const [found] = occurrences;
  const lines = await ask('originals.lines', { sha256: found?.original ?? '', first: 1, count: 10 });
  expect(lines).toMatchObject({ total: 1, cut: [{ line: 1, characters: text.length }] });
  const [line = ''] = lines.lines;
  expect(text.startsWith(line)).toBe(true);
  expect(line.length).toBeGreaterThan(longestLine - 2);
  expect(line.length).toBeLessThanOrEqual(longestLine);

  const [pack = ''] = await readdir(join(folder, 'bodies'));
  const records = (await readFile(join(folder, 'bodies', pack), 'utf8')).trimEnd().split('\n');
  const kept = records.flatMap((sealed) => {
    const record = JSON.parse(sealed) as { article?: { blocks: Block[] }; more?: string; blocks?: Block[] };
    return record.article?.blocks ?? record.blocks ?? [];
  });
  expect(records).toHaveLength(4);
  expect(kept.map((block) => block.text).join('') === text).toBe(true);
});

test('an article of ordinary length hides nothing', async () => {
  const { importText, ask, ids } = await openForTest(
    { directory: await makeTestFolder(onTestFinished) },
    onTestFinished,
  );
  await importText(1);
  const [id = ''] = await ids();
  expect((await ask('articles.get', { id })).hiddenCharacters).toBe(0);
});

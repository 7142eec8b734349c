/* A file that is too large to be read at once, through the whole reader: parts, their originals, and what is made of them. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleId, ImportReport } from '../../shared/model.ts';
import { openForTest, type Opened } from './test-reader.ts';

const articles = 24_000;
const rest =
  'The water came back on Thursday, and with it the boats, the gulls and the people who sell them chips. '.repeat(14);
let folder = '';
let bytes: Buffer;
let opened: Opened;
let report: ImportReport;

function makeArticle(number: number): string {
  return `Canal ${number} is filled again\n\nBy Jane Roe\n\nThe canal of town ${number} was filled on Monday.\n\n${rest}\n\n\n\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-large-'));
  bytes = Buffer.from(Array.from({ length: articles }, (_, index) => makeArticle(index + 1)).join(''));
  await writeFile(join(folder, 'canals.txt'), bytes);
  opened = await openForTest({ directory: join(folder, 'library') }, () => undefined);
  report = await opened.reader.importFiles([{ kind: 'path', path: join(folder, 'canals.txt') }]).report();
}, 120_000);
afterAll(async () => {
  await opened.reader.close();
  await rm(folder, { recursive: true, force: true });
});

test('every article is found once, and every byte is in one part', () => {
  expect(bytes.length).toBeGreaterThan(32 << 20);
  expect(report).toMatchObject({ files: 1, found: articles, new: articles, refused: 0, finished: true });
  expect(report.reports.length).toBeGreaterThan(4);
  let next = 0;
  let lines = 0;
  for (const [index, { span, ledger, sha256 }] of report.reports.entries()) {
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(span).toMatchObject({ number: index + 1, offset: next, linesBefore: lines, bytes: ledger?.bytes });
    expect(ledger?.unassigned).toBe(0);
    const part = bytes.subarray(next, next + (span?.bytes ?? 0));
    next += part.length;
    lines += part.toString().split('\n').length - 1;
  }
  expect(next).toBe(bytes.length);
});

test('an article says its part, and the lines of the original are those of the part', async () => {
  const id = report.reports[3]?.articles[5]?.id ?? ('' as ArticleId);
  const { article, occurrences } = await opened.ask('articles.get', { id });
  const [found] = occurrences;
  expect(found?.span?.number).toBe(4);
  const shown = await opened.ask('originals.lines', {
    sha256: found?.original ?? '',
    part: 4,
    first: found?.lines?.[0] ?? 0,
    count: 3,
  });
  expect(shown.lines[0]).toBe(article.title);
});

test('a part is split again by itself, and the change is undone', async () => {
  const request = { importId: report.id, fileNumber: 2, corrections: null };
  const view = await opened.ask('split.view', request);
  expect(view).toMatchObject({ span: { number: 3 }, articles: { length: report.reports[2]?.found } });
  const [, second] = view.articles;
  const joins = [second?.lines?.[0] ?? 0];
  const count = await opened.ask('split.accept', {
    ...request,
    corrections: { encoding: null, begins: [], joins, fields: [] },
  });
  expect(count).toBe(view.articles.length - 1);
  await opened.ask('history.undo', {});
  expect((await opened.ask('split.view', request)).articles).toHaveLength(view.articles.length);
});

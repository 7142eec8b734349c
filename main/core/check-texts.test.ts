/* What is wrong with texts, reports, heads or originals: made by hand, named, repaired, and gone. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { FileReport, Ledger } from '../../shared/model.ts';
import type { Head } from './library/state.ts';
import { createTestLibraries, firstPack, journalOf } from './test-checked.ts';
import { appendChange, flipText, readJournalLines, readPackRecords, writePack } from './test-damage.ts';
import { makeDump } from './test-dumps.ts';

const { check, makeLibrary, mendFully, open } = createTestLibraries({ afterAll, onTestFinished });

test('a damaged text is written anew from its original', async () => {
  const directory = await makeLibrary();
  const pack = await firstPack(directory);
  const before = await readFile(pack);
  await flipText(pack, 'report number 2 had been read');
  const damaged = await readFile(pack);
  expect(
    await mendFully(directory, [
      {
        code: 'body-damaged',
        file: /^bodies\//,
        words: /^The text of ".*report number 2" in bodies\/.* is not as it was/,
      },
    ]),
  ).toEqual([]);
  expect(await readFile(pack)).toEqual(damaged);
  expect(damaged).not.toEqual(before);
});

test('a line break between two texts that was lost is named as damage of the first', async () => {
  const directory = await makeLibrary();
  await flipText(await firstPack(directory), '\n');
  expect(await mendFully(directory, [{ code: 'body-damaged', words: /report number 1"/ }])).toEqual([]);
});

test('a damaged text of an import that was undone is written anew as well', async () => {
  const directory = await makeLibrary();
  const packs = (await readdir(join(directory, 'bodies'))).sort();
  await flipText(join(directory, 'bodies', packs.at(-1) ?? ''), 'report number 7 had been read');
  expect(await mendFully(directory, [{ code: 'body-damaged', words: /report number 7"/ }])).toEqual([]);
});

test('the texts of a pack that is missing are written anew, and its report', async () => {
  const directory = await makeLibrary();
  await rm(await firstPack(directory));
  expect(
    await mendFully(directory, [
      { code: 'body-missing', words: /is missing, with the text of 3 articles/ },
      { code: 'report-damaged', words: /^The report on the import "dump.txt"/ },
    ]),
  ).toEqual([]);
});

test('a text whose original is gone too cannot be had, and says what to do', async () => {
  const directory = await makeLibrary();
  await flipText(await firstPack(directory), 'report number 2 had been read');
  await rm(join(directory, originalOf(makeDump([1, 2, 3]))));
  const problems = await check(directory, true);
  expect(problems.map(({ code, repaired }) => [code, repaired])).toEqual([
    ['body-damaged', false],
    ['original-missing', false],
  ]);
  expect(problems[0]?.words).toMatch(/could not be read again from the file that was imported. Import that file again/);
  expect(problems[1]?.words).toMatch(/Not all of them can be read/);
});

test('a damaged report is made again as it was', async () => {
  const directory = await makeLibrary();
  const { reader, ask } = await open(directory);
  const { imports } = await ask('library.overview', {});
  const reports = () => Promise.all(imports.map(({ id }) => ask('imports.report', { id })));
  const before = await reports();
  await reader.close();
  for (const name of (await readdir(join(directory, 'bodies'))).sort()) {
    await flipText(join(directory, 'bodies', name), '{"reports"');
  }
  expect(
    await mendFully(
      directory,
      [1, 2, 3].map(() => ({ code: 'report-damaged' as const, words: /A repair makes it again/ })),
    ),
  ).toEqual([]);
  const again = await open(directory);
  expect(await Promise.all(imports.map(({ id }) => again.ask('imports.report', { id })))).toEqual(before);
});

test('a line break lost behind the last report of a pack is named, and the report is written anew', async () => {
  const directory = await makeLibrary();
  const pack = await firstPack(directory);
  const bytes = await readFile(pack);
  bytes[bytes.length - 1] = 0x58;
  await writeFile(pack, bytes);
  expect(
    await mendFully(directory, [{ code: 'report-damaged', words: /^The report on the import "dump.txt"/ }]),
  ).toEqual([]);
});

test('a head that does not say what its article says is set right', async () => {
  const directory = await makeLibrary();
  const journal = await journalOf(directory);
  const head = await findHead(journal);
  await appendChange(journal, { kind: 'taken-over', heads: [{ ...head, title: 'Something else', words: 3 }] });
  expect(
    await mendFully(directory, [
      { code: 'head-differs', words: /report number 1" what its text says \(title, words\)/ },
    ]),
  ).toEqual([]);
  const { ask, ids } = await open(directory);
  const rows = await ask('articles.rows', { ids: [...(await ids())] });
  expect(rows.map(({ title }) => title)).toContain(head.title);
});

test('an original that is damaged is named with its articles, and whole once it is dropped again', async () => {
  const directory = await makeLibrary();
  const text = makeDump([1, 2, 3]);
  await writeFile(join(directory, originalOf(text)), gzipSync('something else'));
  const [problem, ...more] = await check(directory, true);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'original-damaged', file: originalOf(text), repaired: false });
  expect(problem?.words).toMatch(/dump\.txt of the import "dump\.txt" is damaged.* 3 articles came from it/);
  expect(problem?.words).toMatch(/nothing that can be read is lost.*Import the same file again/);
  await importAgain(directory, text);
  expect(await check(directory, false)).toEqual([]);
});

test('an original that is missing is named, and there again once it is dropped again', async () => {
  const directory = await makeLibrary();
  const text = makeDump([3, 4]);
  await rm(join(directory, originalOf(text)));
  expect(await check(directory, true)).toMatchObject([{ code: 'original-missing', file: originalOf(text) }]);
  await importAgain(directory, text);
  expect(await check(directory, false)).toEqual([]);
});

test('an original that no import names is imported', async () => {
  const directory = await makeLibrary();
  const text = makeDump([20, 21]);
  const path = join(directory, originalOf(text));
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, gzipSync(text));
  expect(
    await mendFully(directory, [{ code: 'original-unknown', words: /No import names the kept file originals\// }]),
  ).toEqual([]);
  const { ids } = await open(directory);
  expect(await ids()).toHaveLength(6);
});

test('a report whose ledger does not add up is made again', async () => {
  const directory = await makeLibrary();
  const journal = await journalOf(directory);
  const records = await readPackRecords(await firstPack(directory));
  const { reports, import: origin } = records.at(-1) as { reports: readonly FileReport[]; import: { id: string } };
  const wrong = reports.map((report) => withLedger(report, { articles: -1, unassigned: 1 }));
  const refs = await writePack(directory, 'repair-wrong', [{ reports: wrong, import: origin }]);
  await appendChange(journal, { kind: 'reports-moved', id: origin.id as never, reports: refs });
  expect(
    await mendFully(directory, [{ code: 'ledger-wrong', words: /1 byte of the file is in no part of it/ }]),
  ).toEqual([]);
});

test('a report that does not agree with its original or with the heads is named', async () => {
  const directory = await makeLibrary();
  const journal = await journalOf(directory);
  const records = await readPackRecords(await firstPack(directory));
  const { reports, import: origin } = records.at(-1) as { reports: readonly FileReport[]; import: { id: string } };
  const longer = reports.map((report) => withLedger(report, { articles: 5, bytes: 5 }));
  const swapped = reports.map((report) => Object.assign({}, report, { articles: report.articles.toReversed() }));
  for (const [index, wrong] of [longer, swapped].entries()) {
    const refs = await writePack(directory, `repair-wrong${index}`, [{ reports: wrong, import: origin }]);
    await appendChange(journal, { kind: 'reports-moved', id: origin.id as never, reports: refs });
    const words =
      index === 0 ? /the file has [\d,]+ bytes and the report accounts for/ : /does not know that 2 articles/;
    expect(await mendFully(directory, [{ code: 'ledger-wrong', words }])).toEqual([]);
  }
});

/** The report with these bytes more in its ledger. */
function withLedger(report: FileReport, more: Partial<Ledger>): FileReport {
  const ledger = report.ledger ?? { bytes: 0, articles: 0, dropped: 0, separators: 0, unassigned: 0 };
  const { bytes = 0, articles = 0, unassigned = 0 } = more;
  return {
    ...report,
    ledger: {
      ...ledger,
      bytes: ledger.bytes + bytes,
      articles: ledger.articles + articles,
      unassigned: ledger.unassigned + unassigned,
    },
  };
}

function originalOf(text: string): string {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `originals/${sha256.slice(0, 2)}/${sha256.slice(2)}.gz`;
}

async function importAgain(directory: string, text: string): Promise<void> {
  const { reader } = await open(directory);
  await reader.importFiles([{ kind: 'text', name: 'dump.txt', text }]).finished;
  await reader.close();
}

async function findHead(journal: string): Promise<Head> {
  const [line] = await readJournalLines(journal);
  const head = (line?.change as { readonly heads?: readonly Head[] } | undefined)?.heads?.[0];
  if (head === undefined) throw new Error('the first change is no import');
  return head;
}

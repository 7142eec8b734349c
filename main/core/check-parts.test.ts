/* Reports of an import that came in many parts: several of them damaged, beside each other or not. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ImportReport } from '../../shared/model.ts';
import { openReader, type Reader } from './reader.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { flipText } from './test-damage.ts';
import { makeDump } from './test-dumps.ts';

/** A clock that runs so fast that each file is a part of its own. */
async function openHasty(directory: string): Promise<Reader> {
  let now = Date.UTC(2026, 0, 1);
  const reader = await openReader({ directory, clock: () => (now += 3000), log: () => undefined });
  onTestFinished(() => reader.close());
  return reader;
}

async function readReport(reader: Reader, id: string): Promise<ImportReport> {
  const reply = await reader.call('imports.report', { id });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as ImportReport;
}

test.each([[[0]], [[1, 2]], [[0, 2]], [[2, 3]], [[0, 1, 2, 3]]])(
  'the reports of parts %j are made again as they were, and the packs are not taken for new ones',
  async (damaged) => {
    const directory = await makeTestFolder(onTestFinished);
    const first = await openHasty(directory);
    const dumps = [[1, 2], [2, 3], [3], [4, 1]];
    const files = dumps.map((keys, index) => ({ kind: 'text', name: `${index}.txt`, text: makeDump(keys) }) as const);
    const before = await first.importFiles(files).report();
    await first.close();
    const packs = (await readdir(join(directory, 'bodies'))).sort();
    expect(packs).toHaveLength(4);
    for (const index of damaged) await flipText(join(directory, 'bodies', packs[index] ?? ''), '{"reports"');
    const second = await openHasty(directory);
    const { problems } = await second.check.run({ repair: true });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ code, repaired }) => code === 'report-damaged' && repaired)).toBe(true);
    await second.close();
    const third = await openHasty(directory);
    expect(third.status().recovery).toBeNull();
    expect((await readReport(third, before.id)).reports).toEqual(before.reports);
    expect((await third.check.run({ repair: false })).problems).toEqual([]);
  },
);

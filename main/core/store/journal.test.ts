import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { realDisk } from './disk.ts';
import { createFaultDisk, type FaultDisk } from './faults/fault-disk.ts';
import { openJournal } from './journal.ts';
import { findJournalFiles } from './journal-files.ts';
import { readJournal } from './journal-read.ts';
import { sealLine } from './sealed-line.ts';
import { makeTestFolder } from './test-folder.ts';
import { beginning } from './time.ts';

const options = { disk: realDisk, device: 'test', sequence: 0, time: beginning, clock: () => 1_700_000_000_000 };

test('writes one line per change, numbered without a gap', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const journal = await openJournal({ ...options, folder });
  await journal.append([{ kind: 'a' }, { kind: 'b' }]);
  await journal.append([{ kind: 'c' }]);
  await journal.close();
  const { lines, damages } = readJournal(await readFile(join(folder, 'test.ndjson')));
  expect(damages).toEqual([]);
  expect(Array.from(lines, ({ v, device, seq, time, change }) => ({ v, device, seq, time, change }))).toEqual([
    { v: 2, device: 'test', seq: 1, time: [1_700_000_000_000, 0], change: { kind: 'a' } },
    { v: 2, device: 'test', seq: 2, time: [1_700_000_000_000, 1], change: { kind: 'b' } },
    { v: 2, device: 'test', seq: 3, time: [1_700_000_000_000, 2], change: { kind: 'c' } },
  ]);
});

function readAll(bytes: Buffer): unknown[] {
  return Array.from(readJournal(bytes).lines, ({ change }) => change);
}

/** What a journal on a simulated disk tells, told by a start of its own. */
async function readChanges({ disk, files }: FaultDisk): Promise<unknown[]> {
  const changes: unknown[] = [];
  for (const { name } of await findJournalFiles(disk, '/journal')) {
    changes.push(...readAll(files().get(`/journal/${name}`) ?? Buffer.alloc(0)));
  }
  return changes;
}

function makeDisk(): FaultDisk {
  const faults = createFaultDisk();
  faults.putFolder('/journal');
  return faults;
}

test.each<{ name: string; fail: (faults: FaultDisk) => void }>([
  { name: 'the disk is full', fail: ({ failNext }) => failNext({ on: 'write', code: 'ENOSPC' }) },
  {
    name: 'the disk takes only the first bytes',
    fail: ({ failNext }) => failNext({ on: 'write', code: 'ENOSPC', partial: 7 }),
  },
  { name: 'the sync fails', fail: ({ failNext }) => failNext({ on: 'datasync', code: 'EIO' }) },
  {
    name: 'the first bytes are taken and cannot be cut back',
    fail({ failNext }) {
      failNext({ on: 'write', code: 'ENOSPC', partial: 7 });
      failNext({ on: 'truncate', code: 'EIO' });
    },
  },
  {
    name: 'all is written, not synced and not cut back',
    fail({ failNext }) {
      failNext({ on: 'datasync', code: 'EIO' });
      failNext({ on: 'truncate', code: 'EIO' });
    },
  },
  {
    name: 'the disk was pulled out and is there again',
    fail({ failNext }) {
      failNext({ on: 'write', code: 'EIO' });
      failNext({ on: 'truncate', code: 'EIO' });
      failNext({ on: 'close', code: 'EIO' });
    },
  },
])('refuses a change and leaves no trace of it when $name', async ({ fail }) => {
  const faults = makeDisk();
  const journal = await openJournal({ ...options, disk: faults.disk, folder: '/journal' });
  await journal.append([{ kind: 'before' }]);
  const size = journal.size();
  fail(faults);
  await expect(journal.append([{ kind: 'refused' }, { kind: 'too' }])).rejects.toMatchObject({
    name: 'ReaderError',
    code: 'unwritable',
  });
  expect([journal.sequence(), journal.size()]).toEqual([1, size]);
  await journal.append([{ kind: 'after' }]);
  await journal.close();
  expect(await readChanges(faults)).toEqual([{ kind: 'before' }, { kind: 'after' }]);
});

test('has every acknowledged change when the power is lost, whatever was refused before', async () => {
  const faults = makeDisk();
  const journal = await openJournal({ ...options, disk: faults.disk, folder: '/journal' });
  const acknowledged: unknown[] = [];
  for (let kind = 0; kind < 8; kind += 1) {
    if (kind % 3 === 1) faults.failNext({ on: kind % 2 === 0 ? 'write' : 'datasync', code: 'EIO', partial: 5 });
    await journal.append([{ kind }]).then(
      () => acknowledged.push({ kind }),
      () => undefined,
    );
    expect(await readChanges(faults.crash('power'))).toEqual(acknowledged);
    if (kind === 4) await journal.rotate();
  }
  expect(acknowledged).toHaveLength(5);
});

test('goes on after the last line, in number and time, and cuts off what a process before left behind it', async () => {
  const faults = makeDisk();
  const first = await openJournal({ ...options, disk: faults.disk, folder: '/journal' });
  await first.append([{ kind: 'a' }]);
  const [sequence, time] = [first.sequence(), first.time()];
  await first.close();
  const second = await openJournal({
    ...options,
    disk: faults.disk,
    folder: '/journal',
    sequence,
    time,
    clock: () => 5,
  });
  await second.append([{ kind: 'b' }]);
  expect([second.sequence(), second.time()]).toEqual([2, [1_700_000_000_000, 1]]);
  await second.close();
  expect(await readChanges(faults)).toEqual([{ kind: 'a' }, { kind: 'b' }]);
});

test('goes on where a process before stopped on the real disk as well, and after it was put aside', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const path = join(folder, 'test.ndjson');
  const first = await openJournal({ ...options, folder });
  await first.append([{ kind: 'a' }]);
  await first.close();
  const second = await openJournal({ ...options, folder, sequence: 1 });
  await appendFile(path, '{"v":2,"device":"te');
  await second.append([{ kind: 'b' }]);
  await second.append([{ kind: 'c' }]);
  await second.rotate();
  await second.append([{ kind: 'd' }]);
  await second.close();
  const files = await Promise.all([join(folder, 'test.upto-3.ndjson'), path].map((each) => readFile(each)));
  expect(files.map(readAll)).toEqual([[{ kind: 'a' }, { kind: 'b' }, { kind: 'c' }], [{ kind: 'd' }]]);
  expect(files.flatMap((bytes) => readJournal(bytes).damages)).toEqual([]);
});

test('keeps every rotated journal, and tells an earlier change from whichever holds it', async () => {
  const faults = makeDisk();
  const { disk } = faults;
  const journal = await openJournal({ ...options, disk, folder: '/journal' });
  await journal.append([{ kind: 'a' }, { kind: 'b' }]);
  await journal.rotate();
  await journal.rotate();
  await journal.append([{ kind: 'c' }]);
  await journal.rotate();
  await journal.append([{ kind: 'd' }]);
  expect((await findJournalFiles(disk, '/journal')).map(({ name }) => name)).toEqual([
    'test.upto-2.ndjson',
    'test.upto-3.ndjson',
    'test.ndjson',
  ]);
  const read = await Promise.all([0, 1, 2, 3, 4, 5].map(async (seq) => (await journal.read(seq))?.change));
  expect(read).toEqual([undefined, { kind: 'a' }, { kind: 'b' }, { kind: 'c' }, { kind: 'd' }, undefined]);
  await journal.close();
});

test('reads every line but the damaged one, whichever byte is damaged and however', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const journal = await openJournal({ ...options, folder });
  const changes = [{ kind: 'a', text: 'Ünïcode "sum":"00000000"}' }, { kind: 'b' }, { kind: 'c', n: [1, 2] }];
  for (const change of changes) await journal.append([change]);
  await journal.close();
  const bytes = await readFile(join(folder, 'test.ndjson'));
  for (let index = 0; index < bytes.length; index += 1) {
    for (const mask of [0x01, 0x20, 0x80, 0xff]) {
      const damaged = Buffer.from(bytes);
      damaged[index] = (damaged[index] ?? 0) ^ mask;
      const read = readJournal(damaged);
      const readable = readAll(damaged);
      expect(read.damages.length, `byte ${index} ^ ${mask}`).toBeGreaterThan(0);
      expect(readable.length, `byte ${index} ^ ${mask}`).toBeGreaterThanOrEqual(2);
      expect(changes).toEqual(expect.arrayContaining(readable));
    }
  }
});

test('keeps each byte of a damaged journal among its good lines or its damages, but for lost line breaks', () => {
  const line = fc.nat({ max: 99 }).map((seq) => sealLine({ v: 2, seq, text: 'ü' }).text);
  const piece = fc.oneof(line, fc.constantFrom('x', '{"v":2,"se', '', '"sum":"00000000"}'));
  const pieces = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n', 'x')), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, isCut) => {
      const bytes = Buffer.from(parts.map((part) => part.join('')).join('')).subarray(0, isCut ? -1 : undefined);
      const { lines, kept, damages } = readJournal(bytes);
      const again = readJournal(kept());
      expect([...again.lines]).toEqual([...lines]);
      expect(again.damages).toEqual([]);
      const texts = Array.from(lines, (each) => `${sealLine(each).text}\n`);
      expect(kept().toString()).toBe(texts.join(''));
      const lost = bytes.length - kept().length - damages.reduce((sum, damage) => sum + damage.bytes.length, 0);
      expect(Math.abs(lost)).toBeLessThanOrEqual(parts.length);
      for (const damage of damages) {
        expect(bytes.subarray(damage.offset, damage.offset + damage.bytes.length)).toEqual(damage.bytes);
      }
    }),
    { numRuns: 500 },
  );
});

test('reads what is whole of a journal that was cut at any byte', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const journal = await openJournal({ ...options, folder });
  for (const kind of ['a', 'b', 'c']) await journal.append([{ kind }]);
  await journal.close();
  const bytes = await readFile(join(folder, 'test.ndjson'));
  for (let length = 0; length <= bytes.length; length += 1) {
    const cut = bytes.subarray(0, length);
    const { lines, damages } = readJournal(cut);
    const sequences = Array.from(lines, ({ seq }) => seq);
    const whole = cut.toString('latin1').split('"}\n').length - 1;
    expect(sequences.length).toBeGreaterThanOrEqual(whole);
    expect(sequences).toEqual([1, 2, 3].slice(0, sequences.length));
    const atLineEnd = length === 0 || cut.at(-1) === 0x0a;
    expect(damages.length > 0).toBe(!atLineEnd);
  }
});

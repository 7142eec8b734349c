import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findJournalFiles, openJournal, type JournalFile } from './journal.ts';
import { readJournal } from './journal-read.ts';
import { makeTestFolder } from './test-folder.ts';

type Fault = { writes?: 'fail' | 'short'; sync?: boolean; truncate?: boolean };

/** A journal file that fails as told, with the errors a full or broken disk gives. */
function createFaultyOpen(fault: Fault) {
  return async (path: string): Promise<JournalFile & { stat: () => Promise<{ size: number }> }> => {
    const file = await open(path, 'a+');
    await file.close();
    const real = await open(path, 'r+');
    return {
      async write(bytes, offset, length, at) {
        if (fault.writes === 'fail')
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        if (fault.writes === 'short') {
          await real.write(bytes, offset, Math.min(length, 7), at);
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        }
        return real.write(bytes, offset, length, at);
      },
      async datasync() {
        if (fault.sync === true) throw new Error('EIO: i/o error, fdatasync');
        await real.datasync();
      },
      async truncate(length) {
        if (fault.truncate === true) throw new Error('EIO: i/o error, ftruncate');
        await real.truncate(length);
      },
      stat: () => real.stat(),
      close: () => real.close(),
    };
  };
}

const options = { device: 'test', sequence: 0, clock: () => 1_700_000_000_000 };

async function readChanges(folder: string): Promise<unknown[]> {
  return readJournal(await readFile(join(folder, 'test.ndjson'))).lines.map((line) => line.change);
}

test('writes one line per change, numbered without a gap', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const journal = await openJournal({ ...options, folder });
  await journal.append([{ kind: 'a' }, { kind: 'b' }]);
  await journal.append([{ kind: 'c' }]);
  await journal.close();
  const { lines, damages } = readJournal(await readFile(join(folder, 'test.ndjson')));
  expect(damages).toEqual([]);
  expect(lines.map(({ v, device, seq, at, change }) => ({ v, device, seq, at, change }))).toEqual([
    { v: 1, device: 'test', seq: 1, at: 1_700_000_000_000, change: { kind: 'a' } },
    { v: 1, device: 'test', seq: 2, at: 1_700_000_000_000, change: { kind: 'b' } },
    { v: 1, device: 'test', seq: 3, at: 1_700_000_000_000, change: { kind: 'c' } },
  ]);
});

test.each<{ name: string; fault: Fault }>([
  { name: 'the disk is full', fault: { writes: 'fail' } },
  { name: 'the disk takes only the first bytes', fault: { writes: 'short' } },
  { name: 'the sync fails', fault: { sync: true } },
  { name: 'the first bytes are taken and cannot be cut back', fault: { writes: 'short', truncate: true } },
])('refuses a change and leaves no trace of it when $name', async ({ fault }) => {
  const folder = await makeTestFolder(onTestFinished);
  const broken: Fault = {};
  const journal = await openJournal({ ...options, folder, openFile: createFaultyOpen(broken) });
  await journal.append([{ kind: 'before' }]);
  Object.assign(broken, fault);
  await expect(journal.append([{ kind: 'refused' }])).rejects.toMatchObject({
    name: 'ReaderError',
    code: 'unwritable',
  });
  expect(journal.sequence()).toBe(1);
  for (const key of Object.keys(broken)) Reflect.deleteProperty(broken, key);
  await journal.append([{ kind: 'after' }]);
  await journal.close();
  expect(await readChanges(folder)).toEqual([{ kind: 'before' }, { kind: 'after' }]);
});

test('keeps rotated journals until they are not needed any more', async () => {
  const folder = await makeTestFolder(onTestFinished);
  const journal = await openJournal({ ...options, folder });
  await journal.append([{ kind: 'a' }, { kind: 'b' }]);
  await journal.rotate(0);
  await journal.append([{ kind: 'c' }]);
  await journal.rotate(0);
  await journal.append([{ kind: 'd' }]);
  expect((await findJournalFiles(folder)).map(({ name }) => name)).toEqual([
    'test.upto-2.ndjson',
    'test.upto-3.ndjson',
    'test.ndjson',
  ]);
  expect(await readChanges(folder)).toEqual([{ kind: 'd' }]);
  await journal.rotate(2);
  await journal.close();
  expect((await readdir(folder)).toSorted()).toEqual(['test.ndjson', 'test.upto-3.ndjson', 'test.upto-4.ndjson']);
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
      expect(read.damages.length, `byte ${index} ^ ${mask}`).toBeGreaterThan(0);
      expect(read.lines.length, `byte ${index} ^ ${mask}`).toBeGreaterThanOrEqual(2);
      expect(changes).toEqual(expect.arrayContaining(read.lines.map((line) => line.change)));
    }
  }
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
    const whole = cut.toString('latin1').split('"}\n').length - 1;
    expect(lines.length).toBeGreaterThanOrEqual(whole);
    expect(lines.map((line) => line.seq)).toEqual([1, 2, 3].slice(0, lines.length));
    const atLineEnd = length === 0 || cut.at(-1) === 0x0a;
    expect(damages.length > 0).toBe(!atLineEnd);
  }
});

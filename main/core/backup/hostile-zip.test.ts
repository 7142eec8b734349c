/* What a zip may claim that no backup of ours does. Nothing of it may reach the disk. */

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ReaderError } from '../../../shared/errors.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { restoreBackup } from './restore-backup.ts';
import { readTree } from './test-library.ts';
import { toBackupZip, toZip, type TestEntry } from './test-zip.ts';

const files = { 'library.json': '{}', 'bodies/a.pack': 'body' };

/** The refusal, once it is known that nothing was left. */
async function refusalOf(zip: Buffer): Promise<ReaderError> {
  const folder = await makeTestFolder(onTestFinished);
  const file = join(folder, 'b.zip');
  await writeFile(file, zip);
  const refusal = await restoreBackup({ file, folder: join(folder, 'new/library') }).catch((error: unknown) => error);
  expect(await readdir(folder)).toEqual(['b.zip']);
  if (!(refusal instanceof ReaderError)) throw new Error(`not refused in words: ${String(refusal)}`);
  return refusal;
}

function withMore(...more: readonly TestEntry[]): Buffer {
  return toBackupZip(files, { entries: (listed) => [...listed, ...more] });
}

describe('a zip that was made by hand', () => {
  it('is restored where it is like a backup, in whatever order and with folders in it', async () => {
    const folder = await makeTestFolder(onTestFinished);
    const zip = toBackupZip(files, {
      entries: (listed) => [
        { name: 'bodies/', mode: 0o40755 },
        ...listed.toReversed(),
        { name: 'README.txt', content: 'x' },
      ],
    });
    await writeFile(join(folder, 'b.zip'), zip);
    await restoreBackup({ file: join(folder, 'b.zip'), folder: join(folder, 'new/library') });
    expect(Object.keys(await readTree(join(folder, 'new/library'))).toSorted()).toEqual(Object.keys(files).toSorted());
  });

  it.each([
    '../evil',
    'bodies/../../evil',
    '/etc/evil',
    'C:evil',
    'C:/evil',
    'bodies\\..\\evil',
    'bodies/a\0b',
    'bodies//a',
    './a',
    'bodies/CON',
    'nul.txt',
    'COM1/a',
    'lpt9.gz',
    'bodies/a.',
    'bodies/a ',
    'bodies./a',
    '',
  ])('is refused for the name %j, listed or not', async (name) => {
    const unlisted = await refusalOf(withMore({ name, content: 'evil' }));
    const listed = await refusalOf(toBackupZip({ ...files, [name]: 'evil' }));
    expect([unlisted.code, listed.code]).toEqual(['invalid-input', 'invalid-input']);
    expect(unlisted.message).toContain('is no safe name of a file');
  });

  it('is refused for a folder with a name that leads elsewhere', async () => {
    expect((await refusalOf(withMore({ name: '../evil/', mode: 0o40755 }))).message).toContain('“../evil/” is no safe');
  });

  it.each(['lock', 'lock.json', 'lock-journal', 'index/words.db', 'backups/b.zip', 'bodies/a.tmp', 'README.txt'])(
    'is refused where its manifest lists %s, which is no file of a library',
    async (name) => {
      expect((await refusalOf(toBackupZip({ ...files, [name]: 'x' }))).message).toContain(`“${name}” is no file of`);
    },
  );

  it.each<[string, TestEntry, string]>([
    ['a link', { name: 'bodies/a.pack', content: '/etc', mode: 0o120777 }, '“bodies/a.pack” is a link'],
    ['a device', { name: 'bodies/a.pack', mode: 0o20666 }, '“bodies/a.pack” is a link or no plain file'],
    [
      'an encrypted file',
      // Traditional encryption puts 12 bytes before the content.
      { name: 'bodies/a.pack', content: 'body', packed: Buffer.alloc(16), flags: 1 },
      '“bodies/a.pack” is encrypted',
    ],
    ['strong encryption', { name: 'bodies/a.pack', content: 'body', flags: 0x40 }, 'strong encryption'],
    ['another packing', { name: 'bodies/a.pack', content: 'body', method: 12 }, '“bodies/a.pack” is packed in a way'],
    ['another content', { name: 'bodies/a.pack', content: 'BODY' }, '“bodies/a.pack” is not what was backed up'],
    ['more content', { name: 'bodies/a.pack', content: 'body!' }, '“bodies/a.pack” has 5 bytes where 4 were'],
    ['a missing file', { name: 'bodies/b.pack', content: 'body' }, '“bodies/a.pack” is missing'],
  ])('is refused for %s in place of what the manifest lists', async (_, entry, words) => {
    const zip = toBackupZip(files, { entries: ([first]) => (first === undefined ? [] : [first, entry]) });
    expect((await refusalOf(zip)).message).toContain(words);
  });

  it.each<[string, TestEntry, string]>([
    [
      'a file that is not listed',
      { name: 'bodies/b.pack', content: 'x' },
      '“bodies/b.pack” is in it and was not backed up',
    ],
    ['a file that is in it twice', { name: 'library.json', content: '{}' }, '“library.json” is in it twice'],
    ['two manifests', { name: 'MANIFEST.json', content: '{}' }, '“MANIFEST.json” is in it twice'],
    ['a folder with content', { name: 'bodies/', content: 'x', mode: 0o40755 }, 'with content of its own'],
    ['a link to a folder', { name: 'bodies/', mode: 0o120777 }, '“bodies/” is a link'],
  ])('is refused for %s', async (_, entry, words) => {
    expect((await refusalOf(withMore(entry))).message).toContain(words);
  });

  it('is refused for a file under a file', async () => {
    expect((await refusalOf(toBackupZip({ a: 'x', 'a/b': 'y' }))).code).toBe('unwritable');
  });

  it('is refused where a file unpacks to more than it says, without unpacking it', async () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const bomb = { name: 'bodies/a.pack', content: 'body', bytes: 4, method: 8, packed };
    const zip = toBackupZip(files, { entries: ([first]) => (first === undefined ? [] : [first, bomb]) });
    expect((await refusalOf(zip)).message).toContain('“bodies/a.pack” cannot be unpacked (too many bytes');
  });

  it('is refused where a manifest unpacks to more than any has', async () => {
    const zip = toZip([{ name: 'MANIFEST.json', bytes: 4_000_000_000, method: 8, packed: deflateRawSync('{}') }]);
    expect((await refusalOf(zip)).message).toContain('MANIFEST.json is too large');
  });

  it('is refused where its files share their bytes', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`bodies/${index}`, 'x'.repeat(9000)]));
    const zip = toBackupZip(many, {
      entries: (listed) => listed.map((entry, index) => (index === 0 ? entry : { ...entry, sameAs: 0 })),
    });
    expect((await refusalOf(zip)).message).toContain('overlap');
  });

  it('shows the name of a file without the codes that steer a terminal', async () => {
    expect((await refusalOf(withMore({ name: 'a\u001B[2J', content: '' }))).message).not.toContain('\u001B');
  });
});

describe('a zip that is no backup', () => {
  it('is refused in words', async () => {
    const messages = await Promise.all(
      [Buffer.from('just text'), Buffer.alloc(0), toZip([{ name: 'a.txt', content: 'x' }])].map(refusalOf),
    );
    expect(messages.map(({ code, message }) => [code, message.replace(/^.*b\.zip/, '')])).toEqual([
      ['invalid-input', ' is not a zip.'],
      ['invalid-input', ' is not a zip.'],
      ['invalid-input', ' is not a backup of Broadsheet.'],
    ]);
    expect((await refusalOf(toZip([{ name: 'MANIFEST.json', content: 'null' }]))).message).toContain('is not a backup');
  });

  it.each([{ version: 2 }, { version: 2, files: 'in another shape' }, { format: 99 }])(
    'but of a newer Broadsheet is left to that one: %j',
    async (about) => {
      expect((await refusalOf(toBackupZip(files, { about }))).code).toBe('newer-format');
    },
  );

  it('but a damaged one is said to be damaged', async () => {
    expect(await refusalOf(toBackupZip(files, { about: { files: [{ path: 1 }] } }))).toMatchObject({ code: 'damaged' });
  });
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordRefusal } from '../../../shared/words.ts';
import type { FileSource, ImportSource } from './parsed.ts';
import { walkSources } from './walk.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-walk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function walk(...sources: readonly ImportSource[]): Promise<FileSource[]> {
  const found: FileSource[] = [];
  for await (const source of walkSources(sources)) found.push(source);
  return found;
}

const names = (found: readonly FileSource[]) => found.map((source) => source.file);

test('walks folders by name and skips what systems leave behind', async () => {
  const root = join(folder, 'Dumps');
  await mkdir(join(root, 'b', 'deep'), { recursive: true });
  await mkdir(join(root, '.git'));
  await Promise.all(
    ['day 10.txt', 'day 2.txt', 'b/deep/x.txt', 'b/a.txt', '.DS_Store', 'Thumbs.db', 'Desktop.ini', '.git/y'].map(
      (name) => writeFile(join(root, name), name),
    ),
  );
  const found = await walk({ kind: 'path', path: root });
  expect(names(found)).toEqual(['Dumps/b/a.txt', 'Dumps/b/deep/x.txt', 'Dumps/day 2.txt', 'Dumps/day 10.txt']);
  expect(found.every((source) => source.kind === 'file')).toBe(true);
});

test('names a file by its base name, or by the name that came with it', async () => {
  const path = join(folder, 'line\nbreak.txt');
  await writeFile(path, 'x');
  expect(await walk({ kind: 'path', path }, { kind: 'path', path, name: 'upload.txt' })).toEqual([
    { kind: 'file', file: 'line\nbreak.txt', path, size: 1 },
    { kind: 'file', file: 'upload.txt', path, size: 1 },
  ]);
});

test('reads a hidden file that was named by a person', async () => {
  const path = join(folder, '.notes');
  await writeFile(path, 'x');
  expect(names(await walk({ kind: 'path', path }))).toEqual(['.notes']);
});

test('hands on text and refusals', async () => {
  const refused = wordRefusal('unreadable', 'access is denied');
  expect(await walk({ kind: 'text', name: 'Pasted', text: 'é' }, { kind: 'refused', name: 'x', refused })).toEqual([
    { kind: 'bytes', file: 'Pasted', bytes: new Uint8Array([0xc3, 0xa9]) },
    { kind: 'refused', file: 'x', refused },
  ]);
});

test('follows links to files and stops where a folder leads back to itself', async () => {
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a', 'x.txt'), 'x');
  await symlink(join(folder, 'a', 'x.txt'), join(folder, 'a', 'y.txt'));
  await symlink(folder, join(folder, 'a', 'z'));
  const found = await walk({ kind: 'path', path: folder, name: 'D' });
  expect(names(found)).toEqual(['D/a/x.txt', 'D/a/y.txt', 'D/a/z']);
  expect(found[2]).toMatchObject({ refused: { code: 'directory-loop' } });
});

test('walks a folder twice that is reached by two ways without a circle', async () => {
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a', 'x.txt'), 'x');
  await symlink(join(folder, 'a'), join(folder, 'b'));
  expect(names(await walk({ kind: 'path', path: folder, name: 'D' }))).toEqual(['D/a/x.txt', 'D/b/x.txt']);
});

test('says why something cannot be read', async () => {
  await symlink(join(folder, 'nowhere'), join(folder, 'link.txt'));
  const found = await walk(
    { kind: 'path', path: join(folder, 'gone.txt') },
    { kind: 'path', path: join(folder, 'link.txt') },
  );
  expect(found).toEqual([
    { kind: 'refused', file: 'gone.txt', refused: wordRefusal('unreadable', 'it does not exist') },
    { kind: 'refused', file: 'link.txt', refused: wordRefusal('unreadable', 'its link leads nowhere') },
  ]);
});

test.skipIf(process.platform === 'win32')('refuses a pipe and does not wait for it', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await walk({ kind: 'path', path: join(folder, 'pipe') })).toEqual([
    { kind: 'refused', file: 'pipe', refused: wordRefusal('unsupported', 'A pipe') },
  ]);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'refuses a folder that may not be opened',
  async () => {
    await mkdir(join(folder, 'shut'));
    await chmod(join(folder, 'shut'), 0);
    const found = await walk({ kind: 'path', path: join(folder, 'shut') });
    expect(found).toEqual([{ kind: 'refused', file: 'shut', refused: wordRefusal('unreadable', 'access is denied') }]);
  },
);

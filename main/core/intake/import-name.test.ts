import { expect, test } from 'vitest';
import type { ImportSource } from '../import/parsed.ts';
import { gatherSources, namePasted } from './import-name.ts';

const file: ImportSource = { kind: 'path', path: '/home/amira/khartoum.txt' };
const folder: ImportSource = { kind: 'path', path: '/home/amira/wires/' };
const upload: ImportSource = { kind: 'path', path: '/tmp/upload-1', name: 'day.txt' };

function walked(name: string): ImportSource {
  return { kind: 'path', path: '/tmp/upload', name };
}

test.each<[string, ImportSource[], string | undefined]>([
  ['khartoum.txt', [file], undefined],
  ['wires', [folder], undefined],
  ['day.txt', [upload], undefined],
  ['3 files', [file, folder, upload], undefined],
  ['0 files', [], undefined],
  ['week', [walked('week/monday.txt'), walked('week/deep/tuesday.txt')], undefined],
  ['week', [walked('week/monday.txt')], undefined],
  ['2 files', [walked('week/monday.txt'), walked('other/monday.txt')], undefined],
  ['2 files', [walked('same.txt'), walked('same.txt')], undefined],
  ['Pasted text: 1/2', [{ kind: 'text', name: 'Pasted text: 1/2', text: '1/2' }], undefined],
  ['Given', [file, folder], 'Given'],
])('calls an import %j', async (name, sources, given) => {
  expect((await gatherSources(sources, given)).name).toBe(name);
});

test('hands on every source, also of a stream', async () => {
  async function* stream() {
    yield file;
    yield folder;
  }
  const gathered = await gatherSources(stream(), undefined);
  expect(gathered).toEqual({ name: '2 files', sources: [file, folder] });
});

test.each([
  ['', 'Pasted text'],
  ['  \n ', 'Pasted text'],
  ['Floods in\nKhartoum', 'Pasted text: Floods in Khartoum'],
  ['one two three four five six seven', 'Pasted text: one two three four five six…'],
  ['x'.repeat(60), `Pasted text: ${'x'.repeat(48)}…`],
  [`${'x'.repeat(47)}😀 y`, `Pasted text: ${'x'.repeat(47)}…`],
])('names the pasted text %j after its first words', (text, name) => {
  expect(namePasted(text)).toBe(name);
});

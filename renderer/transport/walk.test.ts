import { expect, test } from 'vitest';
import { findDropped } from './walk.ts';

type Tree = { readonly [name: string]: Tree | 'text' | 'locked' };

/** A folder as a browser hands it out: at most two children at a time. */
function toEntry(name: string, tree: Tree[string]): FileSystemEntry {
  if (tree === 'text' || tree === 'locked') {
    const file = (found: (file: File) => void, failed: (error: Error) => void): void =>
      tree === 'text' ? found(new File(['x'], name)) : failed(new Error('locked'));
    return { isFile: true, name, file } as unknown as FileSystemEntry;
  }
  const rest = Object.entries(tree).map(([child, below]) => toEntry(child, below));
  const readEntries = (found: (entries: FileSystemEntry[]) => void): void => found(rest.splice(0, 2));
  return { isFile: false, name, createReader: () => ({ readEntries }) } as unknown as FileSystemEntry;
}

async function walk(tree: Tree): Promise<readonly string[]> {
  const items = Object.entries(tree).map(([name, below]) => ({
    kind: 'file',
    webkitGetAsEntry: () => toEntry(name, below),
    getAsFile: () => null,
  }));
  const names: string[] = [];
  for await (const { name, file } of findDropped({ items } as unknown as DataTransfer)) {
    names.push(file === undefined ? `${name} (unreadable)` : name);
  }
  return names;
}

test('walks folders to the end, in the order a person counts', async () => {
  const tree: Tree = {
    wire: { 'a10.txt': 'text', 'a2.txt': 'text', 'a1.txt': 'text', sub: { 'b.txt': 'text' } },
    'c.txt': 'text',
  };
  expect(await walk(tree)).toEqual(['wire/a1.txt', 'wire/a2.txt', 'wire/a10.txt', 'wire/sub/b.txt', 'c.txt']);
});

test('names a file that cannot be opened and goes on', async () => {
  expect(await walk({ 'a.txt': 'locked', 'b.txt': 'text' })).toEqual(['a.txt (unreadable)', 'b.txt']);
});

test('takes a pasted file that has no entry', async () => {
  const items = [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['x'], 'pasted.txt') }];
  const names: string[] = [];
  for await (const { name } of findDropped({ items } as unknown as DataTransfer)) names.push(name);
  expect(names).toEqual(['pasted.txt']);
});

test('leaves text beside the files alone', async () => {
  const items = [{ kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }];
  for await (const { name } of findDropped({ items } as unknown as DataTransfer)) expect.unreachable(name);
});

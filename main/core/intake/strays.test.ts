import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Sha256 } from '../../../shared/model.ts';
import { applyChange } from '../library/change.ts';
import { createCatalogue } from '../library/state.ts';
import { importOf, toImported } from '../library/test-changes.ts';
import { createFaultDisk } from '../store/faults/fault-disk.ts';
import { openOriginals } from '../store/originals.ts';
import { findStrays, readStrays } from './strays.ts';

const texts = ['known', 'undone', 'stray', 'damaged'].map((text) => Buffer.from(text));
const hashes = texts.map((text) => hash('sha256', text, 'hex') as Sha256);
const [known = '', undone = '', stray = '', damaged = ''] = hashes as (Sha256 | undefined)[];

async function make() {
  const { disk, putFolder, flip } = createFaultDisk();
  putFolder('/originals');
  const originals = openOriginals(disk, '/originals');
  for (const [index, sha256] of hashes.entries()) await originals.put(sha256, texts[index] ?? Buffer.alloc(0));
  flip(`/originals/${damaged.slice(0, 2)}/${damaged.slice(2)}.gz`, 12, 0xff);
  const catalogue = createCatalogue();
  for (const [step, original] of [known, undone].entries()) {
    const files = [{ file: 'a.txt', original: original as Sha256, encoding: null }];
    applyChange(catalogue, { ...toImported(catalogue, { step, keys: [step], file: 0 }), files }, step);
  }
  applyChange(catalogue, { kind: 'import-removed', id: importOf(1) }, 2);
  return { originals, catalogue };
}

test('strays are the originals that no import names, not even one that was undone', async () => {
  const { originals, catalogue } = await make();
  expect((await findStrays(originals, catalogue)).toSorted()).toEqual([stray, damaged].toSorted());
});

test('strays are imported as they were dropped, and one that is damaged is refused', async () => {
  const { originals, catalogue } = await make();
  const read: Record<string, unknown> = {};
  for await (const source of readStrays(originals, catalogue)) {
    if (source.kind === 'stored') read[source.name] = Buffer.from(await source.load()).toString();
    else if (source.kind === 'refused') read[source.name] = source.refused.code;
  }
  expect(read).toEqual({
    [`original-${stray.slice(0, 12)}.txt`]: 'stray',
    [`original-${damaged.slice(0, 12)}.txt`]: 'unreadable',
  });
});

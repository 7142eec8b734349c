/* A star that is on its way to the disk while a file is split in another way. */

import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ArticleId } from '../../shared/model.ts';
import { noCorrections } from '../../shared/split.ts';
import { realDisk, type Disk } from './store/disk.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { openForTest } from './test-reader.ts';

/** A disk whose journal stands still from `hold` on, until the returned function is called. `onPack` hears of packs that are there. */
function createSlowDisk(): { readonly disk: Disk; readonly hold: () => () => void; onPack: () => void } {
  let held: Promise<void> = Promise.resolve();
  const slow = {
    hold() {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      return () => resolve(undefined);
    },
    onPack: () => undefined as void,
    disk: {
      ...realDisk,
      async open(path, how, writes): ReturnType<Disk['open']> {
        const file = await realDisk.open(path, how, writes);
        if (!path.endsWith('.ndjson')) return file;
        return { ...file, writeDurably: (bytes, at) => held.then(() => file.writeDurably(bytes, at)) };
      },
      async rename(from, to) {
        await realDisk.rename(from, to);
        if (to.endsWith('.pack')) slow.onPack();
      },
    } satisfies Disk,
  };
  return slow;
}

test('a star that was given before the split was kept follows the text', async () => {
  const slow = createSlowDisk();
  const directory = join(await makeTestFolder(onTestFinished), 'library');
  const { ask, ids, importText } = await openForTest({ directory, disk: slow.disk }, onTestFinished);
  const { id: importId } = await importText(1, 2);
  const [first] = (await ids()) as [ArticleId];
  const packed = new Promise<void>((resolve) => (slow.onPack = resolve));
  const release = slow.hold();
  const accepted = ask('split.accept', { importId, fileNumber: 0, corrections: { ...noCorrections, begins: [5] } });
  const starred = ask('articles.mark', { ids: [first], starred: true });
  await packed;
  // All is written but the two changes; whatever the split still has to work out, it does now.
  await new Promise((resolve) => setTimeout(resolve, 100));
  release();
  await Promise.all([accepted, starred]);
  const views = await Promise.all((await ids()).map((id) => ask('articles.get', { id })));
  expect(views.map(({ state }) => state.starred)).toEqual([true, true, false]);
});

/* A disk that takes nothing. It is a real one: a small file system in memory, laid over the library and filled up. */

import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, test, type App } from '../app.ts';
import { ferryAndBridge } from '../texts.ts';

const ferry = 'Ferry Crews Accept New Night Timetable';

test.skip(
  process.platform !== 'linux' || process.getuid?.() !== 0,
  'only root on Linux may lay a small file system over the library',
);

/** Lays a file system of one megabyte over the library, with the same files. False where this machine forbids it. */
function layDisk({ library, folder }: App): boolean {
  const aside = path.join(folder, 'aside');
  cpSync(library, aside, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=700', 'tmpfs', library], { stdio: 'ignore' });
  } catch {
    return false;
  }
  cpSync(aside, library, { recursive: true });
  return true;
}

/** Leaves not one block free. The journal may still grow to the end of its last one. */
function fill(library: string): void {
  const { bavail, bsize } = statfsSync(library);
  writeFileSync(path.join(library, 'filler'), Buffer.alloc(bavail * bsize));
}

/** Stars and unstars until the disk takes no more, and leaves the article starred. */
async function starUntilFull({ page, reader }: App): Promise<void> {
  const isStarred = async () => (await reader.row(ferry).textContent())?.includes('Starred') === true;
  for (let press = 0; press < 60 && !(await tryNow(page).isVisible()); press += 1) {
    await reader.press('s');
    await page.waitForTimeout(100);
  }
  await expect(tryNow(page)).toBeVisible();
  if (!(await isStarred())) await reader.press('s');
  await expect(reader.row(ferry)).toContainText('Starred');
}

const tryNow = (page: Page) => page.getByRole('button', { name: 'Try now' });

test('a star on a full disk waits, is told, tried again, and is there after a restart', async ({ app }) => {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await expect(app.reader.rows).toHaveCount(2);
  let laid = false;
  await app.whileStopped(() => {
    laid = layDisk(app);
  });
  test.skip(!laid, 'this machine does not allow a file system to be mounted');
  try {
    const { page, reader } = app;
    const bar = page.getByRole('region', { name: 'About this library' });
    await reader.openRow(ferry);
    await reader.expectUnread('Unread', 1);
    fill(app.library);
    await starUntilFull(app);
    await expect(bar).toContainText(
      /^\d+ changes? (is|are) not on disk yet: .*\. (It is|They are) kept and tried again\./,
    );
    await expectAccessibleInBoth(page);
    await tryNow(page).click();
    await expect(bar).toContainText('not on disk yet');
    rmSync(path.join(app.library, 'filler'));
    await tryNow(page).click();
    await expect(tryNow(page)).toBeHidden();
    await app.restart('SIGKILL');
    await expect(app.reader.row(ferry)).toContainText('Starred');
    await expect(app.page.getByRole('region', { name: 'About this library' }).getByRole('button')).toHaveCount(0);
  } finally {
    execFileSync('umount', ['-l', app.library]);
  }
});

/* Libraries whose files are not as they were written: what is told, what can still be done, what stays untouched. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { sealLine } from '../../main/core/store/sealed-line.ts';
import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, isElectron, test, type App } from '../app.ts';
import { findOne, flip, listFiles, pictureOf, zero } from '../damage.ts';
import { ferryAndBridge } from '../texts.ts';

const ferry = 'Ferry Crews Accept New Night Timetable';
const bridge = 'Council Closes Old Bridge to Lorries';
const journal = /^journal\/[^.]+\.ndjson$/;

const notices = (page: Page) => page.getByRole('region', { name: 'About this library' });

/** Two articles, the one starred and read, the other read. */
async function fill(app: App): Promise<void> {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(bridge);
  await reader.press('s');
  await reader.expectUnread('Unread', 1);
  await reader.press('Shift+A');
  await reader.expectUnread('Unread', 0);
}

/** All that could be read is gone, but for the name of the library. */
function ruin(library: string): void {
  zero(library, /^(catalogue|journal|bodies)\//);
  rmSync(path.join(library, 'originals'), { recursive: true });
}

async function expectMarkingRefused({ page, reader }: App): Promise<void> {
  for (const key of ['s', 'Delete', '#', 'Shift+A', 'Control+z']) {
    await reader.press(key);
    await reader.expectToast('Nothing was changed: this library is open to read only');
    await page.getByRole('button', { name: 'Dismiss' }).last().click();
  }
}

test('a damaged line of the journal is told, listed, logged, and once dismissed not told again', async ({ app }) => {
  await fill(app);
  await app.whileStopped(() => flip(findOne(app.library, journal), '"starred":true'));
  const { page } = app;
  await expect(notices(page).getByRole('alert')).toContainText(
    'Broadsheet repaired this library when it was opened. 2 things could not be brought back.',
  );
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Details' }).click();
  const dialog = page.getByRole('dialog', { name: 'What was repaired' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^Not brought back: A line of journal\/\w+\.ndjson was damaged and was left out/,
    /^Not brought back: Changes are missing from the journal/,
  ]);
  await expectAccessibleInBoth(page);
  expect(readFileSync(path.join(app.library, 'recovery.log'), 'utf8')).toMatch(
    /^\S+Z lost A line of journal\/\w+\.ndjson was damaged.*\n\S+Z lost Changes are missing.*\n$/,
  );
  expect(listFiles(path.join(app.library, 'damaged'))).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toBeEmpty({ timeout: 10_000 });
  await page.reload();
  await expect(app.reader.rows).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Details' })).toBeHidden();
});

test('a library of which nothing can be read stays closed and untouched until it is put back', async ({ app }) => {
  await fill(app);
  const aside = path.join(app.folder, 'aside');
  await app.whileStopped(() => {
    cpSync(app.library, aside, { recursive: true });
    ruin(app.library);
  });
  const { page, reader } = app;
  const before = pictureOf(app.library);
  await expect(page.getByRole('heading', { name: 'This library is damaged' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no part of its catalogue can be read');
  await expect(page.getByText(app.library, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry' })).toBeFocused();
  await expectAccessibleInBoth(page);
  await reader.press('Enter');
  await expect(page.getByText('Tried again: the library is still closed.')).toBeVisible();
  expect(pictureOf(app.library)).toEqual(before);
  rmSync(app.library, { recursive: true });
  cpSync(aside, app.library, { recursive: true });
  await reader.press('Enter');
  await expect(reader.rows).toHaveCount(2);
  await expect(reader.row(bridge)).toContainText('Starred');
  await expect(notices(page)).toBeEmpty();
});

test('of a library of which nothing can be read, a read-only copy says so and changes nothing', async ({ app }) => {
  await fill(app);
  await app.whileStopped(() => ruin(app.library));
  const { page, reader } = app;
  const before = pictureOf(app.library);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeFocused();
  await reader.press(...(isElectron ? ['Tab', 'Tab', 'Enter'] : ['Tab', 'Enter']));
  await expect(notices(page)).toContainText('You see what can be read of it; nothing on disk is changed.');
  await expect(page.getByText('No articles can be read here.')).toBeVisible();
  await expectAccessibleInBoth(page);
  await reader.drop(app.write('more.txt', ferryAndBridge));
  await reader.expectToast('Nothing was changed: this library is open to read only');
  expect(pictureOf(app.library)).toEqual(before);
});

test('a library of a newer format is read and not changed', async ({ app }) => {
  await fill(app);
  await app.whileStopped(() => {
    const file = path.join(app.library, 'library.json');
    const { sum: _sum, ...known } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, `${sealLine({ ...known, format: 3 }).text}\n`);
  });
  const { page, reader } = app;
  const before = pictureOf(app.library);
  await expect(notices(page)).toContainText('This library is open to read only.');
  await expect(notices(page)).toContainText('was written by a newer version of Broadsheet. You can read it');
  await reader.openRow(ferry);
  await expectMarkingRefused(app);
  await expect(reader.row(ferry)).not.toContainText('In the trash.');
  await expect(reader.row(bridge)).toContainText('Starred');
  await expectAccessibleInBoth(page);
  await reader.press('Control+,');
  await expect(page.getByRole('button', { name: 'Check and repair' })).toBeHidden();
  await expectAccessibleInBoth(page);
  expect(pictureOf(app.library)).toEqual(before);
});

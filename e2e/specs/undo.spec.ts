/* Undo over a restart, and the question before an import with marked articles is undone. */

import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, test, type App } from '../app.ts';
import { ferryAndBridge } from '../texts.ts';

const ferry = 'Ferry Crews Accept New Night Timetable';
const bridge = 'Council Closes Old Bridge to Lorries';

async function markSome(app: App): Promise<void> {
  const { reader, page } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(ferry);
  await reader.press('s', 't');
  await page.keyboard.type('harbour');
  await reader.press('Enter', 'Escape');
  await expect(reader.entry('harbour')).toBeVisible();
}

test('Ctrl+Z takes back the star of before the restart, and redo sets it again after another', async ({ app }) => {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await app.reader.openRow(bridge);
  await app.reader.press('s');
  await expect(app.reader.row(bridge)).toContainText('Starred');
  await app.restart();
  await expect(app.reader.row(bridge)).toContainText('Starred');
  await app.reader.press('Control+z');
  await app.reader.expectToast(/Undone: star 1 article/);
  await expect(app.reader.row(bridge)).not.toContainText('Starred');
  await app.restart('SIGKILL');
  await expect(app.reader.row(bridge)).not.toContainText('Starred');
  await app.reader.press('Control+Shift+z');
  await expect(app.reader.row(bridge)).toContainText('Starred');
});

test('before an import is undone, what was marked of it is listed, and Keep it keeps it', async ({ app }) => {
  const { page, reader } = app;
  await markSome(app);
  await reader.entry('town.txt').click();
  await page.getByRole('button', { name: 'Import report' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo the import' });
  await expect(dialog).toContainText('1 article of town.txt has been marked since.');
  await expect(dialog.getByRole('listitem')).toHaveText([/Ferry Crews.*starred, tagged .?harbour/]);
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessibleInBoth(page);
  await page.setViewportSize({ width: 560, height: 600 });
  await expect(dialog).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await reader.press('Enter');
  await expect(dialog).toBeHidden();
  await reader.expectUnread('harbour', 0);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await reader.press('Shift+Tab', 'Enter');
  await reader.expectToast('Removed 2 articles');
});

test('Ctrl+Z over an import leaves its list, and the marks come back with the same text', async ({ app }) => {
  const { page, reader } = app;
  await markSome(app);
  await reader.entry('town.txt').click();
  await reader.press('Control+z', 'Control+z', 'Control+z');
  await expect(page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
  await reader.press('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z');
  await expect(reader.row(ferry)).toContainText('Starred');
  await reader.entry('town.txt').click();
  await page.getByRole('button', { name: 'Import report' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
  await reader.drop(app.write('again.txt', ferryAndBridge));
  await reader.openRow(ferry);
  await expect(reader.row(ferry)).toContainText('Starred');
  await reader.expectUnread('harbour', 0);
});

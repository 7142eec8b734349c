/* Settings: the self-check on real files, what it names and mends, and a backup that becomes an equal library. */

import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';
import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, isElectron, test, type App } from '../app.ts';
import { findOne, flip, listFiles, pictureOf } from '../damage.ts';
import { arabic, ferryAndBridge } from '../texts.ts';

const run = promisify(execFile);
const cli = path.resolve(import.meta.dirname, '../../main/cli.ts');
const ferry = 'Ferry Crews Accept New Night Timetable';

async function importTown(app: App): Promise<void> {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await app.reader.openRow(ferry);
  await app.reader.press('s');
  await expect(app.reader.row(ferry)).toContainText('Starred');
}

async function openSettings({ page, reader }: App): Promise<Locator> {
  await reader.press('Control+,');
  return page.getByRole('main', { name: 'Library folder' });
}

const problemsIn = (settings: Locator) => settings.getByRole('region', { name: 'Problems' }).getByRole('listitem');

test('a check of a sound library runs to its end and says so', async ({ app }) => {
  await importTown(app);
  const settings = await openSettings(app);
  await expect(settings.getByText(app.library, { exact: true })).toBeVisible();
  await settings.getByRole('button', { name: 'Check now' }).click();
  await expect(settings).toContainText(/Checked \d+ files on .*: everything is as it was written/);
  await expect(problemsIn(settings)).toHaveCount(0);
  await expectAccessibleInBoth(app.page);
  await app.reader.press('Escape');
  await expect(app.reader.rows).toHaveCount(2);
});

test('a damaged original is named with its file, and whole again once it is dropped again', async ({ app }) => {
  await importTown(app);
  await app.whileStopped(() => flip(findOne(app.library, /^originals\//)));
  await expect(app.reader.rows).toHaveCount(2);
  const settings = await openSettings(app);
  await settings.getByRole('button', { name: 'Check now' }).click();
  await expect(problemsIn(settings)).toHaveText([/^not repaired.*The kept copy of .*town\.txt.* is damaged\./]);
  await expect(problemsIn(settings)).toContainText(['Import the same file again, and it is kept anew.']);
  await expect(settings).toContainText(': 1 problem');
  await expectAccessibleInBoth(app.page);
  await app.reader.press('Escape');
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await app.reader.expectToast(/all here already/);
  await openSettings(app);
  await settings.getByRole('button', { name: 'Check now' }).click();
  await expect(settings).toContainText('everything is as it was written');
});

test('Check and repair mends a damaged report from its original', async ({ app }) => {
  await importTown(app);
  // A damaged text would be mended as soon as its row is shown, before anybody asks for it.
  await app.whileStopped(() => flip(findOne(app.library, /^bodies\//), '"reports":'));
  const settings = await openSettings(app);
  await settings.getByRole('button', { name: 'Check now' }).click();
  await expect(problemsIn(settings)).toHaveText([/^not repaired.*bodies\/\S+\.pack$/]);
  await settings.getByRole('button', { name: 'Check and repair' }).click();
  await expect(problemsIn(settings)).toHaveText([/^repaired/]);
  await expect(settings).toContainText(': 1 problem, repaired');
  await settings.getByRole('button', { name: 'Check now' }).click();
  await expect(settings).toContainText('everything is as it was written');
  await app.reader.press('Escape');
  await app.reader.entry('town.txt').click();
  await app.page.getByRole('button', { name: 'Import report' }).click();
  await expect(app.reader.report).toContainText('2 articles + 3 separator lines');
});

test('a damaged text is read again from its original, and what was starred stays so', async ({ app }) => {
  await importTown(app);
  await app.whileStopped(() => flip(findOne(app.library, /^bodies\//), 'fourteen deckhands'));
  await app.reader.openRow(ferry);
  await expect(app.reader.article).toContainText('hire fourteen deckhands before the first night sailing');
  await expect(app.reader.row(ferry)).toContainText('Starred');
});

test('a downloaded backup is restored by the command line to an equal library', async ({ app }) => {
  test.skip(isElectron, 'the dialog is the system’s there');
  await importTown(app);
  await app.reader.drop(app.write('arabic.txt', arabic));
  await expect(app.reader.sidebar.getByRole('button', { name: /^arabic\.txt/ })).toBeVisible();
  const settings = await openSettings(app);
  const started = app.page.waitForEvent('download');
  await settings.getByRole('link', { name: 'Download a backup' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^Broadsheet \d{4}-\d{2}-\d{2}\.zip$/);
  const zip = path.join(app.folder, 'backup.zip');
  await download.saveAs(zip);
  const restored = path.join(app.folder, 'restored');
  await run(process.execPath, [cli, 'restore', zip, '--library', restored]);
  const list = async (library: string) =>
    (await run(process.execPath, [cli, 'list', '--json', '--library', library])).stdout;
  expect(pictureOf(path.join(restored, 'originals'))).toEqual(pictureOf(path.join(app.library, 'originals')));
  expect(pictureOf(path.join(restored, 'bodies'))).toEqual(pictureOf(path.join(app.library, 'bodies')));
  let before = '';
  await app.whileStopped(async () => {
    before = await list(app.library);
    expect(await list(restored)).toBe(before);
    expect(before.trim().split('\n')).toHaveLength(3);
    rmSync(app.library, { recursive: true });
    await run(process.execPath, [cli, 'restore', zip, '--library', app.library]);
  });
  expect(listFiles(app.library).some((name) => name === 'recovery.log')).toBe(false);
  await expect(app.reader.rows).toHaveCount(3);
  await expect(app.reader.row(ferry)).toContainText('Starred');
  await app.reader.openRow(ferry);
  await expect(app.reader.article).toContainText('hire fourteen deckhands before the first night sailing');
});

/* What was said of one file is remembered for files like it, said when it is used, and handed on. */

import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, isElectron, test, type App } from '../app.ts';
import { Bench } from '../bench-page.ts';
import { makeReview } from '../texts.ts';

/** The second article of a review begins here; it is taken for a part of the first. */
const second = 11;

/** Mends a first review by keys and has it remembered. */
async function remember({ page, reader, write }: App): Promise<void> {
  await reader.drop(write('review.txt', makeReview('Tallinn', 'Dakar')));
  await expect(reader.rows).toHaveCount(1);
  await reader.press('End', 'Shift+V');
  const bench = new Bench(page);
  const box = bench.window.getByRole('checkbox', { name: 'Remember for files like this' });
  await expect(box).toBeDisabled();
  await bench.text.focus();
  await bench.line(second).click();
  await reader.press('Enter');
  await bench.expectSaid(`Split at line ${second}: 2 articles`);
  await box.press('Space');
  await expect(box).toBeChecked();
  await reader.press('Control+Enter');
  await reader.expectToast('Remembered for files like this as');
  await expect(reader.rows).toHaveCount(2);
}

async function openProfiles({ page, reader }: App): Promise<Locator> {
  await reader.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Dump profiles' }).click();
  return page.getByRole('main', { name: 'Dump profiles' });
}

test('the next file like it is split so, says so, and is read without when told', async ({ app }) => {
  const { page, reader } = app;
  await remember(app);
  await reader.drop(app.write('next.txt', makeReview('Quito', 'Osaka')));
  await reader.expectToast(/2 articles from.*next\.txt/);
  await reader.toasts.getByRole('button', { name: 'Review' }).last().click();
  const bench = new Bench(page);
  await expect(bench.window.getByRole('note', { name: 'Dump profile' })).toContainText(
    'Read as the files of “review” are.',
  );
  await bench.window.getByRole('button', { name: 'Read without it' }).click();
  await bench.expectSaid('Read without the dump profile: 1 article');
  await expectAccessibleInBoth(page);
  await reader.press('Control+z');
  await expect(bench.cards).toHaveCount(2);
  await reader.press('Escape');
  await reader.entry('next.txt').click();
  await page.getByRole('button', { name: 'Import report' }).click();
  await expect(reader.report).toContainText('Read as the files of “review” are.');
  await expectAccessibleInBoth(page);
  await reader.report.getByRole('button', { name: 'Read without it' }).click();
  await reader.expectToast(/next\.txt.*: 1 article/);
  await expect(reader.report.getByText('Read as the files of')).toHaveCount(0);
});

test('a profile is renamed, deleted and brought back', async ({ app }) => {
  const { page, reader } = app;
  await remember(app);
  const settings = await openProfiles(app);
  const row = settings.getByRole('listitem');
  await expect(row).toContainText('Articles begin at a marked headline.');
  await expectAccessibleInBoth(page);
  await row.getByRole('button', { name: 'Rename' }).click();
  await row.getByRole('textbox', { name: 'Name' }).fill('Delta Review');
  await reader.press('Enter');
  await expect(row.getByRole('heading', { name: 'Delta Review' })).toBeVisible();
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect(settings).toContainText('There are no dump profiles yet.');
  await reader.toasts.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row.getByRole('heading', { name: 'Delta Review' })).toBeVisible();
});

test('a profile goes out as a file and comes back from it', async ({ app }) => {
  test.skip(isElectron, 'the system asks where to save it');
  const { page, reader } = app;
  await remember(app);
  const settings = await openProfiles(app);
  const begun = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Export all' }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toBe('Dump profiles.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('broadsheet-dump-profiles');
  await settings.getByRole('listitem').getByRole('button', { name: 'Delete' }).click();
  await expect(settings.getByRole('listitem')).toHaveCount(0);
  await settings.getByLabel('File of dump profiles').setInputFiles(app.write('profiles.json', text));
  await reader.expectToast('Imported 1 dump profile');
  await expect(settings.getByRole('listitem').getByRole('heading', { name: 'review' })).toBeVisible();
});

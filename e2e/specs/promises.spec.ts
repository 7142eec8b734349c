/* Nothing leaves the machine, nobody is left out, and a lost core is said. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, isElectron, test } from '../app.ts';
import { arabic, ferryAndBridge, hostile } from '../texts.ts';

test('no request leaves, whatever an article holds', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('hostile.txt', hostile), app.write('town.txt', ferryAndBridge));
  await reader.openRow(/Mill Owner Denies/);
  await expect(reader.article).toContainText('<iframe src="https://tracker.example/frame"></iframe>');
  await expect(reader.article.locator('script, iframe, img, object, link, style')).toHaveCount(0);
  await reader.press('v');
  await expect(app.page.getByRole('dialog', { name: /Original/ })).toContainText('tracker.example');
  await reader.press('Escape');
  await app.page.waitForTimeout(1500);
  const { origin } = new URL(app.page.url());
  expect(app.requests.length).toBeGreaterThan(3);
  expect(app.requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test(`axe finds nothing on the empty library`, async ({ app }) => {
      await expect(app.page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
      await expectAccessible(app.page);
    });

    test(`axe finds nothing while reading, tagging, reviewing and looking for help`, async ({ app }) => {
      const { reader } = app;
      await reader.drop(
        app.write('town.txt', ferryAndBridge),
        app.write('arabic.txt', arabic),
        app.write('empty.txt', ''),
      );
      await reader.expectToast(/3 articles/);
      await reader.openRow('Council Closes Old Bridge to Lorries');
      await reader.press('s', 't');
      await app.page.getByRole('combobox').fill('bridges');
      await expectAccessible(app.page);
      await reader.press('Enter', 'Escape');
      await expect(reader.entry('bridges')).toBeVisible();
      await expectAccessible(app.page);
      await reader.press('v');
      await expect(app.page.getByRole('dialog', { name: /Original/ })).toBeVisible();
      await expectAccessible(app.page);
      await reader.press('Escape', '?');
      await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectAccessible(app.page);
      await reader.press('Escape');
      await reader.sidebar.getByRole('button', { name: /3 files/ }).click();
      await app.page.getByRole('button', { name: /Import report/ }).click();
      await expect(reader.report).toBeVisible();
      await expectAccessible(app.page);
    });
  });
}

test('at 800 and at 560 pixels every pane is still reached', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await expect(reader.rows).toHaveCount(2);
  await app.page.setViewportSize({ width: 800, height: 600 });
  await expect(reader.sidebar).toBeHidden();
  await reader.openRow('Council Closes Old Bridge to Lorries');
  await app.page.getByRole('button', { name: /Show the sidebar/ }).click();
  await expect(reader.sidebar).toBeVisible();
  await reader.entry('Starred').click();
  await app.page.setViewportSize({ width: 560, height: 800 });
  await app.reader.press('g', 'a');
  await reader.row('Ferry Crews').click();
  await expect(reader.headline).toBeVisible();
  await expect(reader.list).toBeHidden();
  await app.page.getByRole('button', { name: /^Back to/ }).click();
  await expect(reader.list).toBeVisible();
  await expectAccessible(app.page);
});

test('when the core is gone the window says so and comes back with it', async ({ app }) => {
  test.skip(isElectron, 'window and core are one program there');
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await expect(app.reader.rows).toHaveCount(2);
  await app.restart('SIGKILL');
  await expect(app.reader.rows).toHaveCount(2);
});

async function expectAccessible(page: Page): Promise<void> {
  // A separator between two landmarks belongs to neither, as the pattern for window splitters has it.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[role=separator]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/* From a drop to two clean articles, and what happens to files that are not text. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, isElectron, test } from '../app.ts';
import { arabic, ferryAndBridge } from '../texts.ts';

test('a dropped dump becomes its articles, set like a newspaper', async ({ app }) => {
  const { reader } = app;
  await expect(app.page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.expectToast(/2 articles from .*town\.txt/);
  await expect(reader.rows).toHaveCount(2);
  await reader.openRow('Council Closes Old Bridge to Lorries');
  await expect(reader.article.getByRole('figure')).toContainText('The old bridge seen from the mill');
  await expect(reader.article.getByRole('figure')).toContainText('AFP');
  await expect(reader.article.getByRole('paragraph')).toContainText([
    /^The town council closed the old bridge/,
    /^Cars and bicycles may still cross/,
    /^An engineer will go down/,
  ]);
  await expect(reader.article).not.toContainText('TT');
  await expect(app.page.getByRole('group', { name: 'Where this article is from' })).toContainText(
    /town\.txt.*, lines 20–35/,
  );
});

test('the margin opens the original at the place the article came from', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow('Council Closes Old Bridge to Lorries');
  await app.page.getByRole('button', { name: /town\.txt.*lines/ }).click();
  const original = app.page.getByRole('dialog', { name: /Original/ });
  await expect(original.getByText('TT', { exact: true }).first()).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(original).toBeHidden();
});

test('the report accounts for every byte and names each line that was left out', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.entry('town.txt').click();
  await app.page.getByRole('button', { name: 'Import report' }).click();
  await expect(reader.report.getByRole('heading', { level: 1 })).toHaveText('2 new articles from 1 file');
  const bytes = new Intl.NumberFormat('en').format(Buffer.byteLength(ferryAndBridge));
  await expect(reader.report).toContainText(`${bytes} bytes = 2 articles + 3 separator lines`);
  await expect(reader.report).toContainText('0 unassigned');
});

test('a folder is walked, and a file that is no text is refused in words while the others go on', async ({ app }) => {
  const { reader } = app;
  app.write('week/monday.txt', ferryAndBridge);
  app.write('week/deep/tuesday.txt', arabic);
  app.write('week/picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  app.write('week/empty.txt', '');
  app.write('week/blank.txt', '\n\n   \n');
  await reader.drop(path.join(app.folder, 'week'));
  await reader.expectToast(/3 articles from .*week.*3 files refused/);
  await reader.toasts.getByRole('button', { name: 'Review' }).click();
  await expect(reader.report).toContainText('An image, not text');
  await expect(reader.report).toContainText('The file is empty.');
  await expect(reader.report).toContainText('The file holds only blank lines.');
  await reader.expectUnread('All articles', 0);
  await reader.expectUnread('Unread', 3);
});

test('pasted text is imported, and the same text dropped again stays one article with its star', async ({ app }) => {
  const { reader } = app;
  await reader.paste(ferryAndBridge);
  await reader.expectToast(/2 articles from/);
  await reader.openRow('Ferry Crews Accept New Night Timetable');
  await reader.press('s');
  await reader.expectUnread('Starred', 0);
  await reader.drop(app.write('again.txt', ferryAndBridge));
  await reader.expectToast(/2 articles from .*again\.txt.*, all here already/);
  await reader.entry('Starred').click();
  await expect(reader.rows).toHaveCount(1);
  await reader.openRow('Ferry Crews Accept New Night Timetable');
  await expect(app.page.getByRole('group', { name: 'Where this article is from' })).toContainText(
    /also in.*again\.txt/,
  );
});

test('an import is undone as one step, and so is its removal', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(app.page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
  await reader.expectToast('Removed 2 articles');
  await reader.press('Control+z');
  // How many are unread depends on how long the first was in view.
  await expect(reader.rows).toHaveCount(2);
  await reader.press('Control+Shift+z');
  await expect(app.page.getByRole('heading', { name: 'Drop news text here' })).toBeVisible();
});

test('the sample dump opens from the empty library', async ({ app }) => {
  await app.page.getByRole('button', { name: 'Open the sample dump' }).click();
  await app.reader.expectToast(/5 articles from/);
  await expect(app.reader.rows).toHaveCount(5);
});

test('a name with line breaks and direction marks is shown harmlessly', async ({ app }) => {
  test.skip(process.platform === 'win32', 'Windows does not allow such names');
  await app.reader.drop(app.write('evil\u202Etxt.\nexe.txt', ferryAndBridge));
  await app.reader.expectToast(/2 articles from/);
  const shown = (await app.reader.toasts.textContent()) ?? '';
  expect(shown).not.toContain('\u202E');
  expect(shown).not.toContain('\n');
});

test('the real dump gives its two articles word for word', async ({ app }) => {
  const shared = path.resolve(import.meta.dirname, '../../../shared/dumps');
  const name = '000_e6a2535f0503b14a';
  test.skip(!existsSync(shared), 'the real dump is not beside this checkout');
  const expected = JSON.parse(readFileSync(path.join(shared, `${name}.expected.json`), 'utf8')) as {
    readonly articles: readonly { readonly title: string; readonly paragraphs: readonly { readonly text: string }[] }[];
  };
  await app.reader.drop(path.join(shared, `${name}.txt`));
  await app.reader.expectToast(/2 articles from/);
  for (const { title, paragraphs } of expected.articles) {
    await app.reader.openRow(title);
    await expect(app.reader.article.getByRole('paragraph')).toHaveText(paragraphs.map(({ text }) => text));
  }
});

test('a folder that leads back to itself does not hold up the import', async ({ app }) => {
  test.skip(process.platform === 'win32', 'links need rights on Windows');
  const { symlinkSync } = await import('node:fs');
  mkdirSync(path.join(app.folder, 'loop'));
  app.write('loop/town.txt', ferryAndBridge);
  symlinkSync(path.join(app.folder, 'loop'), path.join(app.folder, 'loop', 'again'));
  await app.reader.drop(path.join(app.folder, 'loop'));
  await app.reader.expectToast(/2 articles from/);
});

test('files chosen in the open dialog are imported', async ({ app }) => {
  test.skip(isElectron, 'the dialog is the system’s there');
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles([app.write('town.txt', ferryAndBridge), app.write('arabic.txt', arabic)]);
  await app.reader.expectToast(/3 articles from .*2 files/);
});

test('a file of one line of three million characters is read, and the window stays alive', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('long.txt', 'x'.repeat(3_000_000)), app.write('town.txt', ferryAndBridge));
  await reader.expectToast(/3 articles from/);
  await reader.row(/xxxx/).click();
  await expect(reader.article).toContainText('1,000,000 more characters', { timeout: 30_000 });
  await reader.press('v');
  await expect(app.page.getByRole('dialog', { name: /Original/ })).toContainText('2,980,000 more characters');
  await reader.press('Escape');
  await reader.openRow('Council Closes Old Bridge to Lorries');
});

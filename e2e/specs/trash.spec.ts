/* The trash: in by one key, marked where it stood, out by the same key, never emptied by itself. */

import { expect, test, type App } from '../app.ts';
import { expectAccessibleInBoth } from '../accessible.ts';
import { ferryAndBridge } from '../texts.ts';

const ferry = 'Ferry Crews Accept New Night Timetable';
const bridge = 'Council Closes Old Bridge to Lorries';

const trash = ({ reader }: App) => reader.sidebar.getByRole('button', { name: /^Trash/ });

test('Delete puts an article in the trash, marks its row and goes on to the next', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.expectToast(/2 articles from/);
  await reader.entry('All articles').click();
  await reader.rows.first().click();
  await expect(reader.headline).toBeVisible();
  const title = (await reader.headline.textContent()) ?? '';
  await reader.press('Delete');
  await reader.expectToast('Moved 1 article to the trash');
  await expect(reader.rows).toHaveCount(2);
  await expect(reader.rows.first()).toContainText('In the trash.');
  await expect(reader.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(reader.headline).not.toHaveText(title);
  await expect(trash(app)).toHaveAccessibleName('Trash, 1 article');
  await reader.entry('All articles').click();
  await expect(reader.rows).toHaveCount(1);
});

test('the trash is a list, # puts back, and a restart changes nothing', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(ferry);
  await reader.press('s');
  await reader.tools.getByRole('button', { name: /^Move to the trash/ }).click();
  await expect(trash(app)).toHaveAccessibleName('Trash, 1 article');
  await app.restart('SIGKILL');
  await expect(app.reader.rows).toHaveCount(1);
  await trash(app).click();
  await app.reader.openRow(ferry);
  await expect(app.reader.article).toContainText('in the trash');
  await expect(app.reader.tools.getByRole('button', { name: /^Put back/ })).toBeEnabled();
  await expectAccessibleInBoth(app.page);
  await app.reader.press('#');
  await app.reader.expectToast('Put back 1 article');
  await expect(app.reader.rows).toHaveCount(1);
  await expect(app.reader.rows.first()).toContainText('Put back.');
  await app.reader.entry('Starred').click();
  await app.reader.openRow(ferry);
});

test('a whole library in the trash is no empty library, and one Undo brings it back', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(bridge);
  await reader.press('Control+a', 'Delete');
  await reader.expectToast('Moved 2 articles to the trash');
  await trash(app).click();
  await expect(reader.rows).toHaveCount(2);
  await reader.entry('All articles').click();
  await expect(app.page.getByText('2 articles in the trash.')).toBeVisible();
  await reader.press('Control+z');
  await reader.expectToast('Undone');
  await reader.entry('All articles').click();
  await expect(reader.rows).toHaveCount(2);
  await trash(app).click();
  await expect(app.page.getByText('Trash is empty.')).toBeVisible();
});

test('what is in the trash stays in the open list when more is imported', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.expectToast(/2 articles from/);
  await reader.entry('All articles').click();
  await reader.openRow(ferry);
  await reader.press('Delete');
  await reader.expectToast('Moved 1 article to the trash');
  await reader.drop(app.write('more.txt', ferryAndBridge.replaceAll('Ferry Crews', 'Barge Crews')));
  await expect(reader.row('Barge Crews')).toBeVisible();
  await expect(reader.row(ferry)).toContainText('In the trash.');
});

test('in a text field Delete is the field’s', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(ferry);
  await reader.press('t');
  await app.page.keyboard.type('tide');
  await reader.press('Delete', '#');
  await expect(app.page.getByRole('combobox', { name: 'Add a tag' })).toHaveValue('tide#');
  await reader.press('Escape');
  await expect(trash(app)).toHaveAccessibleName('Trash');
});

/* Reading by mouse and by keyboard alone; what is marked is there tomorrow. */

import { expect, test } from '../app.ts';
import { arabic, ferryAndBridge, manyArticles } from '../texts.ts';

const ferry = 'Ferry Crews Accept New Night Timetable';

test('an article is read after a second in view, and its row stays in Unread until the list is left', async ({
  app,
}) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.expectUnread('Unread', 2);
  await reader.entry('Unread').click();
  await reader.openRow(ferry);
  await reader.expectUnread('Unread', 1);
  await expect(reader.rows).toHaveCount(2);
  await reader.entry('All articles').click();
  await reader.entry('Unread').click();
  await expect(reader.rows).toHaveCount(1);
});

test('stars, tags and read marks are there after a restart, and after a killed process', async ({ app }) => {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await app.reader.openRow(ferry);
  await app.reader.tools.getByRole('button', { name: /^Star/ }).click();
  await app.reader.press('t');
  await app.page.getByRole('combobox', { name: 'Add a tag' }).fill('harbour/ferries');
  await app.reader.press('Enter', 'Escape');
  await app.reader.expectUnread('Unread', 1);
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    await app.restart(signal);
    await expect(app.reader.rows).toHaveCount(2);
    await app.reader.expectUnread('Unread', 1);
    await app.reader.entry('Starred').click();
    await app.reader.openRow(ferry);
    await expect(app.reader.article.getByRole('list', { name: 'Tags' })).toContainText('harbour/ferries');
  }
});

test('everything goes by keyboard alone', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await expect(reader.rows).toHaveCount(2);
  await reader.press('g', 'a');
  await expect(app.page.getByRole('heading', { name: 'All articles' })).toBeVisible();
  await expect(reader.rows).toHaveCount(2);
  await reader.press('Home', 'Enter');
  const first = (await reader.headline.textContent()) ?? '';
  await reader.press('j');
  await expect(reader.headline).not.toHaveText(first);
  const second = (await reader.headline.textContent()) ?? '';
  await reader.press('k');
  await expect(reader.headline).toHaveText(first);
  await reader.expectUnread('Unread', 1);
  await reader.press('u');
  await reader.expectUnread('Unread', 2);
  await reader.press('s', 'g', 's');
  await expect(reader.rows).toHaveCount(1);
  await reader.press('j');
  await expect(reader.headline).toHaveText(first);
  await reader.expectUnread('Unread', 1);
  await reader.press('t');
  await app.page.keyboard.type('Press, review');
  await reader.press('Enter', 'Escape');
  await expect(reader.entry('Press, review')).toBeVisible();
  await reader.press('g', 'a');
  await expect(reader.rows).toHaveCount(2);
  await reader.press('Shift+A');
  await reader.expectUnread('Unread', 0);
  await reader.press('Control+z');
  await reader.expectUnread('Unread', 1);
  await reader.press('n');
  await expect(reader.headline).toHaveText(second);
  await reader.press('v');
  await expect(app.page.getByRole('dialog', { name: /Original/ })).toBeVisible();
  await reader.press('Escape');
  await reader.press('?');
  const help = app.page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Scroll, then next unread');
  await reader.press('Escape');
  await expect(help).toBeHidden();
  for (const pane of ['sidebar', 'list', 'article']) {
    await reader.press('F6');
    expect(
      await app.page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')),
      pane,
    ).not.toBeNull();
  }
});

test('single letters do nothing in a text field', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge));
  await reader.openRow(ferry);
  await reader.press('t');
  await app.page.keyboard.type('just some tag');
  await expect(app.page.getByRole('combobox', { name: 'Add a tag' })).toHaveValue('just some tag');
  await expect(reader.headline).toHaveText(ferry);
  await reader.press('Escape');
  await reader.entry('Starred').click();
  await expect(reader.rows).toHaveCount(0);
});

test('a selection of several is starred, tagged and undone as one', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('many.txt', manyArticles(40)));
  await expect(reader.list).toBeVisible();
  await reader.row('Report Number 2 From').click();
  await reader.row('Report Number 5 From').click({ modifiers: ['Shift'] });
  await reader.row('Report Number 4 From').click({ modifiers: ['Control'] });
  await expect(app.page.getByText('3 selected', { exact: true })).toBeVisible();
  await reader.press('s');
  await reader.expectToast('3 articles');
  await reader.press('t');
  await app.page.getByRole('combobox').fill('harbour');
  await reader.press('Enter', 'Escape');
  await reader.entry('harbour').click();
  await expect(reader.rows).toHaveCount(3);
  await reader.press('Control+z', 'Control+z');
  await reader.entry('Starred').click();
  await expect(reader.rows).toHaveCount(0);
});

test('an Arabic article is set from right to left in its own language', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('arabic.txt', arabic));
  await reader.openRow('إعادة فتح سوق الكتب القديمة بعد الترميم');
  await expect(reader.headline).toHaveAttribute('dir', 'rtl');
  await expect(reader.headline).toHaveAttribute('lang', 'ar');
  await expect(reader.article.getByRole('paragraph').first()).toHaveCSS('direction', 'rtl');
});

test('the panes are resized by keys and keep their widths', async ({ app }) => {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await expect(app.reader.rows).toHaveCount(2);
  const separator = () => app.page.getByRole('separator').first();
  const before = await app.reader.sidebar.boundingBox();
  await separator().focus();
  await app.reader.press('ArrowRight');
  await expect.poll(async () => (await app.reader.sidebar.boundingBox())?.width).toBeGreaterThan(before?.width ?? 0);
  const wide = (await app.reader.sidebar.boundingBox())?.width ?? 0;
  await app.page.waitForTimeout(1000);
  await app.restart();
  await expect
    .poll(async () => Math.abs(((await app.reader.sidebar.boundingBox())?.width ?? 0) - wide))
    .toBeLessThan(2);
});

test('Space reads on: it scrolls, and at the end of the text goes to the next unread article', async ({ app }) => {
  const { reader } = app;
  const long = Array.from({ length: 30 }, (_, line) => `Sentence ${line} of a long report stands here. `.repeat(6));
  const dump = ['The Long Report of the Harbour Office', ...long].join('\n\n');
  await reader.drop(app.write('long.txt', dump), app.write('town.txt', ferryAndBridge));
  await reader.openRow('The Long Report of the Harbour Office');
  const text = app.page.getByRole('group', { name: 'Article text' });
  const scrolled = () => text.evaluate((element) => element.scrollTop);
  await reader.press('Space');
  await expect.poll(scrolled).toBeGreaterThan(300);
  const once = await scrolled();
  await reader.press('Shift+Space');
  await expect.poll(scrolled).toBeLessThan(once);
  await reader.expectUnread('Unread', 2);
  for (let page = 0; page < 12; page += 1) {
    const before = await scrolled();
    await reader.press('Space');
    const title = (await reader.headline.textContent()) ?? '';
    if (!title.startsWith('The Long')) break;
    await expect.poll(async () => (await scrolled()) > before || !(await atStart())).toBe(true);
  }
  await expect(reader.headline).toHaveText(/Ferry Crews|Old Bridge/);

  async function atStart(): Promise<boolean> {
    return ((await reader.headline.textContent()) ?? '').startsWith('The Long');
  }
});

test('Shift+A marks the whole list read and one Undo takes it back', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('many.txt', manyArticles(300)));
  await reader.expectToast(/300 articles from/);
  await reader.entry('Unread').click();
  await expect(reader.rows.first()).toBeVisible();
  await reader.press('Shift+A');
  await reader.expectUnread('Unread', 0);
  // The import's own sentence, above, has an Undo too.
  await reader.expectToast('Marked read');
  await reader.toasts.getByRole('button', { name: 'Undo' }).last().click();
  await expect(reader.entry('Unread')).toHaveAccessibleName(/, (299|300) unread$/);
});

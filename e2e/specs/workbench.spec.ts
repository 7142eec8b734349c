/* A split that is wrong, seen and mended; nothing is kept before it is accepted. */

import { expectAccessibleInBoth } from '../accessible.ts';
import { expect, test, type App } from '../app.ts';
import { Bench } from '../bench-page.ts';
import { ferryAndBridge, harbour, manyArticles } from '../texts.ts';

const dredging = 'Dredging tender draws a single bid';
const bell = 'Fish market bell to ring again in spring';

/** Opens the split at the article that is wrong, by keys alone. */
async function openAtDredging({ page, reader, write }: App): Promise<Bench> {
  await reader.drop(write('harbour.txt', harbour));
  await expect(reader.rows).toHaveCount(2);
  await reader.press('End');
  await expect(reader.headline).toHaveText(dredging);
  await reader.press('Shift+V');
  const bench = new Bench(page);
  await bench.expectLine(20);
  return bench;
}

test('a wrong split is mended by keys alone, its articles are there, and undo brings back what was', async ({
  app,
}) => {
  const { reader } = app;
  const bench = await openAtDredging(app);
  await expect(bench.cards).toHaveCount(2);
  await reader.press(...Array<string>(8).fill('ArrowDown'));
  await bench.expectLine(28);
  await expect(bench.current).toContainText(bell);
  await reader.press('Enter');
  await bench.expectSaid('Split at line 28: 3 articles');
  await expect(bench.cards.getByRole('heading', { name: bell })).toBeVisible();
  await expect(bench.border('Article 3 begins')).toContainText('set by you');
  await expect(bench.ledger).toContainText(/= 3 articles .* \+ 0 unassigned/);
  await reader.press('Control+Enter');
  await reader.expectToast(/harbour\.txt.*: 3 articles/);
  await expect(reader.rows).toHaveCount(3);
  await expect(reader.row(bell)).toBeVisible();
  await reader.press('Control+z');
  await expect(reader.rows).toHaveCount(2);
  await reader.press('Control+Shift+z');
  await expect(reader.rows).toHaveCount(3);
});

test('a border is moved, joined and set again by keys, step by step, and what cannot be is said', async ({ app }) => {
  const { reader } = app;
  const bench = await openAtDredging(app);
  await reader.press('Shift+ArrowDown');
  await bench.expectSaid('Border moved to line 22: 2 articles');
  await bench.expectLine(22);
  await reader.press('Shift+ArrowUp');
  await bench.expectSaid('Border moved to line 20: 2 articles');
  await reader.press('j');
  await bench.expectSaid('Joined at line 20: 1 article');
  await expect(bench.cards).toHaveCount(1);
  await reader.press('j');
  await bench.expectSaid(/first article begins with the file/);
  await reader.press('Control+z', 'Control+z', 'Control+z');
  await bench.expectSaid('Undone: 2 articles');
  await reader.press('Control+z');
  await bench.expectSaid('There is nothing to undo here');
  await reader.press('Control+y');
  await bench.expectSaid('Done again: 2 articles');
  await bench.expectLine(20);
  await reader.press('Alt+ArrowUp');
  await bench.expectLine(1);
  await reader.press('Alt+ArrowUp');
  await bench.expectSaid('No border stands before this line');
});

test('a border is dragged by the pointer, and Esc lets go of it where it was', async ({ app }) => {
  const { page } = app;
  const bench = await openAtDredging(app);
  const grab = async (): Promise<void> => {
    await bench.border('Article 2 begins').getByText('Article 2 begins').hover();
    await page.mouse.down();
    await bench.line(24).hover({ force: true });
  };
  await grab();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(bench.border('Article 2 begins')).not.toContainText('set by you');
  await grab();
  await page.mouse.up();
  await bench.expectSaid('Border moved to line 24: 2 articles');
  await expect(bench.border('Article 2 begins')).toContainText('set by you');
});

test('corrections are not lost without a question', async ({ app }) => {
  const { page, reader } = app;
  const bench = await openAtDredging(app);
  await reader.press('j');
  await bench.expectSaid('Joined at line 20: 1 article');
  await reader.press('Escape');
  const question = page.getByRole('dialog', { name: 'Leave without keeping?' });
  await expect(question.getByRole('button', { name: 'Go on correcting' })).toBeFocused();
  await reader.press('Enter');
  await expect(bench.cards).toHaveCount(1);
  await reader.press('Escape');
  await question.getByRole('button', { name: 'Discard the corrections' }).click();
  await expect(bench.window).toBeHidden();
  await expect(reader.rows).toHaveCount(2);
  await expect(reader.headline).toHaveText(dredging);
});

test('another encoding shows at once in text and articles, and is kept when it is accepted', async ({ app }) => {
  const { page, reader } = app;
  await reader.drop(
    app.write('cheese.txt', 'Käse wird teurer\n\nDer Käse wird im Herbst teurer, sagt die Molkerei.\n'),
  );
  await reader.toasts.getByRole('button', { name: 'Review' }).click();
  const bench = new Bench(page);
  await expect(bench.line(1)).toContainText('Käse wird teurer');
  await bench.chooseEncoding('Windows-1252 (Western)');
  await bench.expectSaid('Read as windows-1252: 1 article');
  await expect(bench.line(1)).toContainText('KÃ¤se wird teurer');
  await expect(bench.cards.getByRole('heading')).toHaveText('KÃ¤se wird teurer');
  await bench.chooseEncoding('As found');
  await expect(bench.line(1)).toContainText('Käse wird teurer');
  await reader.press('Control+z');
  await expect(bench.line(1)).toContainText('KÃ¤se wird teurer');
  await bench.window.getByRole('button', { name: 'Accept 1 article' }).click();
  await expect(reader.row('KÃ¤se wird teurer')).toBeVisible();
  await reader.toasts.getByRole('button', { name: 'Undo' }).last().click();
  await expect(reader.row('Käse wird teurer')).toBeVisible();
});

test('a star follows its text into the article that it becomes', async ({ app }) => {
  const { reader } = app;
  await reader.drop(app.write('harbour.txt', harbour));
  await reader.openRow(dredging);
  await reader.press('s');
  await expect(reader.row(dredging)).toContainText('Starred');
  await app.page.getByRole('button', { name: 'Fix this split' }).click();
  const bench = new Bench(app.page);
  await bench.line(28).click();
  await bench.tools.getByRole('button', { name: 'Split here' }).click();
  await bench.expectSaid('Split at line 28: 3 articles');
  await bench.window.getByRole('button', { name: 'Accept 3 articles' }).click();
  await expect(reader.row(bell)).toContainText('Starred');
  await expect(reader.row(dredging)).toContainText('Starred');
  await expect(reader.row('Harbour pilots')).not.toContainText('Starred');
  await app.restart();
  await expect(app.reader.row(bell)).toContainText('Starred');
});

test('a field is set for one article and for all, and one that cannot be is said', async ({ app }) => {
  const { page, reader } = app;
  const bench = await openAtDredging(app);
  const dialog = page.getByRole('dialog', { name: 'Set a field' });
  await reader.press('f');
  await dialog.getByLabel('Field').selectOption('Date');
  await dialog.getByLabel('Value').fill('14 September 2024');
  await reader.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Write the date as 2024-08-26');
  await dialog.getByLabel('Value').fill('2024-09-14');
  await reader.press('Enter');
  await bench.expectSaid('Set the date of the article at line 20: 2 articles');
  await expect(bench.cards.filter({ hasText: dredging })).toContainText('2024');
  await bench.cards.first().getByRole('button', { name: 'Set a field…' }).click();
  await dialog.getByLabel('Field').selectOption('Source');
  await dialog.getByLabel('Value').fill('The Harbour Courier');
  await dialog.getByLabel('All 2 articles of the file').check();
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await bench.expectSaid('Set the source of all articles: 2 articles');
  await expect(bench.cards).toContainText([/The Harbour Courier/, /The Harbour Courier/]);
  await expect(bench.cards.first()).not.toContainText('2024');
});

test('the report leads to the split of each of its files', async ({ app }) => {
  const { page, reader } = app;
  await reader.drop(app.write('town.txt', ferryAndBridge), app.write('harbour.txt', harbour));
  await reader.toasts.getByRole('button', { name: 'Review' }).click();
  const file = reader.report.getByRole('button', { name: /harbour\.txt/ });
  await file.click();
  await reader.report.getByRole('button', { name: 'Review the split' }).click();
  const bench = new Bench(page);
  await expect(bench.window.getByRole('heading', { level: 1 })).toHaveText('harbour.txt');
  await bench.cards.getByRole('button', { name: dredging }).click();
  await bench.expectLine(20);
  await reader.press('Escape');
  await expect(file).toBeVisible();
});

test('a text of a hundred thousand lines is gone through from end to end', async ({ app }) => {
  const { page, reader } = app;
  await reader.drop(app.write('long.txt', manyArticles(10_000)));
  await reader.toasts.getByRole('button', { name: 'Review' }).click({ timeout: 50_000 });
  const bench = new Bench(page);
  await expect(bench.text).toBeFocused();
  await reader.press('End');
  await expect(bench.current).toContainText('Nobody could say whether 10000 was many or few');
  await expect(bench.cards.last()).toContainText('Report Number 10000 From the Harbour Office');
  await reader.press('Home', 'Alt+ArrowDown');
  await expect(bench.current).toContainText('Report Number 2 From the Harbour Office');
});

test('the split can be used by everyone: page, dialogs and list of encodings, by day and by night', async ({ app }) => {
  const { page, reader } = app;
  const bench = await openAtDredging(app);
  await reader.press('j');
  await bench.expectSaid('Joined at line 20: 1 article');
  await bench.window.getByText(/lines left out, all kept/).click();
  await expectAccessibleInBoth(page);
  await bench.text.focus();
  await reader.press('f');
  await expect(page.getByRole('dialog', { name: 'Set a field' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await reader.press('Escape', 'Escape');
  await expect(page.getByRole('dialog', { name: 'Leave without keeping?' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await reader.press('Escape');
  await bench.window.getByRole('button', { name: /Encoding$/ }).click();
  await expect(page.getByRole('option', { name: 'Windows-1256 (Arabic)' })).toBeAttached();
  await expectAccessibleInBoth(page);
});

/*
 * What the window says about the library's folder where it cannot be had for real in host B: what follows host A's
 * dialogs, a library that is open elsewhere, a disk that is full on a machine where none can be mounted, and a check
 * that takes long enough to be watched and stopped. The core's answers are made up here, and nowhere else: damaged.spec,
 * full-disk.spec, undo.spec and settings.spec do it to real files.
 */

import type { Page } from '@playwright/test';
import type { MethodName, ReaderEvent } from '../../shared/contract.ts';
import type { CheckStatus, Place } from '../../shared/place.ts';
import { expectAccessible } from '../accessible.ts';
import { expect, isElectron, test, type App } from '../app.ts';
import { ferryAndBridge } from '../texts.ts';

test.skip(isElectron, 'the calls of host A do not pass the network, where they could be answered here');

const open: Place = {
  folder: '/home/reader/Documents/Broadsheet',
  state: 'open',
  reason: null,
  note: null,
  portable: false,
  recovery: null,
  waiting: null,
  task: null,
};
const checked: CheckStatus = {
  running: false,
  done: 2300,
  total: 2300,
  finishedAt: new Date(2026, 10, 25, 12).getTime(),
  problems: [],
};
const ferry = 'Ferry Crews Accept New Night Timetable';

type Answers = Partial<Record<MethodName, (input: unknown) => unknown>>;

/** Answers some of the calls itself, and loads the page anew. Each answer may be changed later. */
async function fake({ page }: App, answers: Answers): Promise<void> {
  await page.addInitScript(() => {
    const { EventSource } = window;
    // The page's own stream of events, so that a test can say something on it.
    class Heard extends EventSource {
      constructor(url: string | URL) {
        super(url);
        Object.assign(window, { heard: this });
      }
    }
    Object.assign(window, { EventSource: Heard });
  });
  await page.route('**/api/call', async (route) => {
    const { method, input } = route.request().postDataJSON() as {
      readonly method: MethodName;
      readonly input: unknown;
    };
    const answer = answers[method];
    if (answer === undefined) await route.continue();
    else await route.fulfill({ json: { ok: true, value: answer(input) } });
  });
  await page.reload();
}

async function tell(page: Page, event: ReaderEvent): Promise<void> {
  await page.evaluate((data) => {
    const { heard } = window as unknown as { readonly heard: EventSource };
    heard.dispatchEvent(new MessageEvent('message', { data }));
  }, JSON.stringify(event));
}

const notices = (page: Page) => page.getByRole('region', { name: 'About this library' });

async function importTown(app: App): Promise<void> {
  await app.reader.drop(app.write('town.txt', ferryAndBridge));
  await app.reader.expectToast(/2 articles from/);
}

test('changes that wait for the disk are told, tried on demand, and the bar goes by itself', async ({ app }) => {
  const { page } = app;
  let tries = 0;
  const waiting = { changes: 3, message: 'There is no space left on the disk' };
  await fake(app, {
    'place.get': () => ({ ...open, waiting }),
    'place.retry': () => {
      tries += 1;
      return { ...open, waiting: { ...waiting, changes: 4 } };
    },
  });
  await expect(notices(page)).toContainText(
    '3 changes are not on disk yet: There is no space left on the disk. They are kept and tried again.',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(notices(page)).toContainText('4 changes are not on disk yet');
  expect(tries).toBe(1);
  await tell(page, { kind: 'place', place: open, reload: false });
  await expect(page.getByRole('button', { name: 'Try now' })).toBeHidden();
});

test('a library that closes while it is read has a page of its own, and Retry brings it back', async ({ app }) => {
  const { page, reader } = app;
  await importTown(app);
  let place: Place = open;
  await fake(app, { 'place.get': () => place, 'place.retry': () => place, 'place.openReadable': () => open });
  await reader.openRow(ferry);
  const reason = { code: 'damaged', message: 'The journal cannot be read.' } as const;
  place = { ...open, state: 'closed', reason };
  await tell(page, { kind: 'place', place, reload: false });
  await expect(page.getByRole('heading', { name: 'This library is damaged' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The journal cannot be read.');
  await expect(page.getByText('/home/reader/Documents/Broadsheet')).toBeVisible();
  await expect(page.getByText('npm start -- --library FOLDER')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry' })).toBeFocused();
  await expectAccessible(page);
  await reader.press('Enter');
  await expect(page.getByText('Tried again: the library is still closed.')).toBeVisible();
  await reader.press('Tab');
  await expect(page.getByRole('button', { name: 'Open a read-only copy of what is readable' })).toBeFocused();
  place = open;
  await reader.press('Shift+Tab', 'Enter');
  await expect(reader.rows).toHaveCount(2);
  await expect(reader.article).toBeHidden();
});

test('a library that is in use elsewhere offers no copy of what is readable', async ({ app }) => {
  const { page } = app;
  const reason = { code: 'locked', message: 'Another Broadsheet has it open.' } as const;
  await fake(app, { 'place.get': () => ({ ...open, state: 'closed', reason }) });
  await expect(page.getByRole('heading', { name: 'This library is open elsewhere' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveText(['Retry']);
});

test('another library takes the place of the one that was read', async ({ app }) => {
  const { page, reader } = app;
  await importTown(app);
  await fake(app, { 'place.get': () => open });
  await reader.entry('Starred').click();
  await expect(reader.rows).toHaveCount(0);
  await tell(page, { kind: 'place', place: { ...open, folder: '/elsewhere' }, reload: true });
  await expect(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
  await expect(reader.rows).toHaveCount(2);
});

test('the settings open by key, tell where the library lies, and Esc leaves', async ({ app }) => {
  const { page, reader } = app;
  await importTown(app);
  const note = 'The folder is synchronised by another program.';
  await fake(app, { 'place.get': () => ({ ...open, note, portable: true }), 'check.status': () => checked });
  await expect(reader.rows).toHaveCount(2);
  await reader.press('Control+,');
  const settings = page.getByRole('main', { name: 'Library folder' });
  await expect(settings).toContainText('/home/reader/Documents/Broadsheet');
  await expect(settings).toContainText(note);
  await expect(settings).toContainText('Portable');
  await expect(settings.getByRole('link', { name: 'Download a backup' })).toHaveAttribute('href', 'api/backup');
  await expect(settings).toContainText('everything is as it was written');
  await reader.press('s', 'Delete', 'j');
  await expectAccessible(page);
  for (const [width, height] of [
    [800, 600],
    [560, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(settings.getByRole('button', { name: 'Check now' })).toBeInViewport();
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await reader.press('Escape');
  await expect(reader.rows).toHaveCount(2);
  await reader.expectUnread('Starred', 0);
  await page.getByRole('button', { name: 'Settings…' }).click();
  await page.getByRole('button', { name: 'Back to the library' }).click();
  await expect(reader.rows).toHaveCount(2);
});

test('a check is begun, followed and stopped, and names what it found', async ({ app }) => {
  const { page } = app;
  const problems = Array.from({ length: 230 }, (_, index) => ({
    code: 'body-damaged' as const,
    file: `bodies/${index}.pack`,
    words: `Article ${index} was damaged.`,
    repaired: index === 0,
  }));
  const inputs: unknown[] = [];
  await fake(app, {
    'place.get': () => ({ ...open, task: { kind: 'backup', done: 12_300_000, total: 40_000_000 } }),
    'check.status': () => checked,
    'check.start': (input) => {
      inputs.push(input);
      return { ...checked, running: true, done: 0 };
    },
    'check.stop': () => ({ ...checked, done: 1200, problems: [] }),
  });
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(page.getByText('Writing the backup: 12.3 MB of 40 MB')).toBeVisible();
  await page.getByRole('button', { name: 'Check and repair' }).click();
  const progress = page.getByRole('progressbar', { name: 'Files checked' });
  await expect(progress).toBeVisible();
  expect(inputs).toEqual([{ repair: true }]);
  await tell(page, { kind: 'check', status: { ...checked, running: true, done: 1150 } });
  await expect(progress).toHaveAttribute('aria-valuenow', '50');
  await expect(progress).toHaveAttribute('aria-valuetext', 'Checking: 1,150 of 2,300 files');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped after 1,200 of 2,300 files. It goes on there.')).toBeVisible();
  await tell(page, { kind: 'check', status: { ...checked, problems } });
  await expect(page.getByText(/: 230 problems, 1 of them repaired$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Problems' }).getByRole('listitem')).toHaveCount(200);
  await expect(page.getByText('and 30 more')).toBeVisible();
  await expectAccessible(page);
});

/* What passes between the page, the process and the system in host A, over the stand-in. */

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReaderEvent } from '../../shared/contract.ts';
import type { Overview } from '../../shared/model.ts';
import { nextFinished, prepareHost, reportOf, type TestHost } from './test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = await prepareHost();
});
afterEach(async () => host.close());

describe('a call', () => {
  it('goes from the page to the reader and back', async () => {
    const { bridge } = await host.start();
    expect(await bridge.call('library.overview', {})).toMatchObject({
      ok: true,
      value: { all: { total: 0, unread: 0 } },
    });
    expect(await bridge.call('nothing.known', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it.each([
    ['a frame within the page', { senderFrame: { origin: 'app://broadsheet', parent: {} } }],
    ['another origin', { senderFrame: { origin: 'https://example.org', parent: null } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another window', { sender: {} }],
  ])('of %s is refused', async (_who, difference) => {
    const { window } = await host.start();
    const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    const message = { kind: 'call', method: 'library.overview', input: {} };
    expect(await host.standIn.invokeAs(own, 'broadsheet:ask', message)).toMatchObject({ ok: true });
    expect(await host.standIn.invokeAs({ ...own, ...difference }, 'broadsheet:ask', message)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  it.each([
    [null],
    ['call'],
    [{ kind: 'call' }],
    [{ kind: 'open', path: '/etc/passwd' }],
    [{ kind: 'import', files: ['/etc/passwd'] }],
    [{ kind: 'call', method: 'library.overview', input: {}, path: '/' }],
  ])('of another shape is refused: %j', async (message) => {
    const { window } = await host.start();
    const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    expect(await host.standIn.invokeAs(own, 'broadsheet:ask', message)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });
});

describe('files', () => {
  it('dropped on the page are imported by their paths; one without a path is refused with the reason', async () => {
    const { bridge } = await host.start();
    const done = nextFinished(bridge);
    const onDisk = Object.assign(new File([], 'a'), { path: await host.writeDump('Brno') });
    const reply = await bridge.importFiles([onDisk, new File(['text'], 'from-mail.txt')]);
    const { summary, firstArticle } = await done;
    expect(reply).toEqual({ ok: true, value: summary.id });
    expect(firstArticle).toMatch(/^[0-9a-f]{24}$/);
    const { reports } = await reportOf(bridge, summary.id);
    expect(reports.map(({ file, refused }) => [file, refused?.code])).toEqual([
      ['Brno.txt', undefined],
      ['from-mail.txt', 'unreadable'],
    ]);
  });

  it('chosen in the open dialog are imported', async () => {
    const { bridge } = await host.start();
    expect(await bridge.chooseFiles?.('files')).toEqual({ ok: true, value: null });
    const done = nextFinished(bridge);
    host.standIn.told.chosen = [await host.writeDump('Kladno')];
    expect(await bridge.chooseFiles?.('folder')).toEqual({ ok: true, value: (await done).summary.id });
  });

  it('named at the start are imported, and the window opens on them', async () => {
    const file = await host.writeDump('Most');
    const { bridge, window } = await host.start(file);
    await expect
      .poll(() => window.webContents.sent.map(({ message }) => (message as ReaderEvent).kind))
      .toContain('import-finished');
    const overview = await bridge.call('library.overview', {});
    expect(overview).toMatchObject({ ok: true, value: { all: { total: 1 } } });
    const { value } = overview as { readonly value: Overview };
    expect(window.loaded).toEqual([`app://broadsheet/#import=${value.imports[0]?.id}`]);
  });

  it('named at a second start come to the first', async () => {
    const { bridge, window } = await host.start();
    const done = nextFinished(bridge);
    const shown = window.shown;
    host.standIn.app.emit('second-instance', {}, [], '/', { files: [await host.writeDump('Plzen')] });
    expect((await done).summary).toMatchObject({ files: 1, new: 1 });
    expect(window.shown).toBe(shown + 1);
  });

  it.each([[undefined], [null], ['text'], [{ files: 'a' }], [{ files: [] }]])(
    'a second start that sends %j brings the window to the front',
    async (data) => {
      const { window } = await host.start();
      const shown = window.shown;
      host.standIn.app.emit('second-instance', {}, [], '/', data);
      expect(window.shown).toBe(shown + 1);
    },
  );

  it('opened from the Finder are imported, before the window is there and after', async () => {
    const [early, late] = [await host.writeDump('Tabor'), await host.writeDump('Pisek')];
    host.standIn.told.isFirstInstance = true;
    const started = host.start();
    await expect.poll(() => host.standIn.app.listenerCount('open-file')).toBe(1);
    const event = host.standIn.createEvent({});
    host.standIn.app.emit('open-file', event, early);
    const { bridge } = await started;
    host.standIn.app.emit('open-file', host.standIn.createEvent({}), late);
    expect(event.defaultPrevented).toBe(true);
    await expect.poll(async () => bridge.call('library.overview', {})).toMatchObject({ value: { all: { total: 2 } } });
  });
});

describe('the process', () => {
  it('is one for each library: a second hands over its files and ends', async () => {
    host.standIn.told.isFirstInstance = false;
    const file = path.join(host.folder, 'a.txt');
    process.argv = ['electron', host.standIn.app.getAppPath(), '--library', host.library, file];
    await import('../../main/electron/main.ts');
    expect([host.standIn.told.instanceData, host.standIn.told.exitCode, host.standIn.told.windows]).toEqual([
      { files: [file] },
      0,
      [],
    ]);
    expect(host.standIn.told.paths.get('userData')).not.toContain(host.folder);
  });

  it('closes the library before it ends', async () => {
    await host.start();
    await host.quit();
    const { openReader } = await import('../../main/core/reader.ts');
    const reader = await openReader({ directory: host.library });
    expect(await reader.list()).toEqual([]);
    await reader.close();
  });

  it('opens its window all the same when the library is in use, says why, and opens it when it is free', async () => {
    const { openReader } = await import('../../main/core/reader.ts');
    const reader = await openReader({ directory: host.library });
    const { bridge } = await host.start();
    expect(host.standIn.told.errorBoxes).toEqual([]);
    expect(await bridge.call('place.get', {})).toMatchObject({
      ok: true,
      value: { folder: host.library, state: 'closed', reason: { code: 'locked' } },
    });
    expect(await bridge.call('library.overview', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    await reader.close();
    expect(await bridge.call('place.retry', {})).toMatchObject({ ok: true, value: { state: 'open' } });
    expect(await bridge.call('library.overview', {})).toMatchObject({ ok: true });
  });

  it('keeps files that it was started with until the library can be opened', async () => {
    const { openReader } = await import('../../main/core/reader.ts');
    const reader = await openReader({ directory: host.library });
    const { bridge } = await host.start(await host.writeDump('Jihlava'));
    await reader.close();
    const done = nextFinished(bridge);
    await bridge.call('place.retry', {});
    expect((await done).summary).toMatchObject({ files: 1, new: 1 });
  });
});

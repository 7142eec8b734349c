/* The window of host A, over the stand-in: what it is, what it may not do, its menu. */

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareHost, type TestHost } from './test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = await prepareHost();
});
afterEach(async () => host.close());

describe('the window', () => {
  it('is sandboxed, isolated and without Node', async () => {
    const { window } = await host.start();
    expect(host.standIn.told.isSandboxed).toBe(true);
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(path.basename(window.options.webPreferences?.preload ?? '')).toBe('preload.cjs');
    expect(window.loaded).toEqual(['app://broadsheet/']);
  });

  it('comes from a scheme of its own, with the policy', async () => {
    await host.start();
    expect(host.standIn.told.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    expect(host.standIn.told.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    const answer = async (url: string) => host.standIn.session.defaultSession.pages.get('app')?.(new Request(url));
    const page = await answer('app://broadsheet/');
    expect([page?.status, page?.headers.get('Content-Security-Policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(await page?.text()).not.toContain('__CSP_NONCE__');
    expect((await answer('app://elsewhere/'))?.status).toBe(404);
    expect((await answer('app://broadsheet/../../etc/passwd'))?.status).toBe(404);
  });

  it('gives the page the Bridge and nothing else', async () => {
    const { bridge } = await host.start();
    expect([...host.standIn.told.exposed.keys()]).toEqual(['broadsheet']);
    expect(Object.keys(bridge).toSorted()).toEqual([
      'call',
      'chooseFiles',
      'choosePlace',
      'host',
      'importFiles',
      'onCommand',
      'onEvent',
    ]);
    expect(bridge.host).toBe('electron');
  });

  it('is loaded again when its process dies, but not for ever', async () => {
    const { window } = await host.start();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.loaded).toHaveLength(2);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect([window.loaded.length, host.standIn.told.errorBoxes.length]).toEqual([2, 1]);
  });
});

describe('a page that does not load', () => {
  it('ends Broadsheet with the reason, when it failed', async () => {
    host.standIn.told.loadError = Object.assign(new Error('ERR_FAILED (-2)'), { code: 'ERR_FAILED' });
    await host.start();
    await expect.poll(() => [host.standIn.told.exitCode, host.standIn.told.errorBoxes.length]).toEqual([1, 1]);
  });

  it('is no failure when a reload overtook it', async () => {
    host.standIn.told.loadError = Object.assign(new Error('ERR_ABORTED (-3)'), { code: 'ERR_ABORTED' });
    const { bridge } = await host.start(await host.writeDump('Zlin'));
    await expect.poll(async () => bridge.call('library.overview', {})).toMatchObject({ value: { all: { total: 1 } } });
    expect(host.standIn.told.exitCode).toBeUndefined();
  });
});

describe('what the window may not do', () => {
  it.each([
    ['will-navigate', { url: 'https://example.org/', isMainFrame: true }],
    ['will-frame-navigate', { url: 'https://example.org/', isMainFrame: true }],
    ['will-frame-navigate', { url: 'app://broadsheet/', isMainFrame: false }],
    ['will-navigate', { url: 'file:///etc/passwd', isMainFrame: true }],
    ['will-redirect', { url: 'https://example.org/', isMainFrame: true }],
    ['will-attach-webview', {}],
  ])('%s %j', async (name, details) => {
    const { window } = await host.start();
    const event = host.standIn.createEvent(details);
    window.webContents.emit(name, event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('open a window', async () => {
    const { window } = await host.start();
    expect(window.webContents.openHandler?.({ url: 'https://example.org/' } as never)).toEqual({ action: 'deny' });
  });

  it('be given a permission or a device', async () => {
    await host.start();
    const { permission, permissionCheck, devicePermission } = host.standIn.session.defaultSession;
    const answer = vi.fn<(granted: boolean) => void>();
    permission?.({} as never, 'media', answer, {} as never);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(permissionCheck?.(null, 'clipboard-read', '', {} as never)).toBe(false);
    expect(devicePermission?.({} as never)).toBe(false);
  });

  it.each([
    ['https://example.org/a.json', true],
    ['app://broadsheet/assets/main.js', true],
    ['blob:app://elsewhere/1', true],
    ['blob:app://broadsheet/1', false],
  ])('download what it did not make: %s is refused: %s', async (url, isRefused) => {
    await host.start();
    const event = host.standIn.createEvent({});
    host.standIn.session.defaultSession.emit('will-download', event, { getURL: () => url });
    expect(event.defaultPrevented).toBe(isRefused);
  });

  it.each([
    ['https://example.org/a.png', true],
    ['http://127.0.0.1:80/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['app://elsewhere/', true],
    ['app://broadsheet.example.org/', true],
    ['nonsense', true],
    ['blob:app://elsewhere/1', true],
    ['blob:app://broadsheet/1', false],
    ['app://broadsheet/assets/main.js', false],
    ['devtools://devtools/bundled/a.js', false],
  ])('ask the network: %s is cancelled: %s', async (url, cancel) => {
    await host.start();
    const answer = vi.fn<(response: object) => void>();
    host.standIn.session.defaultSession.requestFilter?.({ url } as never, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
    expect(host.standIn.session.defaultSession.checksSpelling).toBe(false);
  });
});

describe('the menu', () => {
  it('sends the command that was clicked to the page', async () => {
    const { bridge, window } = await host.start();
    const heard = vi.fn<(id: string) => void>();
    const stop = bridge.onCommand(heard);
    const items = host.standIn.told.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const click = (id: string): void => items.find((item) => item.id === id)?.click?.({} as never, undefined, {});
    click('toggleStar');
    expect(heard).toHaveBeenCalledExactlyOnceWith('toggleStar');
    click('importText');
    expect(window.webContents.pasted).toBe(1);
    stop();
    click('toggleStar');
    expect(heard).toHaveBeenCalledOnce();
  });
});

/*
 * What the window may not do, whatever runs in it. The page needs its own files and one channel; everything else that
 * Chromium could do is refused here, and `npm run e2e` checks that it is.
 */

import type { Session, WebContents } from 'electron';
import { pageOrigin, pageUrl } from './origin.ts';

/**
 * Refuses permissions, devices, downloads but of what the page made itself (the system's dialog asks where), dictionaries from the network and every request but for our own files.
 */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isOwnMaking(item.getURL())) event.preventDefault();
  });
  // Chromium fetches the dictionaries of its spelling check from a server.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }));
}

/** Refuses to leave the page, to open windows and to embed other pages. */
export function secureContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.url !== pageUrl || !event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** A file that the page holds in memory to be saved. */
function isOwnMaking(address: string): boolean {
  return address.startsWith(`blob:${pageOrigin}/`);
}

/** `data:` images stand in style sheets; `devtools:` is Chromium's own. Nothing of them reaches a network. */
function isOwnAddress(address: string): boolean {
  if (isOwnMaking(address)) return true;
  const url = URL.parse(address);
  if (url === null) return false;
  return `${url.protocol}//${url.host}` === pageOrigin || url.protocol === 'data:' || url.protocol === 'devtools:';
}

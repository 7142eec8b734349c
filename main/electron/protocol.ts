/* Serves the built renderer as app://broadsheet/, so that the page has an origin of its own and needs no file access. */

import { protocol, type Session } from 'electron';
import type { Page } from '../core/page/page.ts';
import { pageOrigin, scheme } from './origin.ts';

/** Must run before the app is ready: Chromium learns its schemes once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function servePage(session: Session, page: Page): void {
  session.protocol.handle(scheme, ({ method, url }) => {
    const { protocol: asked, host, pathname } = new URL(url);
    const isOwn = `${asked}//${host}` === pageOrigin && (method === 'GET' || method === 'HEAD');
    const { status, headers, body } = page.answer(isOwn ? pathname : '');
    return new Response(body, { status, headers });
  });
}

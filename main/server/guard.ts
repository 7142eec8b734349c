/*
 * Who may speak to the server. Any web page can make this browser send requests to 127.0.0.1, and a name of its own can
 * be made to lead there (DNS rebinding); so each request must name us as its host, and each call must come from our page.
 */

import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './answer.ts';

/** Refuses a request that was not addressed to this server by a name of its own. */
export function checkHost(request: IncomingMessage, port: number): void {
  if (!ownHosts(port).includes(request.headers.host ?? '')) {
    throw new HttpRefusal(421, 'invalid-input', 'This address does not belong to Broadsheet.');
  }
}

/**
 * Refuses a call that another page made. Browsers name the origin of every POST and state in Sec-Fetch-Site where any
 * request comes from (Fetch Metadata); a GET of the same origin has no Origin.
 */
export function checkOrigin(request: IncomingMessage): void {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const fromElsewhere = site !== undefined && site !== 'same-origin';
  const needsOrigin = request.method !== 'GET';
  const isOwn = origin === `http://${host ?? ''}` || (origin === undefined && !needsOrigin);
  if (fromElsewhere || !isOwn) {
    throw new HttpRefusal(403, 'invalid-input', 'Only the window of Broadsheet may ask this.');
  }
}

function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

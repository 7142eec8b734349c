/* Serves a place on 127.0.0.1, open or not. The place stays the caller's: close the server first, then the place. */

import { createServer, type Server } from 'node:http';
import { openPage } from '../core/page/page.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { createEventStreams } from './events.ts';
import { createListener, type HttpParts } from './http.ts';
import { createSessions } from './session.ts';
import { openUploads } from './uploads.ts';

export type ServeOptions = {
  readonly place: LibraryPlace;
  /** The built renderer. */
  readonly rendererDirectory: string;
  /** 0 or none: any free one. */
  readonly port?: number;
  readonly log?: (line: string, error?: unknown) => void;
};

export type Served = {
  /** The start link; it works once. */
  readonly url: string;
  /** A further link, for another window. It works once too. */
  readonly newUrl: () => string;
  /** Hangs up, cancels the imports of uploaded files and removes these. Again: the same promise. */
  readonly close: () => Promise<void>;
};

/** Opens the server. Throws where the port is taken or the renderer is not built. */
export async function servePlace({
  place,
  rendererDirectory,
  port: wanted = 0,
  log = logToConsole,
}: ServeOptions): Promise<Served> {
  const page = await openPage(rendererDirectory);
  // A request must be sent whole within ten minutes, and its head within ten seconds.
  const server = createServer({ requestTimeout: 600_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 });
  server.maxConnections = 200;
  const port = await listen(server, wanted);
  const uploads = await openUploads({ reader: place, log }).catch(async (error: unknown) => {
    await stop(server);
    throw error;
  });
  const sessions = createSessions(port);
  const events = createEventStreams();
  const parts: HttpParts = { port, place, page, sessions, events, uploads, log };
  server.on('request', createListener(parts));
  server.on('error', (error) => log('The server failed', error));
  const stopListening = place.onEvent(events.send);
  const newUrl = () => `http://127.0.0.1:${port}/#token=${sessions.createToken()}`;
  const close = async (): Promise<void> => {
    stopListening();
    events.close();
    await stop(server);
    await uploads.close();
  };
  let closing: Promise<void> | undefined;
  return { url: newUrl(), newUrl, close: async () => (closing ??= close()) };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** Lets running answers end for two seconds, then hangs up. */
async function stop(server: Server): Promise<void> {
  const hangUp = setTimeout(() => server.closeAllConnections(), 2000);
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
  });
  clearTimeout(hangUp);
}

function logToConsole(line: string, error?: unknown): void {
  console.error(error === undefined ? line : `${line}:`, ...(error === undefined ? [] : [error]));
}

/* For tests: a real place in a temporary folder, served, and requests as any program could send them. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reply } from '../../shared/contract.ts';
import type { Backups } from '../core/place/backups.ts';
import { openPlace, type LibraryPlace } from '../core/place/place.ts';
import { servePlace, type Served } from './serve.ts';

export type Raw = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };
export type Asked = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
};

export type TestHost = {
  readonly folder: string;
  readonly place: LibraryPlace;
  readonly served: Served;
  readonly origin: string;
  readonly port: number;
  /** Sends exactly what it is told; only Host comes by itself. */
  readonly ask: (target: string, asked?: Asked) => Promise<Raw>;
  readonly signIn: (url?: string) => Promise<Raw>;
  /** Headers of the window after it signed in. */
  readonly windowHeaders: () => Promise<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export const json = { 'Content-Type': 'application/json' };

export async function openHost(options: { readonly backups?: Backups } = {}): Promise<TestHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-serve-'));
  await mkdir(path.join(folder, 'page/assets'), { recursive: true });
  await writeFile(path.join(folder, 'page/index.html'), '<title>Broadsheet</title>');
  const place = await openPlace({
    spot: { folder: path.join(folder, 'library'), portable: false, mayMake: true },
    remember: async () => async () => undefined,
    findNote: async () => null,
    log: () => undefined,
    ...options,
  });
  const served = await servePlace({ place, rendererDirectory: path.join(folder, 'page'), log: () => undefined });
  const { origin, port } = new URL(served.url);

  const ask: TestHost['ask'] = async (target, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  const signIn: TestHost['signIn'] = async (url = served.url) => {
    const token = new URL(url).hash.replace('#token=', '');
    return ask('/api/session', {
      method: 'POST',
      headers: { ...json, Origin: origin },
      body: JSON.stringify({ token }),
    });
  };

  return {
    folder,
    place,
    served,
    origin,
    port: Number(port),
    ask,
    signIn,
    windowHeaders: async () => {
      const Cookie = (await signIn(served.newUrl())).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      return { ...json, Origin: origin, Cookie };
    },
    close: async () => {
      await served.close();
      await place.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The value of a Reply, or an error that says what it said. */
export function valueOf(raw: Raw): unknown {
  const reply = JSON.parse(raw.text) as Reply<unknown>;
  if (reply.ok) return reply.value;
  throw new Error(`${reply.error.code}: ${reply.error.message}`);
}

import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { zipBackups, type Backups } from '../core/place/backups.ts';
import { nameBackup } from '../core/place/backup-name.ts';
import { openHost, type TestHost } from './test-host.ts';

async function open(backups: Backups = zipBackups): Promise<TestHost> {
  const host = await openHost({ backups });
  onTestFinished(() => host.close());
  return host;
}

/** Begins a download and answers once its head is there. */
async function begin(host: TestHost): Promise<{ readonly response: IncomingMessage; readonly hangUp: () => void }> {
  const headers = await host.windowHeaders();
  const request = httpRequest({ host: '127.0.0.1', port: host.port, path: '/api/backup', headers }).end();
  request.on('error', () => undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return { response, hangUp: () => request.destroy() };
}

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(1 << 16);
}

async function* half(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(100_000);
  throw new Error('a file has vanished');
}

test('is a zip to be saved under the name of its day', async () => {
  const host = await open();
  const { status, headers, text } = await host.ask('/api/backup', { headers: await host.windowHeaders() });
  expect([status, headers['content-type'], text.slice(0, 2)]).toEqual([200, 'application/zip', 'PK']);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="Broadsheet \d{4}-\d{2}-\d{2}\.zip"$/);
  expect(headers['cache-control']).toBe('no-store');
});

test('is for a window that is signed in, and is not to be sent anything', async () => {
  const host = await open();
  expect((await host.ask('/api/backup')).status).toBe(401);
  expect((await host.ask('/api/backup', { method: 'POST', headers: await host.windowHeaders() })).status).toBe(405);
  const elsewhere = { ...(await host.windowHeaders()), 'Sec-Fetch-Site': 'cross-site' };
  expect((await host.ask('/api/backup', { headers: elsewhere })).status).toBe(403);
});

test('that is broken off by the browser ends here too, and the next one can begin', async () => {
  const streams: Readable[] = [];
  const streamBackup = async (): Promise<Readable> => {
    const stream = Readable.from(endless());
    streams.push(stream);
    return stream;
  };
  const host = await open({ ...zipBackups, streamBackup });
  const { response, hangUp } = await begin(host);
  await once(response, 'data');
  expect((await host.ask('/api/backup', { headers: await host.windowHeaders() })).status).toBe(409);
  hangUp();
  await expect.poll(() => streams[0]?.destroyed).toBe(true);
  const next = await begin(host);
  expect(next.response.statusCode).toBe(200);
  next.hangUp();
});

test('that fails on its way breaks off, so that half of it is not taken for the whole', async () => {
  const host = await open({ ...zipBackups, streamBackup: async () => Readable.from(half()) });
  const { response } = await begin(host);
  response.resume();
  await new Promise((resolve) => {
    response.once('close', resolve);
  });
  expect(response.complete).toBe(false);
});

test('is named by the calendar', () => {
  expect(nameBackup(new Date(2026, 0, 5, 23, 59))).toBe('Broadsheet 2026-01-05.zip');
});

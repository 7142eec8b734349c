import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, openHost, valueOf, type TestHost } from './test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = await openHost();
});
afterEach(async () => host.close());

const overview = JSON.stringify({ method: 'library.overview', input: {} });

describe('the session', () => {
  it('is opened by the start link once, and kept by a cookie no script can read', async () => {
    const first = await host.signIn();
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']).toHaveLength(1);
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^broadsheet-\d+=[\w-]{43}; Path=\/api; HttpOnly; SameSite=Strict$/);
    expect((await host.signIn()).status).toBe(403);
    const [Cookie = ''] = cookie.split(';');
    expect((await host.ask('/api/session', { headers: { Cookie } })).status).toBe(200);
  });

  it('takes a used link from a window that is signed in', async () => {
    const headers = await host.windowHeaders();
    const again = await host.ask('/api/session', { method: 'POST', headers, body: JSON.stringify({ token: 'used' }) });
    expect([again.status, again.headers['set-cookie']]).toEqual([200, undefined]);
  });

  it('is opened by a further link', async () => {
    await host.signIn();
    expect((await host.signIn(host.served.newUrl())).status).toBe(200);
  });

  it.each(['', 'wrong', 'a'.repeat(43)])('is not opened by the token %j', async (token) => {
    const raw = await host.ask('/api/session', {
      method: 'POST',
      headers: { ...json, Origin: host.origin },
      body: JSON.stringify({ token }),
    });
    expect([raw.status, raw.headers['set-cookie']]).toEqual([403, undefined]);
    expect(JSON.parse(raw.text)).toMatchObject({ ok: false, error: { code: 'closed' } });
  });

  it.each([
    ['POST', '/api/call'],
    ['GET', '/api/events'],
    ['GET', '/api/session'],
    ['POST', '/api/uploads?batch=12345678&name=a'],
    ['POST', '/api/uploads/finish'],
    ['POST', '/api/uploads/abandon'],
  ])('is needed for %s %s', async (method, target) => {
    for (const Cookie of ['', `broadsheet-${host.port}=${'a'.repeat(43)}`]) {
      const headers = { ...json, Origin: host.origin, Cookie };
      expect((await host.ask(target, { method, headers, body: method === 'GET' ? '' : overview })).status).toBe(401);
    }
  });
});

describe('a call', () => {
  it('reaches the reader and brings its reply', async () => {
    const headers = await host.windowHeaders();
    const raw = await host.ask('/api/call', { method: 'POST', headers, body: overview });
    expect(valueOf(raw)).toMatchObject({ all: { total: 0, unread: 0 } });
  });

  it('brings the refusal of the reader', async () => {
    const headers = await host.windowHeaders();
    const body = JSON.stringify({ method: 'nothing.known', input: {} });
    const raw = await host.ask('/api/call', { method: 'POST', headers, body });
    expect([raw.status, JSON.parse(raw.text)]).toMatchObject([200, { ok: false, error: { code: 'unknown-method' } }]);
  });

  it.each([
    ['another page', { Origin: 'https://example.org' }],
    ['a page on another port', { Origin: 'http://127.0.0.1:1' }],
    ['a page that hides its origin', { Origin: 'null' }],
    ['another site by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('of %s is refused although the cookie is there', async (_who, sent: Record<string, string>) => {
    const headers = { ...(await host.windowHeaders()), ...sent };
    expect((await host.ask('/api/call', { method: 'POST', headers, body: overview })).status).toBe(403);
  });

  it('that names no origin is refused although the cookie is there', async () => {
    const { Cookie = '' } = await host.windowHeaders();
    expect((await host.ask('/api/call', { method: 'POST', headers: { ...json, Cookie }, body: overview })).status).toBe(
      403,
    );
  });

  it('of another site for the events is refused', async () => {
    const { Cookie = '' } = await host.windowHeaders();
    expect((await host.ask('/api/events', { headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  });

  it.each([
    'example.org',
    'rebound.example.org:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]:PORT',
    '127.0.0.1:PORT.example.org',
  ])('to the host %s is refused, page and all', async (name) => {
    const Host = name.replace('PORT', String(host.port));
    const headers = { ...(await host.windowHeaders()), Host, Origin: `http://${Host}` };
    expect((await host.ask('/api/call', { method: 'POST', headers, body: overview })).status).toBe(421);
    expect((await host.ask('/', { headers: { Host } })).status).toBe(421);
  });

  it('works under the name localhost', async () => {
    const Host = `localhost:${host.port}`;
    const headers = { ...(await host.windowHeaders()), Host, Origin: `http://${Host}` };
    expect((await host.ask('/api/call', { method: 'POST', headers, body: overview })).status).toBe(200);
  });

  it.each([
    ['not JSON', json, '{', 400],
    ['not UTF-8', json, Buffer.from([0x22, 0xff, 0x22]), 400],
    ['not a call', json, '[]', 400],
    ['a call with more in it', json, '{"method":"a","input":{},"path":"/etc/passwd"}', 400],
    ['a form', { 'Content-Type': 'text/plain' }, overview, 415],
    ['larger than the limit', { 'Content-Length': String(300 * 1024 * 1024) }, overview, 413],
  ])('that is %s is refused', async (_what, sent: Record<string, string>, body, status) => {
    const headers = { ...(await host.windowHeaders()), ...sent };
    const raw = await host.ask('/api/call', { method: 'POST', headers, body });
    expect([raw.status, raw.headers.connection, JSON.parse(raw.text)]).toMatchObject([status, 'close', { ok: false }]);
  });

  it.each([
    ['GET', '/api/call', 405],
    ['DELETE', '/api/session', 405],
    ['OPTIONS', '/api/call', 405],
    ['POST', '/', 405],
    ['POST', '/api/nothing', 404],
    ['POST', '/api/', 404],
  ])('%s %s is refused', async (method, target, status) => {
    expect((await host.ask(target, { method, headers: await host.windowHeaders() })).status).toBe(status);
  });
});

describe('every answer', () => {
  it.each(['/', '/nothing', '/api/session', '/api/nothing'])('at %s carries the policy', async (target) => {
    const { headers } = await host.ask(target);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//secret.txt',
    '/..\\secret.txt',
    'http://x/../secret.txt',
  ])('keeps to the files of the page at %s', async (target) => {
    await writeFile(path.join(host.folder, 'secret.txt'), 'secret');
    const raw = await host.ask(target);
    expect(raw.status).toBe(target.startsWith('/') ? 404 : 400);
    expect(raw.text).not.toContain('secret');
  });
});

describe('the server', () => {
  it('listens to this machine alone', async () => {
    expect(new URL(host.served.url).hostname).toBe('127.0.0.1');
    const elsewhere = await fetch(`http://127.0.0.2:${host.port}/`).then(
      () => 'answered',
      () => 'refused',
    );
    expect(elsewhere).toBe('refused');
  });

  it('answers others while one request is never finished', async () => {
    const { Socket } = await import('node:net');
    const socket = new Socket().connect(host.port, '127.0.0.1');
    socket.write('POST /api/call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Le');
    expect((await host.ask('/')).status).toBe(200);
    socket.destroy();
  });
});

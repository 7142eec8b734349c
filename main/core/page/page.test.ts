import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from './page.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-page-'));
  await mkdir(path.join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'renderer/index.html'), '<meta nonce="__CSP_NONCE__" content="__CSP_NONCE__">');
  await writeFile(path.join(folder, 'renderer/assets/main-1a.js'), 'export {};');
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('the page', () => {
  it('puts a nonce of its own into each load, and the same one into the policy', async () => {
    const page = await openPage(path.join(folder, 'renderer'));
    const loads = [page.answer('/'), page.answer('/index.html')].map(({ body, headers }) => {
      const [, nonce = '', content = ''] =
        /nonce="([\w-]{22})" content="([\w-]{22})"/.exec(Buffer.from(body).toString()) ?? [];
      expect(content).toBe(nonce);
      expect(headers['Content-Security-Policy']).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(headers['Cache-Control']).toBe('no-store');
      return nonce;
    });
    expect(new Set(loads).size).toBe(2);
  });

  it('allows no script from a text and nothing from elsewhere', async () => {
    const page = await openPage(path.join(folder, 'renderer'));
    const policy = page.answer('/').headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('serves a script with its type', async () => {
    const page = await openPage(path.join(folder, 'renderer'));
    const { status, headers, body } = page.answer('/assets/main-1a.js');
    expect([status, Buffer.from(body).toString()]).toEqual([200, 'export {};']);
    expect(headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/assets',
    '',
    '/nothing',
  ])('answers 404 to %s', async (pathname) => {
    const page = await openPage(path.join(folder, 'renderer'));
    expect(page.answer(pathname).status).toBe(404);
  });

  it('says what to do where the renderer was not built', async () => {
    await expect(openPage(path.join(folder, 'renderer/assets'))).rejects.toThrow('npm run build');
  });
});

import { readdir, stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../shared/model.ts';
import { openHost, valueOf, type Raw, type TestHost } from './test-host.ts';

let host: TestHost;
let headers: Record<string, string> = {};
beforeEach(async () => {
  host = await openHost();
  headers = await host.windowHeaders();
});
afterEach(async () => host.close());

const batch = 'a3c1e0d2-0000-4000-8000-000000000001';

function textOf(place: string): string {
  return `Ferry to ${place} resumes after storm\n\n${`The ferry to ${place} sailed again on Tuesday after two days of storm. `.repeat(6)}\n`;
}

async function upload(name: string, body: string | Uint8Array): Promise<Raw> {
  const target = `/api/uploads?batch=${batch}&name=${encodeURIComponent(name)}`;
  return host.ask(target, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    body,
  });
}

async function post(target: string, body: unknown): Promise<Raw> {
  return host.ask(target, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Starts the import of the batch and waits until it is over. */
async function finish(refused: readonly { name: string; detail: string }[] = [], name?: string): Promise<ImportReport> {
  const over = new Promise<void>((resolve) => {
    host.place.onEvent((event) => (event.kind === 'import-finished' ? resolve() : undefined));
  });
  const id = valueOf(await post('/api/uploads/finish', { batch, refused, ...(name === undefined ? {} : { name }) }));
  await over;
  const body = JSON.stringify({ method: 'imports.report', input: { id } });
  return valueOf(await host.ask('/api/call', { method: 'POST', headers, body })) as ImportReport;
}

/** Every file of this process's uploads. */
async function uploadedFiles(): Promise<readonly string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(`broadsheet-uploads-${process.pid}-`));
  const files = await Promise.all(
    folders.map(async (folder) => readdir(path.join(tmpdir(), folder), { recursive: true, withFileTypes: true })),
  );
  return files
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('uploaded files', () => {
  it('are imported under their names, in the order they came, however odd the names', async () => {
    const names = ['../../etc/passwd', 'C:\\boot.ini', 'a/b/c.txt', 'خبر.txt', '100% & more?#.txt', '-rf', 'con'];
    for (const name of names) expect((await upload(name, textOf(name))).status).toBe(200);
    const report = await finish([], 'Seven');
    expect(report.reports.map(({ file }) => file)).toEqual(names);
    expect(report).toMatchObject({ name: 'Seven', files: names.length, refused: 0, finished: true });
    expect(report.new).toBeGreaterThan(0);
  });

  it('arrive byte for byte', async () => {
    const bytes = Buffer.from(textOf('Bergen').repeat(3000));
    await upload('long.txt', bytes);
    expect((await finish()).reports[0]?.ledger?.bytes).toBe(bytes.length);
  });

  it('are readable by this user alone, and gone when the import is over', async () => {
    await upload('a.txt', textOf('Oban'));
    const [file = ''] = await uploadedFiles();
    expect([(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777]).toEqual([0o600, 0o700]);
    await finish();
    await expect.poll(uploadedFiles).toEqual([]);
  });

  it('the browser could not read are in the report with the reason', async () => {
    await upload('good.txt', textOf('Stornoway'));
    const report = await finish([{ name: 'gone.txt', detail: 'it was moved' }]);
    expect(report.reports.map(({ file, refused }) => [file, refused?.message])).toEqual([
      ['good.txt', undefined],
      ['gone.txt', 'The file could not be read (it was moved).'],
    ]);
  });

  it('start no import where there are none', async () => {
    expect(valueOf(await post('/api/uploads/finish', { batch, refused: [] }))).toBeNull();
  });

  it('are gone when the batch is abandoned', async () => {
    await upload('a.txt', textOf('Mallaig'));
    valueOf(await post('/api/uploads/abandon', { batch }));
    expect(await uploadedFiles()).toEqual([]);
    expect(valueOf(await post('/api/uploads/finish', { batch, refused: [] }))).toBeNull();
  });

  it('are gone when the server closes', async () => {
    await upload('a.txt', textOf('Ullapool'));
    await host.served.close();
    expect(await uploadedFiles()).toEqual([]);
  });

  it('that break off on their way leave nothing and harm nothing', async () => {
    const target = `/api/uploads?batch=${batch}&name=half.txt`;
    const request = httpRequest({
      host: '127.0.0.1',
      port: host.port,
      path: target,
      method: 'POST',
      headers: { ...headers, 'Content-Length': '1000' },
    });
    request.on('error', () => undefined);
    request.write('half of it');
    await expect.poll(uploadedFiles).toHaveLength(1);
    request.destroy();
    await expect.poll(uploadedFiles).toEqual([]);
    await upload('whole.txt', textOf('Arran'));
    expect((await finish()).reports.map(({ file }) => file)).toEqual(['whole.txt']);
  });

  it('larger than 4 GB are refused before a byte is read', async () => {
    const target = `/api/uploads?batch=${batch}&name=huge.txt`;
    const raw = await host.ask(target, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(5 * 1024 ** 3) },
    });
    expect(raw.status).toBe(413);
  });

  it.each([
    'batch=short&name=a',
    'batch=../../../etc&name=a',
    `batch=${batch}`,
    `batch=${batch}&name=`,
    `batch=${batch}&name=${'a'.repeat(1001)}`,
  ])('that do not say rightly what they belong to are refused: %s', async (query) => {
    expect((await host.ask(`/api/uploads?${query}`, { method: 'POST', headers, body: 'text' })).status).toBe(400);
  });
});

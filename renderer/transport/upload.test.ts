import { afterEach, expect, test, vi } from 'vitest';
import { uploadFiles } from './upload.ts';
import type { Handover } from './transport.ts';
import type { FoundFile } from './walk.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Sent = { readonly path: string; readonly body: unknown };

/** A server that answers every request with ok, or what `answer` says. */
function stubServer(answer: (path: string) => unknown = () => undefined): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    sent.push({ path, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body });
    const special = answer(path);
    if (special instanceof Error) throw special;
    return Response.json(special ?? { ok: true, value: path.endsWith('finish') ? 'import-id' : null });
  });
  return sent;
}

async function* found(...files: readonly FoundFile[]): AsyncGenerator<FoundFile> {
  yield* files;
}

const file = new File(['text'], 'a.txt');
const unwatched: Handover = { signal: new AbortController().signal, onFile: () => {} };

test('sends each file as a body with its path as name, then starts the import', async () => {
  const sent = stubServer();
  expect(await uploadFiles(found({ name: 'wire/a & b.txt', file }), unwatched)).toEqual({
    ok: true,
    value: 'import-id',
  });
  expect(sent[0]?.path).toMatch(/^api\/uploads\?batch=[0-9a-f-]{36}&name=wire%2Fa%20%26%20b\.txt$/);
  expect(sent[0]?.body).toBe(file);
  expect(sent[1]).toMatchObject({ path: 'api/uploads/finish', body: { refused: [] } });
});

test('names what could not be read or sent, and imports the rest', async () => {
  const refusal = { ok: false, error: { code: 'invalid-input', message: 'The file is too large.' } };
  const sent = stubServer((path) => {
    if (path.includes('gone')) return new TypeError('Failed to fetch');
    return path.includes('big') ? refusal : undefined;
  });
  await uploadFiles(
    found({ name: 'locked.txt' }, { name: 'gone.txt', file }, { name: 'big.txt', file }, { name: 'a.txt', file }),
    unwatched,
  );
  expect(sent.at(-1)?.body).toMatchObject({
    refused: [
      { name: 'locked.txt', detail: 'the browser could not read it' },
      { name: 'gone.txt', detail: 'the browser could not read it' },
      { name: 'big.txt', detail: 'The file is too large.' },
    ],
  });
});

test('nothing chosen starts nothing', async () => {
  const sent = stubServer();
  expect(await uploadFiles(found(), unwatched)).toEqual({ ok: true, value: null });
  expect(sent).toEqual([]);
});

test('a server that is gone is a refusal in words', async () => {
  stubServer(() => new TypeError('Failed to fetch'));
  expect(await uploadFiles(found({ name: 'a.txt', file }), unwatched)).toMatchObject({
    ok: false,
    error: { code: 'closed' },
  });
});

test('says which file is on its way and how many went before it', async () => {
  stubServer();
  const said: string[] = [];
  const onFile = (name: string, done: number): void => void said.push(`${done} ${name}`);
  await uploadFiles(found({ name: 'a.txt', file }, { name: 'locked.txt' }, { name: 'b.txt', file }), {
    ...unwatched,
    onFile,
  });
  expect(said).toEqual(['0 a.txt', '1 locked.txt', '2 b.txt']);
});

test('cancelled, it sends no further file and imports nothing', async () => {
  const sent = stubServer();
  const controller = new AbortController();
  const handover = { signal: controller.signal, onFile: (name: string) => name === 'b.txt' && controller.abort() };
  const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, file }));
  expect(await uploadFiles(found(...files), handover)).toEqual({ ok: true, value: null });
  expect(sent.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
    'api/uploads',
    'api/uploads',
    'api/uploads/abandon',
  ]);
});

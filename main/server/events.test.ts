import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportId } from '../../shared/model.ts';
import { openHost, type TestHost } from './test-host.ts';

let host: TestHost;
let cookie = '';
beforeEach(async () => {
  host = await openHost();
  cookie = (await host.windowHeaders())['Cookie'] ?? '';
});
afterEach(async () => host.close());

type Stream = { readonly read: (until: string) => Promise<string>; readonly stop: () => void };

async function listen(lastEventId?: string): Promise<Stream> {
  const stopper = new AbortController();
  const response = await fetch(`${host.origin}/api/events`, {
    headers: { Cookie: cookie, ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) },
    signal: stopper.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const parts = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    read: async (until) => {
      while (!text.includes(until)) {
        const { done, value = '' } = await parts.read();
        if (done) throw new Error(`The stream ended before ${until}: ${text}`);
        text += value;
      }
      return text;
    },
    stop: () => stopper.abort(),
  };
}

async function importText(name: string): Promise<ImportId> {
  const ticket = host.place.importFiles([
    { kind: 'text', name, text: `Bridge over the ${name} opens\n\n${'It opened on Monday. '.repeat(20)}` },
  ]);
  await ticket.finished;
  return ticket.id;
}

describe('the event stream', () => {
  it('brings what happens in the reader', async () => {
    const stream = await listen();
    await stream.read('event: hello');
    const id = await importText('Tay');
    const text = await stream.read('"import-finished"');
    expect(text).toContain(`"kind":"import-started","id":"${id}"`);
    stream.stop();
  });

  it('brings a window that was away what it missed, once', async () => {
    const first = await listen();
    const [, seen = ''] = /id: (\S+)\nevent: hello/.exec(await first.read('event: hello')) ?? [];
    first.stop();
    const id = await importText('Forth');
    const second = await listen(seen);
    const text = await second.read('"import-finished"');
    expect(text).not.toContain('event: resync');
    expect(text.split(`"kind":"import-started","id":"${id}"`)).toHaveLength(2);
    second.stop();
  });

  it.each(['000000000000-3', 'nonsense', ''])(
    'tells a window that saw another server (%j) to fetch again',
    async (seen) => {
      const stream = await listen(seen);
      expect(await stream.read('data: {}')).toContain('event: resync');
      stream.stop();
    },
  );

  it('ends when the server closes', async () => {
    const stream = await listen();
    await stream.read('event: hello');
    const ended = stream.read('never');
    await Promise.all([expect(ended).rejects.toThrow('ended'), host.served.close()]);
  });
});

/*
 * The reader's events as Server-Sent Events (HTML Standard, section 9.2). Recent ones are kept, so that a window that
 * was away for a moment gets what it missed; after that it is told to fetch everything again.
 */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReaderEvent } from '../../shared/contract.ts';
import { securityHeaders } from '../core/page/policy.ts';

const heartbeatMs = 15_000;
const keptLimit = 500;
const keptBytesLimit = 4 * 1024 * 1024;
/** A window that takes nothing for so long is cut off; it comes back by itself. */
const waitingLimit = 16 * 1024 * 1024;

export type EventStreams = {
  readonly send: (event: ReaderEvent) => void;
  readonly open: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => void;
};

export function createEventStreams(): EventStreams {
  const server = randomBytes(6).toString('hex');
  const streams = new Set<ServerResponse>();
  const kept: { readonly id: number; readonly text: string }[] = [];
  let keptBytes = 0;
  let last = 0;

  const keep = (id: number, text: string): void => {
    kept.push({ id, text });
    keptBytes += text.length;
    while (kept.length > keptLimit || keptBytes > keptBytesLimit) keptBytes -= kept.shift()?.text.length ?? 0;
  };
  /** What a window missed; undefined when that is no longer known. */
  const missedSince = (seen: string): readonly string[] | undefined => {
    const [, id = ''] = new RegExp(`^${server}-(\\d{1,15})$`).exec(seen) ?? [];
    const first = kept[0]?.id ?? last + 1;
    if (id === '' || Number(id) + 1 < first) return undefined;
    return kept.filter((event) => event.id > Number(id)).map(({ text }) => text);
  };
  const heartbeat = setInterval(() => streams.forEach((stream) => write(stream, ':\n\n')), heartbeatMs);

  return {
    send: (event) => {
      last += 1;
      const text = `id: ${server}-${last}\ndata: ${JSON.stringify(event)}\n\n`;
      keep(last, text);
      streams.forEach((stream) => write(stream, text));
    },
    open: (request, response) => {
      response.writeHead(200, {
        ...securityHeaders(),
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
      });
      response.on('close', () => streams.delete(response));
      response.on('error', () => streams.delete(response));
      streams.add(response);
      const now = `${server}-${last}`;
      const seen = request.headers['last-event-id'] ?? now;
      const missed = typeof seen === 'string' ? missedSince(seen) : undefined;
      // The id lets a window that has seen no event yet say where it stood when it comes back.
      const greeting = missed === undefined ? `id: ${now}\nevent: resync` : `id: ${String(seen)}\nevent: hello`;
      write(response, `retry: 1000\n${greeting}\ndata: {}\n\n`);
      missed?.forEach((text) => write(response, text));
    },
    close: () => {
      clearInterval(heartbeat);
      streams.forEach((stream) => stream.end());
    },
  };
}

function write(stream: ServerResponse, text: string): void {
  if (stream.writableLength > waitingLimit) stream.destroy();
  else if (!stream.destroyed) stream.write(text);
}

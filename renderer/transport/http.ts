/* Host B: the calls go over HTTP on this page's own origin, the events come as a stream. */

import type { ReaderEvent, Reply } from '../../shared/contract.ts';
import { choosePicked } from './choose.ts';
import { createEmitter } from './emitter.ts';
import { takeStart } from './take-start.ts';
import { post } from './post.ts';
import type { Connection, Transport } from './transport.ts';
import { uploadFiles } from './upload.ts';
import { findDropped } from './walk.ts';

const stopped =
  'The program that keeps your library has ended or cannot be reached. What you did until now is on disk.';
/** A reload of the server takes about a second; only a longer silence is worth a page of its own. */
const patienceMs = 3000;

/** Opens the session and the event stream. Throws with the server's sentence when there is no session. */
export async function createHttpTransport(): Promise<Transport> {
  const { opensOn, token } = takeStart();
  await openSession(token);
  const events = createEmitter<ReaderEvent>();
  const resync = createEmitter<undefined>();
  const connection = createEmitter<Connection>();
  const stream = createStream({
    events: events.emit,
    resync: () => resync.emit(undefined),
    connection: connection.emit,
  });
  // What is asked before events are heard could be out of date at once, with nobody to say so.
  await stream.ready;
  return {
    host: 'browser',
    opensOn,
    async call(method, input) {
      try {
        return await post('api/call', { method, input });
      } catch (error) {
        connection.emit({ state: 'lost', words: stopped });
        throw error;
      }
    },
    onEvent: events.on,
    onResync: (listener) =>
      resync.on(() => {
        listener();
      }),
    onConnection: connection.on,
    onCommand: () => () => {},
    importDropped: (data, handover) => uploadFiles(findDropped(data), handover),
    choose: (what, handover) => uploadFiles(choosePicked(what), handover),
    choosePlace: null,
    backup: 'api/backup',
    retry: stream.reopen,
  };
}

/** The token of a start link is posted once; without one the cookie of an earlier visit must do. */
async function openSession(token: string | null): Promise<void> {
  const reply = token === null ? await askSession() : await post<null>('api/session', { token });
  if (!reply.ok) throw new Error(reply.error.message);
}

async function askSession(): Promise<Reply<null>> {
  const response = await fetch('api/session', { credentials: 'same-origin' });
  return (await response.json()) as Reply<null>;
}

type StreamListeners = {
  readonly events: (event: ReaderEvent) => void;
  readonly resync: () => void;
  readonly connection: (connection: Connection) => void;
};

type Stream = {
  readonly reopen: () => void;
  /** Resolves when events are heard, or when that failed for the first time. */
  readonly ready: Promise<void>;
};

function createStream({ events, resync, connection }: StreamListeners): Stream {
  const ready = Promise.withResolvers<void>();
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lost = false;

  function open(): void {
    source?.close();
    source = new EventSource('api/events');
    source.addEventListener('message', (message: MessageEvent<string>) => {
      events(JSON.parse(message.data) as ReaderEvent);
    });
    source.addEventListener('resync', resync);
    source.addEventListener('open', () => {
      ready.resolve();
      clearTimeout(timer);
      timer = undefined;
      connection({ state: 'open' });
      if (lost) resync();
      lost = false;
    });
    source.addEventListener('error', () => {
      ready.resolve();
      timer ??= setTimeout(() => {
        timer = undefined;
        lost = true;
        connection({ state: 'lost', words: stopped });
      }, patienceMs);
    });
  }

  /** A server that was started anew does not know this page: then its own sentence says what to do. */
  async function reopen(): Promise<void> {
    lost = true;
    try {
      const reply = await askSession();
      if (reply.ok) open();
      else connection({ state: 'lost', words: reply.error.message });
    } catch {
      connection({ state: 'lost', words: stopped });
    }
  }

  open();
  return { reopen: () => void reopen(), ready: ready.promise };
}

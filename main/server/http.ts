/*
 * Host B: the reader in a browser window of this machine. What the window may ask, all under its own origin:
 *
 *   GET  /                        the page; its policy and nonce are in core/page
 *   POST /api/session             {"token"} from the start link -> cookie; fine without a token where a cookie is there
 *   GET  /api/session             whether the cookie holds
 *   POST /api/call                {"method","input"} -> what the reader replies
 *   GET  /api/events              Server-Sent Events: each message a ReaderEvent; `resync`: events were missed, fetch again
 *   GET  /api/backup              the whole library as a zip, to be saved as a file; no Reply unless it cannot begin
 *   POST /api/uploads?batch&name  one file's bytes, into a batch of the window's choosing; one after the other
 *   POST /api/uploads/finish      {"batch","refused":[{"name","detail"}],"name"?} -> import id, null when nothing came
 *   POST /api/uploads/abandon     {"batch"}
 *
 * Every answer but the page, the events and the backup is a Reply as JSON, whatever its status. 401: no session.
 */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Page } from '../core/page/page.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { HttpRefusal, sendAnswer, sendRefusal, succeed, type Answer } from './answer.ts';
import { sendBackup } from './backup.ts';
import { readBody } from './body.ts';
import type { EventStreams } from './events.ts';
import { checkHost, checkOrigin } from './guard.ts';
import type { Sessions } from './session.ts';
import type { Uploads } from './uploads.ts';

export type HttpParts = {
  readonly port: number;
  readonly place: Pick<LibraryPlace, 'call' | 'streamBackup'>;
  readonly page: Page;
  readonly sessions: Sessions;
  readonly events: EventStreams;
  readonly uploads: Uploads;
  readonly log: (line: string, error?: unknown) => void;
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
};
/** Undefined: the handler answers by itself. */
type Handler = (exchange: Exchange, parts: HttpParts) => Promise<Answer | undefined>;

const small = 64 * 1024;
const batchId = z.string().regex(/^[\w-]{8,64}$/);
const displayName = z.string().min(1).max(1000);
const uploadQuery = z.object({ batch: batchId, name: displayName });
const tokenBody = z.strictObject({ token: z.string().max(200) });
const callBody = z.strictObject({ method: z.string().max(100), input: z.unknown() });
const abandonBody = z.strictObject({ batch: batchId });
const finishBody = z.strictObject({
  batch: batchId,
  refused: z.array(z.strictObject({ name: displayName, detail: z.string().max(1000) })).max(100_000),
  name: displayName.optional(),
});

const routes: Record<string, Record<string, Handler>> = {
  '/api/session': {
    GET: async () => succeed(),
    POST: openSession,
  },
  '/api/call': {
    POST: async ({ request }, { place }) => {
      const { method, input } = await readBody(request, callBody);
      return { reply: await place.call(method, input) };
    },
  },
  '/api/events': {
    GET: async ({ request, response }, { events }) => {
      events.open(request, response);
      return undefined;
    },
  },
  '/api/backup': {
    GET: async ({ response }, { place }) => {
      await sendBackup(response, place);
      return undefined;
    },
  },
  '/api/uploads': {
    POST: async ({ request, query }, { uploads }) => {
      const { success, data } = uploadQuery.safeParse({ batch: query.get('batch'), name: query.get('name') });
      if (!success) throw new HttpRefusal(400, 'invalid-input', 'This upload does not say what it belongs to.');
      await uploads.add(data.batch, data.name, request);
      return succeed();
    },
  },
  '/api/uploads/finish': {
    POST: async ({ request }, { uploads }) => succeed(await uploads.finish(await readBody(request, finishBody))),
  },
  '/api/uploads/abandon': {
    POST: async ({ request }, { uploads }) => {
      await uploads.abandon((await readBody(request, abandonBody, small)).batch);
      return succeed();
    },
  },
};

/** Answers every request; a fault of ours is logged, answered with 500 and ends nothing. */
export function createListener(parts: HttpParts): RequestListener {
  return (request, response) => {
    respond(request, response, parts).catch((error: unknown) => fail(request, response, { error, log: parts.log }));
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, parts: HttpParts): Promise<void> {
  checkHost(request, parts.port);
  const url = toUrl(request);
  if (!url.pathname.startsWith('/api/')) return sendPage(request, response, parts.page.answer(url.pathname));
  checkOrigin(request);
  const methods = routes[url.pathname];
  if (methods === undefined) throw new HttpRefusal(404, 'unknown-method', 'Broadsheet does not know this call.');
  const handler = methods[request.method ?? ''];
  if (handler === undefined) throw wrongMethod();
  if (handler !== openSession) checkSession(request, parts.sessions);
  const answer = await handler({ request, response, query: url.searchParams }, parts);
  if (answer !== undefined) sendAnswer(response, answer);
}

async function openSession({ request }: Exchange, { sessions }: HttpParts): Promise<Answer> {
  const { token } = await readBody(request, tokenBody, small);
  if (sessions.has(request.headers.cookie)) return succeed();
  const cookie = sessions.open(token);
  if (cookie !== undefined) return { ...succeed(), headers: { 'Set-Cookie': cookie } };
  throw new HttpRefusal(
    403,
    'closed',
    'This link has been used. Press Enter in the terminal of Broadsheet for a new one.',
  );
}

function checkSession(request: IncomingMessage, sessions: Sessions): void {
  if (sessions.has(request.headers.cookie)) return;
  throw new HttpRefusal(
    401,
    'closed',
    'This window is not connected. Open the link that Broadsheet shows in its terminal.',
  );
}

function sendPage(request: IncomingMessage, response: ServerResponse, answer: ReturnType<Page['answer']>): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw wrongMethod();
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function wrongMethod(): HttpRefusal {
  return new HttpRefusal(405, 'invalid-input', 'This address is not for that.');
}

function toUrl(request: IncomingMessage): URL {
  const target = request.url ?? '';
  // `//host/` would otherwise be read as another host's address.
  const url = target.startsWith('/') ? URL.parse(`http://broadsheet.invalid${target}`) : null;
  if (url === null) throw new HttpRefusal(400, 'invalid-input', 'This is not an address.');
  return url;
}

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  { error, log }: { error: unknown; log: HttpParts['log'] },
): void {
  const refusal = error instanceof HttpRefusal ? error : undefined;
  if (refusal === undefined && !request.errored) log(`${request.method ?? ''} ${request.url ?? ''} failed`, error);
  if (response.headersSent || response.destroyed) response.destroy();
  else
    sendRefusal(
      response,
      refusal ?? new HttpRefusal(500, 'internal', 'Something went wrong inside Broadsheet. Nothing was lost.'),
    );
}

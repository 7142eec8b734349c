/* What a handler may answer, and the refusals it may throw. Every body is a Reply. */

import type { ServerResponse } from 'node:http';
import type { Reply } from '../../shared/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { securityHeaders } from '../core/page/policy.ts';

export type Answer = { readonly reply: Reply<unknown>; readonly headers?: Readonly<Record<string, string>> };

/** A request that is refused before the reader sees it. `message` is for the person in front of the window. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(status: number, code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
  }
}

export function succeed(value: unknown = null): Answer {
  return { reply: { ok: true, value } };
}

export function sendAnswer(response: ServerResponse, { reply, headers }: Answer, status = 200): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.writeHead(status, {
    ...securityHeaders(),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** Refuses and hangs up, because the rest of a body nobody wants may be large. */
export function sendRefusal(response: ServerResponse, { status, code, message }: HttpRefusal): void {
  sendAnswer(response, { reply: { ok: false, error: { code, message } }, headers: { Connection: 'close' } }, status);
}

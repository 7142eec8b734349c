/* Reads a JSON body up to a limit. */

import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { HttpRefusal } from './answer.ts';

/** The largest pasted text (64 million characters) in the longest usual encoding of three bytes. */
const bodyLimit = 192 * 1024 * 1024;

/** Reads and checks a body. Refuses one that is too large, is not JSON, or is not what `schema` says. */
export async function readBody<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
  limit = bodyLimit,
): Promise<z.output<Schema>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new HttpRefusal(415, 'invalid-input', 'A call must be sent as JSON.');
  }
  const result = schema.safeParse(parseJson(await readBytes(request, limit)));
  if (result.success) return result.data;
  throw new HttpRefusal(400, 'invalid-input', 'This call is not one that Broadsheet knows.');
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new HttpRefusal(400, 'invalid-input', 'A call must be sent as JSON.', { cause: error });
  }
}

function tooLarge(limit: number): HttpRefusal {
  return new HttpRefusal(413, 'invalid-input', `This is more than ${limit / 1024 / 1024} MB at once.`);
}

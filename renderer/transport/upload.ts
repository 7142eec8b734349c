/* Sends files to the server, one body each. A file that fails is named in the end and never stops the others. */

import type { Reply } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';
import { post } from './post.ts';
import type { Handover } from './transport.ts';
import type { FoundFile } from './walk.ts';

type Refused = { readonly name: string; readonly detail: string };

type Target = { readonly batch: string; readonly name: string; readonly signal: AbortSignal };

const unreadable = 'the browser could not read it';

/**
 * Uploads what is found and starts the import. One file after the other: their order is the order of the import.
 *
 * @returns the import, or null when there was nothing or the person cancelled (then nothing of it is imported); the
 *   reply of the first call when the server refuses all.
 */
export async function uploadFiles(
  found: AsyncIterable<FoundFile>,
  { signal, onFile }: Handover,
): Promise<Reply<ImportId | null>> {
  const batch = crypto.randomUUID();
  const refused: Refused[] = [];
  let sent = 0;
  for await (const { name, file } of found) {
    onFile(name, sent + refused.length);
    const detail = file === undefined ? unreadable : await sendFile({ batch, name, signal }, file);
    if (signal.aborted) return abandon(batch);
    if (detail === null) sent += 1;
    else refused.push({ name, detail });
  }
  if (sent === 0 && refused.length === 0) return { ok: true, value: null };
  return finish({ batch, refused });
}

/** What was sent goes; a server that cannot hear this forgets the batch by itself. */
async function abandon(batch: string): Promise<Reply<null>> {
  try {
    return await post<null>('api/uploads/abandon', { batch });
  } catch {
    return { ok: true, value: null };
  }
}

async function finish(body: { readonly batch: string; readonly refused: readonly Refused[] }) {
  try {
    return await post<ImportId | null>('api/uploads/finish', body);
  } catch {
    return { ok: false, error: { code: 'closed', message: 'The connection to the reader was lost.' } } as const;
  }
}

/** Null when the file arrived, otherwise why not. The address holds at most 1,000 characters of the name. */
async function sendFile({ batch, name, signal }: Target, file: File): Promise<string | null> {
  const address = `api/uploads?batch=${batch}&name=${encodeURIComponent(name.slice(-1000))}`;
  try {
    const response = await fetch(address, { method: 'POST', credentials: 'same-origin', body: file, signal });
    const reply = (await response.json()) as Reply<null>;
    return reply.ok ? null : reply.error.message;
  } catch {
    // A file that vanished or is locked fails here with the same TypeError as a lost connection.
    return unreadable;
  }
}

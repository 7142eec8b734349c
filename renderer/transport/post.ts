import type { Reply } from '../../shared/contract.ts';

/** Sends JSON and answers the reply the server gave. Rejects when there is no server. */
export async function post<Value>(path: string, body: unknown): Promise<Reply<Value>> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Reply<Value>;
}

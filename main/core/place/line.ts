/* One line from a socket, of bounded length. */

import type { Socket } from 'node:net';

/** The text before the first line break. Throws where the other side says more than `limit` bytes, or ends before. */
export async function readLine(socket: Socket, limit: number): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    socket.on('data', (part: Buffer) => {
      const end = part.indexOf('\n');
      parts.push(end < 0 ? part : part.subarray(0, end));
      bytes += part.length;
      if (bytes > limit) reject(new Error('the line is too long'));
      else if (end >= 0) resolve(Buffer.concat(parts).toString('utf8'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the line broke off')));
  });
}

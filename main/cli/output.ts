/* Writes lines at the pace of whoever reads them, and takes it quietly when that one has left (`| head`). */

import { once } from 'node:events';
import type { Writable } from 'node:stream';

export type Output = {
  readonly line: (text: string) => Promise<void>;
  /** One JSON object on a line of its own. */
  readonly json: (value: unknown) => Promise<void>;
  /** A sentence on standard error. */
  readonly problem: (text: string) => void;
  /** Nobody reads any more: what is left to print need not be worked out. */
  readonly isClosed: () => boolean;
};

export function createOutput(out: Writable = process.stdout, problems: Writable = process.stderr): Output {
  let closed = false;
  const leave = (error: Error): void => {
    if (!('code' in error) || (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED')) throw error;
    closed = true;
  };
  out.on('error', leave);
  problems.on('error', leave);
  const line = async (text: string): Promise<void> => {
    if (closed || out.write(`${text}\n`)) return;
    await Promise.race([once(out, 'drain'), once(out, 'close')]).catch((error: unknown) => {
      if (!closed) throw error;
    });
  };
  return {
    line,
    json: async (value) => line(JSON.stringify(value)),
    problem: (text) => void problems.write(`${text}\n`),
    isClosed: () => closed,
  };
}

/* A backup as a download: packed while it is sent, so that nothing is left on the server's disk, whatever happens. */

import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReaderError } from '../../shared/errors.ts';
import { nameBackup } from '../core/place/backup-name.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { securityHeaders } from '../core/page/policy.ts';
import { HttpRefusal } from './answer.ts';

/**
 * Sends the library as a zip. Throws `HttpRefusal` where it cannot begin. A fault on the way breaks the connection off,
 * so that the browser does not take half a backup for a whole one; a download that is broken off there ends it here.
 */
export async function sendBackup(response: ServerResponse, place: Pick<LibraryPlace, 'streamBackup'>): Promise<void> {
  const backup = await begin(place);
  response.writeHead(200, {
    ...securityHeaders(),
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${nameBackup(new Date())}"`,
    'Cache-Control': 'no-store',
  });
  try {
    await pipeline(backup, response);
  } catch (error) {
    if (!isHungUp(error)) throw error;
  }
}

async function begin(place: Pick<LibraryPlace, 'streamBackup'>): Promise<Readable> {
  try {
    return await place.streamBackup();
  } catch (error) {
    if (error instanceof ReaderError) throw new HttpRefusal(409, error.code, error.message, { cause: error });
    throw error;
  }
}

/** The browser's side is gone. */
function isHungUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/*
 * The built renderer as both hosts serve it. All files are read once at the start and looked up by their whole path, so
 * that no request can name anything else and a build that runs meanwhile cannot mix two versions.
 */

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createNonce, noncePlace, securityHeaders } from './policy.ts';

export type PageAnswer = {
  readonly status: 200 | 404;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
};
/** Answers a URL's path (`/`, `/assets/main.js`); anything that was not there at the start is 404. */
export type Page = { readonly answer: (pathname: string) => PageAnswer };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads the folder of the built renderer. Throws where it is missing or has no index.html. */
export async function openPage(directory: string): Promise<Page> {
  const files = new Map<string, Buffer<ArrayBuffer>>();
  await readInto(files, directory, '');
  if (!files.has('/index.html'))
    throw new Error(`The window's files are missing in ${directory}: run \`npm run build\`.`);
  return {
    answer: (pathname) => {
      const name = pathname === '/' ? '/index.html' : pathname;
      const body = files.get(name);
      return body === undefined ? missing() : found(name, body);
    },
  };
}

/** Walks by hand: Electron's archive of a packaged app does not know `recursive`. */
async function readInto(files: Map<string, Buffer<ArrayBuffer>>, directory: string, prefix: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) await readInto(files, file, name);
    else if (entry.isFile()) files.set(name, await readFile(file));
  }
}

function found(name: string, body: Buffer<ArrayBuffer>): PageAnswer {
  const type = types[path.posix.extname(name).toLowerCase()] ?? 'application/octet-stream';
  if (!name.endsWith('.html')) {
    // Vite names what it puts into assets/ by content.
    const cache = name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    return { status: 200, headers: { ...securityHeaders(), 'Content-Type': type, 'Cache-Control': cache }, body };
  }
  const nonce = createNonce();
  return {
    status: 200,
    headers: { ...securityHeaders(nonce), 'Content-Type': type, 'Cache-Control': 'no-store' },
    body: Buffer.from(body.toString('utf8').replaceAll(noncePlace, nonce)),
  };
}

function missing(): PageAnswer {
  return {
    status: 404,
    headers: { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: Buffer.from('There is no such page.\n'),
  };
}

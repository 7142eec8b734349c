/*
 * Who is signed in. A start link carries a token that works once and buys a cookie; the server keeps only hashes, so
 * that looking one up tells nothing by its timing.
 */

import { createHash, randomBytes } from 'node:crypto';

/** Links that were printed and not used; the oldest gives way. */
const unusedLimit = 64;

export type Sessions = {
  /** A token of 256 random bits that works once. */
  readonly createToken: () => string;
  /** The cookie a token buys, or undefined when it is wrong or used. */
  readonly open: (token: string) => string | undefined;
  /** Whether a Cookie header carries a session of this server. */
  readonly has: (cookies: string | undefined) => boolean;
};

/** `port` goes into the cookie's name: browsers share cookies between the ports of one host. */
export function createSessions(port: number): Sessions {
  const name = `broadsheet-${port}`;
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    createToken: () => {
      const token = createSecret();
      tokens.add(hash(token));
      const [oldest] = tokens;
      if (tokens.size > unusedLimit && oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    open: (token) => {
      if (!tokens.delete(hash(token))) return undefined;
      const session = createSecret();
      sessions.add(hash(session));
      return `${name}=${session}; Path=/api; HttpOnly; SameSite=Strict`;
    },
    has: (cookies) => valuesOf(cookies ?? '', name).some((session) => sessions.has(hash(session))),
  };
}

function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}

function valuesOf(cookies: string, name: string): readonly string[] {
  return cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.slice(name.length + 1));
}

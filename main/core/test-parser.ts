/*
 * Parses in the thread of the test, for tests that open thousands of libraries: to start a worker for each text that is
 * read again would take most of their time. Whoever uses it mocks `import/parser.ts` with this file.
 */

import { readFile } from 'node:fs/promises';
import type { DumpProfile } from '../../shared/profile.ts';
import { identify } from './import/identity.ts';
import { parseFile } from './import/parse-file.ts';
import type { FileSource, ParseResult, Parser } from './import/parsed.ts';

export function createParser(): Parser {
  return { parse, close: async () => undefined };
}

async function parse(
  source: FileSource,
  _signal?: AbortSignal,
  profiles: readonly DumpProfile[] = [],
): Promise<ParseResult> {
  if (source.kind === 'refused') return { outcome: source };
  const bytes = await load(source);
  const { corrections, reading = { profiles } } = source.kind === 'bytes' ? source : {};
  const outcome = await parseFile(bytes, source.file, { ...corrections, ...reading });
  return 'refused' in outcome ? { outcome } : { outcome, identities: outcome.articles.map(identify), bytes };
}

async function load(source: Exclude<FileSource, { kind: 'refused' }>): Promise<Uint8Array<ArrayBuffer>> {
  if ('bytes' in source) return source.bytes;
  return source.kind === 'stored' ? source.load() : new Uint8Array(await readFile(source.path));
}

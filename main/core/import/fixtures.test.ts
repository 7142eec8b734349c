import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFile } from './parse-file.ts';

/*
 * Each fixture is a dump and what a person reads in it: written by hand, line by line, before the parser saw it.
 */
const folder = new URL('./fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

test.each(names)('reads %s as a person does', async (name) => {
  const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'));
  const outcome = await parseFile(readFileSync(new URL(`${name}.txt`, folder)), `${name}.txt`);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  const { note: _note, ...wanted } = expected as Record<string, unknown>;
  expect({
    encoding: outcome.encoding,
    warnings: outcome.warnings.map(({ code }) => code),
    separatorLines: outcome.separatorLines,
    ledger: outcome.ledger,
    articles: outcome.articles.map(({ confidence: _confidence, ...article }) => article),
  }).toEqual(wanted);
});

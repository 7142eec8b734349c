import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFile } from './parse-file.ts';
import type { ParsedDump } from './parsed.ts';

/* Real files of others, where they are on the machine. What is checked is what a person would be angry about. */

const folder = new URL('../../../../shared/samples/', import.meta.url);
const isHere = existsSync(folder);
if (!isHere) console.warn('The samples are not on this machine: their tests are skipped.');

async function read(name: string): Promise<ParsedDump> {
  const outcome = await parseFile(readFileSync(new URL(name, folder)), name);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  expect(outcome.ledger).toMatchObject({ bytes: outcome.bytes, unassigned: 0 });
  return outcome;
}

describe.skipIf(!isHere)('of the samples', () => {
  test('the Arabic one has no headline, an agency and a place', async () => {
    const { articles } = await read('scraped_text_arabic.txt');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ agency: 'CNN', language: 'ar', date: null });
    expect(articles[0]?.blocks).toHaveLength(7);
    expect(articles[0]?.inferred).toContain('title');
  });

  test('the one with a headline in line 1 is one article', async () => {
    const name = 'bbc_dataset_business_001.txt';
    const [first] = readFileSync(new URL(name, folder), 'utf8').split('\n');
    const { articles } = await read(name);
    expect(articles.map(({ title, blocks }) => [title, blocks.length])).toEqual([[first?.trim(), 5]]);
  });

  test('the Dutch one is in windows-1252', async () => {
    const { encoding, articles } = await read('enc_windows1252.txt');
    expect([encoding, articles[0]?.language]).toEqual(['windows-1252', 'nl']);
    expect(articles[0]?.blocks.some(({ text }) => text.includes('…'))).toBe(true);
  });

  test('the one in UTF-16 without a mark is read, and no date is made of its rows', async () => {
    const { encoding, articles } = await read('enc_utf16le_nobom.txt');
    expect([encoding, articles.length, articles[0]?.date]).toEqual(['utf-16le', 1, null]);
  });

  test('the ProQuest export has six articles with their fields', async () => {
    const { articles } = await read('proquest_6docs_crlf.txt');
    expect(articles.map(({ date }) => date)).toEqual([
      '2024-09-20',
      '2024-09-20',
      '2024-09-20',
      '2024-09-20',
      '2024-09-20',
      '2024-09-19',
    ]);
    expect(new Set(articles.map(({ source }) => source?.split(' (')[0])).size).toBe(1);
    expect(articles.every(({ source, blocks }) => source !== null && blocks.length > 2)).toBe(true);
  });

  test('the LexisNexis export has ten articles and a cover page', async () => {
    const { articles, dropped } = await read('lexisnexis_classic_10docs.txt');
    expect(articles).toHaveLength(10);
    expect(dropped.every(({ reason }) => reason === 'cover-page')).toBe(true);
    expect(dropped.length).toBeGreaterThan(5);
  });
});

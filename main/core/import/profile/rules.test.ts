/* What a person said of one file, done with another like it. */

import { describe, expect, test } from 'vitest';
import { rulesSchema, type DumpProfile, type ProfileId, type ProfileRules } from '../../../../shared/profile.ts';
import type { Corrections } from '../../../../shared/split.ts';
import { parseFile, type ParseOptions } from '../parse-file.ts';
import type { Parsed } from '../parsed.ts';
import { joinRules } from './learn-rules.ts';
import { noRules } from './apply-rules.ts';
import { makeMonitor, monitorLines } from './test-monitor.ts';

async function parse(text: string, options: ParseOptions = {}): Promise<Parsed> {
  const outcome = await parseFile(new TextEncoder().encode(text), 'monitor.txt', options);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome;
}

async function learn(said: Partial<Corrections>, text = makeMonitor([1, 2, 3, 4])): Promise<DumpProfile> {
  const { learned } = await parse(text, { ...said, learns: true });
  if (learned === undefined) throw new Error('nothing was learned');
  return { id: 'a'.repeat(32) as ProfileId, name: 'Delta Monitor', createdAt: 1, ...learned };
}

const encode = (text: string) => new Uint8Array(Buffer.from(text.replaceAll('pier', 'çier'), 'latin1'));

const second = monitorLines + 1;
const likeSecond = { like: [{ line: second, take: true }] };

describe('learns', () => {
  const table: readonly (readonly [string, Partial<Corrections>, Partial<ProfileRules>])[] = [
    ['nothing where nothing was said', {}, {}],
    ['a shape of border', likeSecond, { borders: [{ cue: 'heading', look: '1', take: true }] }],
    [
      'a shape that was set by hand everywhere',
      { begins: [second, 21, 31] },
      { borders: [{ cue: 'heading', look: '1', take: true }] },
    ],
    ['no shape that was set by hand in one place of many', { begins: [second] }, {}],
    [
      'lines that are left out, and those that are not',
      {
        roles: [
          { line: 8, role: 'out' },
          { line: 3, role: 'body' },
        ],
      },
      {
        lines: [
          { print: 'go to the harbour map', role: 'out' },
          { print: 'harbour desk', role: 'body' },
        ],
      },
    ],
    [
      'where in a head a line stands',
      { ...likeSecond, roles: [{ line: 3, role: 'section' }] },
      {
        borders: [{ cue: 'heading', look: '1', take: true }],
        places: [{ below: 2, look: 'line', role: 'section' }],
      },
    ],
    ['no place that lies deep in the text', { roles: [{ line: 38, role: 'section' }] }, {}],
    ['reasons that leave nothing out', { restore: ['residue'] }, { restore: ['residue'] }],
    [
      'fields of all articles, not those of one',
      {
        fields: [
          { first: null, name: 'source', value: 'Delta Monitor' },
          { first: 1, name: 'place', value: 'Oslo' },
        ],
      },
      { fields: [{ name: 'source', value: 'Delta Monitor' }] },
    ],
    ['the encoding', { encoding: 'utf-8' }, { encoding: 'utf-8' }],
  ];
  test.each(table)('%s', async (_, said, expected) => {
    const { rules } = await learn(said);
    expect(rules).toEqual({ ...noRules, ...expected });
    expect(rulesSchema.parse(rules)).toEqual(rules);
  });
});

describe('a file like it', () => {
  const said: Partial<Corrections> = {
    ...likeSecond,
    roles: [
      { line: 1, role: 'out' },
      { line: 2, role: 'headline' },
      { line: 3, role: 'section' },
      { line: 8, role: 'out' },
    ],
    fields: [{ first: null, name: 'source', value: 'Delta Monitor' }],
  };
  const other = makeMonitor([5, 6, 7]);

  test('is split and read as the first one was, and says with what', async () => {
    const before = await parse(other);
    expect(before.articles).toHaveLength(1);
    const { articles, profile, ledger } = await parse(other, { profiles: [await learn(said)] });
    expect(profile).toEqual({ id: 'a'.repeat(32), name: 'Delta Monitor' });
    expect(articles.map(({ title, section, source }) => [title, section, source])).toEqual([
      ['Khartoum port opens pier 5 after a long delay', 'Harbour desk', 'Delta Monitor'],
      ['Baghdad port opens pier 6 after a long delay', 'Harbour desk', 'Delta Monitor'],
      ['Oslo port opens pier 7 after a long delay', 'Harbour desk', 'Delta Monitor'],
    ]);
    expect(articles.flatMap(({ dropped }) => dropped.map(({ line }) => line))).toEqual([1, 8, 11, 18, 21, 28]);
    expect(articles.every(({ blocks }) => blocks.length === 2)).toBe(true);
    expect(ledger.unassigned).toBe(0);
  });

  test('gives the same with the rules alone, and as found without them', async () => {
    const profile = await learn(said);
    const { profile: chosen, ...read } = await parse(other, { profiles: [profile] });
    expect(chosen).toBeDefined();
    expect(await parse(other, { rules: profile.rules, profiles: [profile] })).toEqual(read);
    expect(await parse(other, { rules: noRules, profiles: [profile] })).toEqual(await parse(other));
  });

  test('obeys what is said of itself before that', async () => {
    const profile = await learn(said);
    const { articles } = await parse(other, {
      profiles: [profile],
      joins: [second],
      roles: [{ line: 3, role: 'byline' }],
      fields: [{ first: null, name: 'source', value: 'Echo' }],
    });
    expect(articles.map(({ lines, source }) => [lines, source])).toEqual([
      [[1, 18], 'Echo'],
      [[21, 28], 'Echo'],
    ]);
    expect(articles[0]).toMatchObject({ byline: 'Harbour desk', section: null });
  });

  test('is decoded as the first one was', async () => {
    const first = await parseFile(encode(makeMonitor([1, 2, 3])), 'a', { encoding: 'windows-1254', learns: true });
    const learned = 'learned' in first ? first.learned : undefined;
    if (learned === undefined) throw new Error('nothing was learned');
    const profiles = [{ id: 'b'.repeat(32) as ProfileId, name: 'Turkish', createdAt: 1, ...learned }];
    expect(await parseFile(encode(other), 'b', { profiles })).toMatchObject({ encoding: 'windows-1254' });
    expect(await parseFile(encode(other), 'b', { profiles, encoding: 'iso-8859-15' })).toMatchObject({
      encoding: 'iso-8859-15',
    });
  });
});

test('takes the later of two rules about the same', () => {
  const earlier = { ...noRules, lines: [{ print: 'more', role: 'out' as const }], encoding: 'big5' as const };
  const later = { ...noRules, lines: [{ print: 'more', role: 'body' as const }], restore: ['residue' as const] };
  expect(joinRules(earlier, later)).toEqual({ ...noRules, ...later, encoding: 'big5' });
});

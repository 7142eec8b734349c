import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file.ts';

const P = 'The council met on Monday evening to speak about the bridge, the school and the price of bread. '
  .repeat(5)
  .trim();
const headlines = ['bridge opens after a long winter', 'school finds a room', 'bread costs less for the first time'];

/** Articles under a line of their own each; the headlines look like text, so that nothing else tells where one begins. */
const write = (stamps: readonly string[]) =>
  stamps.map((stamp, index) => `${stamp}\n${headlines[index]}\n\n${P}\n\n${P}`).join('\n\n');

async function read(text: string) {
  const outcome = await parseFile(Buffer.from(text), 'dump.txt');
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return {
    starts: outcome.articles.map(({ lines }) => lines?.[0]),
    cues: outcome.borders.filter(({ taken }) => taken).map(({ cue }) => cue),
  };
}

describe('parts a file that begins with one', () => {
  test.each([
    ['a time', ['14/03/2019 13:05', '14/03/2019 13:40', '15/03/2019 08:02']],
    ['a code', ['bdt0266 3 vm 118 dpa 0559', 'bdt0301 4 ku 140 dpa 0622', 'xyz0302 2 pl 90 dpa 0641']],
    ['a name and a number', ['Kod 115', 'Kod 116', 'Kod 118']],
    ['an address', ['https://a.example/1', 'https://a.example/b/2', 'https://b.example/3']],
    ['a chat', ['Kedr 24, [12.04.2023 11:47]', 'Kedr 24, [12.04.2023 18:30]', 'Kedr 24, [13.04.2023 9:00]']],
  ])('at every line like %s', async (_, stamps) => {
    expect(await read(write(stamps))).toEqual({ starts: [1, 8, 15], cues: ['stamp', 'stamp'] });
  });

  test('at two of many numbers, but not of few', async () => {
    expect((await read(write(['14/03/2019 13:05', '14/03/2019 13:40']))).starts).toEqual([1, 8]);
    expect((await read(write(['Kod 115', 'Kod 116']))).starts).toEqual([1]);
  });
});

describe('parts nothing', () => {
  test('where a headline stands above the first', async () => {
    expect((await read(`Bridge Opens\n\n${P}\n\n${write(['Day 1', 'Day 2', 'Day 3'])}`)).starts).toEqual([1]);
  });

  test('where hardly any text stands between', async () => {
    const score = ['Harbour 2, Mill 1', 'Ward 0, Quay 3', 'Dock 1, Ferry 1'].join('\n');
    expect((await read(`${score}\n\n${P}\n\n${P}`)).starts).toEqual([1]);
  });
});

test('a Japanese counter stands above its article and is of none', async () => {
  const text = [1, 2]
    .map((number) => `◇　${number}件目／全2件　◇\n2016年09月0${number}日 朝刊\n${P}\n\n${P}`)
    .join('\n\n');
  expect(await read(text)).toEqual({ starts: [2, 8], cues: ['counter'] });
});

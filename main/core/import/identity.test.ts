import { describe, expect, test } from 'vitest';
import type { Block } from '../../../shared/model.ts';
import { articleIdOf, countWords, directionOf } from './identity.ts';

const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, index) => ({ kind: 'paragraph', line: index + 1, text }));
const article = { title: 'Owls nest in café', blocks: paragraphs('A pair of owls.', 'It moved in.') };

describe('an id', () => {
  test('is 24 hex digits', () => expect(articleIdOf(article)).toMatch(/^[0-9a-f]{24}$/));

  test.each([
    [
      'other line numbers and kinds',
      { ...article, blocks: article.blocks.map(({ text }) => ({ kind: 'heading' as const, line: 9, text })) },
    ],
    ['other blanks', { title: ' Owls  nest\u00A0in café ', blocks: paragraphs('A pair\nof owls.', 'It moved in. ') }],
    ['another way to write é', { ...article, title: 'Owls nest in cafe\u0301' }],
    ['invisible characters', { ...article, title: 'Owls\u200B nest in ca\u00ADf\u200Eé' }],
  ])('is the same with %s', (_what, other) => expect(articleIdOf(other)).toBe(articleIdOf(article)));

  test.each([
    ['another headline', { ...article, title: 'Owls leave the café' }],
    ['another case', { ...article, title: 'OWLS NEST IN CAFÉ' }],
    ['a paragraph less', { ...article, blocks: article.blocks.slice(1) }],
    ['paragraphs joined', { ...article, blocks: paragraphs('A pair of owls. It moved in.') }],
    ['paragraphs in another order', { ...article, blocks: article.blocks.toReversed() }],
  ])('is another with %s', (_what, other) => expect(articleIdOf(other)).not.toBe(articleIdOf(article)));
});

describe('words', () => {
  test.each([
    ['Latin, by white space', 'The RSF-affiliated pages – “shared” videos.', 6],
    ['Arabic', 'أعلن وزير النقل يوم الثلاثاء', 5],
    ['Korean', '산골 역에 도서실이 문을 열었다', 5],
    ['Chinese, by letters', '新华社北京八月二十六日电，天气晴。', 9],
    ['Thai, by letters', 'รถไฟสายภูเขากลับมาวิ่งอีกครั้ง', 7],
    ['a mixture', 'CNN报道说', 3],
    ['nothing', ' \n ', 0],
  ])('of %s', (_what, text, words) => expect(countWords({ blocks: paragraphs(text) })).toBe(words));

  test('of all blocks together', () => expect(countWords(article)).toBe(7));
});

test.each([
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['en', 'ltr'],
  ['zh', 'ltr'],
  [null, 'ltr'],
])('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction));

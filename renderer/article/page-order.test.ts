import { expect, test } from 'vitest';
import type { Block, Media } from '../../shared/model.ts';
import { orderPage, splitDateline, splitList } from './page-order.ts';

const block = (line: number): Block => ({ kind: 'paragraph', line, text: `p${line}` });
const media = (line: number): Media => ({ caption: `c${line}`, credit: null, qualifier: null, line });

test.each<[string, number[], number[], string]>([
  ['a caption between paragraphs', [10, 20], [15], 'p10 c15 p20'],
  ['a caption of the head comes first', [10], [4], 'c4 p10'],
  ['a caption at the end comes last', [10], [30], 'p10 c30'],
  ['captions keep the order of the dump', [10, 20], [12, 11], 'p10 c11 c12 p20'],
  ['captions alone', [], [3], 'c3'],
])('%s', (_, blocks, captions, order) => {
  const parts = orderPage({ blocks: blocks.map(block), media: captions.map(media) });
  expect(parts.map((part) => (part.kind === 'block' ? part.block.text : part.media.caption)).join(' ')).toBe(order);
});

test('splits a paragraph behind its dateline, and only where it begins with it', () => {
  expect(splitDateline('PORT ANSEL — The pilots', 'PORT ANSEL')).toEqual(['PORT ANSEL', ' — The pilots']);
  expect(splitDateline('The pilots', 'PORT ANSEL')).toBeNull();
  expect(splitDateline('The pilots', null)).toBeNull();
});

test('takes the bullets off a list', () => {
  expect(splitList('- one\n• two\n3. three\n\nfour - five')).toEqual(['one', 'two', 'three', 'four - five']);
});

import { expect, test } from 'vitest';
import { nestTags } from './nest-tags.ts';

test('sets a tag below its parent, and leaves it whole where there is none', () => {
  const tags = ['water', 'harbour/pilots/night', 'harbour', 'coast/tides', 'harbour/pilots'].map((name) => ({
    name,
    colour: 1,
    total: 1,
    unread: 0,
  }));
  expect(nestTags(tags).map(({ depth, shortName }) => `${depth} ${shortName}`)).toEqual([
    '0 coast/tides',
    '0 harbour',
    '1 pilots',
    '2 night',
    '0 water',
  ]);
});

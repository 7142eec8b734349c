import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCache } from './cache.ts';

test('keeps what was used last, and pushes out what was not', () => {
  const cache = createCache(40);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key, 10);
  expect(cache.get('a')).toBe('a');
  cache.set('e', 'e', 10);
  expect(['a', 'b', 'c', 'd', 'e'].map(cache.get)).toEqual(['a', undefined, 'c', 'd', 'e']);
});

test('does not keep what would push out most others', () => {
  const cache = createCache(40);
  cache.set('small', 1, 10);
  cache.set('large', 2, 11);
  expect([cache.get('small'), cache.get('large')]).toEqual([1, undefined]);
});

test('never holds more than it may, and answers only what was set', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(12))), (uses) => {
      const cache = createCache(40);
      const sizes = new Map<string, number>();
      for (const [number, bytes] of uses) {
        const key = `${number}`;
        if (cache.get(key) === undefined && bytes <= 10) sizes.set(key, bytes);
        cache.set(key, number, bytes);
      }
      let held = 0;
      for (const [key, bytes] of sizes) {
        const value = cache.get(key);
        if (value === undefined) continue;
        expect(value).toBe(Number(key));
        held += bytes;
      }
      expect(held).toBeLessThanOrEqual(40);
    }),
  );
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDrawnChooser, createListChooser, createSeededChooser, forEveryChoice, type Chooser } from './seeded.ts';

const take = (choose: Chooser) => Array.from({ length: 200 }, (_, index) => choose(1 + (index % 7)));

test('chooses the same from the same seed, and otherwise from another', () => {
  expect(take(createSeededChooser(7))).toEqual(take(createSeededChooser(7)));
  expect(take(createSeededChooser(7))).not.toEqual(take(createSeededChooser(8)));
});

test('reaches every choice and none beyond the bound', () => {
  const choose = createSeededChooser(1);
  const seen = new Set(Array.from({ length: 500 }, () => choose(6)));
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

test('takes the choices of a list and then the plainest', () => {
  const choose = createListChooser([5, 4]);
  expect([choose(3), choose(10), choose(9), choose(2)]).toEqual([2, 4, 0, 0]);
});

test('takes choices from a generator of fast-check', () => {
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 1, max: 9 }), (gen, bound) => {
      const choose = createDrawnChooser((most) => gen(fc.nat, { max: most }));
      expect(choose(bound)).toBeLessThan(bound);
    }),
  );
  const asked: number[] = [];
  expect(createDrawnChooser((most) => asked.push(most))(5)).toBe(1);
  expect(asked).toEqual([4]);
});

test('goes through every sequence of choices once, also where one choice decides what is chosen next', async () => {
  const seen: string[] = [];
  const runs = await forEveryChoice((choose) => {
    const first = choose(3);
    seen.push(first === 1 ? `1 ${choose(2)} ${choose(2)}` : `${first}`);
  });
  expect(seen).toEqual(['0', '1 0 0', '1 0 1', '1 1 0', '1 1 1', '2']);
  expect(runs).toBe(6);
});

test('refuses to leave out choices in silence', async () => {
  await expect(forEveryChoice((choose) => choose(11), 10)).rejects.toThrow('more than 10 ways');
});

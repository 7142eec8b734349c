import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdIndex, hashOf } from './id-index.ts';

type Deed = { readonly do: 'add' | 'delete'; readonly id: string };

/** An index over ids that lie in an array, as those of articles lie in racks, and the map that it must be equal to. */
function createPair() {
  const ids: string[] = [];
  const index = createIdIndex<string>((slot, id) => ids[slot] === id);
  const model = new Map<string, number>();
  function run({ do: kind, id }: Deed): void {
    if (kind === 'delete') {
      index.delete(id);
      model.delete(id);
      return;
    }
    const slot = ids.push(id) - 1;
    const isNew = !model.has(id);
    if (isNew) model.set(id, slot);
    expect(index.add(slot, hashOf(id), () => id)).toBe(isNew);
  }
  return { index, model, run };
}

test('behaves as a map does, whatever comes and goes', () => {
  const deed: fc.Arbitrary<Deed> = fc.record({
    do: fc.constantFrom('add' as const, 'delete' as const),
    id: fc.nat(40).map(String),
  });
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 200 }), (deeds) => {
      const { index, model, run } = createPair();
      for (const each of deeds) run(each);
      expect(index.size()).toBe(model.size);
      for (let id = 0; id <= 41; id += 1) expect(index.get(String(id))).toBe(model.get(String(id)));
    }),
  );
});

test('finds each of many, also after more came and went than it ever held', () => {
  const { index, model, run } = createPair();
  for (let round = 0; round < 20_000; round += 1) {
    run({ do: 'add', id: `id ${round}` });
    if (round >= 3000) run({ do: 'delete', id: `id ${round - 3000}` });
  }
  expect(index.size()).toBe(3000);
  for (let id = 0; id < 20_001; id += 1) expect(index.get(`id ${id}`)).toBe(model.get(`id ${id}`));
});

test('tells ids of the same hash apart', () => {
  const [one, other] = findCollision();
  const { index, model, run } = createPair();
  for (const id of [one, other]) run({ do: 'add', id });
  expect([index.get(one), index.get(other)]).toEqual([0, 1]);
  run({ do: 'delete', id: one });
  expect([index.get(one), index.get(other), index.size()]).toEqual([undefined, 1, model.size]);
});

/** Among a quarter of a million ids some share 32 bits. */
function findCollision(): readonly [string, string] {
  const known = new Map<number, string>();
  for (let number = 0; number < 1_000_000; number += 1) {
    const id = `id ${number}`;
    const other = known.get(hashOf(id));
    if (other !== undefined) return [other, id];
    known.set(hashOf(id), id);
  }
  throw new Error('no two ids share a hash');
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId, ArticleState } from '../../../shared/model.ts';
import { createArticleTable, RACK, type ArticleTable } from './article-table.ts';
import { toColumns } from './columns.ts';
import type { Head } from './state.ts';
import { idOf } from './test-changes.ts';
import { headArbitrary } from './test-heads.ts';
import { toTyped } from './typed-columns.ts';

type Model = { readonly heads: Map<ArticleId, Head>; readonly states: Map<ArticleId, ArticleState> };
type Deed = {
  readonly do: 'head' | 'drop' | 'state' | 'forget';
  readonly key: number;
  readonly head: Head;
  readonly state: ArticleState;
};

const state: fc.Arbitrary<ArticleState> = fc.record({
  read: fc.boolean(),
  starred: fc.boolean(),
  trashed: fc.boolean(),
  tags: fc.subarray(['a', 'b']),
});
const deed: fc.Arbitrary<Deed> = fc
  .record({
    do: fc.constantFrom('head' as const, 'drop' as const, 'state' as const, 'forget' as const),
    key: fc.nat(12),
    head: headArbitrary,
    state,
  })
  .map((each) => Object.assign(each, { head: Object.assign({}, each.head, { id: idOf(each.key) }) }));

function run({ heads, states }: Pick<ArticleTable, 'heads' | 'states'> | Model, { do: kind, key, ...to }: Deed): void {
  const id = idOf(key);
  if (kind === 'head') heads.set(id, to.head);
  else if (kind === 'drop') heads.delete(id);
  else if (kind === 'state') states.set(id, to.state);
  else states.delete(id);
}

/** A second table that is read from what the first one draws. */
function redraw(table: ArticleTable): ArticleTable {
  const read = createArticleTable(() => undefined);
  const pictures = table.racks().map((rack) => [rack, table.picture(rack)()] as const);
  for (const [rack, rows] of pictures) read.fill(rack, toTyped(toColumns(rows.map(([head]) => head))));
  for (const [, rows] of pictures) for (const [{ id }, of] of rows) if (of !== undefined) read.states.set(id, of);
  for (const [id, of] of table.orphans()) read.states.set(id, of);
  return read;
}

function expectSame(table: ArticleTable, { heads, states }: Model): void {
  expect(table.heads.size).toBe(heads.size);
  expect([...table.heads.values()].map(({ id }) => id).toSorted()).toEqual([...heads.keys()].toSorted());
  for (let key = 0; key <= 12; key += 1) {
    const id = idOf(key);
    expect(table.heads.has(id)).toBe(heads.has(id));
    expect(table.heads.get(id)).toEqual(heads.get(id));
    expect(table.states.get(id)).toEqual(states.get(id));
  }
  expect(new Map(table.states.entries())).toEqual(states);
  expect(new Map(table.orphans())).toEqual(new Map([...states].filter(([id]) => !heads.has(id))));
}

test('behaves as two plain maps do, also once it was drawn and read back', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), fc.array(deed, { maxLength: 10 }), (before, after) => {
      const model: Model = { heads: new Map(), states: new Map() };
      const table = createArticleTable(() => undefined);
      for (const each of before) for (const on of [table, model]) run(on, each);
      expectSame(table, model);
      const read = redraw(table);
      expectSame(read, model);
      for (const each of after) for (const on of [table, read, model]) run(on, each);
      expectSame(table, model);
      expectSame(read, model);
    }),
  );
});

test('a picture is what was there, whatever is changed before it is drawn', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), fc.array(deed, { maxLength: 20 }), (before, after) => {
      const first = createArticleTable(() => undefined);
      for (const each of before) run(first, each);
      for (const table of [first, redraw(first)]) {
        const then = structuredClone(table.racks().map((rack) => table.picture(rack)()));
        const pictures = table.racks().map((rack) => table.picture(rack));
        for (const each of after) run(table, each);
        expect(pictures.map((picture) => picture())).toEqual(then);
      }
    }),
  );
});

test('names every part that a change alters before it is drawn next', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const touched = new Set<string>();
      const table = createArticleTable((part, rack) => void touched.add(`${part} ${rack}`));
      const draw = () => ({
        'heads 0': JSON.stringify(
          table
            .picture(0)()
            .map(([head]) => head),
        ),
        'states 0': JSON.stringify(
          table
            .picture(0)()
            .map(([{ id }, of]) => [id, of]),
        ),
        'orphans 0': JSON.stringify(table.orphans()),
      });
      for (const each of deeds) {
        const before = draw();
        touched.clear();
        run(table, each);
        const was = new Map(Object.entries(before));
        const changed = Object.entries(draw()).filter(([part, text]) => text !== was.get(part));
        expect([...touched]).toEqual(expect.arrayContaining(changed.map(([part]) => part)));
      }
    }),
  );
});

test('a rack that is full says the same as before, whatever comes and goes after that', () => {
  const [sample] = fc.sample(headArbitrary, { numRuns: 1, seed: 2 });
  if (sample === undefined) throw new Error('no head was made');
  const model = new Map<ArticleId, Head>();
  const table = createArticleTable(() => undefined);
  const set = (key: number, title: string): void => {
    const head = { ...sample, id: idOf(key), title };
    for (const on of [table.heads, model]) on.set(head.id, head);
  };
  for (let key = 0; key < RACK; key += 1) set(key, `headline ${key}`);
  const picture = table.picture(0);
  set(RACK, 'first of the next rack');
  set(7, 'changed since');
  for (const on of [table.heads, model]) on.delete(idOf(9));
  for (const [id, head] of model) expect(table.heads.get(id)).toEqual(head);
  expect(table.heads.has(idOf(9))).toBe(false);
  expect([...table.heads.values()]).toEqual([...model.values()]);
  expect(picture()[7]?.[0].title).toBe('headline 7');
});

test('a second rack begins when the first one is full, and an emptied one is not drawn', () => {
  const table = createArticleTable(() => undefined);
  const [sample] = fc.sample(headArbitrary, { numRuns: 1, seed: 1 });
  if (sample === undefined) throw new Error('no head was made');
  for (let key = 0; key <= RACK; key += 1) table.heads.set(idOf(key), { ...sample, id: idOf(key) });
  expect(table.racks()).toEqual([0, 1]);
  expect([table.picture(0)().length, table.picture(1)().length]).toEqual([RACK, 1]);
  table.heads.delete(idOf(RACK));
  expect(table.racks()).toEqual([0]);
});

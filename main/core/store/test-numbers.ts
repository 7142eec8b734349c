/* The smallest library there is, for tests of the store: a list of numbers, four in each part of its catalogue. */

import { Low } from 'lowdb';
import { realDisk, type Disk } from './disk.ts';
import type { Codec } from './load.ts';
import type { Rescue } from './snapshot.ts';
import { openStore, type Store } from './store.ts';

export type Numbers = { readonly list: number[]; readonly dirty: Set<string> };
export type Add = { readonly add: number };

const PART = 4;
const keyOf = (index: number): string => `numbers-${String(Math.floor(index / PART)).padStart(4, '0')}`;

export const numbersCodec: Codec<Numbers, Add> = {
  empty: () => ({ list: [], dirty: new Set() }),
  isEmpty: ({ list }) => list.length === 0,
  apply({ list, dirty }, { add }) {
    dirty.add(keyOf(list.length));
    list.push(add);
  },
  keys: ({ list }) => [...new Set(['head', ...list.map((_, index) => keyOf(index))])],
  takeDirty({ dirty }) {
    const keys = [...dirty];
    dirty.clear();
    return keys;
  },
  draw({ list }, key) {
    if (key === 'head') return () => '{"kind":"numbers"}';
    const numbers = list.filter((_, index) => keyOf(index) === key);
    return () => JSON.stringify({ numbers });
  },
  parsePart: (_key, content) => JSON.parse(content.toString()) as unknown,
  fromParts: (parts) => ({
    list: parts.flatMap(({ value }) => (value as { numbers?: number[] }).numbers ?? []),
    dirty: new Set(),
  }),
};

const nothing: Rescue<Add> = { changes: [], repairs: [], hasMore: false };

export type NumbersOptions = {
  readonly disk?: Disk;
  readonly folder: string;
  readonly readable?: boolean;
  readonly rescue?: (thorough: boolean) => Rescue<Add>;
};
export type OpenNumbers = {
  readonly store: Store<Numbers, Add>;
  readonly list: readonly number[];
  readonly notices: readonly string[];
  readonly add: (value: number) => Promise<void>;
  readonly compact: () => Promise<void>;
};

/** Opens the library as the reader does. On a disk that is not the real one nothing is locked. */
export async function openNumbers({ folder, readable = false, rescue, disk }: NumbersOptions): Promise<OpenNumbers> {
  const notices: string[] = [];
  const store = await openStore<Numbers, Add>({
    folder,
    clock: () => 1,
    codec: numbersCodec,
    rescue: async (_texts, _document, thorough) => rescue?.(thorough) ?? nothing,
    migrations: [],
    beforeMigration: async () => undefined,
    readable,
    notice: (line) => notices.push(line),
    disk: disk ?? realDisk,
    ...(disk === undefined ? {} : { lock: async () => ({ release: () => undefined }) }),
  });
  try {
    const low = new Low(store.adapter, { document: numbersCodec.empty(), pending: [] as Add[] });
    await low.read();
    return {
      store,
      list: low.data.document.list,
      notices,
      add: (value) => low.update(({ pending }) => void pending.push({ add: value })),
      compact: () => store.adapter.compact(low.data.document),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What a library holds, with what was said when it was opened. */
export async function readNumbers(
  options: NumbersOptions,
): Promise<{ readonly numbers: readonly number[]; readonly notices: readonly string[] }> {
  const { store, list, notices } = await openNumbers(options);
  await store.close();
  return { numbers: list, notices };
}

/** Numbers 1 to 8 in five generations, of which three are kept; 9 and 10 in the journal only. */
export async function makeNumbers(options: NumbersOptions): Promise<void> {
  const { store, add, compact } = await openNumbers(options);
  for (let value = 1; value <= 8; value += 1) {
    await add(value);
    if (value % 2 === 0) await compact();
  }
  await add(9);
  await add(10);
  await store.close();
}

export const allNumbers: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/* Reads a pack and says which of the records that must be in it are not as they were written. */

import type { Article } from '../../../shared/model.ts';
import type { BodyRecord, MoreRecord, ReportsRecord } from '../library/body.ts';
import { lengthOf } from '../library/cut.ts';
import type { Bodies, Scanned } from '../store/bodies.ts';
import { errorCode } from '../store/disk.ts';
import type { Task } from './context.ts';
import { isSameRef, type Pointer } from './pack-index.ts';

export type PackRead = {
  readonly isThere: boolean;
  readonly damaged: readonly Pointer[];
  /** Whole, with what its article says, but for its text. */
  readonly whole: readonly { readonly pointer: Pointer; readonly article: Article }[];
};

type PackRecord = Partial<BodyRecord & MoreRecord & ReportsRecord>;

export async function readPack(
  bodies: Bodies,
  { pack, pointers }: { readonly pack: string; readonly pointers: readonly Pointer[] },
  { signal, breathe }: Pick<Task, 'signal' | 'breathe'>,
): Promise<PackRead> {
  const reading = createReading(pointers);
  try {
    for await (const line of bodies.scan(pack)) {
      signal.throwIfAborted();
      await breathe();
      reading.take(line);
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { isThere: false, damaged: pointers, whole: [] };
    // What the disk cannot read is as lost as what it read wrong.
    if (!['EIO', 'EISDIR'].includes(errorCode(error))) throw error;
  }
  return { isThere: true, ...reading.end() };
}

function createReading(pointers: readonly Pointer[]) {
  const at = new Map<number, Pointer[]>();
  for (const pointer of pointers) at.set(pointer.ref.offset, [...(at.get(pointer.ref.offset) ?? []), pointer]);
  const whole = new Map<Pointer, Article | undefined>();
  let last: readonly Pointer[] = [];
  /** The article whose further pieces must follow, and how many characters they have. */
  let awaited = { id: '', characters: 0 };

  function spoil(): void {
    for (const pointer of last) whole.delete(pointer);
    awaited = { id: '', characters: 0 };
  }

  function take({ ref, value }: Scanned): void {
    // The line break after the line before.
    if (ref.length === 0) return spoil();
    const record = value as PackRecord | undefined;
    if (awaited.characters > 0 && record?.more === awaited.id) {
      awaited.characters -= lengthOf(record.blocks ?? []);
      return;
    }
    if (awaited.characters > 0) spoil();
    last = (at.get(ref.offset) ?? []).filter((pointer) => record !== undefined && fits(pointer, ref, record));
    const { article } = record ?? {};
    for (const pointer of last)
      whole.set(pointer, article === undefined ? undefined : { ...article, blocks: [], media: [] });
    if (last.length > 0 && article !== undefined)
      awaited = { id: article.id, characters: record?.hiddenCharacters ?? 0 };
  }

  return {
    take,
    end() {
      if (awaited.characters > 0) spoil();
      const articles = [...whole].flatMap(([pointer, article]) =>
        article === undefined ? [] : [{ pointer, article }],
      );
      return { damaged: pointers.filter((pointer) => !whole.has(pointer)), whole: articles };
    },
  };
}

function fits(pointer: Pointer, ref: Scanned['ref'], record: PackRecord): boolean {
  if (!isSameRef(pointer.ref, ref)) return false;
  return pointer.kind === 'body' ? record.article?.id === pointer.head.id : record.reports !== undefined;
}

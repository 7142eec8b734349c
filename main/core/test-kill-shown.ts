/* What the child of kill.test.ts does and says, in the words of the model that it is compared to. One JSON object a line. */

import type { ImportId } from '../../shared/model.ts';
import type { Act } from './crash/model.ts';
import type { Opened } from './test-reader.ts';

export type Said =
  /** The library as it shows itself, when everything that was begun is acknowledged. */
  | { readonly now: Shown }
  /** About to do these, all at once; each is acknowledged on its own, by its number. */
  | { readonly begin: readonly Act[] }
  | { readonly acknowledged: number }
  /** About to close and open again. `compacts`: so much was done that a generation is written. */
  | { readonly reopen: { readonly compacts: boolean } }
  | { readonly wrong: string };

/** How a child is to begin: anyhow, with an import, or with so many changes that closing writes a generation. */
export type Way = 'work' | 'import' | 'compact';

export type Orders = {
  readonly directory: string;
  readonly way: Way;
  readonly seed: number;
  /** Ids of the articles that the test dumps are made of, by key. */
  readonly ids: readonly string[];
};

export type Shown = {
  /** id -> "read starred trashed tags" */
  readonly articles: Readonly<Record<string, string>>;
  readonly imports: readonly ImportId[];
  readonly undo: string | null;
  readonly redo: string | null;
};

export async function show({ reader, ask }: Opened): Promise<Shown> {
  const { imports, undo, redo } = await ask('library.overview', {});
  const lists = await Promise.all((['all', 'trash'] as const).map((kind) => reader.list({ kind })));
  const articles = lists.flatMap((list, index) =>
    list.map(({ id, read, starred, tags }) => [id, showState({ read, starred, tags, trashed: index === 1 })] as const),
  );
  return { articles: Object.fromEntries(articles), imports: imports.map(({ id }) => id).sort(), undo, redo };
}

type State = {
  readonly read: boolean;
  readonly starred: boolean;
  readonly trashed: boolean;
  readonly tags: readonly string[];
};

export function showState({ read, starred, trashed, tags }: State): string {
  return `${read} ${starred} ${trashed} ${[...tags].sort().join()}`;
}

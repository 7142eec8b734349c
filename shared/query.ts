/* Which articles a list shows. A sidebar entry is a Query, and a search will be one. */

import { z } from 'zod';

export const querySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('unread') }),
  z.strictObject({ kind: z.literal('starred') }),
  z.strictObject({ kind: z.literal('trash') }),
  z.strictObject({ kind: z.literal('source'), name: z.string().max(1000).nullable() }),
  z.strictObject({ kind: z.literal('tag'), name: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('import'), id: z.string().min(1).max(64) }),
]);

export type Query = z.infer<typeof querySchema>;

/** Orders of a list. `newest` and `oldest` go by date, undated articles last; `imported` is the order of the dumps, newest drop first. */
export const sorts = ['newest', 'oldest', 'imported', 'source', 'title', 'longest'] as const;
export type Sort = (typeof sorts)[number];

/** One string for a query: equal queries, equal keys. */
export function queryKey(query: Query): string {
  switch (query.kind) {
    case 'source':
      return `source:${query.name ?? ''}`;
    case 'tag':
      return `tag:${query.name}`;
    case 'import':
      return `import:${query.id}`;
    case 'all':
    case 'unread':
    case 'starred':
    case 'trash':
      return query.kind;
  }
}

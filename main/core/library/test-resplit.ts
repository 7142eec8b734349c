/* The first file of an import split into other articles, for tests. */

import type { ImportId } from '../../../shared/model.ts';
import type { Happening, ImportedChange } from './change.ts';
import { compareFound, stateOf, type Catalogue, type Found, type Head } from './state.ts';

/** `now`: what the file holds from now on. The first of its articles gets a star. */
export function toResplit(catalogue: Catalogue, id: ImportId, now: ImportedChange): Happening {
  const record = catalogue.imports.get(id);
  const [imported] = record?.files ?? [];
  if (record === undefined || imported === undefined) throw new Error('an import without a file');
  const heads = now.heads.map((head) => toSplitHead(head, id, now));
  const [first] = heads;
  const was = first === undefined ? [] : [[first.id, stateOf(catalogue, first.id)] as const];
  return {
    kind: 'resplit',
    id,
    file: 0,
    before: { imported, reports: record.reports, heads: headsOf(catalogue, id), states: was },
    after: {
      imported: { ...imported, encoding: 'koi8-r' },
      reports: record.reports.toReversed(),
      heads,
      states: was.map(([article, state]) => [article, Object.assign({}, state, { starred: true })] as const),
    },
  };
}

function headsOf({ heads }: Catalogue, id: ImportId): readonly Head[] {
  const here: Head[] = [];
  for (const head of heads.values()) {
    const found = head.found.filter(({ importId, file }) => importId === id && file === 0);
    if (found.length > 0) here.push({ ...head, found });
  }
  return here;
}

function toSplitHead(head: Head, importId: ImportId, { known }: ImportedChange): Head {
  const more = known.filter((each) => each.id === head.id).map((each) => each.found);
  const found = [...head.found, ...more].map((each): Found => Object.assign({}, each, { importId }));
  return { ...head, title: `${head.title}, split anew`, found: found.sort(compareFound) };
}

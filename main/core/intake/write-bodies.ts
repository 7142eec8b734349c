/* Writes the pack of a part: the articles it adds, then the reports on its files. */

import type { Article, FileReport } from '../../../shared/model.ts';
import { toBodyRecords, type PackOrigin, type ReportsRecord } from '../library/body.ts';
import type { Bodies, RecordRef } from '../store/bodies.ts';

export type PackContents = {
  readonly articles: Iterable<Article>;
  readonly reports: readonly FileReport[];
  readonly import: PackOrigin;
};
/** Where the articles begin, in their order, and where the reports are. */
export type PackPlaces = { readonly bodies: readonly RecordRef[]; readonly report: RecordRef | null };

/** Answers once all is on disk. Without articles and reports no pack is made. */
export async function writeBodies(bodies: Bodies, pack: string, contents: PackContents): Promise<PackPlaces> {
  const { articles, reports } = contents;
  if (reports.length === 0) return { bodies: [], report: null };
  const last = { reports, import: contents.import } satisfies ReportsRecord;
  return writeTexts(bodies, pack, { articles, last });
}

/** Writes articles in their pieces, and after them a record of another kind. Answers where each article begins. */
export async function writeTexts(
  bodies: Bodies,
  pack: string,
  { articles, last }: { readonly articles: Iterable<Article>; readonly last?: object },
): Promise<PackPlaces> {
  const first: number[] = [];
  let written = 0;
  function* records(): Generator<object> {
    for (const article of articles) {
      first.push(written);
      for (const record of toBodyRecords(article)) {
        written += 1;
        yield record;
      }
    }
    if (last !== undefined) yield last;
  }
  const refs = await bodies.write(pack, records());
  return {
    bodies: first.map((index) => placeAt(refs, index)),
    report: last === undefined ? null : placeAt(refs, written),
  };
}

/** A record without a place would be an article lost, or one read from its neighbour's place. */
function placeAt(refs: readonly RecordRef[], index: number): RecordRef {
  const ref = refs[index];
  if (ref === undefined) throw new Error(`record ${index} of ${refs.length} has no place in its pack`);
  return ref;
}

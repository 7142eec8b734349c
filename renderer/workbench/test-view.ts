/* For tests: what a file gives, of which only the lines matter. */

import type { ImportId, LineRange, Sha256 } from '../../shared/model.ts';
import { noCorrections, type SplitArticle, type SplitView } from '../../shared/split.ts';

function toArticle(lines: LineRange): SplitArticle {
  const fields = { subtitle: null, byline: null, agency: null, dateline: null, place: null, date: null };
  const more = { source: null, section: null, language: null, url: null };
  const text = { title: `Article at ${lines[0]}`, excerpt: '', words: 1 };
  return { lines, confidence: 0.9, fields: { ...fields, ...more }, inferred: [], media: [], ...text };
}

export function makeView(ranges: readonly LineRange[], rest: Partial<SplitView> = {}): SplitView {
  return {
    importId: 'a-00000000' as ImportId,
    fileNumber: 0,
    file: 'dump.txt',
    sha256: '0'.repeat(64) as Sha256,
    encoding: 'utf-8',
    profile: null,
    corrections: noCorrections,
    confidence: 0.9,
    warnings: [],
    articles: ranges.map(toArticle),
    possibleBorders: [],
    borders: [],
    dropped: [],
    separatorLines: 0,
    ledger: { bytes: 0, articles: 0, dropped: 0, separators: 0, unassigned: 0 },
    ...rest,
  };
}

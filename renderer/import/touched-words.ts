import type { ArticleState } from '../../shared/model.ts';

/** What a person did to an article: "starred, tagged harbour and tides, in the trash". */
export function wordTouched({ starred, trashed, tags }: ArticleState, locale?: string): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const reasons = [
    ...(starred ? ['starred'] : []),
    ...(tags.length > 0 ? [`tagged ${list.format(tags.map((tag) => `\u2068${tag}\u2069`))}`] : []),
    ...(trashed ? ['in the trash'] : []),
  ];
  return reasons.join(', ');
}

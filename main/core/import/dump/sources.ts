/* Which paper a dump is from, where no line says it: every value here is concluded and marked so. */

import { isAgency, isOutlet } from './agencies.ts';

const told =
  /\b(?:told|speaking to|an interview with|in comments to) ((?:[Tt]he )?\p{Lu}[\p{L}'’-]*(?:[ ](?:\p{Lu}[\p{L}'’-]*|of|the|and(?= \p{Lu})))*)/gu;
const toldArabic = /(?:^|[\s،])(?:ل|لـ|إلى\s|مع\s)\s?[«"“]([\p{Script=Arabic}\s]{3,30})[»"”]/gu;

const hint = /told |speaking to |view with |ments to |[«»“]/;

/**
 * Counts "told <Outlet>" in paragraphs. Only names that read like an outlet count, agencies do not: everyone quotes
 * them.
 */
export function countTold(paragraph: string, counts: Map<string, number>): void {
  if (!hint.test(paragraph)) return;
  for (const [, name = ''] of paragraph.matchAll(told)) {
    const outlet = name.replace(/^[Tt]he (?=.* )/, '').replace(/ (?:of|the|and)$/, '');
    if (isOutlet(outlet) && !isAgency(outlet)) add(counts, outlet);
  }
  for (const [, name = ''] of paragraph.matchAll(toldArabic)) add(counts, name.trim());
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The one outlet that is told things at least twice, and at least twice as often as any other. */
export function findToldOutlet(counts: ReadonlyMap<string, number>): string | undefined {
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  if (first === undefined || first[1] < 2 || (second !== undefined && second[1] * 2 > first[1])) return undefined;
  return first[0];
}

/** The host of an address without `www.`, as a source. */
export function findHost(url: string): string | undefined {
  const address = /^https?:/i.test(url) ? url : `https://${url}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined;
}

/* Numbers and decorations that dumps put before or between articles. */

export type Counter = { readonly number: number; readonly of: number | null };
export type Numbered = { readonly number: number; readonly of: number | null; readonly rest: string };

const noun =
  '(?:documents?|dokumente?n?|doc|articles?|artikel|art[íi]culos?|stor(?:y|ies)|texts?|records?|news|документ|статья|مقال|خبر|文章|第)';
const of = '(?:\\s*(?:of|von|de|sur|van|di|из|من|/|／)\\s*)';
const counters = [
  new RegExp(`^${noun}\\s*(?:no\\.?|nr\\.?|n°|#|number)?\\s*(\\d{1,6})(?:${of}(\\d{1,6}))?\\s*[:.]?$`, 'i'),
  new RegExp(`^(?:FOCUS - )?(\\d{1,6})${of}(\\d{1,6})\\s+${noun}$`, 'i'),
  /^[[(<{]\s*(\d{1,6})\s*(?:\/|of|von|de)\s*(\d{1,6})\s*[\])>}]$/i,
  new RegExp(`^[=\\-*#_~]{2,}\\s*(?:${noun})?\\s*#?(\\d{1,6})(?:${of}(\\d{1,6}))?\\s*[=\\-*#_~]{2,}$`, 'i'),
  /^第\s*(\d{1,6})\s*[篇条則则](?:\s*[,，/]?\s*[共]\s*(\d{1,6})\s*[篇条則则])?$/,
];

/** A line that only counts: "Document 3 of 120", "3 of 10 DOCUMENTS", "[3/10]", "=== 3 ===". */
export function findCounter(text: string): Counter | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  for (const pattern of counters) {
    const match = pattern.exec(text);
    if (match !== null) return { number: Number(match[1]), of: match[2] === undefined ? null : Number(match[2]) };
  }
  return undefined;
}

/** A headline that carries its number: "12. Harbour reopens", "[3/10] Harbour reopens", "#4 Harbour reopens". */
export function findNumbered(text: string): Numbered | undefined {
  const match = /^(?:[[(](\d{1,5})\s*(?:\/|of|von|de)\s*(\d{1,5})[\])]|(\d{1,4})[.)]|#(\d{1,4})[:.]?)\s+(?=\S)/.exec(
    text,
  );
  if (match === null) return undefined;
  const number = Number(match[1] ?? match[3] ?? match[4]);
  return { number, of: match[2] === undefined ? null : Number(match[2]), rest: text.slice(match[0].length) };
}

/** A headline marked as one: "# Harbour reopens", "=== Harbour reopens ===", "** Harbour reopens **". */
export function findHeading(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const match = /^(?:#{1,2}\s+(\S.*?)(?:\s+#+)?|([=*~_-]{2,6})\s*(\S.*?)\s*\2)$/.exec(text);
  const heading = match?.[1] ?? match?.[3];
  return heading === undefined || /^[=*~_-]/.test(heading) ? undefined : heading;
}

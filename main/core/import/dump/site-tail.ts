/* " - Site name" at the end of headlines: taken off when the headlines of a file share it. */

const tail = /\s+[-–—|]\s+[^-–—|]{2,40}$/;

/** The ending that at least two and 60 % of the headlines share, with its dash. */
export function findSiteTail(titles: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const found = title === undefined ? undefined : tail.exec(title)?.[0];
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [best] = [...counts].sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] >= Math.max(2, titles.length * 0.6) ? best[0] : undefined;
}

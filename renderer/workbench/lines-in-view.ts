/* Which lines of the text the eye sees: asked of the page, because long lines take more room than short ones. */

/** The line at a height of the window, at the nearer edge of the text where it is beside it. */
export function findLineAt(text: HTMLElement, clientY: number): number | null {
  const { top, bottom, left, width } = text.getBoundingClientRect();
  const inside = Math.min(Math.max(clientY, top + 1), bottom - 2);
  const row = document
    .elementsFromPoint(left + width / 2, inside)
    .map((element) => element.closest<HTMLElement>('[data-line]'))
    .find((found) => found !== null);
  return row === null || row === undefined ? null : Number(row.dataset['line']);
}

/** How many lines a page has: those in view but two, which stay to go on from. */
export function countPageLines(text: HTMLElement): number {
  const { top, bottom } = text.getBoundingClientRect();
  return Math.max(1, (findLineAt(text, bottom) ?? 1) - (findLineAt(text, top) ?? 1) - 1);
}

/* Where the keys are: which pane has the focus, and moving it. A pane names its element with `data-pane`. */

const order = ['notices', 'sidebar', 'list', 'article', 'toasts'] as const;
export type PaneName = (typeof order)[number];

function findPane(name: PaneName): HTMLElement | null {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  return pane !== null && pane.getClientRects().length > 0 ? pane : null;
}

/** Gives a pane the focus; true when it is there. */
export function focusPane(name: PaneName): boolean {
  const pane = findPane(name);
  if (pane === null) return false;
  const target = pane.matches('[tabindex]')
    ? pane
    : pane.querySelector<HTMLElement>('[data-pane-start], [tabindex="0"], button');
  target?.focus();
  return target !== null;
}

/** Who moves from row to row with the focus in the sidebar, or nowhere, means the list: its arrows work from then on. */
export function focusListFromSidebar(): void {
  const { activeElement } = document;
  if (activeElement === document.body || findPane('sidebar')?.contains(activeElement) === true) focusPane('list');
}

/** Moves the focus to the next pane that is shown, around the end. */
export function focusNextPane(step: 1 | -1): void {
  const at = order.findIndex((name) => findPane(name)?.contains(document.activeElement) === true);
  for (let tried = 1; tried <= order.length; tried += 1) {
    const name = order[(Math.max(at, step === 1 ? -1 : 0) + step * tried + order.length * 2) % order.length];
    if (name !== undefined && focusPane(name)) return;
  }
}

/** Scrolls the article by its height less two lines. False when it already stands at that end. */
export function scrollArticle(direction: 1 | -1): boolean {
  const pane = document.querySelector<HTMLElement>('[data-pane="article"]');
  if (pane === null) return false;
  const line = 28;
  const before = pane.scrollTop;
  pane.scrollBy({ top: direction * Math.max(pane.clientHeight - 2 * line, line), behavior: 'instant' });
  return Math.abs(pane.scrollTop - before) > 1;
}

import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move among the entries of the sidebar, which is a single stop of the tab key. */
export function moveWithin(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-entry]')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  entries[Math.min(Math.max(to, 0), entries.length - 1)]?.focus();
}

import type { KeyboardEvent, RefObject } from 'react';
import { useApp, type App } from '../state/app.ts';
import { moveBy, select } from '../state/navigate.ts';

/** Keys that only a list knows: a range with Shift, the focus alone with Ctrl, pages. The rest are commands. */
export function useListKeys(scroller: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const app = useApp();
  return (event) => {
    const step = findStep(event.key, pageOf(scroller.current));
    const isMod = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    if (event.key === ' ' && isMod) toggleFocus(app);
    else if (step !== null && event.shiftKey) moveBy(app, step, 'extend');
    else if (step !== null && isMod) moveBy(app, step, 'focus');
    else if (step !== null && event.key.startsWith('Page')) moveBy(app, step);
    else return;
    event.preventDefault();
  };
}

function toggleFocus(app: App): void {
  const { focus } = app.selection.get();
  if (focus !== null) select(app, { kind: 'toggle', id: focus });
}

function pageOf(element: HTMLElement | null): number {
  const row = element?.querySelector('[role="option"]')?.clientHeight ?? 88;
  return Math.max(1, Math.floor((element?.clientHeight ?? row) / row) - 1);
}

function findStep(key: string, page: number): number | null {
  const steps: Partial<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[key] ?? null;
}

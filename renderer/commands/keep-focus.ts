/* The focus is never lost: when what had it goes away, the pane that is left gets it. */

import { useEffect } from 'react';
import { focusPane } from './panes.ts';

/** A dialog that closes gives the focus back by itself, within a frame or two; only then is it ours to place. */
const patienceMs = 60;

/** Watches for as long as the window is there. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let wasInSidebar = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function handleFocusIn({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      last = target;
      wasInSidebar = target.closest('.sidebar, [data-pane="sidebar"]') !== null;
    }
    // Someone who clicked beside everything lost nothing: only an element that is gone counts.
    const isLost = (): boolean =>
      last !== null && !last.isConnected && (document.activeElement ?? document.body) === document.body;
    const observer = new MutationObserver(() => {
      if (timer === undefined && isLost()) timer = setTimeout(restore, patienceMs);
    });
    function restore(): void {
      timer = undefined;
      if (!isLost()) return;
      if (wasInSidebar && focusPane('sidebar')) return;
      if (!focusPane('list')) focusPane('article');
    }

    document.addEventListener('focusin', handleFocusIn);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', handleFocusIn);
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
}

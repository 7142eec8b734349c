/* How wide the window is, in the three steps of the design. */

import { useSyncExternalStore } from 'react';
import { useApp } from './app.ts';
import { useSettings } from './library.ts';
import { useStore } from './store.ts';

const narrow = matchMedia('(width < 900px)');
const single = matchMedia('(width < 600px)');

/** `wide`: three panes. `narrow`: the sidebar lies over the list when it is open. `single`: one pane at a time. */
export type Width = 'wide' | 'narrow' | 'single';

export function currentWidth(): Width {
  if (single.matches) return 'single';
  return narrow.matches ? 'narrow' : 'wide';
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, currentWidth);
}

/** Whether a button is needed to get at the sidebar. */
export function useIsSidebarHidden(): boolean {
  const width = useWidth();
  const { view } = useApp();
  const { sidebarOpen } = useStore(view);
  const isFolded = useSettings()?.sidebarFolded === true;
  return width === 'wide' ? isFolded : !sidebarOpen;
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  single.addEventListener('change', listener);
  return () => {
    narrow.removeEventListener('change', listener);
    single.removeEventListener('change', listener);
  };
}

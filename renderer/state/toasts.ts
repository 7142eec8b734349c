/* Short sentences at the edge of the window, with what can be done about them. */

import { createStore, type Store } from './store.ts';

export type ToastAction = { readonly label: string; readonly run: () => void };
export type Toast = {
  readonly id: number;
  readonly words: string;
  readonly actions: readonly ToastAction[];
  /** Its Undo takes back the latest change, so it goes as soon as there is a later one. */
  readonly undoesLatest: boolean;
};
export type NewToast = {
  readonly words: string;
  readonly actions?: readonly ToastAction[];
  readonly undoesLatest?: boolean;
};

export type Toasts = {
  readonly store: Store<readonly Toast[]>;
  readonly show: (toast: NewToast) => void;
  readonly close: (id: number) => void;
  /** A change was made: an Undo that meant the one before is no longer true. */
  readonly outdate: () => void;
  /** Another library: nothing that is said or offered holds for it. */
  readonly clear: () => void;
};

const most = 3;

export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>([]);
  let last = 0;
  return {
    store,
    show({ words, actions = [], undoesLatest = false }) {
      last += 1;
      const toast = { id: last, words, actions, undoesLatest };
      store.set((toasts) => [...toasts.slice(1 - most), toast]);
    },
    close(id) {
      store.set((toasts) => toasts.filter((toast) => toast.id !== id));
    },
    clear() {
      store.set((toasts) => (toasts.length === 0 ? toasts : []));
    },
    outdate() {
      store.set((toasts) =>
        toasts.some((toast) => toast.undoesLatest) ? toasts.filter((toast) => !toast.undoesLatest) : toasts,
      );
    },
  };
}

/* Everything a pane or a command needs, made once when the window opens. */

import { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { ArticleRow, LineRange } from '../../shared/model.ts';
import { createCall, type Call } from '../transport/client.ts';
import type { Connection, Transport } from '../transport/transport.ts';
import { createStore, type Store } from './store.ts';
import { createTurns, type InTurn } from './in-turn.ts';
import { noImports, type Imports } from './import-progress.ts';
import type { OriginalText } from './original-text.ts';
import { createRows, type Rows } from './rows.ts';
import { nothingChosen, type Selection } from './selection.ts';
import { createToasts, type Toasts } from './toasts.ts';
import { firstView, type View } from './view.ts';

export type Dialog =
  | { readonly kind: 'help' }
  | { readonly kind: 'tags' }
  /** What was repaired when the library was opened. */
  | { readonly kind: 'repairs' }
  /** Before an import is undone: its articles that a person has touched since. `total` counts all, `rows` are the first. */
  | {
      readonly kind: 'touched';
      /** The import's; null where it is in no list. */
      readonly name: string | null;
      readonly rows: readonly ArticleRow[];
      readonly total: number;
      readonly onUndo: () => void;
    }
  /** Before corrections of a split are lost. */
  | { readonly kind: 'discard-split' }
  | { readonly kind: 'original'; readonly text: OriginalText; readonly file: string; readonly lines: LineRange | null };

export type App = {
  readonly transport: Transport;
  readonly call: Call;
  readonly cache: QueryClient;
  readonly rows: Rows;
  readonly view: Store<View>;
  readonly selection: Store<Selection>;
  readonly dialog: Store<Dialog | null>;
  readonly imports: Store<Imports>;
  readonly connection: Store<Connection>;
  readonly toasts: Toasts;
  /** Marks on their way to the disk: a list that is entered now waits for them, or it would show what they changed. */
  readonly pending: Set<Promise<unknown>>;
  /** Undo and redo, one after the other: each asks first what the next step is. */
  readonly inTurn: InTurn;
};

export function createApp(transport: Transport): App {
  const call = createCall(transport);
  return {
    transport,
    call,
    cache: new QueryClient({
      // The core is on this machine and says when something changed: nothing is guessed, nothing is asked twice.
      defaultOptions: {
        queries: { retry: false, staleTime: Infinity, networkMode: 'always', refetchOnWindowFocus: false },
        mutations: { networkMode: 'always' },
      },
    }),
    rows: createRows(call),
    view: createStore(firstView),
    selection: createStore<Selection>(nothingChosen),
    dialog: createStore<Dialog | null>(null),
    imports: createStore(noImports),
    connection: createStore<Connection>({ state: 'open' }),
    toasts: createToasts(),
    pending: new Set(),
    inTurn: createTurns(),
  };
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = use(AppContext);
  if (app === null) throw new Error('A pane was drawn outside of the window.');
  return app;
}

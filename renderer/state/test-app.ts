/* For tests: an app whose core is a table of answers. */

import type { MethodName, ReaderEvent, Reply } from '../../shared/contract.ts';
import type { ArticleId, ArticleRow, ArticleState, Overview } from '../../shared/model.ts';
import type { Place } from '../../shared/place.ts';
import { createEmitter } from '../transport/emitter.ts';
import type { Transport } from '../transport/transport.ts';
import { createApp, type App } from './app.ts';
import { listen } from './events.ts';

export type Answers = Partial<Record<MethodName, (input: unknown) => Reply<unknown> | Promise<Reply<unknown>>>>;

export type TestApp = {
  readonly app: App;
  readonly calls: { readonly method: string; readonly input: unknown }[];
  readonly emit: (event: ReaderEvent) => void;
  /** What the toasts say. */
  readonly words: () => readonly string[];
};

/** A method without an answer is refused, as one that is not there yet. */
export function openTestApp(answers: Answers, parts: Partial<Transport> = {}): TestApp {
  const calls: TestApp['calls'] = [];
  const { on: onEvent, emit } = createEmitter<ReaderEvent>();
  const app = createApp({
    host: 'browser',
    opensOn: null,
    call: async (method, input) => {
      calls.push({ method, input });
      const answer = answers[method as MethodName];
      return answer === undefined ? { ok: false, error: { code: 'busy', message: 'Not yet.' } } : answer(input);
    },
    onEvent,
    onResync: () => () => {},
    onConnection: () => () => {},
    onCommand: () => () => {},
    importDropped: async () => ({ ok: true, value: null }),
    choose: async () => ({ ok: true, value: null }),
    choosePlace: null,
    backup: null,
    retry: () => {},
    ...parts,
  });
  listen(app);
  return { app, calls, emit, words: () => app.toasts.store.get().map((toast) => toast.words) };
}

export function ok(value: unknown): Reply<unknown> {
  return { ok: true, value };
}

export function toRow(id: string, state: Partial<ArticleState> = {}): ArticleRow {
  const text = { title: id, excerpt: '', source: null, sourceInferred: false, date: null, language: null };
  const untouched = { read: false, starred: false, trashed: false, tags: [] };
  return { id: id as ArticleId, ...text, direction: 'ltr', importedAt: 0, words: 1, ...untouched, ...state };
}

export const noOverview: Overview = {
  all: { total: 0, unread: 0 },
  starred: { total: 0, unread: 0 },
  trash: { total: 0, unread: 0 },
  sources: [],
  tags: [],
  imports: [],
  undo: null,
  redo: null,
};

export const openPlace: Place = {
  folder: '/home/reader/Broadsheet',
  state: 'open',
  reason: null,
  note: null,
  portable: false,
  recovery: null,
  waiting: null,
  task: null,
};

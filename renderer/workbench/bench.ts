/*
 * A split while a person corrects it. Each correction is shown as what the file gives with it; one that the file cannot be
 * read with is not kept. They are done one after the other, because what a key means depends on what the one before gave.
 */

import type { SplitView } from '../../shared/split.ts';
import { createTurns, type InTurn } from '../state/in-turn.ts';
import { wordFailure } from '../state/report-failure.ts';
import type { Near } from '../state/split.ts';
import { createStore, type Store } from '../state/store.ts';
import { correct, redoCorrection, startHistory, undoCorrection, type Correction, type History } from './history.ts';
import { findJoin } from './rows.ts';
import { findBegin, settle } from './settle.ts';
import { findTargets } from './targets.ts';
import { wordCorrection, wordSteps } from './words.ts';

export type BenchState = {
  readonly history: History;
  /** What the file gives with `history.now`. */
  readonly view: SplitView;
  /** A correction is being tried. */
  readonly isBusy: boolean;
  /** What became of the last one, in a sentence. */
  readonly said: string;
};

/** What a person asks for. A join may name any line of the article that ends with it. */
export type Wish =
  | Correction
  /** Moves the border of the article at a line to the next place where it may stand. */
  | { readonly kind: 'shift'; readonly line: number; readonly direction: 1 | -1 }
  | { readonly kind: 'undo' | 'redo' };

export type BenchOptions = {
  /** The file as it is split now. */
  readonly view: SplitView;
  readonly read: (corrections: SplitView['corrections']) => Promise<SplitView>;
  /** The lines around one, in the encoding of the view. */
  readonly readNear: (view: SplitView, line: number) => Promise<Near>;
  /** Told before and after each correction whether there is something to lose. */
  readonly onChange: (isChanged: boolean) => void;
};

export type Bench = {
  readonly store: Store<BenchState>;
  /** Answers the line where a border that was set or moved stands; null where there is none. Never rejects. */
  readonly wish: (wish: Wish) => Promise<number | null>;
  readonly say: (words: string) => void;
  /** Runs a task when all wishes that came before it are done. */
  readonly inTurn: InTurn;
};

export function createBench({ view: first, read, readNear, onChange }: BenchOptions): Bench {
  const store = createStore<BenchState>({
    history: startHistory(first.corrections),
    view: first,
    isBusy: false,
    said: '',
  });
  const inTurn = createTurns();
  const say = (said: string): null => {
    store.set((state) => ({ ...state, said }));
    return null;
  };

  const isChanged = (): boolean => JSON.stringify(store.get().history.now) !== JSON.stringify(first.corrections);

  /** Takes the step; `words` are said of what it gave. */
  function show(history: History, view: SplitView, words: string): void {
    store.set((state) => ({ ...state, history, view, said: words }));
  }

  async function step(next: History, words: (view: SplitView) => string): Promise<null> {
    if (next === store.get().history) return null;
    const view = await read(next.now);
    show(next, view, words(view));
    return null;
  }

  /** Takes the correction where it changes what `isDone` asks for; true when it did. */
  async function attempt(correction: Correction, isDone: (view: SplitView) => boolean): Promise<boolean> {
    const { history } = store.get();
    const asked = correct(history, correction);
    if (asked === history) return false;
    let view = await read(asked.now);
    const now = settle(asked.now, view.articles);
    // What was set for an article is named by its line: where that is another than was asked, it is read once more.
    if (now.fields !== asked.now.fields && now.fields.length > 0) view = await read(now);
    if (!isDone(view)) return false;
    show({ ...asked, now }, view, wordCorrection(placed(correction, view), view.articles.length));
    return true;
  }

  async function split(line: number): Promise<number | null> {
    const { articles } = store.get().view;
    const isBorder = articles.some(({ lines }) => lines?.[0] === line);
    // A border in doubt is settled by setting it where it stands.
    const isDone = (view: SplitView): boolean => isBorder || view.articles.length !== articles.length;
    if (await attempt({ kind: 'split', line }, isDone)) return findBegin(store.get().view.articles, line);
    return say(isBorder ? `An article begins at line ${line} already` : `No other article can begin at line ${line}`);
  }

  async function join(line: number): Promise<number | null> {
    const at = findJoin(store.get().view, line);
    if (at === null) return say('The first article begins with the file: there is none above to join');
    const isDone = ({ articles }: SplitView): boolean => !articles.some(({ lines }) => lines?.[0] === at);
    return (await attempt({ kind: 'join', line: at }, isDone)) ? at : say(`The border at line ${at} stays`);
  }

  async function move(from: number, targets: readonly number[]): Promise<number | null> {
    for (const to of targets) {
      const isDone = ({ articles }: SplitView): boolean => !articles.some(({ lines }) => lines?.[0] === from);
      const isMoved = await attempt({ kind: 'move', from, to }, isDone);
      if (isMoved) return findBegin(store.get().view.articles, to);
    }
    return say(`The border at line ${from} cannot move there`);
  }

  async function shift(line: number, direction: 1 | -1): Promise<number | null> {
    const { view } = store.get();
    const from = findJoin(view, line);
    if (from === null) return say('The first article begins with the file: its border does not move');
    return move(from, findTargets(await readNear(view, from), from, direction));
  }

  function grant(wish: Wish): Promise<number | null> {
    const { history } = store.get();
    switch (wish.kind) {
      case 'undo':
        if (history.past.length === 0) return Promise.resolve(say('There is nothing to undo here'));
        return step(undoCorrection(history), (view) => wordSteps('undo', view.articles.length));
      case 'redo':
        if (history.future.length === 0) return Promise.resolve(say('There is nothing to do again'));
        return step(redoCorrection(history), (view) => wordSteps('redo', view.articles.length));
      case 'split':
        return split(wish.line);
      case 'join':
        return join(wish.line);
      case 'move':
        return move(wish.from, [wish.to]);
      case 'shift':
        return shift(wish.line, wish.direction);
      case 'split-all':
      case 'encoding':
      case 'profile':
      case 'field':
        return step(correct(history, wish), (view) => wordCorrection(wish, view.articles.length));
    }
  }

  return {
    store,
    say,
    inTurn,
    wish: (wish) =>
      inTurn(async () => {
        store.set((state) => ({ ...state, isBusy: true }));
        // Who leaves before it is shown would lose it as well.
        onChange(true);
        try {
          return await grant(wish);
        } catch (error) {
          return say(`Nothing was changed. ${wordFailure(error)}`);
        } finally {
          store.set((state) => ({ ...state, isBusy: false }));
          onChange(isChanged());
        }
      }),
  };
}

/** The correction by the line where the border stands now. */
function placed(correction: Correction, { articles }: SplitView): Correction {
  if (correction.kind === 'split')
    return { ...correction, line: findBegin(articles, correction.line) ?? correction.line };
  if (correction.kind === 'move') return { ...correction, to: findBegin(articles, correction.to) ?? correction.to };
  return correction;
}

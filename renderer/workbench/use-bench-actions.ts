import { useState, type RefObject } from 'react';
import { isCorrected } from '../../shared/is-corrected.ts';
import type { SplitView } from '../../shared/split.ts';
import { runCommand } from '../commands/actions.ts';
import { useApp } from '../state/app.ts';
import { closeWorkbench } from '../state/navigate.ts';
import { saveProfile } from '../state/profiles.ts';
import { acceptSplit } from '../state/split.ts';
import type { Bench, Wish } from './bench.ts';
import type { BenchAction } from './keys.ts';
import { countPageLines } from './lines-in-view.ts';
import { nameProfile } from './words.ts';
import { findBorder, isDoubtful, type Border } from './rows.ts';

type BenchActions = {
  /** Does what a key or a button means where the person is. */
  readonly run: (action: BenchAction) => void;
  /** Corrects, and goes to the border that was set or moved. */
  readonly wish: (wish: Wish) => void;
  readonly isAccepting: boolean;
  /** What is said is to be remembered for files like this one. */
  readonly isRemembered: boolean;
  readonly setRemembered: (isRemembered: boolean) => void;
  readonly isEditing: boolean;
  readonly closeEditor: () => void;
};

type Where = {
  readonly bench: Bench;
  readonly line: number;
  readonly total: number | null;
  readonly borders: readonly Border[];
  readonly text: RefObject<HTMLDivElement | null>;
  readonly onLine: (line: number) => void;
};

export function useBenchActions({ bench, line, total, borders, text, onLine }: Where): BenchActions {
  const app = useApp();
  const [isAccepting, setAccepting] = useState(false);
  const [isRemembered, setRemembered] = useState(false);
  const [isEditing, setEditing] = useState(false);

  function go(by: number): void {
    onLine(Math.max(1, Math.min(line + by, total ?? line)));
  }

  function goToBorder(among: readonly Border[], direction: 1 | -1, what: string): void {
    const found = findBorder(among, line, direction);
    if (found === null) bench.say(`No ${what} ${direction === 1 ? 'follows' : 'stands before this line'}`);
    else onLine(found);
  }

  async function wish(wanted: Wish): Promise<void> {
    const at = await bench.wish(wanted);
    if (at !== null) onLine(at);
  }

  async function keep(view: SplitView): Promise<boolean> {
    const isKept = await acceptSplit(app, view);
    if (isKept && isRemembered && isCorrected(view.corrections)) await saveProfile(app, view, nameProfile(view));
    return isKept;
  }

  async function accept(): Promise<void> {
    setAccepting(true);
    const isKept = await bench.inTurn(() => {
      const { view, history } = bench.store.get();
      return keep({ ...view, corrections: history.now });
    });
    setAccepting(false);
    if (isKept) closeWorkbench(app);
  }

  function run(action: BenchAction): void {
    if (isAccepting) return;
    switch (action.kind) {
      case 'go':
        return go(action.by);
      case 'page':
        return go(action.direction * (text.current === null ? 1 : countPageLines(text.current)));
      case 'border':
        return goToBorder(borders, action.direction, 'border');
      case 'doubt':
        return goToBorder(borders.filter(isDoubtful), action.direction, 'border in doubt');
      case 'move-border':
        return void wish({ kind: 'shift', line, direction: action.direction });
      case 'split':
        return void wish({ kind: 'split', line });
      case 'join':
        return void wish({ kind: 'join', line });
      case 'undo':
      case 'redo':
        return void wish({ kind: action.kind });
      case 'field':
        return setEditing(true);
      case 'accept':
        return void accept();
      case 'close':
        return runCommand(app, 'close');
    }
  }

  return {
    run,
    wish: (wanted) => void wish(wanted),
    isAccepting,
    isRemembered,
    setRemembered,
    isEditing,
    closeEditor: () => setEditing(false),
  };
}

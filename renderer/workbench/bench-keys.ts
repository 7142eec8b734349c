import type { KeyboardEvent } from 'react';
import { findLetter } from '../commands/keymap.ts';
import { isField, isMac } from '../commands/use-keys.ts';
import { findBenchAction, type BenchAction } from './keys.ts';

/**
 * Keys of the workbench, wherever the focus is in it. Beside the text, those that a button or a scrolling pane needs for itself
 * are left to it; in fields, dialogs and lists of choices all are.
 */
export function toBenchKeys(run: (action: BenchAction) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || target === null || isField(target)) return;
    if (target.closest('[role="dialog"], .pop') !== null) return;
    const action = findBenchAction(readKey(event));
    if (action === null || action.kind === 'close') return;
    if (target.closest('[data-pane="list"]') === null && isOfText(action, event.key)) return;
    event.preventDefault();
    run(action);
  };
}

function readKey(event: KeyboardEvent): Parameters<typeof findBenchAction>[0] {
  const { altKey: alt, shiftKey: shift } = event;
  return { key: findLetter(event) ?? event.key, alt, shift, mod: isMac ? event.metaKey : event.ctrlKey };
}

function isOfText({ kind }: BenchAction, key: string): boolean {
  return kind === 'go' || kind === 'page' || (kind === 'split' && key === 'Enter');
}

/* Listens to the keyboard and to the native menu, for as long as the window is there. */

import { useEffect } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import { useApp } from '../state/app.ts';
import { hasMeaning, runCommand } from './actions.ts';
import { findCommand, type KeyPress } from './keymap.ts';

export const isMac = navigator.platform.startsWith('Mac');
/** How long `g` waits for its second key. */
const prefixMs = 1500;

export function useKeys(): void {
  const app = useApp();
  useEffect(() => {
    let prefix: { readonly key: string; readonly at: number } | null = null;

    function handleKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const waiting = prefix !== null && event.timeStamp - prefix.at < prefixMs ? prefix.key : null;
      prefix = null;
      // What lies over the window has its own keys; a list of choices (`.pop`) takes letters to jump by.
      if (app.dialog.get() !== null || target.closest('[role="dialog"], .pop') !== null) return;
      const found = findCommand(readPress(event), { mac: isMac, inField: isField(target), prefix: waiting });
      if (found.kind === 'prefix') prefix = { key: found.prefix, at: event.timeStamp };
      if (found.kind !== 'command' || belongsTo(target, event, found.command)) return;
      if (!hasMeaning(app, found.command)) return;
      event.preventDefault();
      runCommand(app, found.command);
    }

    window.addEventListener('keydown', handleKeyDown);
    const stop = app.transport.onCommand((command) => {
      runCommand(app, command);
    });
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
      stop();
    };
  }, [app]);
}

function readPress(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    altGraph: event.getModifierState('AltGraph'),
  };
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'AltGraph';
}

/** True in a place where letters are text. */
export function isField(target: Element): boolean {
  return target.matches(
    'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="file"])',
  );
}

/** Keys that the focused element needs for itself: a button its Enter, the article its arrows. Pasting has its own event. */
function belongsTo(target: Element, event: KeyboardEvent, command: CommandId): boolean {
  if (command === 'importText') return true;
  const { key } = event;
  if (key === 'Enter' || key === ' ') return target.closest('button, a[href], summary, [role="separator"]') !== null;
  if (!key.startsWith('Arrow') && key !== 'Home' && key !== 'End') return false;
  return target.closest('[data-pane="article"], [role="toolbar"], [role="separator"], [data-own-arrows]') !== null;
}

/*
 * From a key press to a command, by the one table in shared/commands.ts. Pure, so that every layout can be tested:
 * a letter counts as what it produces; where the layout has no Latin letter on that key, the key's place counts.
 */

import { commandIds, commands, type CommandId } from '../../shared/commands.ts';

export type KeyPress = {
  /** `KeyboardEvent.key`: what the press produces. */
  readonly key: string;
  /** `KeyboardEvent.code`: which key it is. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** AltGr is down: Ctrl and Alt only say how the character was reached. */
  readonly altGraph: boolean;
};
export type KeyContext = {
  readonly mac: boolean;
  readonly inField: boolean;
  /** `g` was pressed before. */ readonly prefix: string | null;
};

export type Found =
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'none' };

const none: Found = { kind: 'none' };

/** Finds what a key press means. `prefix` waits for a second key (`g a`). */
export function findCommand(press: KeyPress, { mac, inField, prefix }: KeyContext): Found {
  const name = nameKey(press, mac);
  if (name === null) return none;
  const sequence = prefix === null ? name : `${prefix} ${name}`;
  const command = commandIds.find((id) => hasKey(id, sequence) && (!inField || isForFields(id)));
  if (command !== undefined) return { kind: 'command', command };
  if (!inField && prefix === null && isPrefix(name)) return { kind: 'prefix', prefix: name };
  return none;
}

function hasKey(id: CommandId, sequence: string): boolean {
  return (commands[id].keys as readonly string[]).includes(sequence);
}

function isForFields(id: CommandId): boolean {
  return 'inFields' in commands[id];
}

function isPrefix(name: string): boolean {
  return commandIds.some((id) => commands[id].keys.some((key) => key.startsWith(`${name} `)));
}

/** The press as the table writes it: `j`, `Shift+A`, `Mod+Shift+z`, `?`, `Shift+F6`. Null when a foreign modifier is down. */
function nameKey(press: KeyPress, mac: boolean): string | null {
  const ctrl = press.ctrl && !press.altGraph;
  const alt = press.alt && !press.altGraph;
  const mod = mac ? press.meta : ctrl;
  const foreign = mac ? ctrl : press.meta;
  if (alt || foreign) return null;
  const letter = findLetter(press);
  if (letter !== null) {
    if (mod) return press.shift ? `Mod+Shift+${letter.toLowerCase()}` : `Mod+${letter.toLowerCase()}`;
    return press.shift ? `Shift+${letter.toUpperCase()}` : letter.toLowerCase();
  }
  const key = nameNamed(press.key, mac);
  // Shift is part of how `?` is reached, but not of how Enter or F6 are.
  const shift = press.shift && key.length > 1 ? 'Shift+' : '';
  return `${mod ? 'Mod+' : ''}${shift}${key}`;
}

/** What Apple prints "delete" on answers as Backspace; in a text field it never gets here. */
function nameNamed(key: string, mac: boolean): string {
  if (key === ' ') return 'Space';
  return mac && key === 'Backspace' ? 'Delete' : key;
}

/** The Latin letter of a press, or null when it is no letter key. Caps Lock does not count: only Shift does. */
export function findLetter({ key, code }: Pick<KeyPress, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(key)) return key;
  const isOtherScript = key.length === 1 && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  return isOtherScript && /^Key[A-Z]$/.test(code) ? code.slice(3) : null;
}

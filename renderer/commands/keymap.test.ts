import { expect, test } from 'vitest';
import { commandIds, commands } from '../../shared/commands.ts';
import { findCommand, type KeyContext, type KeyPress } from './keymap.ts';
import { labelKey } from './key-label.ts';

const plain: KeyPress = { key: '', code: '', ctrl: false, meta: false, alt: false, shift: false, altGraph: false };
const pc: KeyContext = { mac: false, inField: false, prefix: null };

function find(press: Partial<KeyPress>, context: Partial<KeyContext> = {}): string {
  const found = findCommand({ ...plain, ...press }, { ...pc, ...context });
  if (found.kind === 'command') return found.command;
  return found.kind === 'prefix' ? `${found.prefix} …` : 'none';
}

test.each<[string, Partial<KeyPress>, Partial<KeyContext>, string]>([
  ['a letter', { key: 'j', code: 'KeyJ' }, {}, 'next'],
  ['a letter with Caps Lock on', { key: 'J', code: 'KeyJ' }, {}, 'next'],
  ['a letter by what it produces, not by its place', { key: 'k', code: 'KeyV' }, {}, 'previous'],
  ['an Arabic layout by place', { key: 'ت', code: 'KeyJ' }, {}, 'next'],
  ['a Cyrillic layout by place', { key: 'ы', code: 'KeyS' }, {}, 'toggleStar'],
  ['a Cyrillic layout with Ctrl', { key: 'я', code: 'KeyZ', ctrl: true }, {}, 'undo'],
  ['a Latin letter with an accent is not the letter', { key: 'ñ', code: 'KeyN' }, {}, 'none'],
  ['Space', { key: ' ', code: 'Space' }, {}, 'scroll'],
  ['Shift+Space', { key: ' ', code: 'Space', shift: true }, {}, 'scrollBack'],
  ['Shift and a letter', { key: 'A', code: 'KeyA', shift: true }, {}, 'markListRead'],
  ['Shift and a letter that has no such command', { key: 'J', code: 'KeyJ', shift: true }, {}, 'none'],
  ['a question mark wherever it is', { key: '?', code: 'Minus', shift: true }, {}, 'help'],
  ['a bracket by AltGr', { key: '[', code: 'Digit8', ctrl: true, alt: true, altGraph: true }, {}, 'sidebar'],
  ['Ctrl+Z', { key: 'z', code: 'KeyZ', ctrl: true }, {}, 'undo'],
  ['Ctrl+Shift+Z', { key: 'Z', code: 'KeyZ', ctrl: true, shift: true }, {}, 'redo'],
  ['Cmd+Z on macOS', { key: 'z', code: 'KeyZ', meta: true }, { mac: true }, 'undo'],
  ['Ctrl+Z on macOS', { key: 'z', code: 'KeyZ', ctrl: true }, { mac: true }, 'none'],
  ['the Windows key', { key: 's', code: 'KeyS', meta: true }, {}, 'none'],
  ['Alt and a letter', { key: 's', code: 'KeyS', alt: true }, {}, 'none'],
  ['Ctrl and a letter without command', { key: 's', code: 'KeyS', ctrl: true }, {}, 'none'],
  ['Shift+F6', { key: 'F6', code: 'F6', shift: true }, {}, 'previousPane'],
  ['g waits', { key: 'g', code: 'KeyG' }, {}, 'g …'],
  ['g then u', { key: 'u', code: 'KeyU' }, { prefix: 'g' }, 'goUnread'],
  ['g then something else does nothing', { key: 'j', code: 'KeyJ' }, { prefix: 'g' }, 'none'],
  ['#, with Shift as on most keyboards', { key: '#', code: 'Digit3', shift: true }, {}, 'trash'],
  ['Delete', { key: 'Delete', code: 'Delete' }, {}, 'trash'],
  ['what Apple prints delete on', { key: 'Backspace', code: 'Backspace' }, { mac: true }, 'trash'],
  ['Backspace elsewhere', { key: 'Backspace', code: 'Backspace' }, {}, 'none'],
  ['Delete in a field is the field’s', { key: 'Delete', code: 'Delete' }, { inField: true }, 'none'],
  ['Ctrl+comma', { key: ',', code: 'Comma', ctrl: true }, { inField: true }, 'settings'],
  ['a letter in a field is text', { key: 'j', code: 'KeyJ' }, { inField: true }, 'none'],
  ['Ctrl+Z in a field is the field’s', { key: 'z', code: 'KeyZ', ctrl: true }, { inField: true }, 'none'],
  ['F6 leaves a field', { key: 'F6', code: 'F6' }, { inField: true }, 'nextPane'],
  ['Ctrl+O works in a field', { key: 'o', code: 'KeyO', ctrl: true }, { inField: true }, 'importFiles'],
])('%s', (_, press, context, expected) => {
  expect(find(press, context)).toBe(expected);
});

test('no key belongs to two commands', () => {
  const all = commandIds.flatMap((id) => commands[id].keys as readonly string[]);
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['j', false, 'j'],
  ['Mod+Shift+z', false, 'Ctrl Shift Z'],
  ['Mod+Shift+z', true, '⇧⌘Z'],
  ['Shift+Space', false, 'Shift Space'],
  ['g a', false, 'g then a'],
  ['ArrowDown', false, '↓'],
  ['?', false, '?'],
])('%s is printed', (key, mac, label) => {
  expect(labelKey(key, mac)).toBe(label);
});

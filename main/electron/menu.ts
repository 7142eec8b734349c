/*
 * The native menu, drawn from the one table of commands. The page handles keys itself, because single letters must stay
 * dead in text fields; so the menu shows keys without taking them. macOS takes every key that it shows: there only keys
 * that work everywhere are shown.
 */

import type { MenuItemConstructorOptions } from 'electron';
import { commandIds, commands, type Command, type CommandId } from '../../shared/commands.ts';

export type MenuOptions = {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly run: (id: CommandId) => void;
};

type MenuName = NonNullable<Command['menu']>;

export function createMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const of = (name: MenuName): MenuItemConstructorOptions[] =>
    commandIds.filter((id) => menuOf(id) === name).map((id) => toMenuItem(id, options));
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [...of('file'), separator, { role: isMac ? 'close' : 'quit' }] },
    { label: '&Edit', submenu: [...of('edit'), separator, ...editingRoles(isMac)] },
    { label: '&View', submenu: [...of('view'), separator, ...viewRoles(options.isPackaged)] },
    { label: '&Article', submenu: of('article') },
    { label: '&Go', submenu: of('go') },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { label: '&Help', role: 'help', submenu: of('help') },
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** In text fields macOS undoes, cuts and pastes only what a menu offers. */
function editingRoles(isMac: boolean): MenuItemConstructorOptions[] {
  const typing: MenuItemConstructorOptions[] = [
    { role: 'undo', label: 'Undo typing' },
    { role: 'redo', label: 'Redo typing' },
  ];
  return [...(isMac ? typing : []), { role: 'cut' }, { role: 'copy' }, { role: 'paste' }];
}

function viewRoles(isPackaged: boolean): MenuItemConstructorOptions[] {
  const developing: MenuItemConstructorOptions[] = [separator, { role: 'toggleDevTools' }];
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : developing),
  ];
}

function toMenuItem(id: CommandId, { platform, run }: MenuOptions): MenuItemConstructorOptions {
  const command: Command = commands[id];
  const accelerator = toAccelerator(command.keys[0] ?? '');
  const isShown = accelerator !== undefined && (platform !== 'darwin' || command.inFields === true);
  return {
    id,
    label: command.label,
    click: () => run(id),
    ...(isShown ? { accelerator, registerAccelerator: platform === 'darwin' } : {}),
  };
}

function menuOf(id: CommandId): MenuName | undefined {
  const command: Command = commands[id];
  return command.menu;
}

/** Electron's name of a key; undefined for a sequence (`g a`), which a menu cannot show. */
export function toAccelerator(key: string): string | undefined {
  if (key === '' || key.includes(' ')) return undefined;
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}

const names: Record<string, string> = {
  Mod: 'CmdOrCtrl',
  ArrowDown: 'Down',
  ArrowUp: 'Up',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

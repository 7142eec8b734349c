import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { commandIds, commands, type Command } from '../../shared/commands.ts';
import { createMenu, toAccelerator } from './menu.ts';

function itemsOf(platform: NodeJS.Platform, isPackaged = true): readonly MenuItemConstructorOptions[] {
  const menu = createMenu({ platform, isPackaged, run: () => undefined });
  return menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

describe('the menu', () => {
  it('shows each command that has a menu once', () => {
    const wanted = commandIds.filter((id) => (commands[id] as Command).menu !== undefined);
    const shown = itemsOf('linux')
      .map(({ id }) => id)
      .filter((id) => id !== undefined);
    expect(shown.toSorted()).toEqual(wanted.toSorted());
  });

  it('takes no key from the page where it only shows it', () => {
    const takers = itemsOf('linux').filter(
      ({ accelerator, registerAccelerator }) => accelerator !== undefined && registerAccelerator !== false,
    );
    expect(takers).toEqual([]);
  });

  it('shows on macOS only keys that also work in a text field', () => {
    const shown = itemsOf('darwin')
      .filter(({ accelerator }) => accelerator !== undefined)
      .map(({ id }) => id);
    expect(new Set(shown)).toEqual(new Set(['importFiles', 'importFolder', 'settings', 'nextPane', 'previousPane']));
  });

  it('offers the developer tools only in development', () => {
    const rolesOf = [true, false].map((isPackaged) => itemsOf('win32', isPackaged).map(({ role }) => role));
    expect(rolesOf.map((roles) => roles.includes('toggleDevTools'))).toEqual([false, true]);
  });

  it.each([
    ['Mod+Shift+o', 'CmdOrCtrl+Shift+O'],
    ['j', 'J'],
    ['F6', 'F6'],
    ['Shift+F6', 'Shift+F6'],
    ['ArrowDown', 'Down'],
    ['?', '?'],
    ['g a', undefined],
    ['', undefined],
  ])('names the key %j as Electron does', (key, accelerator) => {
    expect(toAccelerator(key)).toBe(accelerator);
  });
});

/*
 * Who may import whom, as one table, and how long a file may be. A row names a folder (the longest match counts) and
 * what its files may reach beside themselves; a package stands by its name, `node:` for all of Node.
 */

import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const ui = ['react', 'react-dom', 'react-aria-components', 'lucide-react'];

const layers: Record<string, readonly string[]> = {
  shared: ['zod'],
  'main/core': ['shared', 'node:', 'zod', 'main/core'],
  'main/core/import': ['shared', 'node:', 'jschardet', 'eld'],
  'main/core/store': ['shared', 'node:', 'zod', 'lowdb'],
  'main/core/store/faults': ['node:', 'main/core/store'],
  'main/core/library': ['shared', 'node:', 'zod', 'lowdb', 'main/core/store'],
  'main/core/intake': ['shared', 'node:', 'main/core/import', 'main/core/library', 'main/core/store'],
  'main/core/backup': ['shared', 'node:', 'zod', 'yazl', 'yauzl', 'main/core/store'],
  'main/core/check': ['shared', 'node:', 'main/core/store', 'main/core/library', 'main/core/intake'],
  'main/core/page': ['shared', 'node:'],
  'main/core/place': ['shared', 'node:', 'zod', 'main/core'],
  'main/electron': ['shared', 'main/core', 'main', 'node:', 'electron', 'zod'],
  'main/server': ['shared', 'main/core', 'node:', 'zod'],
  'main/cli': ['shared', 'main/core', 'main/server', 'main', 'node:'],
  main: ['shared', 'main/core', 'main/cli', 'main/server', 'node:'],
  renderer: [
    'shared',
    'renderer',
    ...ui,
    '@tanstack/react-query',
    'react-resizable-panels',
    '@fontsource-variable/source-serif-4',
    '@fontsource-variable/libre-franklin',
    '@fontsource-variable/noto-naskh-arabic',
    '@fontsource-variable/source-code-pro',
  ],
  'renderer/sidebar': ['shared', 'renderer/state', 'renderer/commands', 'renderer/ui', ...ui],
  'renderer/list': ['shared', 'renderer/state', 'renderer/commands', 'renderer/ui', '@tanstack/react-virtual', ...ui],
  'renderer/article': [
    'shared',
    'renderer/state',
    'renderer/commands',
    'renderer/ui',
    '@tanstack/react-virtual',
    ...ui,
  ],
  'renderer/import': ['shared', 'renderer/state', 'renderer/commands', 'renderer/ui', ...ui],
  'renderer/workbench': [
    'shared',
    'renderer/state',
    'renderer/commands',
    'renderer/ui',
    '@tanstack/react-virtual',
    ...ui,
  ],
  'renderer/place': ['shared', 'renderer/state', 'renderer/commands', 'renderer/ui', ...ui],
  'renderer/settings': ['shared', 'renderer/state', 'renderer/commands', 'renderer/ui', ...ui],
  'renderer/commands': ['shared', 'renderer/state', 'renderer/ui', ...ui],
  'renderer/state': ['shared', 'renderer/transport', '@tanstack/react-query', 'react'],
  'renderer/transport': ['shared'],
  'renderer/ui': ['shared', ...ui],
  e2e: [
    'shared',
    'main',
    'main/core',
    'main/server',
    'node:',
    '@playwright/test',
    'playwright-core',
    '@axe-core/playwright',
  ],
  'e2e/stand-in': ['shared', 'main/core', 'main/electron', 'node:', 'electron', 'vite', 'vitest'],
  'e2e/bench': ['shared', 'main/core', 'e2e', 'node:', 'lowdb', '@playwright/test'],
  'e2e/score': ['shared', 'main/core', 'node:'],
};

/** What tests, with their helpers `test-*.ts`, and tool settings may use on top of their folder's row. */
const forTests = ['vitest', 'fast-check', 'node:', 'zod', 'main/core/store/faults'];
const forTools = ['vite', '@vitejs/plugin-react', 'vitest', 'node:', '@playwright/test', '@tanstack/react-virtual'];

const files = globSync(['shared/**/*.{ts,tsx}', 'main/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}', 'e2e/**/*.{ts,tsx}'], {
  cwd: root,
}).map((file) => file.split(path.sep).join('/'));

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

type Import = { readonly target: string; readonly typeOnly: boolean };

function importsOf(source: string): readonly Import[] {
  return [...source.matchAll(importPattern)].map(([, typeOnly, named, lazy]) => ({
    target: named ?? lazy ?? '',
    typeOnly: typeOnly !== undefined,
  }));
}

/** The row of the table a file stands under: its own folder or the nearest above it. */
function rowOf(file: string): string {
  let folder = path.posix.dirname(file);
  while (!(folder in layers)) {
    if (folder === '.') throw new Error(`${file} stands in no layer`);
    folder = path.posix.dirname(folder);
  }
  return folder;
}

/** A relative import becomes the row it leads to, a package its name, a built-in `node:`. */
function resolveTarget(file: string, target: string): string {
  if (target.startsWith('.')) return rowOf(path.posix.join(path.posix.dirname(file), target));
  if (target.startsWith('node:') || builtinModules.includes(target)) return 'node:';
  return target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? target);
}

function isAllowed(file: string, target: string): boolean {
  const row = rowOf(file);
  const extra = /(\.test\.tsx?|\/test-[\w-]+\.ts)$/.test(file)
    ? forTests
    : /(vite|vitest|playwright)[\w.]*\.config\.ts$/.test(file)
      ? forTools
      : [];
  return target === row || [...(layers[row] ?? []), ...extra].some((allowed) => allows(allowed, target));
}

/** `main/core`, `main/electron` and `renderer` open their folders; other rows are exact. */
function allows(allowed: string, target: string): boolean {
  return allowed === target || (['main/core', 'renderer'].includes(allowed) && target.startsWith(`${allowed}/`));
}

describe('the layers', () => {
  it('finds the code it is meant to check', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(
      importsOf(
        "import type { A } from './a.ts';\nimport b from 'b';\nexport * from \"c\";\n" +
          ['await import', "('d')"].join(''),
      ),
    ).toEqual([
      { target: './a.ts', typeOnly: true },
      { target: 'b', typeOnly: false },
      { target: 'c', typeOnly: false },
      { target: 'd', typeOnly: false },
    ]);
  });

  it.each(files)('%s imports only what its row allows', (file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const wrong = importsOf(source)
      .map(({ target }) => resolveTarget(file, target))
      .filter((target) => !isAllowed(file, target));
    expect(wrong).toEqual([]);
  });

  // Their schemas would bring zod into the page, which tries whether it may compile code; the page's policy forbids that.
  it('lets the renderer use the contract and its schemas as types only', () => {
    const wrong = files
      .filter((file) => file.startsWith('renderer/') && !/(?:\.test|\/test-[\w-]+)\.tsx?$/.test(file))
      .filter((file) =>
        importsOf(readFileSync(path.join(root, file), 'utf8')).some(
          ({ target, typeOnly }) => /shared\/(?:contract|split|profile)\.ts$/.test(target) && !typeOnly,
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps each file to 300 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('keeps the top level to the agreed names', () => {
    const seen = globSync('*', { cwd: root }).filter((name) => !['node_modules', 'dist'].includes(name));
    expect(seen.toSorted()).toEqual(
      [
        'LICENSE',
        'README.md',
        'assets',
        'e2e',
        'electron-builder.yml',
        'main',
        'package-lock.json',
        'package.json',
        'renderer',
        'shared',
        'tsconfig.json',
      ].toSorted(),
    );
  });

  it('writes no HTML into the page from text', () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith('renderer/') &&
        /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

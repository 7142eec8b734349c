/* Builds a part of Broadsheet when it was never built or a source is newer than what was built of it. */

import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

type Part = {
  readonly sources: readonly string[];
  readonly made: readonly string[];
  readonly configs: readonly string[];
};

const parts = {
  renderer: {
    sources: ['renderer/**/*', 'shared/*.ts', 'package-lock.json'],
    made: ['dist/renderer/index.html'],
    configs: ['renderer/vite.config.ts'],
  },
  electron: {
    sources: ['main/core/**/*.ts', 'main/electron/*.ts', 'shared/*.ts', 'package-lock.json'],
    made: ['dist/main/main.js', 'dist/main/parse-process.js', 'dist/main/preload.cjs'],
    configs: ['main/electron/vite.config.ts', 'main/electron/vite.preload.config.ts'],
  },
} satisfies Record<string, Part>;

/** Throws where the build fails; Vite has printed why by then. */
export function buildWhereNeeded(name: keyof typeof parts, say: (line: string) => void): void {
  const part: Part = parts[name];
  if (!isStale(root, part)) return;
  say(`Building the ${name === 'renderer' ? 'window' : 'program'} …`);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  for (const config of part.configs) {
    const words = [vite, 'build', '--logLevel', 'error', '--config', config];
    const { status, error } = spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${config} could not be built`, { cause: error });
  }
}

/** Whether something of `made` is missing or older than a source. Tests are no sources. */
export function isStale(folder: string, { sources, made }: Pick<Part, 'sources' | 'made'>): boolean {
  const results = made.map((file) => path.join(folder, file));
  if (!results.every((file) => existsSync(file))) return true;
  const builtAt = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return globSync([...sources], { cwd: folder, exclude: ['**/*.test.ts', '**/*.test.tsx'] }).some((file) => {
    const stats = statSync(path.join(folder, file));
    return stats.isFile() && stats.mtimeMs > builtAt;
  });
}

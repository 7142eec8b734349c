/* Steps that `npm test` and `npm run soak` go through, one after another, and how they are counted. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };
export type Step = { readonly name: string; readonly run: () => Tally };

const root = path.resolve(import.meta.dirname, '..');

/** A program of node_modules, to be run by this Node. */
export function program(...words: readonly string[]): readonly string[] {
  return [process.execPath, path.join(root, 'node_modules', ...words)];
}

/**
 * Runs all steps, also when one fails; `results` is a folder of their own for what they write. The last line is
 * `N passed, N failed`, with `, N skipped` where tests were.
 */
export function runSteps(results: string, steps: readonly Step[]): void {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, run } of steps) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const tally = run();
    console.log(`== ${name}: ${wordTally(tally)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    total = add(total, tally);
  }
  console.log(`\n${wordTally(total)}`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Where a step may write, below the folder of what is built. */
export function resultsOf(name: string): string {
  return path.join(root, 'dist', name);
}

/** Runs vitest and counts its tests. `report` is the file it writes what it found to. */
export function runVitest(
  report: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Tally {
  const done = start(
    [
      ...program('vitest', 'vitest.mjs'),
      'run',
      '--config=e2e/vitest.config.ts',
      ...words,
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  );
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = readJson(report);
  return settle(done, { passed, failed, skipped });
}

/** A runner that failed, or ran nothing, without naming a failed test has failed as a whole. */
export function settle(done: boolean, tally: Tally): Tally {
  return tally.failed === 0 && (!done || tally.passed === 0) ? { ...tally, failed: 1 } : tally;
}

export function start(
  [file = '', ...words]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const { error, status } = spawnSync(file, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (error !== undefined) console.error(error);
  return status === 0;
}

export function readJson(file: string): { [key: string]: never } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No result was written: ${String(error)}`);
    return {};
  }
}

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

function wordTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

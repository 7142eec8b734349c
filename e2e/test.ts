/*
 * `npm test`: types, lint, format, build, unit tests, end-to-end specs; all of them run even when one fails. The last
 * line is `N passed, N failed` (with `, N skipped` where tests were): each test counts, and each other step as one.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromiumMissing, ensureChromium } from './browser.ts';

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'dist', 'test');
const bin = path.join(root, 'node_modules');
const program = (...words: readonly string[]) => [process.execPath, path.join(bin, ...words)];

const steps: readonly { readonly name: string; readonly run: () => Tally }[] = [
  { name: 'types', run: () => check([...program('typescript', 'bin', 'tsc'), '-b']) },
  { name: 'lint', run: () => check([...program('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']) },
  {
    name: 'format',
    run: () => check([...program('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  },
  { name: 'build', run: build },
  { name: 'unit tests', run: unitTests },
  { name: 'end-to-end specs', run: endToEnd },
];

main();

function main(): void {
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

function check(command: readonly string[]): Tally {
  return start(command) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function build(): Tally {
  const configs = ['renderer/vite.config.ts', 'main/electron/vite.config.ts', 'main/electron/vite.preload.config.ts'];
  return configs
    .map((config) => check([...program('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', '--config', config]))
    .reduce(add);
}

function unitTests(): Tally {
  const report = path.join(results, 'unit.json');
  const done = start([
    ...program('vitest', 'vitest.mjs'),
    'run',
    '--config=e2e/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = readJson(report);
  return settle(done, { passed, failed, skipped });
}

function endToEnd(): Tally {
  const browser = ensureChromium();
  if (browser === undefined) {
    console.error(chromiumMissing);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = path.join(results, 'e2e.json');
  const done = start(
    [
      ...program('@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      'e2e/playwright.config.ts',
      '--reporter=list,json',
    ],
    { BROADSHEET_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const { expected: passed = 0, unexpected = 0, flaky = 0, skipped = 0 } = readJson(report)['stats'] ?? {};
  return settle(done, { passed, failed: unexpected + flaky, skipped });
}

/** A runner that failed, or ran nothing, without naming a failed test has failed as a whole. */
function settle(done: boolean, tally: Tally): Tally {
  return tally.failed === 0 && (!done || tally.passed === 0) ? { ...tally, failed: 1 } : tally;
}

function start([file = '', ...words]: readonly string[], environment: Record<string, string> = {}): boolean {
  const { error, status } = spawnSync(file, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (error !== undefined) console.error(error);
  return status === 0;
}

function readJson(file: string): { [key: string]: never } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No result was written: ${String(error)}`);
    return {};
  }
}

function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

function wordTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/*
 * `npm test`: types, lint, format, build, unit tests, end-to-end specs; all of them run even when one fails. The last
 * line is `N passed, N failed` (with `, N skipped` where tests were): each test counts, and each other step as one.
 */

import path from 'node:path';
import { chromiumMissing, ensureChromium } from './browser.ts';
import {
  add,
  program,
  readJson,
  resultsOf,
  runSteps,
  runVitest,
  settle,
  start,
  type Step,
  type Tally,
} from './steps.ts';

const results = resultsOf('test');

const steps: readonly Step[] = [
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

runSteps(results, steps);

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
  return runVitest(path.join(results, 'unit.json'), ['--reporter=dot']);
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

/*
 * `npm run soak`: the proofs of the store in full, which `npm test` does in short. A failure names the seed; with
 * BROADSHEET_SEED set to it, the same histories run again. Flips, cuts and kills are chosen by it too, but the library
 * they meet has ids and times of its own, and no two kills come at the same moment.
 */

import path from 'node:path';
import { resultsOf, runSteps, runVitest, type Step } from './steps.ts';

const results = resultsOf('soak');
const seed = process.env['BROADSHEET_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));

/** A count that is given already holds: BROADSHEET_KILLS=50 npm run soak. */
const counts = {
  BROADSHEET_SEED: seed,
  BROADSHEET_HISTORIES: '20000',
  BROADSHEET_KILLS: '500',
  BROADSHEET_FLIPS: 'all',
  BROADSHEET_CUTS: 'all',
  BROADSHEET_ZIPS: 'all',
};

console.log(`BROADSHEET_SEED=${seed}`);
runSteps(results, [
  prove('histories with crashes on a simulated disk', 'main/core/crash/crash.test.ts'),
  prove('a process that is killed', 'main/core/kill.test.ts'),
  prove('every byte flipped, the journal cut at every byte', 'main/core/flips.test.ts'),
  prove('backups of which any byte is changed', 'main/core/backup/damaged-zip.test.ts'),
  prove('a backup of 65,537 files', 'main/core/backup/round-trip.test.ts'),
]);

function prove(name: string, file: string): Step {
  const report = path.join(results, `${path.basename(file)}.json`);
  return { name, run: () => runVitest(report, [file, '--reporter=verbose'], { ...counts, ...process.env }) };
}

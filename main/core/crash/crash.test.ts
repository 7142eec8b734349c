import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure, Stop } from '../store/faults/faults.ts';
import { effort, seed, seedWords } from '../store/test-effort.ts';
import { runHistory, type Command } from './run-history.ts';

/** The length of `npm test`; a soak does more. */
const RUNS = effort('histories', 400);

const picks = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
const marking = { picks, what: fc.constantFrom('read', 'starred', 'trashed'), to: fc.boolean() } as const;
const when: fc.Arbitrary<Stop> = fc.oneof(
  fc.constantFrom<Stop>('before', 'after'),
  fc.nat(400).map((bytes) => ({ bytes })),
  fc.uniqueArray(fc.nat(3), { maxLength: 3 }).map((sectors) => ({ sectors })),
);
const failure: fc.Arbitrary<Failure> = fc.record({
  on: fc.constantFrom('write', 'sync', 'datasync', 'rename', 'make', 'truncate', 'syncFolder', 'open', 'remove'),
  code: fc.constantFrom('ENOSPC', 'EIO', 'EROFS', 'EBUSY'),
  times: fc.integer({ min: 1, max: 2 }),
  partial: fc.nat(200),
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('import'), keys: fc.array(fc.nat(12), { maxLength: 5 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('mark'), ...marking }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('burst'), ...marking }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('tag'), picks, name: fc.constantFrom('war', 'peace'), add: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), pick: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('compact', 'reopen') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fail'), failure }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('stop'),
      after: fc.nat(30),
      when,
      how: fc.constantFrom('kill', 'power'),
      losses: fc.array(fc.nat(1000), { maxLength: 12 }),
    }),
  },
);

test(`loses nothing acknowledged in ${RUNS} histories with crashes`, { timeout: 0 }, async () => {
  const total = { crashes: 0, refused: 0, acknowledged: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 3, maxLength: 25 }),
      fc.array(fc.nat(50), { maxLength: 30 }),
      async (commands, reorder) => {
        const ran = await runHistory(commands, reorder);
        total.crashes += ran.crashes;
        total.refused += ran.refused;
        total.acknowledged += ran.acknowledged;
      },
    ),
    { numRuns: RUNS, seed, endOnFailure: false },
  );
  console.log(`${RUNS} histories, ${JSON.stringify(total)}, ${seedWords}`);
  // A harness that never crashed anything would prove nothing.
  expect(total.crashes).toBeGreaterThan(RUNS / 4);
  expect(total.acknowledged).toBeGreaterThan(RUNS);
  expect(total.refused).toBeGreaterThan(RUNS / 40);
});

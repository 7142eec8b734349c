/*
 * Looks through a library for anything that is not as it was written, and mends what can be mended: each file is
 * re-hashed, what the catalogue, the journal, the packs and the originals say of each other is compared. Nothing is
 * ever deleted for being damaged.
 */

import type { ReaderEvent } from '../../../shared/contract.ts';
import { ReaderError } from '../../../shared/errors.ts';
import type { CheckStatus, Problem } from '../../../shared/place.ts';
import { createBreath, type Context, type Unit } from './context.ts';
import { createIdle, hasRested, pause, pauseAfter } from './idle.ts';
import { addProblem, listProblems } from './problems.ts';
import { beginning, readProgress, writeProgress, type Begun } from './progress-file.ts';
import { createThrottle } from './throttle.ts';
import { end, isBefore, listUnits, start, toKey } from './units.ts';

export type Checker = {
  readonly status: () => CheckStatus;
  /**
   * Begins at full speed, or lets the check under way go on so. To repair, it begins anew: what was found before is to be
   * repaired too. Throws `read-only` for a repair where nothing may be written.
   */
  readonly start: (request: { readonly repair: boolean }) => CheckStatus;
  /** Nothing goes on by itself after that, until the library is opened again. */
  readonly stop: () => CheckStatus;
  /** Checks from the beginning and answers when it is done, or was stopped. */
  readonly run: (request: { readonly repair: boolean }) => Promise<CheckStatus>;
  /** Goes on slowly, from where it stopped, whenever nothing else happens; a week after its end it begins again. */
  readonly goOnWhenIdle: () => void;
  /** Somebody asked for something: what goes on by itself waits. */
  readonly touch: () => void;
  /** Stops at once; a file that is being read is given up and read again the next time. */
  readonly close: () => Promise<void>;
};

export type CheckerOptions = Context & {
  readonly clock: () => number;
  readonly emit: (event: ReaderEvent) => void;
  readonly log: (line: string, error?: unknown) => void;
};

type Running = {
  readonly repair: boolean;
  readonly stopping: AbortController;
  /** Aborted once it goes on at full speed. */
  readonly hurrying: AbortController;
  readonly ended: Promise<void>;
};

const SAVE_MS = 5000;
const LOOK_MS = 1000;
const LOOK_RESTING_MS = 60_000;

export async function createChecker(options: CheckerOptions): Promise<Checker> {
  const { store, importer, clock, emit, log } = options;
  const { disk, folder, readOnly } = store;
  const idle = createIdle(clock, importer.isBusy);
  const closing = new AbortController();
  const announcing = createThrottle(() => emit({ kind: 'check', status: status() }));
  let progress = await readProgress(disk, folder);
  let savedAt = -Infinity;
  let running: Running | undefined;
  let watching: Promise<void> | undefined;
  let isStopped = false;

  function status(): CheckStatus {
    const { begun, ended } = progress;
    const shown = begun ?? ended;
    return {
      running: running !== undefined && !running.stopping.signal.aborted,
      done: begun?.done ?? ended?.files ?? 0,
      total: begun?.total ?? ended?.files ?? 0,
      finishedAt: ended?.finishedAt ?? null,
      problems: shown === null ? [] : listProblems(shown.problems),
    };
  }

  type Launch = { readonly repair: boolean; readonly afresh: boolean; readonly slowly: boolean };

  function launch({ repair, afresh, slowly }: Launch): Promise<void> {
    if (closing.signal.aborted) throw new ReaderError('closed', 'The library is closed.');
    if (repair && readOnly !== null) throw new ReaderError('read-only', readOnly.message);
    const before = running;
    before?.stopping.abort();
    const stopping = new AbortController();
    const hurrying = new AbortController();
    if (!slowly) hurrying.abort();
    const go = async (): Promise<void> => {
      await before?.ended.catch(() => undefined);
      if (afresh || progress.begun === null) progress = { ...progress, begun: beginning(clock()) };
      try {
        await checkAll(own);
      } finally {
        if (running === own) running = undefined;
        await save(true);
        announcing.call();
      }
    };
    // The work begins a turn later, when `running` says whose it is.
    const ended = Promise.resolve().then(go);
    const own: Running = { repair, stopping, hurrying, ended };
    running = own;
    ended.catch((error: unknown) => log('The check of the library broke off.', error));
    return ended;
  }

  async function checkAll({ repair, stopping: { signal }, hurrying }: Running): Promise<void> {
    try {
      const units = await listUnits(options, { breathe: createBreath(signal) });
      noteBegun(({ next }) => ({
        done: countFiles(units.filter((unit) => isBefore(unit, next))),
        total: countFiles(units),
      }));
      const noMore = AbortSignal.any([signal, hurrying.signal]);
      let tookMs = 0;
      const { next = start } = progress.begun ?? {};
      for (const [index, unit] of units.entries()) {
        if (isBefore(unit, next)) continue;
        await waitForTurn(tookMs, noMore);
        signal.throwIfAborted();
        const from = performance.now();
        const found = await checkUnit(unit, { repair, signal });
        tookMs = performance.now() - from;
        noteBegun(({ problems, done }) => ({
          problems: found.reduce(addProblem, problems),
          done: done + unit.files,
          next: toKey(units[index + 1]) ?? end,
        }));
        announcing.call();
        await save(false);
      }
      finish();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** At full speed at once, else when nothing else happened for a while. */
  async function waitForTurn(tookMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await pause(pauseAfter(tookMs), signal);
    while (!signal.aborted && !idle.isQuiet()) await pause(LOOK_MS, signal);
  }

  /** A unit that was stopped half way has found nothing: it is done again. */
  async function checkUnit(
    unit: Unit,
    { repair, signal }: { readonly repair: boolean; readonly signal: AbortSignal },
  ): Promise<readonly Problem[]> {
    const found: Problem[] = [];
    try {
      await unit.check({
        repair,
        signal,
        breathe: createBreath(signal),
        report: (problem) => void found.push(problem),
      });
    } catch (error) {
      if (signal.aborted) throw error;
      log(`${unit.file ?? 'A part of the library'} could not be checked.`, error);
      const reason = error instanceof Error ? error.message : String(error);
      const words = `${unit.file ?? 'A part of the library'} could not be checked: ${reason}.`;
      found.push({ code: unit.code, file: unit.file, words, repaired: false });
    }
    return found;
  }

  function noteBegun(change: (begun: Begun) => Partial<Begun>): void {
    const { begun } = progress;
    if (begun !== null) progress = { ...progress, begun: { ...begun, ...change(begun) } };
  }

  function finish(): void {
    const { begun } = progress;
    if (begun === null) return;
    progress = { begun: null, ended: { finishedAt: clock(), files: begun.total, problems: begun.problems } };
  }

  async function save(now: boolean): Promise<void> {
    if (readOnly !== null || (!now && performance.now() - savedAt < SAVE_MS)) return;
    savedAt = performance.now();
    await writeProgress(disk, folder, progress).catch((error: unknown) =>
      log('How far the check of the library is could not be written; it begins anew after a restart.', error),
    );
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      const isDue = progress.begun !== null || hasRested(progress.ended?.finishedAt, clock());
      await pause(isDue ? LOOK_MS : LOOK_RESTING_MS, closing.signal);
      if (closing.signal.aborted || isStopped) return;
      if (running !== undefined) await running.ended.catch(() => undefined);
      else if (isDue && idle.isQuiet())
        await launch({ repair: false, afresh: false, slowly: true }).catch(() => undefined);
    }
  }

  return {
    status,
    start({ repair }) {
      isStopped = false;
      const goesOn = status().running && (!repair || running?.repair === true);
      if (goesOn) running?.hurrying.abort();
      else void launch({ repair, afresh: repair, slowly: false });
      announcing.call();
      return status();
    },
    stop() {
      isStopped = true;
      running?.stopping.abort();
      announcing.call();
      return status();
    },
    async run({ repair }) {
      await launch({ repair, afresh: true, slowly: false });
      return status();
    },
    goOnWhenIdle() {
      watching ??= watch().catch((error: unknown) => log('The check in the background broke off.', error));
    },
    touch: idle.touch,
    async close() {
      closing.abort();
      running?.stopping.abort();
      await running?.ended.catch(() => undefined);
      await watching;
      announcing.end();
    },
  };
}

function countFiles(units: readonly Unit[]): number {
  return units.reduce((sum, { files }) => sum + files, 0);
}

/*
 * Any byte of any file may be another one, and the journal may end anywhere: the library opens, shows every article with
 * its very text, and says what it could not keep.
 */

import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../shared/settings.ts';
import type { FaultDisk } from './store/faults/fault-disk.ts';
import { createTestChooser, effort, sample, seedWords } from './store/test-effort.ts';
import { directory, journalInUse, makeSmallLibrary, openSmall, pathsOf, show } from './test-small-library.ts';
import type { Shown, SmallLibrary } from './test-small-library.ts';

vi.mock('./import/parser.ts', () => import('./test-parser.ts'));

/** The length of `npm test`; a soak does all. */
const FLIPS = effort('flips', 400);
const CUTS = effort('cuts', 80);
/** Libraries that are tried at the same time: much of a check is waiting for zlib. */
const AT_ONCE = 6;

type Flip = { readonly path: string; readonly at: number; readonly mask: number };

/** Who has it open, and how far a check is: no promise is made of these. */
const notPromised = /^\/library\/(?:lock|lock\.json|check\.json|recovery\.log)$/;
/** Time and system in the head of a gzip file (RFC 1952), and whether it is text: nothing of the content. */
const isAside = ({ path, at }: Flip): boolean => path.endsWith('.gz') && at >= 3 && at < 10;
/** What a check can only name. */
const staysNamed = new Set<string>(['journal-gap', 'original-damaged']);

let library: SmallLibrary;
let inUse: string;
beforeAll(async () => {
  library = await makeSmallLibrary();
  inUse = journalInUse(library.disk);
});

test('the library has a file of each kind, two journals and two generations', () => {
  const { disk, moments } = library;
  for (const start of ['library.json', 'settings.json', 'bodies/', 'originals/']) {
    expect(pathsOf(disk, start)).not.toEqual([]);
  }
  expect(pathsOf(disk, 'journal/')).toHaveLength(2);
  expect(pathsOf(disk, 'catalogue/').filter((path) => path.endsWith('.manifest.json')).length).toBeGreaterThan(1);
  expect(disk.files().get(inUse)?.toString().split('\n')).toHaveLength(moments.length);
});

test('keeps every article and every text when a byte is flipped in any file', { timeout: 0 }, async () => {
  const flips = sample(listFlips(library.disk), FLIPS, createTestChooser(1));
  const wrong = await judgeAll(flips, async (flip) => {
    const found = await tryDisk((disk) => disk.flip(flip.path, flip.at, flip.mask), flip.mask !== 1);
    return judgeFlip(flip, found).map((words) => `${flip.path} at ${flip.at} ^ ${flip.mask}: ${words}`);
  });
  console.log(`${flips.length} flips, ${seedWords}`);
  expect({ seedWords, wrong: wrong.slice(0, 50) }).toEqual({ seedWords, wrong: [] });
});

test('keeps every article and all before the cut when the journal is cut anywhere', { timeout: 0 }, async () => {
  const bytes = library.disk.files().get(inUse) ?? Buffer.alloc(0);
  const lengths = sample([...bytes.keys()], CUTS, createTestChooser(2));
  const wrong = await judgeAll(lengths, async (length) => {
    const found = await tryDisk((disk) => disk.cut(inUse, length), length % 2 === 0);
    // A line whose break alone was cut off is whole.
    const lines =
      bytes
        .subarray(0, length + 1)
        .toString('latin1')
        .split('\n').length - 1;
    return judgeCut(lines, found).map((words) => `cut at ${length}: ${words}`);
  });
  console.log(`${lengths.length} cuts, ${seedWords}`);
  expect({ seedWords, wrong: wrong.slice(0, 50) }).toEqual({ seedWords, wrong: [] });
});

async function judgeAll<Case>(
  cases: readonly Case[],
  judge: (each: Case) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    // All of them take many minutes, and who waits wants to know how many.
    if (start > 0 && start % (AT_ONCE * 500) === 0) console.log(`${start} of ${cases.length}, ${wrong.length} wrong`);
    const found = (await Promise.all(cases.slice(start, start + AT_ONCE).map(judge))).flat();
    for (const words of found) console.log(words);
    wrong.push(...found);
  }
  return wrong;
}

/** Every byte of every file, once with its lowest bit flipped and once with any of its bits. */
function listFlips(disk: FaultDisk): readonly Flip[] {
  const choose = createTestChooser(0);
  return [...disk.files()]
    .filter(([path]) => path.startsWith(directory) && !notPromised.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, bytes]) =>
      [...bytes.keys()].flatMap((at) => [1, 1 + choose(255)].map((mask) => ({ path, at, mask }))),
    )
    .filter((flip) => !isAside(flip));
}

type Found = {
  readonly before: Shown;
  /** Said at open, in the log, or by the check. */
  readonly said: readonly string[];
  readonly isLost: boolean;
  readonly after: Shown;
  /** What a second start and a second check have to say. */
  readonly left: readonly string[];
};

/**
 * Damages a copy, opens it, has it repaired, and opens it again. What a person meets first, the text or the check, mends
 * it: `checksFirst` says which.
 */
async function tryDisk(damage: (disk: FaultDisk) => void, checksFirst: boolean): Promise<Found | string> {
  const disk = library.disk.clone();
  damage(disk);
  try {
    const first = await openSmall(disk);
    const { recovery } = first.reader.status();
    const early = checksFirst ? undefined : await show(first);
    const { problems } = await first.reader.check.run({ repair: true });
    const before = early ?? (await show(first));
    await first.reader.close();
    const second = await openSmall(disk);
    const left = await second.reader.check.run({ repair: false });
    const after = await show(second);
    await second.reader.close();
    return {
      before,
      said: [...first.logged, ...problems.map(({ words }) => words)],
      isLost: recovery?.repairs.some(({ lost }) => lost) ?? false,
      after,
      left: [...second.logged, ...left.problems.filter(({ code }) => !staysNamed.has(code)).map(({ words }) => words)],
    };
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}

function judgeFlip(flip: Flip, found: Found | string): readonly string[] {
  if (typeof found === 'string') return [found];
  const { before, after, said, isLost } = found;
  if (flip.path.endsWith('/settings.json')) return judgeSettings(found);
  const wrong = judgeRest(found);
  if (said.length === 0) wrong.push('nothing was said');
  if (flip.path !== inUse || !isLost) {
    if (isLost) wrong.push('something is said to be lost');
    if (!isDeepStrictEqual(before, library.shown)) wrong.push(`shows ${diff(before, library.shown)}`);
  } else wrong.push(...judgeLine(flip, before));
  if (!isDeepStrictEqual(before, after)) wrong.push(`shows something else after a restart: ${diff(after, before)}`);
  return wrong;
}

/** A line that was lost may cost what it held, and nothing else. */
function judgeLine({ path, at }: Flip, { states, imports, undo, redo }: Shown): readonly string[] {
  const text = library.disk.files().get(path)?.toString('latin1') ?? '';
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, text.indexOf('\n', at));
  const named = new Set<string>(line.match(/[0-9a-f]{24}/g));
  const { shown, moments } = library;
  const wrong = Object.entries(shown.states)
    .filter(([id, state]) => !named.has(id) && !isDeepStrictEqual(states[id], state))
    .map(([id]) => `${id}, which the line does not name, has another state`);
  const missing = shown.imports.filter((name) => !imports.includes(name));
  if (missing.length > 0) wrong.push(`has no import ${missing.join()}`);
  const labels = moments.flatMap((moment) => [moment.undo, moment.redo]);
  if (!labels.includes(undo) || ![...labels, null].includes(redo)) wrong.push(`would undo ${undo}, redo ${redo}`);
  return wrong;
}

function judgeSettings({ before, after, left }: Found): readonly string[] {
  const { settings, ...rest } = before;
  const { settings: expected, ...others } = library.shown;
  const wrong = isDeepStrictEqual(rest, others) ? [] : [`shows ${diff(rest, others)}`];
  for (const [name, value] of Object.entries(settings)) {
    const wasSet: unknown = Reflect.get(expected, name);
    // A digit that became another digit is a value like any other: settings have no checksum.
    if (typeof value === 'number' || value === wasSet || value === Reflect.get(defaultSettings, name)) continue;
    wrong.push(`${name} is ${String(value)}`);
  }
  if (!isDeepStrictEqual(before, after)) wrong.push('shows something else after a restart');
  return [...wrong, ...left];
}

function judgeCut(lines: number, found: Found | string): readonly string[] {
  if (typeof found === 'string') return [found];
  const { before, after, isLost } = found;
  const wrong = judgeRest(found);
  const moment = library.moments[lines];
  if (moment === undefined) return [...wrong, `${lines} lines are more than there were`];
  for (const [id, state] of Object.entries(moment.states)) {
    if (!isDeepStrictEqual(before.states[id], state)) wrong.push(`${id} has another state than after ${lines} lines`);
  }
  if (before.undo !== moment.undo || before.redo !== moment.redo) wrong.push(`would undo ${before.undo}`);
  if (isLost) wrong.push('something is said to be lost');
  if (!isDeepStrictEqual(before, after)) wrong.push(`shows something else after a restart: ${diff(after, before)}`);
  return wrong;
}

/** What holds in any case: every article, each with its text, and calm after a repair. */
function judgeRest({ before, left }: Found): string[] {
  const { shown, undone } = library;
  const wrong = left.map((words) => `after a repair: ${words}`);
  for (const [id, article] of Object.entries(shown.articles)) {
    if (before.articles[id] === undefined) wrong.push(`"${article.title}" is gone`);
    else if (!isDeepStrictEqual(before.articles[id], article)) wrong.push(`"${article.title}" has another text`);
  }
  const more = Object.keys(before.articles).filter((id) => shown.articles[id] === undefined && id !== undone);
  return more.length === 0 ? wrong : [...wrong, `shows ${more.join()} as well`];
}

/** The parts of which two pictures differ. */
function diff(one: object, other: object): string {
  const names = Object.keys(one).filter((name) => !isDeepStrictEqual(Reflect.get(one, name), Reflect.get(other, name)));
  return names.map((name) => `${name} ${JSON.stringify(Reflect.get(one, name)).slice(0, 300)}`).join(', ');
}

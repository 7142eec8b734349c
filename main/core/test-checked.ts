/* A small library for tests of the check, made once, and what is asked of a check of a damaged one. */

import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../shared/place.ts';
import { makeTestFolder } from './store/test-folder.ts';
import { onlyFile } from './test-damage.ts';
import { openForTest, type Opened } from './test-reader.ts';

/** vitest's hooks, which only a test may import. */
export type Hooks = {
  readonly onTestFinished: (clear: () => Promise<void>) => void;
  readonly afterAll: (clear: () => Promise<void>) => void;
};

export type Expected = { readonly code: Problem['code']; readonly file?: RegExp; readonly words: RegExp };

export type TestLibraries = {
  readonly open: (directory: string) => Promise<Opened>;
  /** A closed library with two imports, one mark, one tag and one import that was undone. */
  readonly makeLibrary: () => Promise<string>;
  /** The same with a generation that holds everything, and the journal put aside. */
  readonly makeCompacted: () => Promise<string>;
  readonly compact: (directory: string) => Promise<void>;
  /** Opens a library of which opening has nothing to repair, and checks it. */
  readonly check: (directory: string, repair: boolean) => Promise<readonly Problem[]>;
  /**
   * Checks, repairs, and checks again: these problems must be named, then repaired, then gone. Answers in what it was
   * otherwise; nothing when all was so.
   */
  readonly mendFully: (directory: string, expected: readonly Expected[]) => Promise<readonly string[]>;
};

export function createTestLibraries({ onTestFinished, afterAll }: Hooks): TestLibraries {
  const made: string[] = [];
  let fresh: Promise<string> | undefined;
  let compacted: Promise<string> | undefined;
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true });
  });

  const open = (directory: string): Promise<Opened> => openForTest({ directory }, onTestFinished);

  /** Made once, because reading a dump takes a moment, and copied for each test. */
  async function makeTemplate(make: (directory: string) => Promise<void>): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
    made.push(directory);
    await make(directory);
    return directory;
  }

  async function copyOf(template: string): Promise<string> {
    const directory = await makeTestFolder(onTestFinished);
    await cp(template, directory, { recursive: true });
    return directory;
  }

  async function fill(directory: string): Promise<void> {
    const { reader, ask, importText, ids } = await open(directory);
    await importText(1, 2, 3);
    await importText(3, 4);
    const first = (await ids()).slice(0, 1);
    await ask('articles.mark', { ids: first, starred: true });
    await ask('articles.tag', { ids: first, add: ['war'], remove: [] });
    const { id } = await importText(7, 8);
    await ask('imports.undo', { id });
    await reader.close();
  }

  async function compact(directory: string): Promise<void> {
    const { reader, ask, ids } = await open(directory);
    const all = [...(await ids())];
    for (let round = 0; round < 205; round += 1) await ask('articles.mark', { ids: all, read: round % 2 === 0 });
    await reader.close();
  }

  async function check(directory: string, repair: boolean): Promise<readonly Problem[]> {
    const { reader } = await open(directory);
    try {
      const { recovery } = reader.status();
      if (recovery !== null)
        throw new Error(`opening it repaired: ${recovery.repairs.map(({ words }) => words).join()}`);
      return (await reader.check.run({ repair })).problems;
    } finally {
      await reader.close();
    }
  }

  return {
    open,
    makeLibrary: async () => copyOf(await (fresh ??= makeTemplate(fill))),
    async makeCompacted() {
      fresh ??= makeTemplate(fill);
      const template = await fresh;
      compacted ??= makeTemplate(async (directory) => {
        await cp(template, directory, { recursive: true });
        await compact(directory);
      });
      return copyOf(await compacted);
    },
    compact,
    check,
    async mendFully(directory, expected) {
      const named = await check(directory, false);
      const mended = await check(directory, true);
      const left = await check(directory, false);
      return [
        ...compare('named', { problems: named, expected, repaired: false }),
        ...compare('mended', { problems: mended, expected, repaired: true }),
        ...left.map(({ words }) => `left: ${words}`),
      ];
    },
  };
}

type Comparison = {
  readonly problems: readonly Problem[];
  readonly expected: readonly Expected[];
  readonly repaired: boolean;
};

function compare(when: string, { problems, expected, repaired }: Comparison): readonly string[] {
  const otherwise = problems.filter((problem, index) => {
    const { code, file = /^/, words } = expected[index] ?? {};
    const isWorded = repaired || words?.test(problem.words) === true;
    return problem.code !== code || problem.repaired !== repaired || !file.test(problem.file ?? '') || !isWorded;
  });
  const missing = expected.slice(problems.length).map(({ code }) => `${when}: no ${code}`);
  return [...otherwise.map((problem) => `${when}: ${JSON.stringify(problem)}`), ...missing];
}

export async function firstPack(directory: string): Promise<string> {
  const [name] = (await readdir(join(directory, 'bodies'))).sort();
  return join(directory, 'bodies', name ?? '');
}

export function journalOf(directory: string): Promise<string> {
  return onlyFile(join(directory, 'journal'), /^[^.]+\.ndjson$/);
}

export function closedJournalOf(directory: string): Promise<string> {
  return onlyFile(join(directory, 'journal'), /upto/);
}

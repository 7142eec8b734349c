import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OriginalLines } from '../../shared/model.ts';
import type { Corrections } from '../../shared/split.ts';
import { useApp } from './app.ts';
import type { OriginalText } from './original-text.ts';
import { keys } from './library.ts';

const pageSize = 500;

type Lines = {
  /** Null until the first page is here; while another encoding is fetched, what it was in the one before. */
  readonly total: number | null;
  readonly error: Error | null;
  /** A line by its 1-based number; empty until it is here. */
  readonly lineAt: (line: number) => string;
  /** How many characters of a line are not given: a line of 200 MB must not end the window. */
  readonly hiddenAt: (line: number) => number;
  /** Says which lines are in view. */
  readonly want: (first: number, last: number) => void;
};

/**
 * The lines of an original, fetched in pages as they come into view. `first` is where to begin; `encoding` is what to read
 * them in, null for the one that the file was imported in.
 */
export function useOriginalLines(
  { sha256, part }: OriginalText,
  first: number,
  encoding: Corrections['encoding'] = null,
): Lines {
  const app = useApp();
  const [last, setLast] = useState<number | null>(null);
  const [pages, setPages] = useState<readonly number[]>(() => [pageOf(first)]);
  const queries = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...keys.allOriginals, sha256, part, encoding, page],
      queryFn: (): Promise<OriginalLines> =>
        app.call('originals.lines', {
          sha256,
          ...(part === undefined ? {} : { part }),
          first: page * pageSize + 1,
          count: pageSize,
          ...(encoding === null ? {} : { encoding }),
        }),
    })),
  });
  const want = useCallback((from: number, to: number) => {
    const wanted = Array.from({ length: pageOf(to) - pageOf(from) + 1 }, (_, index) => pageOf(from) + index);
    setPages((before) =>
      wanted.every((page) => before.includes(page)) ? before : [...new Set([...before, ...wanted])],
    );
  }, []);
  const loaded = new Map(
    queries.flatMap(({ data }) => (data === undefined ? [] : [[pageOf(data.first), data] as const])),
  );
  const lineAt = (line: number): string => loaded.get(pageOf(line))?.lines[(line - 1) % pageSize] ?? '';
  const total = queries.find(({ data }) => data !== undefined)?.data?.total ?? last;
  if (total !== last) setLast(total);
  return {
    total,
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    lineAt,
    hiddenAt: (line) => {
      const cut = loaded.get(pageOf(line))?.cut.find((each) => each.line === line);
      return cut === undefined ? 0 : cut.characters - lineAt(line).length;
    },
    want,
  };
}

function pageOf(line: number): number {
  return Math.floor((Math.max(line, 1) - 1) / pageSize);
}

/* A file that is split in another way: asked what corrections give, and kept when a person accepts it. */

import { useQuery } from '@tanstack/react-query';
import type { ImportId } from '../../shared/model.ts';
import type { Input } from '../../shared/contract.ts';
import type { Corrections, SplitView } from '../../shared/split.ts';
import { countOf } from '../../shared/words.ts';
import { useApp, type App } from './app.ts';
import { undo } from './marks.ts';
import { refuseChange } from './place.ts';
import { reportFailure } from './report-failure.ts';
import { isolated } from './word-import.ts';

/** A file by its number in its import, from 0. */
export type SplitFile = { readonly importId: ImportId; readonly fileNumber: number };

/** What the file gives with these corrections; null: with those it was split with last. Nothing is kept. */
export function viewSplit(app: App, file: SplitFile, corrections: Corrections | null): Promise<SplitView> {
  return app.call('split.view', toRequest(file, corrections));
}

/** The file as it is split now, asked anew with each visit. */
export function useSplit(file: SplitFile): {
  readonly view: SplitView | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const app = useApp();
  const { data, error, refetch } = useQuery<SplitView>({
    queryKey: ['split', file.importId, file.fileNumber],
    queryFn: () => viewSplit(app, file, null),
    gcTime: 0,
    structuralSharing: false,
  });
  return { view: data, error, retry: () => void refetch() };
}

/** Lines around one of a file, as they are read in an encoding; null: the one it was imported in. */
export async function readNear(app: App, { sha256, span }: SplitView, { line, encoding }: NearLine): Promise<Near> {
  const first = Math.max(1, line - reach);
  const part = span === undefined ? {} : { part: span.number };
  const asked = { sha256, ...part, first, count: line - first + reach };
  const { lines } = await app.call('originals.lines', { ...asked, ...(encoding === null ? {} : { encoding }) });
  return { first, lines };
}

type NearLine = { readonly line: number; readonly encoding: Corrections['encoding'] };
/** Some lines of a text; `first` is the number of the first, from 1. */
export type Near = { readonly first: number; readonly lines: readonly string[] };
const reach = 500;

/** Keeps the split and says so, with Undo. Answers true when it is kept. Never rejects. */
export async function acceptSplit(app: App, view: SplitView): Promise<boolean> {
  if (refuseChange(app)) return false;
  app.toasts.outdate();
  try {
    // A star that is on its way to the disk follows the text as well.
    await Promise.allSettled(app.pending);
    const count = await app.call('split.accept', toRequest(view, view.corrections));
    app.toasts.show({
      words: `${isolated(view.file)}: ${countOf(count, 'article')}`,
      actions: [{ label: 'Undo', run: () => void undo(app) }],
      undoesLatest: true,
    });
    return true;
  } catch (error) {
    reportFailure(app, 'The split was not kept.', error);
    return false;
  }
}

function toRequest({ importId, fileNumber }: SplitFile, corrections: Corrections | null): Input<'split.accept'> {
  return { importId, fileNumber, corrections };
}

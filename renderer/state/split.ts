/* A file that is split in another way: asked what corrections give, and kept when a person accepts it. */

import type { ImportId } from '../../shared/model.ts';
import type { Input } from '../../shared/contract.ts';
import type { Corrections, SplitView } from '../../shared/split.ts';
import { countOf } from '../../shared/words.ts';
import type { App } from './app.ts';
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

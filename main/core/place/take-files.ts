/* Listens for files of a second start as long as a library is open, under that library's name. */

import type { ImportId } from '../../../shared/model.ts';
import { createTurns } from '../store/turns.ts';
import { listenForFiles, type Listening } from './handover.ts';
import type { LibraryPlace } from './place.ts';

export type TakeFilesOptions = {
  readonly place: Pick<LibraryPlace, 'get' | 'onEvent'>;
  /** Takes absolute paths; none: only bring the window to the front. */
  readonly onFiles: (files: readonly string[]) => ImportId | null;
  readonly log: (line: string, error?: unknown) => void;
};

/** Follows the place from library to library. Where no socket can be had, that is logged and a second start is refused. */
export async function takeFiles({ place, onFiles, log }: TakeFilesOptions): Promise<Listening> {
  const inTurn = createTurns();
  let current: { readonly folder: string; readonly listening: Listening } | undefined;

  async function follow(folder: string | undefined): Promise<void> {
    if (folder === current?.folder) return;
    const before = current;
    current = undefined;
    await before?.listening.close();
    if (folder !== undefined) current = { folder, listening: await listenForFiles({ folder, onFiles, log }) };
  }

  const move = async (to: () => string | undefined): Promise<void> =>
    inTurn(() => follow(to())).catch((error: unknown) => log('Files of a second start cannot be taken over', error));
  const whereOpen = (): string | undefined => {
    const { state, folder } = place.get();
    return state === 'open' ? folder : undefined;
  };
  const stop = place.onEvent((event) => {
    if (event.kind === 'place') void move(whereOpen);
  });
  await move(whereOpen);
  return {
    async close() {
      stop();
      await move(() => undefined);
    },
  };
}

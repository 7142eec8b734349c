/* Before the program ends with changes that the disk did not take, a person decides what becomes of them. */

import { once } from 'node:events';
import { dialog, type MessageBoxOptions } from 'electron';
import type { Waiting } from '../../shared/place.ts';
import { countOf } from '../../shared/words.ts';
import type { LibraryPlace } from '../core/place/place.ts';

type QuitPlace = Pick<LibraryPlace, 'get' | 'onEvent' | 'call'>;

const retryMs = 5000;
const TRY_AGAIN = 0;

/** Answers when nothing waits any more, or when a person gives it up. */
export async function confirmQuit(place: QuitPlace): Promise<void> {
  for (let { waiting } = place.get(); waiting !== null; { waiting } = place.get()) {
    const { response } = await dialog.showMessageBox(toQuestion(waiting));
    if (response !== TRY_AGAIN) return;
    await tryAgain(place);
  }
}

function toQuestion({ changes, message }: Waiting): MessageBoxOptions {
  return {
    type: 'warning',
    title: 'Broadsheet',
    message: `${countOf(changes, 'change')} could not be written`,
    detail: message,
    buttons: ['Try again', 'Quit and lose them'],
    defaultId: TRY_AGAIN,
    cancelId: TRY_AGAIN,
    noLink: true,
  };
}

/** Waits until the place says how it went. */
async function tryAgain(place: QuitPlace): Promise<void> {
  const said = new EventTarget();
  const stop = place.onEvent(({ kind }) => {
    if (kind === 'place') said.dispatchEvent(new Event('place'));
  });
  const heard = once(said, 'place', { signal: AbortSignal.timeout(retryMs) }).catch(() => undefined);
  await place.call('place.retry', {});
  await heard;
  stop();
}

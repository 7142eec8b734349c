/* From one library to another, and back where that fails: there is always one open, or a reason why none is. */

import { ReaderError, type ErrorReply } from '../../../shared/errors.ts';
import type { Place } from '../../../shared/place.ts';
import { toReaderError, type Holder } from './holder.ts';
import type { Spot } from './spot.ts';

const opening: ErrorReply = { code: 'busy', message: 'The library is being opened.' };

/** Opens the library, or is closed with the reason. `readable`: what can be read of it will do. */
export async function openOrFail(holder: Holder, spot: Spot, { readable }: { readable: boolean }): Promise<void> {
  try {
    await holder.open(spot);
  } catch (error) {
    holder.fail(spot, error);
    if (readable) await holder.openReadable().catch((again: unknown) => holder.fail(spot, again));
  }
}

/** Opens the library again that is held. */
export async function openAgain(holder: Holder): Promise<void> {
  const { state } = holder.get();
  await holder.letGo(opening);
  await openOrFail(holder, holder.spot(), { readable: state === 'read-only' });
  holder.say(true);
}

/** Opens what can be read; closed with the reason where nothing can. */
export async function openReadable(holder: Holder): Promise<void> {
  await holder.openReadable().catch((error: unknown) => holder.fail(holder.spot(), error));
  holder.say(holder.isOpen());
}

/** Lets go of the library, runs `work`, and takes it up again as it was where `work` throws. Throws what that threw. */
export async function leave(holder: Holder, why: ErrorReply, work: () => Promise<void>): Promise<void> {
  const before = holder.get();
  const spot = holder.spot();
  checkNothingWaits(before);
  await holder.letGo(why);
  holder.say(false);
  try {
    await work();
  } catch (error) {
    await holder.letGo(opening);
    if (before.state === 'closed') holder.fail(spot, toReaderError(before.reason));
    else await openOrFail(holder, spot, { readable: before.state === 'read-only' });
    throw error;
  } finally {
    holder.say(true);
  }
}

/** A library is not left while changes to it are in memory only. Throws `busy`. */
export function checkNothingWaits({ waiting, folder }: Place): void {
  if (waiting === null) return;
  throw new ReaderError(
    'busy',
    `Changes to the library in ${folder} are not on disk yet and would be lost. Make room on its disk and try again.`,
  );
}

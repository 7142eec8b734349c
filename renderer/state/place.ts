/* Where the library lies and how it is: asked once, then told by events. */

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Place, PlacePurpose } from '../../shared/place.ts';
import { useApp, type App } from './app.ts';
import { keys } from './library.ts';
import { newest } from './newest.ts';
import { renew } from './renew.ts';
import { reportFailure } from './report-failure.ts';
import { isolated } from './word-import.ts';

function placeOptions(app: App) {
  return queryOptions<Place>({
    queryKey: keys.place,
    queryFn: () => newest(app, keys.place, () => app.call('place.get', {})),
  });
}

/** Undefined while it is asked, and where the core cannot tell; `isAsked` is true in the first case alone. */
export function usePlace(): { readonly place: Place | undefined; readonly isAsked: boolean } {
  const { data, isPending, isError } = useQuery(placeOptions(useApp()));
  return { place: data, isAsked: isPending && !isError };
}

export function currentPlace(app: App): Place | undefined {
  return app.cache.getQueryData<Place>(keys.place);
}

/** Takes in what the core says. `reload`: it is another library now, and nothing shown is true of it. */
export function hearPlace(app: App, place: Place, reload: boolean): void {
  const isBack = currentPlace(app)?.state === 'closed' && place.state !== 'closed';
  app.cache.setQueryData<Place>(keys.place, place);
  if (reload || isBack) renew(app);
  if (place.state === 'closed') app.dialog.set(() => null);
}

const failures = {
  'place.retry': 'It was not tried again.',
  'place.openReadable': 'No copy could be opened.',
  'place.acknowledge': 'The notice comes again at the next start.',
} as const;

/** Asks for a change of the place; answers true when the core did it. Never rejects. */
export async function askPlace(app: App, method: keyof typeof failures): Promise<boolean> {
  try {
    const place = await newest(app, keys.place, () => app.call(method, {}));
    hearPlace(app, place, false);
    return true;
  } catch (error) {
    reportFailure(app, failures[method], error);
    return false;
  }
}

const choices: Record<PlacePurpose, { readonly failed: string; readonly done: ((folder: string) => string) | null }> = {
  open: { failed: 'The folder was not opened.', done: null },
  move: { failed: 'The library was not moved.', done: (folder) => `The library lies in ${folder} now` },
  copy: { failed: 'The library was not copied.', done: () => 'The library was copied' },
  backup: { failed: 'No backup was written.', done: () => 'The backup is written' },
  restore: { failed: 'The backup was not restored.', done: (folder) => `The backup was restored into ${folder}` },
};

/** The system's dialog, and then what was asked for; ends when that is done. Never rejects. */
export async function choosePlace(app: App, purpose: PlacePurpose): Promise<void> {
  const { failed, done } = choices[purpose];
  try {
    const reply = await app.transport.choosePlace?.(purpose);
    if (reply === undefined) return;
    if (!reply.ok) app.toasts.show({ words: `${failed} ${reply.error.message}` });
    else if (reply.value !== null) {
      hearPlace(app, reply.value, false);
      if (done !== null) app.toasts.show({ words: done(isolated(reply.value.folder)) });
    }
  } catch (error) {
    reportFailure(app, failed, error);
  }
}

/** True, and said in a toast, where nothing may be changed. */
export function refuseChange(app: App): boolean {
  if (canChange(app)) return false;
  const why = currentPlace(app)?.state === 'closed' ? 'no library is open' : 'this library is open to read only';
  app.toasts.show({ words: `Nothing was changed: ${why}` });
  return true;
}

/** Also true where the core cannot tell: then it refuses by itself what it must. */
export function canChange(app: App): boolean {
  const state = currentPlace(app)?.state;
  return state === undefined || state === 'open';
}

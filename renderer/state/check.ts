/* The self-check: asked once, then told by events. */

import { useQuery } from '@tanstack/react-query';
import type { CheckStatus } from '../../shared/place.ts';
import { useApp, type App } from './app.ts';
import { keys } from './library.ts';
import { newest } from './newest.ts';
import { reportFailure, wordFailure } from './report-failure.ts';

/** `failure` is a sentence. */
export function useCheck(): { readonly status: CheckStatus | undefined; readonly failure: string | null } {
  const app = useApp();
  const { data, error } = useQuery<CheckStatus>({
    queryKey: keys.check,
    queryFn: () => newest(app, keys.check, () => app.call('check.status', {})),
  });
  return { status: data, failure: data === undefined && error !== null ? wordFailure(error) : null };
}

/** Begins a check, or with `repair` one that mends. Never rejects. */
export function startCheck(app: App, repair: boolean): Promise<void> {
  return hear(app, 'The check was not begun.', () => app.call('check.start', { repair }));
}

export function stopCheck(app: App): Promise<void> {
  return hear(app, 'The check goes on.', () => app.call('check.stop', {}));
}

async function hear(app: App, failed: string, call: () => Promise<CheckStatus>): Promise<void> {
  try {
    app.cache.setQueryData<CheckStatus>(keys.check, await newest(app, keys.check, call));
  } catch (error) {
    reportFailure(app, failed, error);
  }
}

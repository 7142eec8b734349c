import type { QueryKey } from '@tanstack/react-query';
import type { App } from './app.ts';

/**
 * The answer of a call, or what an event said while it was on its way: the event may be the later word, and each
 * change has its event.
 */
export async function newest<Value>(app: App, key: QueryKey, call: () => Promise<Value>): Promise<Value> {
  const heard = (): number => app.cache.getQueryState(key)?.dataUpdateCount ?? 0;
  const before = heard();
  const answer = await call();
  return heard() === before ? answer : (app.cache.getQueryData<Value>(key) ?? answer);
}

import type { ImportId } from '../../shared/model.ts';

/**
 * The import the address names (`#import=ID`): the files Broadsheet was started with. It leaves the address, so that a
 * reload is only a reload; with it goes the token of a start link, which is a secret.
 */
export function takeStart(): { readonly opensOn: ImportId | null; readonly token: string | null } {
  const start = new URLSearchParams(location.hash.slice(1));
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return { opensOn: start.get('import') as ImportId | null, token: start.get('token') };
}

/* Dump profiles as the library keeps them. None is ever lost: files are read again with the one they were read with first. */

import type { KeptProfile } from '../../../shared/profile.ts';
import type { Proposal } from './propose.ts';
import type { Catalogue } from './state.ts';

/** The same profiles before and after; taken back by changing places. */
export type ProfilesSet = { readonly before: readonly KeptProfile[]; readonly after: readonly KeptProfile[] };

export function putProfiles({ profiles, dirty }: Catalogue, kept: readonly KeptProfile[]): void {
  for (const each of kept) profiles.set(each.id, each);
  dirty.add('profiles');
}

/** Null where all are kept so already. A profile that is new was removed before, as far as undo is concerned. */
export function proposeProfiles(
  { profiles }: Catalogue,
  wanted: readonly KeptProfile[],
  label: string,
): Proposal | null {
  const after = wanted.filter((each) => {
    const kept = profiles.get(each.id);
    return kept?.name !== each.name || kept.removed !== each.removed;
  });
  if (after.length === 0) return null;
  const before = after.map((each) => profiles.get(each.id) ?? { ...each, removed: true });
  return { change: { kind: 'profiles-set', before, after }, label, count: after.length };
}

/** Those that new files are compared with, the newest first. */
export function listProfiles({ profiles }: Pick<Catalogue, 'profiles'>): readonly KeptProfile[] {
  return [...profiles.values()].filter(({ removed }) => !removed).sort((a, b) => b.createdAt - a.createdAt);
}

/* A file with dump profiles, handed to the browser or to the system's dialog to be saved. */

import type { DumpProfile } from '../../shared/profile.ts';
import type { App } from '../state/app.ts';
import { exportProfiles } from '../state/profiles.ts';

/** One profile, or all. */
export async function downloadProfiles(app: App, profile: DumpProfile | null): Promise<void> {
  const text = await exportProfiles(app, profile?.id ?? null);
  if (text === null) return;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${profile === null ? 'Dump profiles' : toFileName(profile.name)}.json`;
  link.click();
  // Not at once: the download reads it when it begins.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Without the characters that a file system may refuse. */
function toFileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, '-');
}

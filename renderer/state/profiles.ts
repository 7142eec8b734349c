/* Dump profiles: what was said of one file, to be done with files like it. */

import { useQuery } from '@tanstack/react-query';
import type { DumpProfile, ProfileId, ProfilesTaken } from '../../shared/profile.ts';
import { countOf } from '../../shared/words.ts';
import { useApp, type App } from './app.ts';
import { keys } from './library.ts';
import { undo } from './marks.ts';
import { refuseChange } from './place.ts';
import { reportFailure, wordFailure } from './report-failure.ts';
import { acceptSplit, viewSplit, type SplitFile } from './split.ts';
import { isolated } from './word-import.ts';

/** `failure` is a sentence. */
export function useProfiles(): {
  readonly profiles: readonly DumpProfile[] | undefined;
  readonly failure: string | null;
} {
  const app = useApp();
  const { data, error } = useQuery<readonly DumpProfile[]>({
    queryKey: keys.profiles,
    queryFn: () => app.call('profiles.list', {}),
  });
  return { profiles: data, failure: data === undefined && error !== null ? wordFailure(error) : null };
}

/** Remembers what is said of a file as it is kept now, and says so. Never rejects, nor do the others. */
export function saveProfile(app: App, { importId, fileNumber }: SplitFile, name: string): Promise<void> {
  return change(app, 'It was not remembered for other files.', async () => {
    await app.call('profiles.save', { importId, fileNumber, name });
    return `Remembered for files like this as ${isolated(name)}`;
  });
}

export function renameProfile(app: App, { id, name: before }: DumpProfile, name: string): Promise<void> {
  return change(app, 'The dump profile keeps its name.', async () => {
    await app.call('profiles.rename', { id, name });
    return `${isolated(before)} is called ${isolated(name)} now`;
  });
}

export function removeProfile(app: App, { id, name }: DumpProfile): Promise<void> {
  return change(app, 'The dump profile was not deleted.', async () => {
    await app.call('profiles.remove', { id });
    return `Deleted ${isolated(name)}. Files that were read with it stay as they are`;
  });
}

/** Takes in a file of profiles that came from elsewhere. */
export function importProfiles(app: App, file: Blob): Promise<void> {
  return change(app, 'No dump profile was imported.', async () =>
    wordTaken(await app.call('profiles.import', { text: await file.text() })),
  );
}

/** The text of a file with one profile or all; null where it could not be had, which is said. */
export async function exportProfiles(app: App, id: ProfileId | null): Promise<string | null> {
  try {
    return await app.call('profiles.export', { id });
  } catch (error) {
    reportFailure(app, 'No dump profile was exported.', error);
    return null;
  }
}

/** Reads a file as it is found, without the profile that it was imported with, and keeps that. */
export async function readWithoutProfile(app: App, file: SplitFile): Promise<void> {
  try {
    const view = await viewSplit(app, file, null);
    await acceptSplit(app, { ...view, corrections: { ...view.corrections, profile: 'none' } });
  } catch (error) {
    reportFailure(app, 'The file stays as it was read.', error);
  }
}

async function change(app: App, failed: string, act: () => Promise<string>): Promise<void> {
  if (refuseChange(app)) return;
  app.toasts.outdate();
  try {
    const words = await act();
    const actions = [{ label: 'Undo', run: () => void undo(app) }];
    app.toasts.show({ words, actions, undoesLatest: true });
  } catch (error) {
    reportFailure(app, failed, error);
  }
}

function wordTaken({ added, known }: ProfilesTaken): string {
  const already = known.length === 0 ? '' : `, ${countOf(known.length, 'dump profile')} here already`;
  return `Imported ${countOf(added.length, 'dump profile')}${already}`;
}

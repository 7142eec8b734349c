import { expect, test } from 'vitest';
import type { ImportId } from '../../shared/model.ts';
import type { DumpProfile, ProfileId } from '../../shared/profile.ts';
import { noCorrections } from '../../shared/split.ts';
import { importProfiles, readWithoutProfile, removeProfile, renameProfile, saveProfile } from './profiles.ts';
import { ok, openTestApp } from './test-app.ts';

const file = { importId: 'a-00000000' as ImportId, fileNumber: 2 };
const profile: DumpProfile = {
  id: 'a'.repeat(32) as ProfileId,
  name: 'Delta',
  createdAt: 1,
  fingerprint: { texts: [], shapes: [] },
  rules: { encoding: null, borders: [], lines: [], places: [], restore: [], fields: [] },
};

test('what was remembered, renamed and deleted is said, each with the way back', async () => {
  const { app, words } = openTestApp({
    'profiles.save': () => ok(profile.id),
    'profiles.rename': () => ok(1),
    'profiles.remove': () => ok(1),
  });
  await saveProfile(app, file, 'Delta');
  expect(words()).toEqual(['Remembered for files like this as \u2068Delta\u2069']);
  await renameProfile(app, profile, 'Echo');
  expect(words()).toEqual(['\u2068Delta\u2069 is called \u2068Echo\u2069 now']);
  await removeProfile(app, profile);
  expect(words()).toEqual(['Deleted \u2068Delta\u2069. Files that were read with it stay as they are']);
  expect(app.toasts.store.get()[0]?.actions.map(({ label }) => label)).toEqual(['Undo']);
});

test('a refusal is said and nothing is claimed', async () => {
  const { app, words } = openTestApp({});
  await saveProfile(app, file, 'Delta');
  expect(words()).toEqual(['It was not remembered for other files. Not yet.']);
});

test('an import says what came and what was there', async () => {
  const { app, calls, words } = openTestApp({ 'profiles.import': () => ok({ added: ['Echo'], known: ['Delta'] }) });
  await importProfiles(app, new Blob(['{}']));
  expect(calls).toEqual([{ method: 'profiles.import', input: { text: '{}' } }]);
  expect(words()).toEqual(['Imported 1 dump profile, 1 dump profile here already']);
});

test('a file is read without its profile, with all else that was said of it', async () => {
  const corrections = { ...noCorrections, begins: [42] };
  const { app, calls } = openTestApp({
    'split.view': () => ok({ ...file, file: 'dump.txt', corrections }),
    'split.accept': () => ok(1),
  });
  await readWithoutProfile(app, file);
  expect(calls).toEqual([
    { method: 'split.view', input: { ...file, corrections: null } },
    { method: 'split.accept', input: { ...file, corrections: { ...corrections, profile: 'none' } } },
  ]);
});

import { expect, test } from 'vitest';
import { applyChange, invertChange } from './change.ts';
import { proposeProfiles } from './profiles.ts';
import type { Proposal } from './propose.ts';
import { createCatalogue, type Catalogue } from './state.ts';
import { toProfile } from './test-changes.ts';

const kept = toProfile(1, { name: 'Monitor', removed: false });

function apply(catalogue: Catalogue, proposal: Proposal | null): void {
  if (proposal === null) throw new Error('nothing was proposed');
  applyChange(catalogue, proposal.change, 1);
}

function takeBack(catalogue: Catalogue, proposal: Proposal | null): void {
  const back = proposal === null ? null : invertChange(proposal.change);
  if (back === null) throw new Error('it cannot be taken back');
  applyChange(catalogue, back, 2);
}

test('undoing what saved a profile removes it, and redoing brings it back', () => {
  const catalogue = createCatalogue();
  const saved = proposeProfiles(catalogue, [kept], 'remember');
  apply(catalogue, saved);
  expect([...catalogue.profiles.values()]).toEqual([kept]);
  takeBack(catalogue, saved);
  expect([...catalogue.profiles.values()]).toEqual([{ ...kept, removed: true }]);
  apply(catalogue, saved);
  expect([...catalogue.profiles.values()]).toEqual([kept]);
});

test('undoing a new name gives the old one back', () => {
  const catalogue = createCatalogue();
  apply(catalogue, proposeProfiles(catalogue, [kept], 'remember'));
  const renamed = proposeProfiles(catalogue, [{ ...kept, name: 'Echo' }], 'rename');
  apply(catalogue, renamed);
  expect(catalogue.profiles.get(kept.id)?.name).toBe('Echo');
  takeBack(catalogue, renamed);
  expect(catalogue.profiles.get(kept.id)?.name).toBe('Monitor');
});

test('proposes nothing where all is as it is wanted', () => {
  const catalogue = createCatalogue();
  apply(catalogue, proposeProfiles(catalogue, [kept], 'remember'));
  expect(proposeProfiles(catalogue, [kept], 'remember')).toBeNull();
});

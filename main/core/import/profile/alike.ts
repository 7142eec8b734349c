/* Which profile a file is read with: the one whose file it is most like, if it is like any. */

import type { DumpProfile, Fingerprint } from '../../../../shared/profile.ts';

/**
 * Found on the marked dumps of e2e/score: of 62 that were halved, 29 halves of about two articles find each other; of
 * 16,600 pairs of different dumps 26 do, nearly all of them written alike on purpose. A profile that is not found costs
 * a correction; one that is wrong spoils a file.
 */
export const threshold = 0.4;

/** So many lines in common are as good as all: the rest are the articles' own. */
const enoughTexts = 5;

/** The most alike of those that are alike enough; of two the newer. `found` is the fingerprint of the file. */
export function findProfile(found: Fingerprint, profiles: readonly DumpProfile[]): DumpProfile | undefined {
  const [best] = profiles
    .map((profile) => ({ profile, rate: likeness(found, profile.fingerprint) }))
    .filter(({ rate }) => rate >= threshold)
    .sort((one, other) => other.rate - one.rate || other.profile.createdAt - one.profile.createdAt);
  return best?.profile;
}

/** 0 to 1. Files without a line in common are not alike: plain paragraphs look the same everywhere. */
export function likeness(one: Fingerprint, other: Fingerprint): number {
  const texts = countCommon(one.texts, other.texts);
  if (texts === 0) return 0;
  const shapes = countCommon(one.shapes, other.shapes);
  const textRate = Math.max(toShare(texts, one.texts, other.texts), Math.min(1, texts / enoughTexts));
  return (textRate + toShare(shapes, one.shapes, other.shapes)) / 2;
}

function countCommon(one: readonly number[], other: readonly number[]): number {
  const known = new Set(other);
  return one.filter((hash) => known.has(hash)).length;
}

function toShare(common: number, one: readonly number[], other: readonly number[]): number {
  return common === 0 ? 0 : common / (one.length + other.length - common);
}

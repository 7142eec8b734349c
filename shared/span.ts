/* Parts of a dropped file. */

import type { Sha256 } from './model.ts';

/** A part of an original that is too large to be read at once: read by itself, with lines counted from its beginning. */
export type Span = {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** Where it begins and how long it is, in bytes of the original. */
  readonly offset: number;
  readonly bytes: number;
  /** Lines of the file before it. */
  readonly linesBefore: number;
  /** Of its own bytes. */
  readonly sha256: Sha256;
};

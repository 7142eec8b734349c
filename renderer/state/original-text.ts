/* What is read as one text. */

import type { Sha256 } from '../../shared/model.ts';

/** An original, or a part of one that is too large to be read at once, by its number. */
export type OriginalText = { readonly sha256: Sha256; readonly part?: number | undefined };

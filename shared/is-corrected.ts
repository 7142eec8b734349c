/* Apart from the schemas, which the window does not load. */

import type { Corrections } from './split.ts';

/** Whether anything was said of a file. */
export function isCorrected({ encoding, profile, ...lists }: Corrections): boolean {
  return encoding !== null || profile !== null || Object.values(lists).some((list) => list.length > 0);
}

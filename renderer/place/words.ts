/* The sentences about the library's folder: what was repaired, what waits, why it cannot be opened. */

import type { ErrorCode } from '../../shared/errors.ts';
import type { Recovery } from '../../shared/place.ts';
import { formatCount } from '../ui/format-count.ts';

/** How many things could not be brought back. */
export function countLost({ repairs }: Recovery): number {
  return repairs.filter(({ lost }) => lost).length;
}

export function wordRecovery(recovery: Recovery, locale?: string): string {
  const lost = countLost(recovery);
  const repaired = 'Broadsheet repaired this library when it was opened.';
  if (lost === 0) return `${repaired} Nothing was lost.`;
  return `${repaired} ${formatCount(lost, 'thing', 'things', locale)} could not be brought back.`;
}

/** The sentence about changes that wait, in two parts: the disk's own message stands between them. */
export function wordWaiting(changes: number, locale?: string): readonly [before: string, after: string] {
  return [
    `${formatCount(changes, 'change is', 'changes are', locale)} not on disk yet: `,
    changes === 1 ? ' It is kept and tried again.' : ' They are kept and tried again.',
  ];
}

/** A message that another sentence follows ends with one full stop. */
export function endSentence(message: string): string {
  const text = message.trim();
  return /[.!?…。؟]$/u.test(text) ? text : `${text}.`;
}

/** What the page says over a library that is closed. */
export function titleClosed(code: ErrorCode | undefined): string {
  switch (code) {
    case 'damaged':
      return 'This library is damaged';
    case 'newer-format':
      return 'This library is newer than this Broadsheet';
    case 'locked':
      return 'This library is open elsewhere';
    case 'not-found':
      return 'The library’s folder is not there';
    case 'unwritable':
    case 'read-only':
      return 'The library’s folder cannot be written';
    case 'invalid-input':
    case 'unknown-method':
    case 'busy':
    case 'closed':
    case 'internal':
    case undefined:
      return 'The library could not be opened';
  }
}

/** Whether what is readable of it may be shown: its files are there, and only some of them cannot be understood. */
export function canOpenReadable(code: ErrorCode | undefined): boolean {
  return code === 'damaged' || code === 'newer-format';
}

/* The sentences of the settings: how far the self-check is, what it found, how far a task is. */

import type { CheckStatus, Problem, Task, TaskKind } from '../../shared/place.ts';
import { formatBytes, formatCount, formatDay } from '../ui/format-count.ts';
import { formatNumber } from '../ui/format.ts';

/** How the last check ended, or where one stopped. */
export function wordCheck(status: CheckStatus, locale?: string): string {
  const { running, done, total, finishedAt, problems } = status;
  const files = formatCount(total, 'file', 'files', locale);
  if (running) return `Checking: ${formatNumber(done, locale)} of ${files}`;
  if (done > 0 && done < total) return `Stopped after ${formatNumber(done, locale)} of ${files}. It goes on there.`;
  if (finishedAt === null) return 'Not checked yet.';
  return `Checked ${files} on ${formatDay(finishedAt, locale)}: ${wordProblems(problems, locale)}`;
}

/** "everything is as it was written", "3 problems, 1 of them repaired". */
export function wordProblems(problems: readonly Problem[], locale?: string): string {
  if (problems.length === 0) return 'everything is as it was written';
  const words = formatCount(problems.length, 'problem', 'problems', locale);
  const repaired = problems.filter((problem) => problem.repaired).length;
  if (repaired === 0) return words;
  if (repaired === problems.length) return `${words}, ${repaired === 1 ? 'repaired' : 'all repaired'}`;
  return `${words}, ${formatNumber(repaired, locale)} of them repaired`;
}

const doing: Record<TaskKind, string> = {
  backup: 'Writing the backup',
  restore: 'Restoring the backup',
  move: 'Moving the library',
  copy: 'Copying the library',
};

/** "Copying the library: 12.3 MB of 40 MB". */
export function wordTask({ kind, done, total }: Task, locale?: string): string {
  if (total === 0) return doing[kind];
  return `${doing[kind]}: ${formatBytes(done, locale)} of ${formatBytes(total, locale)}`;
}

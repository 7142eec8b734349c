/* A file of a report in words. Pure. */

import type { FileReport } from '../../shared/model.ts';
import { countOf, wordProfile } from '../../shared/words.ts';
import { isSure, wordPercent } from '../ui/split-words.ts';

export function findState(report: FileReport): 'sure' | 'doubt' | 'refuse' {
  if (report.refused !== null) return 'refuse';
  return report.warnings.length > 0 || !isSure(report.confidence ?? 1) ? 'doubt' : 'sure';
}

/** The last column: why it was refused, the first warning or the dump profile (opened, they stand below), or what was found. */
export function wordFile(report: FileReport, isOpen: boolean): string {
  if (report.refused !== null) return report.refused.message;
  const [warning, ...others] = report.warnings;
  if (warning !== undefined && isOpen) return countOf(report.warnings.length, 'warning');
  if (warning !== undefined) {
    return others.length === 0 ? warning.message : `${warning.message} And ${countOf(others.length, 'more warning')}.`;
  }
  if (report.profile !== undefined && !isOpen) return wordProfile(report.profile.name);
  if (report.found > 0 && report.new === 0) return 'All here already; each article names both files';
  return [report.encoding?.toUpperCase() ?? '', confidenceWords(report.confidence)]
    .filter((part) => part !== '')
    .join(', ');
}

function confidenceWords(confidence: number | null): string {
  return confidence === null ? '' : `${wordPercent(confidence)} sure of the split`;
}

/* A file of a report in words. Pure. */

import type { DropReason, FileReport } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';

/** Below this a split wants a look. */
export const sureFrom = 0.75;

export function findState(report: FileReport): 'sure' | 'doubt' | 'refuse' {
  if (report.refused !== null) return 'refuse';
  return report.warnings.length > 0 || (report.confidence ?? 1) < sureFrom ? 'doubt' : 'sure';
}

/** The last column: why it was refused, the first warning (opened, the warnings stand below), or what was found. */
export function wordFile(report: FileReport, isOpen: boolean): string {
  if (report.refused !== null) return report.refused.message;
  const [warning, ...others] = report.warnings;
  if (warning !== undefined && isOpen) return countOf(report.warnings.length, 'warning');
  if (warning !== undefined) {
    return others.length === 0 ? warning.message : `${warning.message} And ${countOf(others.length, 'more warning')}.`;
  }
  if (report.found > 0 && report.new === 0) return 'All here already; each article names both files';
  return [report.encoding?.toUpperCase() ?? '', confidenceWords(report.confidence)]
    .filter((part) => part !== '')
    .join(', ');
}

function confidenceWords(confidence: number | null): string {
  return confidence === null ? '' : `${Math.round(confidence * 100)} % sure of the split`;
}

const reasons: Record<DropReason, string> = {
  'repeat-title': 'headline repeated',
  'repeat-caption': 'caption repeated',
  residue: 'left over from a web page',
  'residue-learned': 'the same line in several articles',
  contents: 'table of contents',
  'cover-page': 'cover page',
  label: 'label of a field',
  navigation: 'link to another story',
  copyright: 'copyright notice',
  boilerplate: 'standing text of the publisher',
  'left-out': 'you left it out',
};

export function wordReason(reason: DropReason): string {
  return reasons[reason];
}

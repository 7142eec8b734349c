/* How sure a split is, and why a line was left out, in the words of the report and of the workbench. Pure. */

import type { DropReason } from '../../shared/model.ts';

/** Below this a split wants a look. */
const sureFrom = 0.75;

export function isSure(confidence: number): boolean {
  return confidence >= sureFrom;
}

/** "98 %". */
export function wordPercent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
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

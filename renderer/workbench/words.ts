/* What the workbench says: what a correction did, what became of the bytes, what is wrong with a field. Pure. */

import type { SettableField, SplitView } from '../../shared/split.ts';
import { countOf } from '../../shared/words.ts';
import type { Correction } from './history.ts';

/** Said when the answer to a correction is here: "Split at line 42: 3 articles". */
export function wordCorrection(correction: Correction, articles: number): string {
  return `${wordDone(correction)}: ${countOf(articles, 'article')}`;
}

/** Said of a step back or forth: "Undone: 2 articles". */
export function wordSteps(kind: 'undo' | 'redo', articles: number): string {
  return `${kind === 'undo' ? 'Undone' : 'Done again'}: ${countOf(articles, 'article')}`;
}

function wordDone(correction: Correction): string {
  switch (correction.kind) {
    case 'split':
      return `Split at line ${correction.line}`;
    case 'join':
      return `Joined at line ${correction.line}`;
    case 'split-all':
      return `Split at ${countOf(correction.lines.length, 'place')}`;
    case 'move':
      return `Border moved to line ${correction.to}`;
    case 'encoding':
      return correction.encoding === null ? 'Read as found' : `Read as ${correction.encoding}`;
    case 'profile':
      return correction.profile === 'none' ? 'Read without the dump profile' : 'Read with the dump profile';
    case 'field':
      return correction.first === null
        ? `Set the ${correction.name} of all articles`
        : `Set the ${correction.name} of the article at line ${correction.first}`;
  }
}

/** A name for what is remembered of a file: that of the profile it betters, its source where it has one, or its own. */
export function nameProfile({ profile, corrections, file }: SplitView): string {
  const source = corrections.fields.find(({ first, name }) => first === null && name === 'source')?.value;
  const own = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]{1,8}$/, '');
  return (
    (profile?.name ?? source ?? own)
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 100)
      .trim() || 'Dump profile'
  );
}

/** "5,000 bytes = 2 articles 4,518 + 3 separator lines 44 + 5 lines left out 438 + 0 unassigned". */
export function wordLedger({ articles, dropped, separatorLines, ledger }: SplitView): string {
  const parts = [
    `${countOf(articles.length, 'article')} ${count(ledger.articles)}`,
    `${countOf(separatorLines, 'separator line')} ${count(ledger.separators)}`,
    `${countOf(dropped.length, 'line')} left out ${count(ledger.dropped)}`,
    `${count(ledger.unassigned)} unassigned`,
  ];
  return `${countOf(ledger.bytes, 'byte')} = ${parts.join(' + ')}`;
}

function count(bytes: number): string {
  return bytes.toLocaleString('en');
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d)?$/;

/** The sentence on a value that cannot be set; null where it can. An empty one takes the field away. */
export function findFieldFault(name: SettableField, value: string): string | null {
  const text = value.trim();
  if (name === 'title' && text === '') return 'An article needs a headline.';
  if (text.length > 1000) return 'A field holds at most 1,000 characters.';
  if (name !== 'date' || text === '') return null;
  const [, year, month, day] = isoDate.exec(text) ?? [];
  if (day === undefined) return 'Write the date as 2024-08-26, or with its time as 2024-08-26T06:20.';
  return isDay(Number(year), Number(month), Number(day)) ? null : 'There is no such day in the calendar.';
}

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(2000, 0, 1));
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

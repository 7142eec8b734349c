/* Sentences that the command line and the screen share: warnings and refusals by code. Plain and exact; no blame. */

import type { BorderCue, Refusal, RefusalCode, Warning, WarningCode } from './model.ts';

const numbers = new Intl.NumberFormat('en');

/** "1 article", "2 articles", "12,430 articles". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** "512 bytes", "1.5 MB", "12 GB": powers of ten, as disks are sold and file managers count. */
export function wordBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  if (bytes < 1000) return countOf(bytes, 'byte');
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[power - 1] ?? ''}`;
}

export type WarningFacts = { readonly bytes?: number; readonly count?: number; readonly detail?: string };

/** Words a warning. `facts` carries the numbers the sentence names. */
export function wordWarning(code: WarningCode, facts: WarningFacts = {}): Warning {
  return { code, message: warningSentence(code, facts) };
}

function warningSentence(code: WarningCode, { bytes = 0, count = 0, detail = '' }: WarningFacts): string {
  switch (code) {
    case 'may-be-cut':
      return detail === 'exact-size'
        ? `The file has exactly ${numbers.format(bytes)} bytes and no last line break: it may have been cut off.`
        : 'The file ends in the middle of a sentence: it may have been cut off.';
    case 'invalid-bytes':
      return `${countOf(count, 'byte')} could not be decoded and ${count === 1 ? 'is' : 'are'} shown as \uFFFD. The original is kept unchanged.`;
    case 'encoding-guessed':
      return `The encoding was guessed: ${detail}.`;
    case 'double-encoded':
      return `${countOf(count, 'letter')} seem${count === 1 ? 's' : ''} to have been saved in a wrong encoding before (like “cafÃ©”). The text is shown as it is.`;
    case 'nul-removed':
      return `${countOf(count, 'NUL character')} left out of the text.`;
    case 'missing-numbers':
      return `The numbering has gaps: ${detail} missing.`;
    case 'no-separator':
      return 'No separator was found: the whole file was read as one article.';
    case 'goes-on':
      return 'The file is too large to be read at once, and no end of an article was found here: the last article goes on in the next part.';
    case 'possible-borders':
      return `${countOf(count, 'more place')} could be the start of an article and ${count === 1 ? 'was' : 'were'} not split.`;
  }
}

/** Words a refusal. `detail` is a reason of the system, in words, where there is one. */
export function wordRefusal(code: RefusalCode, detail = ''): Refusal {
  return { code, message: refusalSentence(code, detail) };
}

function refusalSentence(code: RefusalCode, detail: string): string {
  switch (code) {
    case 'binary':
      return `${detail === '' ? 'This is not text' : detail}. Your file is untouched.`;
    case 'empty':
      return 'The file is empty.';
    case 'blank':
      return 'The file holds only blank lines.';
    case 'unreadable':
      return `The file could not be read${detail === '' ? '' : ` (${detail})`}.`;
    case 'too-large':
      return `The file is too large to read at once (${detail}). Split it and import the parts.`;
    case 'directory-loop':
      return 'This folder leads back to itself and was walked once.';
    case 'unknown-encoding':
      return `The encoding “${detail}” is not known. Your file is untouched.`;
    case 'unsupported':
      return `${detail === '' ? 'This kind of file' : detail} is not read yet. Your file is untouched.`;
    case 'failed':
      return `The file could not be taken apart${detail === '' ? '' : ` (${detail})`}. Nothing of it was stored.`;
  }
}

/** Says in a report, or of an open file, that a dump profile was used. */
export function wordProfile(name: string): string {
  return `Read as the files of “${name}” are.`;
}

const cues: Readonly<Record<BorderCue, string>> = {
  counter: 'a counter',
  label: 'a label',
  number: 'a numbered headline',
  stamp: 'a line like the first',
  'form-feed': 'a page break',
  rule: 'a rule',
  heading: 'a marked headline',
  'blank-run': 'blank lines',
  repeat: 'a headline said again',
  caption: 'a caption',
  byline: 'a byline',
  dateline: 'a dateline',
  date: 'a date',
  headline: 'a line like a headline',
  hand: 'set by you',
};

/** What shows that an article begins: "a counter", "blank lines". */
export function wordCue(cue: BorderCue): string {
  return cues[cue];
}

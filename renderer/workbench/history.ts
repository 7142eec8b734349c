/* What a person corrected so far, with the way back: local to the workbench until it is accepted. Pure. */

import type { Corrections, SettableField } from '../../shared/split.ts';

export type History = {
  readonly now: Corrections;
  readonly past: readonly Corrections[];
  readonly future: readonly Corrections[];
};

export type Correction =
  | { readonly kind: 'split'; readonly line: number }
  | { readonly kind: 'join'; readonly line: number }
  /** As one step: `lines` are places in doubt. */
  | { readonly kind: 'split-all'; readonly lines: readonly number[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'encoding'; readonly encoding: Corrections['encoding'] }
  | { readonly kind: 'profile'; readonly profile: Corrections['profile'] }
  /** `first` is the first line of the article; null: all articles of the file. */
  | {
      readonly kind: 'field';
      readonly first: number | null;
      readonly name: SettableField;
      readonly value: string | null;
    };

export function startHistory(now: Corrections): History {
  return { now, past: [], future: [] };
}

/** A correction that changes nothing is no step. */
export function correct(history: History, correction: Correction): History {
  const next = applyCorrection(history.now, correction);
  if (isSame(next, history.now)) return history;
  return { now: next, past: [...history.past, history.now], future: [] };
}

/** The history itself where there is nothing to undo; so with redo. */
export function undoCorrection(history: History): History {
  const { now, past, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { now: before, past: past.slice(0, -1), future: [now, ...future] };
}

export function redoCorrection(history: History): History {
  const { now, past, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { now: next, past: [...past, now], future: later };
}

/** Splitting where a join was said takes the join back, and the reverse. */
export function applyCorrection(corrections: Corrections, correction: Correction): Corrections {
  switch (correction.kind) {
    case 'split':
      return split(corrections, correction.line);
    case 'join':
      return join(corrections, correction.line);
    case 'split-all':
      return correction.lines.reduce(split, corrections);
    case 'move':
      return correction.from === correction.to
        ? corrections
        : moveFields(split(join(corrections, correction.from), correction.to), correction.from, correction.to);
    case 'encoding':
      return { ...corrections, encoding: correction.encoding };
    case 'profile':
      return { ...corrections, profile: correction.profile };
    case 'field':
      return setField(corrections, correction);
  }
}

function split(corrections: Corrections, line: number): Corrections {
  const { begins, joins } = corrections;
  return { ...corrections, begins: withLine(begins, line), joins: joins.filter((each) => each !== line) };
}

/** A border that a person had set is taken away; that it is said as well keeps out one that the parser would find there. */
function join(corrections: Corrections, line: number): Corrections {
  const { begins, joins } = corrections;
  return { ...corrections, begins: begins.filter((each) => each !== line), joins: withLine(joins, line) };
}

function withLine(lines: readonly number[], line: number): readonly number[] {
  return lines.includes(line) ? lines : [...lines, line].sort((a, b) => a - b);
}

/** What was set for an article is named by its first line, which moves with its border. */
function moveFields(corrections: Corrections, from: number, to: number): Corrections {
  const fields = corrections.fields.map((field) => (field.first === from ? { ...field, first: to } : field));
  return { ...corrections, fields };
}

/** The latest word on a field of an article counts; one for all articles replaces what was said of single ones. */
function setField(corrections: Corrections, set: Extract<Correction, { kind: 'field' }>): Corrections {
  const { first, name, value } = set;
  const others = corrections.fields.filter((field) => field.name !== name || (first !== null && field.first !== first));
  return { ...corrections, fields: [...others, { first, name, value }] };
}

function isSame(a: Corrections, b: Corrections): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

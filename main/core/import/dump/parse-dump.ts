/*
 * Free text to articles. This file is the table of contents: lines become units, units become pieces, pieces are cut
 * into segments, each segment is read as an article, and a ledger accounts for every byte.
 */

import type { DroppedLine, DropReason } from '../../../../shared/model.ts';
import type { ProfileRules } from '../../../../shared/profile.ts';
import type { Corrections } from '../../../../shared/split.ts';
import type { ParsedDump } from '../parsed.ts';
import { findRuledLines, findRuledPlaces } from '../profile/apply-rules.ts';
import { joinRules, learnRules } from '../profile/learn-rules.ts';
import type { SourceText } from '../source-text.ts';
import { finishArticles } from './articles.ts';
import { rateBegins, rateWholes } from './confidence.ts';
import { cutFile } from './cut.ts';
import { createUnitCutter, type CutUnit } from './cut-units.ts';
import { findDayOrder, type DayOrder } from './dates.ts';
import { readDraft, type Draft } from './draft.ts';
import type { FindLanguage } from './language.ts';
import { balance } from './ledger.ts';
import { ownCopy, toLines } from './lines.ts';
import { obeyRoles, toSaidRoles } from './obey-roles.ts';
import type { Numbering } from './numbering.ts';
import { asText, toPieces, type Piece } from './pieces.ts';
import { listBorders } from './found-borders.ts';
import { findRecurring } from './recurring.ts';
import { rangeOf } from './segments.ts';
import { setFields } from './set-fields.ts';
import { toUnits, type Unit } from './units.ts';
import { findWarnings } from './warnings.ts';

/** What is read from the text alone; the rest of a ParsedDump is about the file. */
export type DumpParse = Omit<ParsedDump, 'sha256' | 'bytes' | 'format' | 'encoding' | 'profile' | 'learned'> & {
  readonly learned?: ProfileRules;
};

export type DumpContext = {
  readonly file: string;
  readonly findLanguage: FindLanguage;
  /** What a person said of the split. */
  readonly corrections: Corrections;
  /** What they said of a file like this one. */
  readonly rules: ProfileRules;
  /** Whether to answer what files like this one are to be read with. */
  readonly learns?: boolean;
};

/**
 * Parses a text of one or many articles. The text must hold at least one line that is not blank. Linear in its size;
 * never throws for any text.
 */
export function parseDump(source: SourceText, context: DumpContext): DumpParse {
  const { corrections, rules } = context;
  const lines = toLines(source);
  const cutUnit = createUnitCutter(lines);
  const read = readPieces(cutAtLines(toUnits(lines), corrections.begins, cutUnit));
  const byHand = toSaidRoles(corrections.roles);
  const ruled = findRuledLines(rules, lines.texts);
  const restored = new Set<DropReason>([...rules.restore, ...corrections.restore]);
  const { sections, measured, borders, possible } = cutFile(
    { ...read, isCut: !source.finalNewline },
    { ...corrections, shapes: rules.borders },
    byHand,
  );
  const starts = sections.segments.map((segment) => rangeOf(segment)[0] - 1);
  const placed = findRuledPlaces(rules, { texts: lines.texts, starts });
  const said = new Map([...placed, ...ruled, ...byHand]);
  const { segments, outside, separators } = obeyRoles(sections, { said, restored, order: read.order, cutUnit });
  const habits = {
    numbered: borders.some((border) => border.cues.has('number')),
    recurring: findRecurring(segments.map((segment) => segment.pieces)),
  };
  const drafts = segments.map((segment) => readDraft(segment, habits, { source, restored }));
  const rates = rateBegins(segments);
  const found = listBorders({ measured, possible, segments, rates, begins: corrections.begins });
  const wholes = rateWholes(segments, rates, found);
  const articles = setFields(finishArticles(drafts, context, wholes), [
    ...rules.fields.map(ofAll),
    ...corrections.fields,
  ]);
  const dropped = outside.flatMap(({ piece, reason }) => dropUnit(source, piece.unit, reason));
  const { ledger, separatorLines } = balance(
    source,
    {
      articles: articles.map((article) => article.lines),
      dropped: [dropped, ...articles.map((article) => article.dropped)].flatMap((list) => list.map(({ line }) => line)),
      separators: collectSeparators(drafts, [...separators, ...outside.flatMap(({ piece }) => piece.marks)]),
    },
    (index) => lines.texts[index] === '',
  );
  const possibleBorders = found.flatMap(({ line, taken }) => (taken ? [] : [line]));
  const { pieces } = measured;
  const numbering: Numbering = habits.numbered ? measured.numbering : new Map();
  const warnings = findWarnings({ source, pieces, numbering, articles, possibleBorders, bytes: ledger.bytes });
  const confidence = articles.reduce((low, article) => Math.min(low, article.confidence), 1);
  const parsed = { confidence, warnings, articles, possibleBorders, borders: found, dropped, separatorLines, ledger };
  if (context.learns !== true) return parsed;
  const split = { texts: lines.texts, measured, starts: articles.map((article) => (article.lines?.[0] ?? 1) - 1) };
  return { ...parsed, learned: joinRules(rules, learnRules(corrections, split)) };
}

function ofAll<Rule>(rule: Rule): Rule & { readonly first: null } {
  return { ...rule, first: null };
}

/** An article may begin in the middle of what was taken for a paragraph. */
function cutAtLines(units: readonly Unit[], begins: readonly number[], cutUnit: CutUnit): readonly Unit[] {
  if (begins.length === 0) return units;
  const starts = new Set(begins);
  return units.flatMap((unit) => cutUnit(unit, (line) => starts.has(line + 1)));
}

type Read = { readonly pieces: readonly Piece[]; readonly tail: readonly Unit[]; readonly order: DayOrder };

/** A file of nothing but rules is still the text a person dropped. */
function readPieces(units: readonly Unit[]): Read {
  const order = findDayOrder(units.map((unit) => unit.text));
  const read = toPieces(units, order);
  return read.pieces.length > 0 ? { ...read, order } : { pieces: units.map(asText), tail: [], order };
}

function dropUnit(source: SourceText, unit: Unit, reason: DroppedLine['reason']): readonly DroppedLine[] {
  const dropped: DroppedLine[] = [];
  for (let index = unit.first; index <= unit.last; index += 1) {
    dropped.push({ line: index + 1, text: ownCopy(source.rawLine(index)), reason });
  }
  return dropped;
}

/** Lines of the rules and counters that stand before an article or after the last. */
function collectSeparators(drafts: readonly Draft[], others: readonly Unit[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const unit of [...drafts.flatMap((draft) => draft.segment.pieces[0]?.marks ?? []), ...others]) {
    for (let index = unit.first; index <= unit.last; index += 1) lines.add(index + 1);
  }
  return lines;
}

/* Reads a marked dump: a text with a role before each line, from which both the dump and its gold are made. */

import type { Block, BlockKind, FieldName, Media } from '../../shared/model.ts';
import { type DumpText, EncodeError, encodeText } from './encode.ts';
import { cleanText, type Gold, type GoldArticle, type GoldDrop, type GoldFields, fieldNames } from './gold.ts';
import { type MarkedLine, type Problem, type Role, type Tell, readLines } from './marked-lines.ts';

export type Marked = {
  readonly language: string;
  readonly shape: string;
  readonly text: DumpText;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gold: Gold;
};

/** Reads a marked file. Throws an error that names file, line and what is wrong, one sentence for each problem. */
export function parseMarked(source: string, file: string): Marked {
  const { marked, problems } = readMarked(source);
  if (problems.length === 0) return marked;
  throw new Error(writeProblems(file, problems).join('\n'));
}

export function writeProblems(file: string, problems: readonly Problem[]): readonly string[] {
  return problems.map(({ at, sentence }) => `${file}:${at}: ${sentence}`);
}

/** Reads a marked file as far as it can be read, with all that is wrong with it. */
export function readMarked(source: string): { readonly marked: Marked; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tell: Tell = (at, sentence) => {
    problems.push({ at, sentence });
    return undefined;
  };
  const { head, lines } = readLines(source, tell);
  const { language, shape, ...written } = head;
  const dumpLines = lines.flatMap((line) => ('raw' in line ? [line] : []));
  const text: DumpText = { ...written, lines: dumpLines.map(({ raw }) => raw) };
  const gold = buildGold(lines, tell);
  const bytes = toBytes(text, (line, sentence) => tell(dumpLines[line - 1]?.at ?? 1, sentence));
  problems.sort((left, right) => left.at - right.at);
  return { marked: { language, shape, text, bytes, gold }, problems };
}

function toBytes(text: DumpText, tell: Tell): Uint8Array<ArrayBuffer> {
  try {
    return encodeText(text);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    tell(error.line, error.message);
    return new Uint8Array();
  }
}

type Draft = {
  readonly at: number;
  readonly fields: GoldFields;
  first: number;
  last: number;
  readonly media: Media[];
  readonly blocks: Block[];
  readonly dropped: GoldDrop[];
};

/** What has been read so far. `line` is the line of the dump, `captions` the first line of a caption that waits for its gold. */
type State = {
  line: number;
  article: Draft | undefined;
  captionLine: number | undefined;
  captionGiven: boolean;
  lastRole: Role | '-' | undefined;
  readonly articles: GoldArticle[];
  readonly dropped: GoldDrop[];
  readonly undecidable: number[];
  readonly tell: Tell;
};

function buildGold(lines: readonly MarkedLine[], tell: Tell): Gold {
  const state: State = {
    line: 0,
    article: undefined,
    captionLine: undefined,
    captionGiven: false,
    lastRole: undefined,
    articles: [],
    dropped: [],
    undecidable: [],
    tell,
  };
  for (const line of lines) takeLine(state, line);
  const end = lines.at(-1)?.at ?? 1;
  endCaption(state, end);
  endArticle(state);
  if (state.articles.length === 0) tell(end, 'There is no article.');
  return { articles: state.articles, dropped: state.dropped, undecidable: state.undecidable };
}

function takeLine(state: State, line: MarkedLine): void {
  if (line.kind === 'caption') return takeCaption(state, line.at, line.media);
  if (line.kind !== 'line' || line.role !== 'C' || state.captionGiven) endCaption(state, line.at);
  if (line.kind === 'open') return openArticle(state, line.at, line.fields);
  if (line.kind === 'close') {
    if (state.article === undefined) state.tell(line.at, 'No article is open here.');
    return endArticle(state);
  }
  state.line += 1;
  if (line.kind === 'dropped') takeDropped(state, line);
  else takeRole(state, line);
}

function openArticle(state: State, at: number, fields: ReadonlyMap<FieldName, string>): void {
  endArticle(state);
  const all = Object.fromEntries(fieldNames.map((name) => [name, fields.get(name) ?? null])) as GoldFields;
  state.article = { at, fields: all, first: 0, last: 0, media: [], blocks: [], dropped: [] };
}

function endArticle(state: State): void {
  const { article } = state;
  state.article = undefined;
  state.lastRole = undefined;
  if (article === undefined) return;
  const { at, first, last, fields, media, blocks, dropped } = article;
  if (first === 0) state.tell(at, 'The article has no line.');
  else state.articles.push({ lines: [first, last], fields, media, blocks, dropped });
}

function takeCaption(state: State, at: number, media: Omit<Media, 'line'>): void {
  const { article, captionLine } = state;
  if (article === undefined || captionLine === undefined) return state.tell(at, 'No “C” line stands above this “=”.');
  article.media.push({ ...media, line: captionLine });
  state.captionGiven = true;
}

/** A caption may be wrapped over several lines, and one line may hold several captions; its gold must not be missing. */
function endCaption(state: State, at: number): void {
  if (state.captionLine !== undefined && !state.captionGiven) state.tell(at, 'The “C” line above has no “=”.');
  state.captionLine = undefined;
  state.captionGiven = false;
}

function takeDropped(state: State, { at, reason, raw }: MarkedLine & { kind: 'dropped' }): void {
  if (cleanText(raw) === '') state.tell(at, 'A dropped line is empty: a blank line is “.”.');
  const { article, line } = state;
  if (article !== undefined) reach(article, line);
  (article ?? state).dropped.push({ line, reason });
  state.lastRole = '-';
}

function reach(article: Draft, line: number): void {
  if (article.first === 0) article.first = line;
  article.last = line;
}

function takeRole(state: State, { at, role, raw }: MarkedLine & { kind: 'line' }): void {
  const { article, line } = state;
  if (role === '?') state.undecidable.push(line);
  else if (role !== '.' && article === undefined) state.tell(at, `A “${role}” line stands in no article.`);
  else if (role !== '.' && role !== 'V' && cleanText(raw) === '') state.tell(at, `The “${role}” line is empty.`);
  if (article !== undefined && role !== '.' && role !== '?') {
    reach(article, line);
    takeText(state, article, { at, role, raw });
  }
  state.lastRole = role;
}

const blockKinds: Readonly<Partial<Record<Role, BlockKind>>> = {
  P: 'paragraph',
  H: 'heading',
  Q: 'quote',
  U: 'list',
  V: 'pre',
};

type RoleLine = { readonly at: number; readonly role: Role; readonly raw: string };

function takeText(state: State, article: Draft, { at, role, raw }: RoleLine): void {
  if (role === 'C') state.captionLine ??= state.line;
  const kind = blockKinds[role];
  if (role === 'V' && state.lastRole === 'V') article.blocks.push(join(article.blocks.pop(), `\n${cleanEnd(raw)}`));
  else if (kind !== undefined) article.blocks.push({ kind, line: state.line, text: withoutMark(kind, raw) });
  if (role !== 'p' && role !== 'h' && role !== 'c') return;
  const before = article.blocks.pop();
  if (before === undefined) return state.tell(at, `The “${role}” line has no paragraph to go on with.`);
  if (role === 'h' && !/[-‐]$/.test(before.text)) state.tell(at, 'No hyphen ends the line before this “h” line.');
  const opening = role === 'h' ? { ...before, text: before.text.replace(/[-‐]$/, '') } : before;
  article.blocks.push(join(opening, `${role === 'p' ? ' ' : ''}${cleanText(raw)}`));
}

function join(before: Block | undefined, more: string): Block {
  return { kind: before?.kind ?? 'pre', line: before?.line ?? 0, text: `${before?.text ?? ''}${more}` };
}

/** A line of verse keeps its indent. */
function cleanEnd(raw: string): string {
  return raw.replace(/[\u200B\uFEFF\u00AD\u0000\f]/g, '').trimEnd();
}

const marks: Readonly<Partial<Record<BlockKind, RegExp>>> = {
  list: /^(?:[-*•▪·◦‣●○■□–—]|o(?= {2,}))\s+/,
  quote: /^(?:>\s*)+/,
  heading: /^#{1,6}\s+/,
};

/** The kind says what the mark of a list, quote or heading said. */
function withoutMark(kind: BlockKind, raw: string): string {
  if (kind === 'pre') return cleanEnd(raw);
  const mark = marks[kind];
  const text = cleanText(raw);
  return mark === undefined ? text : text.replace(mark, '');
}

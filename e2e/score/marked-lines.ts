/* The lines of a marked dump, each read by itself: the head, what opens an article, and lines of the dump with a role. */

import { type DropReason, type FieldName, type Media } from '../../shared/model.ts';
import { type Eol, eolNames } from './encode.ts';
import { dropReasons, fieldNames } from './gold.ts';

/** Something a marked file says that cannot be meant. `at` is the line of the marked file. */
export type Problem = { readonly at: number; readonly sentence: string };

export type Head = {
  readonly language: string;
  readonly shape: string;
  readonly encoding: string;
  readonly mark: boolean;
  readonly eol: Eol;
  readonly closed: boolean;
};

const roles = ['.', '?', 'T', 'S', 'B', 'D', 'N', 'C', 'P', 'p', 'h', 'c', 'H', 'Q', 'U', 'V'] as const;
export type Role = (typeof roles)[number];

export type MarkedLine = { readonly at: number } & (
  | { readonly kind: 'open'; readonly fields: ReadonlyMap<FieldName, string>; readonly inferred: readonly FieldName[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'caption'; readonly media: Omit<Media, 'line'> }
  | { readonly kind: 'dropped'; readonly reason: DropReason; readonly raw: string }
  | { readonly kind: 'line'; readonly role: Role; readonly raw: string }
);

/** Tells of a problem with a line; what is read of it is then nothing. */
export type Tell = (at: number, sentence: string) => undefined;

/** Splits a marked file into its head and its lines. What is malformed is told and left out. */
export function readLines(source: string, tell: Tell): { readonly head: Head; readonly lines: readonly MarkedLine[] } {
  const rows = source.replace(/\n$/, '').split('\n');
  const found = rows.findIndex((row) => !row.startsWith('%'));
  const length = found === -1 ? rows.length : found;
  const head = readHead(rows.slice(0, length), tell);
  const lines = rows.slice(length).flatMap((row, index) => readLine(row, length + index + 1, tell) ?? []);
  if (lines.length === 0) tell(length, 'There is no line after the head.');
  return { head, lines };
}

const headKeys = new Set(['language', 'shape', 'encoding', 'eol', 'end', 'note']);

function readHead(rows: readonly string[], tell: Tell): Head {
  const values = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const [, key = '', value = ''] = /^%\s*(\S*)\s*(.*)$/.exec(row) ?? [];
    if (!headKeys.has(key)) tell(index + 1, `“${key}” is nothing a head can say.`);
    else if (values.has(key) && key !== 'note') tell(index + 1, `“${key}” is said twice.`);
    else if (value === '') tell(index + 1, `“${key}” has no value.`);
    values.set(key, value.trim());
  }
  for (const key of ['language', 'shape']) if (!values.has(key)) tell(1, `The head does not say “% ${key}”.`);
  const eol = values.get('eol') ?? 'lf';
  if (!isEol(eol)) tell(1, `“${eol}” is no line break: one of ${eolNames.join(', ')}.`);
  const end = values.get('end') ?? 'one';
  if (end !== 'one' && end !== 'none') tell(1, `“% end ${end}” is neither “none” nor “one”.`);
  return {
    language: values.get('language') ?? '',
    shape: values.get('shape') ?? '',
    ...readEncoding(values.get('encoding') ?? 'utf-8', tell),
    eol: isEol(eol) ? eol : 'lf',
    closed: end !== 'none',
  };
}

function isEol(name: string): name is Eol {
  return eolNames.includes(name);
}

function readEncoding(label: string, tell: Tell): Pick<Head, 'encoding' | 'mark'> {
  const [, name = label, bom] = /^(utf-.*?)(-bom)?$/i.exec(label) ?? [];
  try {
    return { encoding: new TextDecoder(name).encoding, mark: bom !== undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell(1, `“${label}” is no encoding.`);
    return { encoding: 'utf-8', mark: false };
  }
}

function readLine(row: string, at: number, tell: Tell): MarkedLine | undefined {
  if (row.trimEnd() === '@') return { at, kind: 'close' };
  if (row.startsWith('@')) return readOpening(row.slice(1), at, tell);
  if (/^=[ \t]/.test(row) || row === '=') return readCaption(row.slice(1), at, tell);
  if (row.startsWith('%')) return tell(at, 'A line of the head stands below the first line of the dump.');
  const tab = row.indexOf('\t');
  if (tab === -1 && row !== '.') return tell(at, `No tab parts the role from the line: “${row.slice(0, 30)}”.`);
  const role = tab === -1 ? row : row.slice(0, tab);
  const raw = unescapeText(tab === -1 ? '' : row.slice(tab + 1), at, tell);
  if (isRole(role)) return { at, kind: 'line', role, raw };
  const reason = dropReasons.find((known) => role === `-${known}`);
  if (reason !== undefined) return { at, kind: 'dropped', reason, raw };
  tell(at, role.startsWith('-') ? `“${role.slice(1)}” is no reason to drop a line.` : `“${role}” is no role.`);
  return undefined;
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

function readOpening(text: string, at: number, tell: Tell): MarkedLine {
  const fields = new Map<FieldName, string>();
  const inferred: FieldName[] = [];
  for (const part of text.trim().split(' | ')) {
    const [, name = '', tilde = '', typed = ''] = /^\s*([\w-]+)(~?)=(.*)$/.exec(part) ?? [];
    const field = fieldNames.find((known) => known === name);
    const value = unescapeText(typed.trim(), at, tell);
    if (field === undefined) tell(at, name === '' ? `“${part}” is not “field=value”.` : `“${name}” is no field.`);
    else if (fields.has(field)) tell(at, `“${field}” is given twice.`);
    else if (value === '') tell(at, `“${field}” has no value: leave it out.`);
    else fields.set(field, value);
    if (field !== undefined && tilde !== '') inferred.push(field);
  }
  for (const field of ['title', 'language'] as const) if (!fields.has(field)) tell(at, `The article has no ${field}.`);
  checkForms(fields, at, tell);
  return { at, kind: 'open', fields, inferred };
}

function checkForms(fields: ReadonlyMap<FieldName, string>, at: number, tell: Tell): void {
  const language = fields.get('language') ?? 'en';
  if (!/^[a-z]{2}$/.test(language)) tell(at, `“${language}” is no ISO 639-1 language.`);
  const date = fields.get('date') ?? '2000-01-01';
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.test(date);
  const time = Date.parse(date.slice(0, 10));
  const isDay = isIso && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date.slice(0, 10));
  if (!isDay) tell(at, `“${date}” is no ISO date, with or without a time.`);
}

function readCaption(text: string, at: number, tell: Tell): MarkedLine | undefined {
  const parts = text.split('|').map((part) => unescapeText(part.trim(), at, tell));
  const [caption = '', credit = '', qualifier = ''] = parts;
  if (parts.length > 3) return tell(at, 'A caption has three parts: “= caption | credit | qualifier”.');
  if (parts.every((part) => part === '')) return tell(at, 'The caption says nothing.');
  return { at, kind: 'caption', media: { caption, credit: credit || null, qualifier: qualifier || null } };
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\', f: '\f', t: '\t', v: '\v', r: '\r' };

function unescapeText(text: string, at: number, tell: Tell): string {
  if (/[\u0000-\u0008\u000B-\u001F]/.test(text)) tell(at, 'A control character stands there as itself: escape it.');
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.?))/gu, (all: string, hex?: string, letter?: string) => {
    const plain = hex === undefined ? escapes[letter ?? ''] : String.fromCharCode(Number.parseInt(hex, 16));
    if (plain === undefined || plain === '\r') tell(at, `“${all}” is no escape: a backslash is written “\\\\”.`);
    return plain ?? all;
  });
}

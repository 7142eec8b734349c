/* Label lines: "Title: ...", "Datum: ...", "【标题】...". */

import { labelWords, type LabelField } from './label-words.ts';
import { keyOf } from './lines.ts';

export type { LabelField };
export type Label = { readonly field: LabelField; readonly value: string };

const fields = collectFields();

function collectFields(): ReadonlyMap<string, LabelField> {
  const found = new Map<string, LabelField>();
  for (const [field, languages] of Object.entries(labelWords)) {
    for (const word of Object.values(languages).flatMap((words) => words.split(/,\s+/))) {
      const key = keyOf(word);
      // A word that means two things in two languages goes by the first of them.
      if (!found.has(key)) found.set(key, field as LabelField);
    }
  }
  return found;
}

const bracketed = /^[[【［]([^\]】］]{1,20})[\]】］]\s*[:：]?\s*(?=\S)/;
const decorated = /^(?:[-*•]\s+)?(\*\*|__|\*)(?=\S)([^*_:：]{1,40})([:：]?)\1([:：]?)\s*/;
const bracketFields: ReadonlySet<LabelField> = new Set(['title', 'byline', 'date', 'source', 'body', 'url']);

/**
 * Reads a label line. The label stands at the very front, at most 40 characters, and ends in a colon of any width; "**Title:**" of
 * Markdown and "【标题】" count as well. A switch of a web editor, "draft: false", is a label whatever it is called.
 */
export function findLabel(text: string): Label | undefined {
  const end = text.slice(0, 41).search(/[:：]/);
  // A quote that explains labels ("> title: what it is called") is none.
  if (text.startsWith('>')) return undefined;
  if (end < 1) return findBracketed(text);
  const strong = decorated.exec(text);
  if (strong !== null && `${strong[3] ?? ''}${strong[4] ?? ''}` !== '')
    return toLabel(strong[2] ?? '', text.slice(strong[0].length));
  return toLabel(text.slice(0, end), text.slice(end + 1)) ?? findBracketed(text);
}

function toLabel(name: string, rest: string): Label | undefined {
  const isCoded = /^[a-z_]{3,20}$/.test(name);
  // Text in the head of a Markdown file may stand in quotes; elsewhere the quotes of a headline are its own.
  const value = isCoded ? rest.trim().replace(/^"([^"]+)"$|^'([^']+)'$/, '$1$2') : rest.trim();
  const field = fields.get(keyOf(name));
  if (field === undefined) return isCoded && /^(?:true|false)$/.test(value) ? { field: 'other', value } : undefined;
  return { field: field === 'body' && isPerson(value) ? 'byline' : field, value };
}

/** "Text: Karla Weiß" says who wrote it. */
function isPerson(value: string): boolean {
  return value.length <= 40 && /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}$/u.test(value) && !/[.]$/.test(value);
}

/** "【标题】..." labels a headline; "【社会】..." and "[Sport] ..." are sections of one. */
function findBracketed(text: string): Label | undefined {
  const match = /^[[【［]/.test(text) ? bracketed.exec(text) : null;
  const field = match === null ? undefined : fields.get(keyOf(match[1] ?? ''));
  if (match === null || field === undefined || !bracketFields.has(field)) return undefined;
  return { field, value: text.slice(match[0].length).trim() };
}

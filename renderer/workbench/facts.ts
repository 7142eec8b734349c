/* What is known of an article, as lines of its card. Pure. */

import type { FieldName } from '../../shared/model.ts';
import type { SettableField, SplitArticle } from '../../shared/split.ts';
import { formatCount } from '../ui/format-count.ts';
import { formatDate } from '../ui/format.ts';

export type Fact = { readonly label: string; readonly value: string | null; readonly isInferred: boolean };

/** Names of the fields that can be set, as they are shown. */
export const fieldLabels: Record<SettableField, string> = {
  title: 'Headline',
  byline: 'Byline',
  date: 'Date',
  source: 'Source',
  section: 'Section',
  place: 'Place',
  language: 'Language',
  url: 'Address',
};
export const fieldNames = Object.keys(fieldLabels) as readonly SettableField[];

/** What a person looks for is named also where nothing was found; the rest only where there is something. */
export function collectFacts(article: SplitArticle, locale?: string): readonly Fact[] {
  const { fields, inferred, media, words } = article;
  const { subtitle, byline, agency, date, source, section, place, language, url } = fields;
  const read = (name: FieldName, label: string, value: string | null): Fact => ({
    ...plain(label, value),
    isInferred: value !== null && inferred.includes(name),
  });
  const sought = [
    read('byline', fieldLabels.byline, byline),
    read('date', fieldLabels.date, date === null ? null : formatDate(date, locale)),
    read('source', fieldLabels.source, source),
  ];
  const more = [
    read('agency', 'Agency', agency === source ? null : agency),
    read('section', fieldLabels.section, section),
    read('place', fieldLabels.place, place),
    read('language', fieldLabels.language, language === null ? null : nameLanguage(language, locale)),
    read('url', fieldLabels.url, url),
    plain('Caption', media[0]?.caption ?? null),
    plain('Credit', media[0]?.credit ?? null),
    plain('Length', formatCount(words, 'word', undefined, locale)),
  ];
  const known = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ value }) => value !== null);
  return [...known([read('subtitle', 'Subtitle', subtitle)]), ...sought, ...known(more)];
}

function plain(label: string, value: string | null): Fact {
  return { label, value, isInferred: false };
}

/** A person may have typed what is no code of a language. */
function nameLanguage(code: string, locale?: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

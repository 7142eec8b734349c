/* What is known of an article, as lines of its card. Pure. */

import type { FieldName } from '../../shared/model.ts';
import type { SettableField, SplitArticle } from '../../shared/split.ts';
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
export function collectFacts({ fields, inferred, media }: SplitArticle, locale?: string): readonly Fact[] {
  const { subtitle, byline, agency, date, source, section, place, language, url } = fields;
  const to = (name: FieldName, label: string, value: string | null): Fact => ({
    label,
    value,
    isInferred: value !== null && inferred.includes(name),
  });
  const always = [
    to('byline', fieldLabels.byline, byline),
    to('date', fieldLabels.date, date === null ? null : formatDate(date, locale)),
    to('source', fieldLabels.source, source),
  ];
  const [first] = media;
  const others = [
    to('agency', 'Agency', agency === source ? null : agency),
    to('section', fieldLabels.section, section),
    to('place', fieldLabels.place, place),
    to('language', fieldLabels.language, language === null ? null : nameLanguage(language, locale)),
    to('url', fieldLabels.url, url),
    to('title', 'Caption', first?.caption ?? null),
    to('title', 'Credit', first?.credit ?? null),
  ];
  const isKnown = ({ value }: Fact): boolean => value !== null;
  return [...[to('subtitle', 'Subtitle', subtitle)].filter(isKnown), ...always, ...others.filter(isKnown)];
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

/* How the command line words files and articles. Text of dumps could steer a terminal; it is made safe first. */

import type { LineRange, ParsedArticle, Refusal } from '../../shared/model.ts';
import { displayName } from '../../shared/display-name.ts';

export { displayName };

export function indent(text: string): string {
  return `  ${text}`;
}

export function describeRefused(file: string, { message }: Refusal): string {
  return `${displayName(file)}: not read. ${message}`;
}

/** Text for a terminal: a control character of a dump must not steer it. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ');
}

/** "  12-40  Headline" and, where known, who and when. */
export function describeArticle({
  title,
  lines,
  source,
  date,
}: Pick<ParsedArticle, 'title' | 'lines' | 'source' | 'date'>): string[] {
  const about = [source, date].filter((value) => value !== null).map(plainText);
  return [indent(`${wordLines(lines)}  ${plainText(title)}${about.length === 0 ? '' : ` (${about.join(', ')})`}`)];
}

function wordLines(lines: LineRange | null): string {
  return (lines === null ? '' : `${lines[0]}-${lines[1]}`).padStart(11);
}

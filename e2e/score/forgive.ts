/*
 * Where nobody could say whether an article begins, both answers are right. Whichever of gold and answer has a border
 * that the other has not is put together there before they are compared.
 */

import type { Block, LineRange, ParsedArticle } from '../../shared/model.ts';
import type { Gold, GoldArticle } from './gold.ts';

/** Gold and answer without the borders at undecidable lines that only one of them has. */
export function forgive(
  gold: Gold,
  answers: readonly ParsedArticle[],
): { readonly gold: Gold; readonly articles: readonly ParsedArticle[] } {
  let articles: readonly GoldArticle[] = gold.articles;
  let answered = answers;
  for (const line of gold.undecidable) {
    const end = nextLine(gold, line);
    const wanted = articles.findIndex((article, index) => index > 0 && isWithin(article.lines, line, end));
    const found = answered.findIndex((article, index) => index > 0 && isWithin(article.lines, line, end));
    if (wanted === -1 && found !== -1) answered = joinAt(answered, found, ({ title }) => title);
    if (wanted !== -1 && found === -1) articles = joinAt(articles, wanted, ({ fields }) => fields.title ?? '');
    // An answer may count the undecidable line itself to the article below it.
    const [start, other] = [articles[wanted], answered[found]];
    if (start !== undefined && other !== undefined)
      answered = answered.with(found, { ...other, lines: [start.lines[0], other.lines?.[1] ?? start.lines[1]] });
  }
  return { gold: { ...gold, articles }, articles: answered };
}

/** The first line below that is surely of an article. */
function nextLine({ articles }: Gold, line: number): number {
  const lines = articles.flatMap((article) => [article.lines[0], ...article.blocks.map((block) => block.line)]);
  return Math.min(...lines.filter((one) => one > line));
}

function isWithin(lines: LineRange | null, from: number, to: number): boolean {
  return lines !== null && lines[0] >= from && lines[0] <= to;
}

/** An article and the one before it as one, with the head of the former; the headline of the latter is a heading then. */
function joinAt<Article extends Pick<ParsedArticle, 'lines' | 'media' | 'blocks'> & Pick<GoldArticle, 'dropped'>>(
  articles: readonly Article[],
  index: number,
  titleOf: (article: Article) => string,
): readonly Article[] {
  const [before, after] = [articles[index - 1], articles[index]];
  if (before === undefined || after === undefined) return articles;
  const line = after.lines?.[0] ?? 0;
  const heading: Block = { kind: 'heading', line, text: titleOf(after) };
  const joined: Article = {
    ...before,
    lines: [before.lines?.[0] ?? 0, after.lines?.[1] ?? 0],
    media: [...before.media, ...after.media],
    blocks: [...before.blocks, heading, ...after.blocks],
    dropped: [...before.dropped, ...after.dropped],
  };
  return [...articles.slice(0, index - 1), joined, ...articles.slice(index + 1)];
}

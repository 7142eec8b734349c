/* Where the dumps with a gold lie: the marked ones, the fixtures of the parser, and real ones that are not published. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleFields, LineRange, Media } from '../../shared/model.ts';
import type { DumpText } from './encode.ts';
import { type Gold, type GoldArticle, type GoldDrop, type GoldFields, fieldNames } from './gold.ts';
import { readMarked, writeProblems } from './marked.ts';

/** Dumps that may be looked at while the parser is written, dumps that may not, and real dumps. */
export type Group = 'tuned' | 'apart' | 'real';
export type Dump = {
  readonly group: Group;
  readonly name: string;
  readonly text: DumpText;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gold: Gold;
};
export type MarkedFile = { readonly group: 'tuned' | 'apart'; readonly file: string; readonly source: string };

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'main/core/import/fixtures');

/** All marked files, as they are written. `file` is the path below the root of the repository. */
export function readMarkedFiles(): readonly MarkedFile[] {
  return (['tuned', 'apart'] as const).flatMap((group) => {
    const folder = `e2e/score/dumps/${group}`;
    if (!existsSync(path.join(root, folder))) return [];
    const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.marked'));
    return names.sort().map((name) => {
      const file = `${folder}/${name}`;
      return { group, file, source: readFileSync(path.join(root, file), 'utf8') };
    });
  });
}

/** Everything there is a gold for, and what is wrong with marked files that had to be left out. `real` is a folder that need not be there. */
export function readDumps(real: string): { readonly dumps: readonly Dump[]; readonly malformed: readonly string[] } {
  const malformed: string[] = [];
  const marked = readMarkedFiles().flatMap(({ group, file, source }): readonly Dump[] => {
    const { marked: dump, problems } = readMarked(source);
    malformed.push(...writeProblems(file, problems));
    return problems.length === 0 ? [{ group, name: path.basename(file, '.marked'), ...dump }] : [];
  });
  const expected = [...readExpected(fixtures, 'tuned'), ...(existsSync(real) ? readExpected(real, 'real') : [])];
  return { dumps: [...marked, ...expected], malformed };
}

/** Dumps beside a gold in JSON, in the words of the fixtures or in those of the real dumps. */
function readExpected(folder: string, group: Group): readonly Dump[] {
  const names = readdirSync(folder).filter((name) =>
    existsSync(path.join(folder, `${name.slice(0, -4)}.expected.json`)),
  );
  return names.map((file) => {
    const name = file.slice(0, -4);
    const expected = JSON.parse(readFileSync(path.join(folder, `${name}.expected.json`), 'utf8')) as Expected;
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    const gold = { articles: expected.articles.map(toGoldArticle), dropped: [], undecidable: [] };
    return { group, name, text: toText(bytes, expected.encoding), bytes, gold };
  });
}

type Expected = { readonly encoding: string; readonly articles: readonly ExpectedArticle[] };
type ExpectedArticle = Partial<ArticleFields> & {
  readonly lines: LineRange;
  readonly media: readonly (Media & { readonly captionLine?: number; readonly creditQualifier?: string | null })[];
  readonly blocks?: GoldArticle['blocks'];
  readonly dropped?: readonly GoldDrop[];
  readonly droppedLines?: readonly GoldDrop[];
  readonly paragraphs?: readonly { readonly line: number; readonly text: string }[];
  readonly sourceSuggested?: string;
};

function toGoldArticle(article: ExpectedArticle): GoldArticle {
  const { lines, paragraphs = [], sourceSuggested = null } = article;
  const all = { ...article, source: article.source ?? sourceSuggested };
  return {
    lines,
    fields: Object.fromEntries(fieldNames.map((name) => [name, all[name] ?? null])) as GoldFields,
    media: article.media.map(({ caption, credit, qualifier, line, captionLine, creditQualifier }) => ({
      caption,
      credit,
      qualifier: qualifier ?? creditQualifier ?? null,
      line: captionLine ?? line,
    })),
    blocks: article.blocks ?? paragraphs.map(({ line, text }) => ({ kind: 'paragraph', line, text })),
    dropped: article.dropped ?? article.droppedLines ?? [],
  };
}

/** The lines of a dump, and how they were written. */
function toText(bytes: Uint8Array<ArrayBuffer>, encoding: string): DumpText {
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = decoded.startsWith('\uFEFF');
  const text = mark ? decoded.slice(1) : decoded;
  const closed = /[\r\n]$/.test(text);
  const lines = text.split(/\r\n|\n|\r/);
  const eol = text.includes('\r\n') ? 'crlf' : text.includes('\n') ? 'lf' : 'cr';
  return { lines: closed ? lines.slice(0, -1) : lines, encoding, mark, eol, closed };
}

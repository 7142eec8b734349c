/* `npm run score -- --check [NAME...]`: what is wrong with the marked files themselves. The parser is not asked. */

import { findDoubts } from './doubts.ts';
import type { MarkedFile } from './dumps.ts';
import { readMarked, writeProblems } from './marked.ts';

/** Prints the problems of each file, then a count. Returns how many there are; doubts are printed and not counted. */
export function checkMarked(files: readonly MarkedFile[]): number {
  let wrong = 0;
  for (const { file, source } of files) {
    const { marked, problems } = readMarked(source);
    for (const sentence of writeProblems(file, problems)) console.log(sentence);
    for (const { at, sentence } of findDoubts(source)) console.log(`${file}:${at}: (doubt) ${sentence}`);
    const { articles, dropped } = marked.gold;
    const [lines, gone] = [marked.text.lines.length, articles.flatMap((article) => article.dropped).length];
    const verdict = problems.length === 0 ? 'ok' : `${problems.length} problems`;
    console.log(`${file}: ${verdict}; ${lines} lines, ${articles.length} articles, ${gone + dropped.length} dropped`);
    wrong += problems.length;
  }
  console.log(`${files.length} files, ${wrong} problems`);
  return wrong;
}

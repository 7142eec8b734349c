/* Breaks lines as an editor or a mail program does. */

const wide = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g;

/** Breaks a line that takes more than `columns`: between words, and between letters of a script that has no blanks. */
export function wrapLine(raw: string, columns: number): readonly string[] {
  if (widthOf(raw) <= columns) return [raw];
  const rows: string[] = [];
  for (const part of toParts(raw.trim())) {
    const row = rows.at(-1);
    if (row !== undefined && widthOf(`${row}${part}`.trimEnd()) <= columns) rows.splice(-1, 1, `${row}${part}`);
    else rows.push(part);
  }
  return rows.map((row) => row.trimEnd());
}

/** Words with the blanks after them; Chinese and Japanese letter by letter, each with the mark that must not begin a row. */
function toParts(text: string): readonly string[] {
  return text.split(/(?<=[ ])(?! )|(?<=[\u3001-\u9FFF\uFF01-\uFF60])(?=[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF])/u);
}

/** Columns: East Asian letters take two. */
function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/* Many short texts in one block of memory: a string of its own costs more than what most of them say. */

export type TextColumn = {
  readonly length: number;
  /** The text in a row; undefined where there is no such row. */
  readonly at: (row: number) => string | undefined;
  /** Whether the text in a row is this one, without making it. */
  readonly isAt: (row: number, text: string) => boolean;
};

/** Any text comes back as it was, half a surrogate pair too. */
export function createTextColumn(texts: readonly string[]): TextColumn {
  const joined = texts.join('');
  const encoding = findEncoding(joined, texts);
  const bytes = Buffer.from(joined, encoding);
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [row, text] of texts.entries()) {
    end += encoding === 'latin1' ? text.length : Buffer.byteLength(text, encoding);
    ends[row] = end;
  }

  function at(row: number): string | undefined {
    const stop = ends[row];
    return stop === undefined ? undefined : bytes.toString(encoding, startOf(row), stop);
  }

  function startOf(row: number): number {
    return row === 0 ? 0 : (ends[row - 1] ?? 0);
  }

  function isAt(row: number, text: string): boolean {
    if (encoding !== 'latin1') return at(row) === text;
    const start = startOf(row);
    if (ends[row] !== start + text.length) return false;
    for (let each = 0; each < text.length; each += 1) {
      if (bytes[start + each] !== text.charCodeAt(each)) return false;
    }
    return true;
  }

  return { length: texts.length, at, isAt };
}

type Encoding = 'latin1' | 'utf8' | 'utf16le';

/** `latin1` for ASCII alone: it is read fastest. Two halves of a pair that meet in the joined text are still halves. */
function findEncoding(joined: string, texts: readonly string[]): Encoding {
  if (Buffer.byteLength(joined) === joined.length) return 'latin1';
  return texts.every((text) => text.isWellFormed()) ? 'utf8' : 'utf16le';
}

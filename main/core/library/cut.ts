/* Cuts what is too long for one message or one line on disk, between characters, never within one. */

import type { Block, OriginalLines } from '../../../shared/model.ts';

/** Text cut to at most `most` UTF-16 units, without splitting a pair. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, isPair(text, most) ? most - 1 : most);
}

function isPair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** The blocks in pieces of at most `most` characters (2 or more). A block that is cut goes on in the next piece, with the same line. */
export function* toPieces(blocks: readonly Block[], most: number): Generator<readonly Block[]> {
  let piece: Block[] = [];
  let room = most;
  for (const block of blocks) {
    let rest = block.text;
    while (rest.length > room) {
      const part = cutText(rest, room);
      if (part !== '') piece.push({ ...block, text: part });
      yield piece;
      rest = rest.slice(part.length);
      piece = [];
      room = most;
    }
    piece.push({ ...block, text: rest });
    room -= rest.length;
  }
  yield piece;
}

/** Lines as they cross to the screen; `first` is the number of the first of them. */
export function cutLines(lines: readonly string[], first: number, most: number): Pick<OriginalLines, 'lines' | 'cut'> {
  const long = lines.flatMap(({ length }, index) =>
    length > most ? [{ line: first + index, characters: length }] : [],
  );
  return { lines: lines.map((line) => cutText(line, most)), cut: long };
}

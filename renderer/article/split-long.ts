/* A text too long to be laid out at once, in pieces. Pure. */

/** From here on a text is shown in pieces: two million Arabic letters in one paragraph held the window for minutes. */
const longFrom = 10_000;
const pieceLength = 4000;
/** How far back from its end a piece may look for a blank to end at. */
const reach = 200;

/**
 * Cuts a text into pieces that make it up again when joined; one piece where it is short. A piece ends at a blank where
 * one is near, and never inside of a letter.
 */
export function splitLong(text: string): readonly string[] {
  if (text.length <= longFrom) return [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = findEnd(text, from + pieceLength);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function findEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const near = text.slice(wanted - reach, wanted);
  const blank = near.search(/\s\S*$/);
  if (blank !== -1) return wanted - reach + blank + 1;
  let end = wanted;
  while (end > wanted - reach && isInsideLetter(text, end)) end -= 1;
  return end;
}

/** A low surrogate, a mark on the letter before it, or a joined sign belongs to what stands before. */
function isInsideLetter(text: string, at: number): boolean {
  return /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u.test(text.slice(at, at + 2)) || text[at - 1] === '\u200D';
}

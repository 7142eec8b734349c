import { splitLong } from './split-long.ts';

type LongTextProps = { readonly text: string };

/** A text, or where it is very long its pieces, of which only those in view are laid out. */
export function LongText({ text }: LongTextProps) {
  const pieces = splitLong(text);
  if (pieces.length === 1) return text;
  return pieces.map((piece, index) => (
    // Pieces may repeat: their place is what tells them apart.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index} className="piece">
      {piece}
    </span>
  ));
}

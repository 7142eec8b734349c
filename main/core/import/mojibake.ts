/*
 * Letters that went through a wrong encoding before they were saved: "cafÃ©", "itâ€™s". The text is kept as it is; a
 * person is told.
 */

/** What the two or three bytes of one letter in UTF-8 look like when they are read as windows-1252. */
const garbled =
  /â€[™œ\u009D\u009C“”˜¦\u0099]|Ã[©¨¼¶¤Ÿ±³ª«®²¢\u00AD¡§º]|Â[«»°£§·]|[ÐÑ][\u0080-\u00BF][ÐÑ]|[ØÙ][\u0080-\u00BF†‡ˆ‰Š][ØÙ]/g;
/** A text about encodings shows one or two on purpose. */
const fewest = 3;
const sampleLength = 1024 * 1024;

/** How many such letters the first million characters hold; 0 where they are too few to mean anything. */
export function countDoubleEncoded(text: string): number {
  const count = text.slice(0, sampleLength).match(garbled)?.length ?? 0;
  return count >= fewest ? count : 0;
}

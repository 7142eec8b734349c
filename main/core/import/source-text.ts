/* The lines of a decoded file, each with the bytes it takes on disk, so that a ledger can account for every byte. */

export type SourceText = {
  readonly lineCount: number;
  /** Line `index` (0-based) as typed, without its terminator. */
  readonly rawLine: (index: number) => string;
  /** Bytes of line `index` with its terminator; the first line also carries the byte order mark. */
  readonly lineBytes: (index: number) => number;
  readonly finalNewline: boolean;
  /** No line holds a control, an invisible character or a space but the plain one: nothing is to be cleaned. */
  readonly isClean: boolean;
};

/** One look at the whole text spares a look at each line. */
const unclean =
  /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/;

const LF = 10;
const CR = 13;

/** Where lines begin; the last entry is the end of the text or file. */
type Starts = Uint32Array;

/** Splits a text whose bytes are known. `wide` is the byte order of UTF-16. Undefined where text and bytes disagree about lines. */
export function createSourceText(text: string, bytes: Uint8Array, wide?: 'le' | 'be'): SourceText | undefined {
  const textStarts = findTextStarts(text);
  const byteStarts = wide === undefined ? findByteStarts(bytes) : findWideStarts(bytes, wide);
  if (textStarts.length !== byteStarts.length) return undefined;
  return {
    lineCount: textStarts.length - 1,
    rawLine: (index) => withoutTerminator(text, textStarts[index] ?? 0, textStarts[index + 1] ?? 0),
    lineBytes: (index) => (byteStarts[index + 1] ?? 0) - (byteStarts[index] ?? 0),
    finalNewline: isTerminator(text.charCodeAt(text.length - 1)),
    isClean: !unclean.test(text),
  };
}

/** Splits bytes first and decodes line by line: for files that hold more than one encoding. */
export function createMixedText(bytes: Uint8Array, decodeLine: (line: Uint8Array) => string): SourceText {
  const starts = findByteStarts(bytes);
  const lineBytes = (index: number) => (starts[index + 1] ?? 0) - (starts[index] ?? 0);
  const rawLine = (index: number) => {
    let end = starts[index + 1] ?? 0;
    const start = starts[index] ?? 0;
    while (end > start && isTerminator(bytes[end - 1] ?? 0)) end -= 1;
    return decodeLine(bytes.subarray(start, end));
  };
  const finalNewline = isTerminator(bytes.at(-1) ?? 0);
  return { lineCount: starts.length - 1, rawLine, lineBytes, finalNewline, isClean: false };
}

/** Lines `from` to before `to`, as a text of their own. */
export function sliceLines(source: SourceText, from: number, to: number): SourceText {
  return {
    lineCount: Math.max(0, to - from),
    rawLine: (index) => source.rawLine(from + index),
    lineBytes: (index) => source.lineBytes(from + index),
    finalNewline: to < source.lineCount || source.finalNewline,
    isClean: source.isClean,
  };
}

/** Bytes of lines `from` to before `to`. */
export function countBytes(source: SourceText, from: number, to: number): number {
  let bytes = 0;
  for (let line = from; line < to; line += 1) bytes += source.lineBytes(line);
  return bytes;
}

function isTerminator(code: number): boolean {
  return code === LF || code === CR;
}

function withoutTerminator(text: string, start: number, next: number): string {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === LF) end -= 1;
  if (end > start && text.charCodeAt(end - 1) === CR) end -= 1;
  return text.slice(start, end);
}

/** Where the next character of a kind stands, from an index on; -1 where there is none. */
type Find = (from: number) => number;

/** A line ends at LF, CRLF or CR. Both are looked for by the runtime's own search, which is many times faster than a loop. */
function collectStarts(length: number, findLf: Find, findCr: Find): Starts {
  let starts = new Uint32Array(1024);
  let count = 1;
  let lf = toEnd(findLf(0));
  let cr = toEnd(findCr(0));
  for (let at = Math.min(lf, cr); at < length; at = Math.min(lf, cr)) {
    const next = cr < lf && lf !== cr + 1 ? cr + 1 : lf + 1;
    if (cr < next) cr = toEnd(findCr(next));
    if (lf < next) lf = toEnd(findLf(next));
    if (count + 1 >= starts.length) starts = grow(starts);
    starts[count] = next;
    count += 1;
  }
  if (starts[count - 1] !== length || count === 1) {
    starts[count] = length;
    count += 1;
  }
  return starts.slice(0, count);
}

/** "None" lies beyond every end, so that a CR in last place has no LF after it. */
function toEnd(index: number): number {
  return index === -1 ? Infinity : index;
}

function grow(starts: Starts): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(starts.length * 2);
  larger.set(starts);
  return larger;
}

function findTextStarts(text: string): Starts {
  return collectStarts(
    text.length,
    (from) => text.indexOf('\n', from),
    (from) => text.indexOf('\r', from),
  );
}

/** Holds for every WHATWG encoding but UTF-16: the bytes of LF and CR never stand inside another character. */
export function findByteStarts(bytes: Uint8Array): Starts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return collectStarts(
    bytes.length,
    (from) => buffer.indexOf(LF, from),
    (from) => buffer.indexOf(CR, from),
  );
}

function findWideStarts(bytes: Uint8Array, order: 'le' | 'be'): Starts {
  const units = new Uint16Array(new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % 2))).buffer);
  const [lf, cr] = order === 'le' ? [LF, CR] : [LF * 256, CR * 256];
  const starts = collectStarts(
    units.length,
    (from) => units.indexOf(lf, from),
    (from) => units.indexOf(cr, from),
  ).map((unit) => unit * 2);
  // An odd byte at the very end belongs to the last line.
  starts[starts.length - 1] = bytes.length;
  return starts;
}

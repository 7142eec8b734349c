/* A dump as bytes. The platform decodes legacy encodings and encodes none: its tables are turned round here. */

/** The lines of a dump and how they are written down. */
export type DumpText = {
  readonly lines: readonly string[];
  /** WHATWG name in lower case. */
  readonly encoding: string;
  /** A byte order mark at the front. */
  readonly mark: boolean;
  readonly eol: Eol;
  /** The last line ends with a line break too. */
  readonly closed: boolean;
};
export type Eol = keyof typeof breaks;

/** `mixed` is a file that two systems have written to. */
const breaks = {
  lf: () => '\n',
  crlf: () => '\r\n',
  cr: () => '\r',
  mixed: (index: number) => (index % 3 === 0 ? '\r\n' : '\n'),
} satisfies Record<string, (index: number) => string>;
export const eolNames: readonly string[] = Object.keys(breaks);

/** Throws an `EncodeError` for a character that the encoding does not have. */
export function encodeText({ lines, encoding, mark, eol, closed }: DumpText): Uint8Array<ArrayBuffer> {
  const encode = createEncoder(encoding);
  const parts = lines.map((line, index) => {
    const end = index === lines.length - 1 && !closed ? '' : breaks[eol](index);
    return encode(line + end, index + 1);
  });
  return new Uint8Array(Buffer.concat(mark ? [encode('\uFEFF', 1), ...parts] : parts));
}

export class EncodeError extends Error {
  readonly line: number;

  constructor(character: string, encoding: string, line: number) {
    super(`“${character}” cannot be written in ${encoding}.`);
    this.line = line;
  }
}

/** Writes a text that stands in a line; the line is for the error. */
type Encode = (text: string, line: number) => Buffer;

/** An encoder for a WHATWG name. Throws a RangeError for a name that is none. */
function createEncoder(encoding: string): Encode {
  if (encoding === 'utf-8') return (text) => Buffer.from(text);
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return (text, line) =>
    Buffer.concat(
      Array.from(text, (character) => {
        const bytes = table.get(character);
        if (bytes === undefined) throw new EncodeError(character, encoding, line);
        return bytes;
      }),
    );
}

const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

function tableOf(encoding: string): ReadonlyMap<string, Uint8Array> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = invert(new TextDecoder(encoding));
  tables.set(encoding, table);
  return table;
}

/** Every single byte and every pair, decoded. A pair that is not one character of its own decodes to more or to U+FFFD. */
function invert(decoder: TextDecoder): ReadonlyMap<string, Uint8Array> {
  const codes: (readonly number[])[] = [];
  for (let byte = 0; byte < 256; byte += 1) codes.push([byte]);
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) codes.push([lead, trail]);
  const table = new Map<string, Uint8Array>();
  for (const code of codes) {
    const bytes = Uint8Array.from(code);
    const character = decoder.decode(bytes);
    const isOne = Array.from(character).length === 1 && character !== '\uFFFD';
    if (isOne && !table.has(character)) table.set(character, bytes);
  }
  return table;
}

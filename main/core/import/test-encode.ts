/* Texts in legacy encodings for tests. The platform decodes them and encodes none: its tables are turned round. */

/** A text as bytes of `encoding`, a WHATWG name. Throws for a letter that the encoding does not have. */
export function encodeAs(encoding: string, text: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Buffer.concat(
    Array.from(text, (letter) => {
      const bytes = table.get(letter);
      if (bytes === undefined) throw new Error(`${letter} is not in ${encoding}.`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

function tableOf(encoding: string): ReadonlyMap<string, Uint8Array> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Uint8Array>();
  for (const code of codes()) {
    const letter = decoder.decode(code);
    if (Array.from(letter).length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, code);
  }
  tables.set(encoding, table);
  return table;
}

function* codes(): Generator<Uint8Array> {
  for (let byte = 0; byte < 256; byte += 1) yield Uint8Array.of(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) yield Uint8Array.of(lead, trail);
}

/* What the first bytes of a file say about it, for the kinds that are not text. */

export type FileKind = {
  /** `later`: a document Broadsheet has no reader for yet. `never`: nothing to read in it. */
  readonly readable: 'later' | 'never';
  /** Opens a sentence: "A zip archive". */
  readonly words: string;
};

type Signature = readonly [bytes: string, readable: FileKind['readable'], words: string];

/** Compared at offset 0, one character for one byte. */
const signatures: readonly Signature[] = [
  ['%PDF-', 'later', 'A PDF'],
  ['{\\rtf', 'later', 'An RTF document'],
  ['bplist00', 'later', 'A web archive'],
  ['\x1f\x8b', 'later', 'A gzip archive'],
  ['\xff\xfe\x00\x00', 'later', 'Text in UTF-32'],
  ['\x00\x00\xfe\xff', 'later', 'Text in UTF-32'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'later', 'An old Word or Office document'],
  ['7z\xbc\xaf\x27\x1c', 'never', 'A 7z archive, not text'],
  ['Rar!\x1a\x07', 'never', 'A RAR archive, not text'],
  ['BZh', 'never', 'A bzip2 archive, not text'],
  ['\xfd7zXZ\x00', 'never', 'An xz archive, not text'],
  ['\x28\xb5\x2f\xfd', 'never', 'A zstd archive, not text'],
  ['\x89PNG\r\n\x1a\n', 'never', 'An image, not text'],
  ['\xff\xd8\xff', 'never', 'An image, not text'],
  ['GIF87a', 'never', 'An image, not text'],
  ['GIF89a', 'never', 'An image, not text'],
  ['II*\x00', 'never', 'An image, not text'],
  ['MM\x00*', 'never', 'An image, not text'],
  ['OggS', 'never', 'A sound recording, not text'],
  ['fLaC', 'never', 'A sound recording, not text'],
  ['\x1a\x45\xdf\xa3', 'never', 'A video, not text'],
  ['\x7fELF', 'never', 'A program, not text'],
  ['\xfe\xed\xfa\xce', 'never', 'A program, not text'],
  ['\xcf\xfa\xed\xfe', 'never', 'A program, not text'],
  ['SQLite format 3\x00', 'never', 'A database, not text'],
  ['wOFF', 'never', 'A font, not text'],
  ['wOF2', 'never', 'A font, not text'],
];

/** Short signatures that a text could begin with: they count only where a NUL byte stands in the first 64. */
const weakSignatures: readonly Signature[] = [
  ['MZ', 'never', 'A program, not text'],
  ['BM', 'never', 'An image, not text'],
  ['ID3', 'never', 'A sound recording, not text'],
  ['RIFF', 'never', 'A picture, sound or video, not text'],
];

/** Recognises well known files that are not text. Looks at the first 4 KB; undefined means: may be text. */
export function findFileKind(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return { readable: 'later', words: zipWords(head) };
  if (head.slice(4, 8) === 'ftyp' && head.charCodeAt(0) === 0) return { readable: 'never', words: ftypWords(head) };
  const isBinary = head.slice(0, 64).includes('\0');
  const known = isBinary ? [...signatures, ...weakSignatures] : signatures;
  const match = known.find(([start]) => head.startsWith(start));
  return match === undefined ? undefined : { readable: match[1], words: match[2] };
}

/** The kind of a zip stands in its first entries: EPUB stores `mimetype` first, Office files name their part folder. */
function zipWords(head: string): string {
  if (head.includes('mimetypeapplication/epub+zip')) return 'An EPUB book';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'An OpenDocument file';
  if (head.includes('[Content_Types].xml') || head.includes('_rels/.rels')) {
    if (head.includes('xl/')) return 'An Excel workbook';
    if (head.includes('ppt/')) return 'A PowerPoint presentation';
    return 'A Word document';
  }
  return 'A zip archive';
}

function ftypWords(head: string): string {
  return /^(?:heic|heix|mif1|avif)/.test(head.slice(8, 12)) ? 'An image, not text' : 'A video, not text';
}

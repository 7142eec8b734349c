/* Zips written byte by byte, for tests: no library would write these. APPNOTE.TXT 6.3.10, 4.3.7 to 4.3.16. */

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { MANIFEST_NAME } from './names.ts';

export type TestEntry = {
  readonly name: string;
  readonly content?: string | Buffer;
  /** What the directory claims, where it is not the truth. */
  readonly bytes?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Content that is packed already, for a method other than stored. */
  readonly packed?: Buffer;
  /** The number of an earlier entry whose place is given out as that of this one. */
  readonly sameAs?: number;
};

const UTF8 = 0x800;

export function toZip(entries: readonly TestEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const place = entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0);
    offsets.push(place);
    directory.push(toRecord(entry, place));
    if (entry.sameAs !== undefined) continue;
    const local = toLocal(entry);
    parts.push(local);
    at += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, records, end]);
}

/** A zip of files that its manifest lists as they are; `entries` then differ from it or come on top. */
export function toBackupZip(
  files: Readonly<Record<string, string>>,
  {
    entries,
    about = {},
  }: { readonly entries?: (listed: readonly TestEntry[]) => readonly TestEntry[]; readonly about?: object } = {},
): Buffer {
  const listed = Object.entries(files).map(([name, content]) => ({ name, content }));
  const manifest = {
    broadsheet: 'backup',
    version: 1,
    format: 1,
    library: 'b0a7',
    madeAt: '2026-11-25T08:00:00.000Z',
    files: listed.map(({ name, content }) => ({
      path: name,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    ...about,
  };
  return toZip([...(entries?.(listed) ?? listed), { name: MANIFEST_NAME, content: JSON.stringify(manifest) }]);
}

/** What a local header and a directory record have in common, from `version needed` on. */
function toCommon({ name, content = '', bytes, flags = 0, method = 0, packed }: TestEntry): Buffer {
  const plain = Buffer.from(content as string);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags | UTF8, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(plain), 10);
  common.writeUInt32LE((packed ?? plain).length, 14);
  common.writeUInt32LE(bytes ?? plain.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  return common;
}

function toLocal(entry: TestEntry): Buffer {
  const signature = Buffer.from([0x50, 0x4b, 3, 4]);
  const data = entry.packed ?? Buffer.from((entry.content ?? '') as string);
  return Buffer.concat([signature, toCommon(entry), Buffer.from(entry.name), data]);
}

function toRecord(entry: TestEntry, place: number): Buffer {
  const signature = Buffer.from([0x50, 0x4b, 1, 2, 63, 3]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0o100600) << 16) >>> 0, 6);
  rest.writeUInt32LE(place, 10);
  return Buffer.concat([signature, toCommon(entry), rest, Buffer.from(entry.name)]);
}

/* `README.txt`, the first entry of a backup, for whoever opens the zip years later without Broadsheet. */

import { MANIFEST_NAME } from './names.ts';

/** The text, with the time of the backup as an ISO date and time. */
export function toReadme(madeAt: string): string {
  return `A backup of a Broadsheet library, made at ${madeAt}.

Broadsheet is a desktop reader for news held as text. This zip holds the whole
folder of one library: the original files that were imported, the articles, and
what was starred, tagged and read. Nothing in it needs Broadsheet to be read:
it is JSON, lines of JSON, and gzip.

To restore it with Broadsheet, into a folder that is new or empty:

    broadsheet restore FILE --library DIR

This checks every file, and writes nothing if one of them is not as it was.

To restore it by hand, unpack this zip with any tool into a new folder and open
that folder as the library of Broadsheet. ${MANIFEST_NAME} and this text may stay.

To verify it, "unzip -t FILE" or your zip tool's test finds damage. For more,
${MANIFEST_NAME} lists each file with its size in bytes and its SHA-256, which
sha256sum (Linux), shasum -a 256 (macOS) and Get-FileHash (Windows) print.
`;
}

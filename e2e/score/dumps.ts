/* Where the dumps with a gold lie. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Group = 'tuned' | 'apart' | 'real';
export type MarkedFile = { readonly group: 'tuned' | 'apart'; readonly file: string; readonly source: string };

const folder = path.resolve(import.meta.dirname, 'dumps');

/** All marked files, as they are written. `file` is the path below the root of the repository. */
export function readMarkedFiles(): readonly MarkedFile[] {
  return (['tuned', 'apart'] as const).flatMap((group) =>
    readdirSync(path.join(folder, group))
      .filter((name) => name.endsWith('.marked'))
      .sort()
      .map((name) => ({
        group,
        file: `e2e/score/dumps/${group}/${name}`,
        source: readFileSync(path.join(folder, group, name), 'utf8'),
      })),
  );
}

/* Asks the parser about dumps, as they are and as other programs would have saved them. */

import { parseFile } from '../../main/core/import/parse-file.ts';
import { type Comparison, compare } from './compare.ts';
import type { Dump } from './dumps.ts';
import { encodeText } from './encode.ts';
import { mutate } from './mutate.ts';
import type { Tally } from './tally.ts';

export type Result = Comparison & { readonly dump: Dump };

/** Parses each dump as it is. */
export async function runDumps(dumps: readonly Dump[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const dump of dumps) {
    const outcome = await parseFile(dump.bytes, `${dump.name}.txt`);
    results.push({ dump, ...compare(outcome, dump.gold, dump.bytes.length) });
  }
  return results;
}

/** Dumps changed in one way; those that it makes no sense for are left out. */
export function changeDumps(name: string, dumps: readonly Dump[]): readonly Dump[] {
  return dumps.flatMap((dump) => {
    const changed = mutate(name, dump);
    return changed === undefined ? [] : [{ ...dump, ...changed, bytes: encodeText(changed.text) }];
  });
}

export function talliesOf(results: readonly Result[], groups: readonly string[]): readonly Tally[] {
  return results.filter(({ dump }) => groups.includes(dump.group)).map(({ tally }) => tally);
}

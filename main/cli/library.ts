/* Which library a command is about. */

import { checkSpot } from '../core/place/spot.ts';
import { findWhere } from '../core/place/where.ts';
import type { Output } from './output.ts';

/** The folder that was named, or the usual one. Throws `not-found` where the one that was chosen before is not there. */
export async function findLibrary(named: string | undefined, output: Output): Promise<string> {
  const where = await findWhere({ library: named });
  if (where.trouble !== null) output.problem(where.trouble);
  await checkSpot(where);
  return where.folder;
}

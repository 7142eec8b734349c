/* A reader for tests: typed calls, and everything it said. */

import type { Input, MethodName, Output, ReaderEvent, Reply } from '../../shared/contract.ts';
import type { ArticleId, ImportReport } from '../../shared/model.ts';
import { makeDump } from './test-dumps.ts';
import { openReader, type Reader, type ReaderOptions } from './reader.ts';

export type Opened = {
  readonly reader: Reader;
  readonly events: ReaderEvent[];
  readonly logged: string[];
  readonly ask: <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly importText: (...keys: number[]) => Promise<ImportReport>;
  readonly ids: () => Promise<readonly ArticleId[]>;
};

/** Opens a reader that is closed when the test is over; collects what it says. `onFinished` is vitest's `onTestFinished`. */
export async function openForTest(
  options: Omit<ReaderOptions, 'log'>,
  onFinished: (close: () => Promise<void>) => void,
): Promise<Opened> {
  const events: ReaderEvent[] = [];
  const logged: string[] = [];
  const reader = await openReader({ ...options, log: (line) => logged.push(line) });
  onFinished(() => reader.close());
  reader.onEvent((event) => events.push(event));
  const ask: Opened['ask'] = async (method, input) => {
    const reply = (await reader.call(method, input)) as Reply<Output<typeof method>>;
    if (reply.ok) return reply.value;
    throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
  };
  return {
    reader,
    events,
    logged,
    ask,
    importText: (...keys) => reader.importFiles([{ kind: 'text', name: 'dump.txt', text: makeDump(keys) }]).report(),
    ids: () => ask('articles.ids', { query: { kind: 'all' }, sort: 'imported' }),
  };
}

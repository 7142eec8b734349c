/* What each call does, one line per method. A method of the contract that is missing here does not compile. */

import { basename } from 'node:path';
import { ReaderError } from '../../shared/errors.ts';
import type { Checker } from './check/checker.ts';
import type { Held } from './intake/held.ts';
import type { HeldSplitter } from './intake/held-split.ts';
import type { Importer } from './intake/importing.ts';
import { namePasted } from './intake/import-name.ts';
import type { Splitter } from './intake/resplit.ts';
import type { Profiles } from './intake/profiles.ts';
import type { Library } from './library/library.ts';
import type { ArticleReader } from './library/read-articles.ts';
import type { ReaderHandlers } from './router.ts';
import type { SettingsFile } from './store/settings-file.ts';

export type ApiOptions = {
  readonly library: Library;
  readonly articles: ArticleReader;
  readonly importer: Importer;
  readonly settings: SettingsFile;
  readonly check: Checker;
  readonly splitter: Splitter;
  readonly held: Held;
  readonly heldSplitter: HeldSplitter;
  readonly profiles: Profiles;
  /** Path of the dump that ships with Broadsheet. */
  readonly sample: string | undefined;
};

export function createHandlers(options: ApiOptions): ReaderHandlers {
  const { library, articles, importer, settings, sample, check, splitter, held, heldSplitter, profiles } = options;
  return {
    'library.overview': () => library.overview(),
    'articles.ids': ({ query, sort }) => library.ids(query, sort),
    'articles.rows': ({ ids }) => articles.rows(ids),
    'articles.get': ({ id }) => articles.get(id),
    'articles.mark': (request) => library.mark(request),
    'articles.tag': (request) => library.tag(request),
    'history.undo': () => library.undo(),
    'history.redo': () => library.redo(),
    'imports.report': ({ id }) => articles.report(id),
    'imports.undo': ({ id }) => (importer.isUnderWay(id) ? refuseBusy() : library.removeImport(id)),
    'imports.text': ({ text }) => importText(text),
    'imports.sample': () => importSample(),
    'imports.cancel': ({ id }) => importer.cancel(id),
    'imports.held': () =>
      held.list().map(({ importId, name, read }) => ({ id: importId, name, file: read.outcome.file })),
    'originals.lines': (asked) => articles.originalLines(asked),
    'split.view': (request) => heldSplitter.view(request) ?? splitter.view(request),
    'split.accept': (request) =>
      heldSplitter.accept(request) ?? (importer.isUnderWay(request.importId) ? refuseBusy() : splitter.accept(request)),
    'profiles.list': () => profiles.list(),
    'profiles.save': (request) => profiles.save(request),
    'profiles.rename': ({ id, name }) => profiles.rename(id, name),
    'profiles.remove': ({ id }) => profiles.remove(id),
    'profiles.export': ({ id }) => profiles.toFile(id),
    'profiles.import': ({ text }) => profiles.takeFile(text),
    'imports.touched': ({ id }) => library.touched(id),
    'history.nextImport': () => library.nextImport(),
    'check.status': () => check.status(),
    'check.start': (request) => check.start(request),
    'check.stop': () => check.stop(),
    'settings.get': () => settings.get(),
    'settings.set': ({ patch }) => settings.set(patch),
  };

  function importText(text: string) {
    const name = namePasted(text);
    return importer.start([{ kind: 'text', name, text }], name).id;
  }

  function importSample() {
    if (sample === undefined) throw new ReaderError('not-found', 'No sample dump came with this Broadsheet.');
    return importer.start([{ kind: 'path', path: sample, name: basename(sample) }]).id;
  }
}

function refuseBusy(): never {
  throw new ReaderError('busy', 'This import is still running. Cancel it, or wait until it is done.');
}

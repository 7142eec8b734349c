/* Imports that are running, from the core's events. Pure: events in, state out. */

import type { ReaderEvent } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';

export type Progress = Omit<Extract<ReaderEvent, { readonly kind: 'import-progress' }>, 'kind'>;
export type Imports = {
  readonly running: readonly Progress[];
  /** How many drops are being read or sent before their import begins. */
  readonly sending: number;
  /** Imports that began while the library was empty: their articles are shown when they are done. */
  readonly first: ReadonlySet<ImportId>;
};

export const noImports: Imports = { running: [], sending: 0, first: new Set() };

/** `empty` says whether the library holds no article at this moment. */
export function applyImportEvent(imports: Imports, event: ReaderEvent, empty: boolean): Imports {
  switch (event.kind) {
    case 'import-started': {
      const progress = {
        id: event.id,
        name: event.name,
        file: '',
        done: 0,
        files: null,
        found: 0,
        refused: 0,
        msLeft: null,
      };
      const first = empty ? new Set([...imports.first, event.id]) : imports.first;
      return { ...imports, first, running: [...imports.running.filter((other) => other.id !== event.id), progress] };
    }
    case 'import-progress': {
      const { kind: _kind, ...progress } = event;
      const isKnown = imports.running.some((other) => other.id === event.id);
      const running = isKnown
        ? imports.running.map((other) => (other.id === event.id ? progress : other))
        : [...imports.running, progress];
      return { ...imports, running };
    }
    case 'import-finished':
      return ended(imports, event.summary.id);
    case 'import-failed':
      return ended(imports, event.id);
    case 'marked':
    case 'articles-changed':
      return imports;
  }
}

function ended(imports: Imports, id: ImportId): Imports {
  const first = new Set(imports.first);
  first.delete(id);
  return { ...imports, first, running: imports.running.filter((progress) => progress.id !== id) };
}

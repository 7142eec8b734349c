/* Imports that are running, from the core's events. Pure: events in, state out. */

import type { ReaderEvent } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';

export type Progress = Omit<Extract<ReaderEvent, { readonly kind: 'import-progress' }>, 'kind'>;
/** Files on their way to the core before their import begins. */
export type Sending = { readonly file: string; readonly done: number; readonly cancel: () => void };
export type Imports = {
  readonly running: readonly Progress[];
  readonly sending: readonly Sending[];
  /** Imports the core has taken on and not begun: it does one after the other. */
  readonly queued: readonly ImportId[];
  /** Imports that have begun in this window's time: the answer that names one may come after the event. */
  readonly begun: ReadonlySet<ImportId>;
  /** Imports that began while the library was empty: their articles are shown when they are done. */
  readonly first: ReadonlySet<ImportId>;
};

export const noImports: Imports = { running: [], sending: [], queued: [], begun: new Set(), first: new Set() };

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
        share: 0,
        found: 0,
        refused: 0,
        msLeft: null,
      };
      const first = empty ? new Set([...imports.first, event.id]) : imports.first;
      const begun = new Set([...imports.begun, event.id]);
      const queued = imports.queued.filter((id) => id !== event.id);
      return {
        ...imports,
        first,
        begun,
        queued,
        running: [...imports.running.filter((other) => other.id !== event.id), progress],
      };
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
    case 'import-held':
      return ended(imports, event.held.id);
    case 'import-dismissed':
      return ended(imports, event.id);
    case 'import-failed':
      return ended(imports, event.id);
    case 'marked':
    case 'articles-changed':
    case 'profiles-changed':
    case 'place':
    case 'check':
      return imports;
  }
}

/** The core has taken on an import; it waits its turn unless it has begun already. */
export function queueImport(imports: Imports, id: ImportId): Imports {
  return imports.begun.has(id) ? imports : { ...imports, queued: [...imports.queued, id] };
}

function ended(imports: Imports, id: ImportId): Imports {
  const first = new Set(imports.first);
  first.delete(id);
  return { ...imports, first, running: imports.running.filter((progress) => progress.id !== id) };
}

/** Puts `next` in the place of `before`; null is nothing there. */
export function replaceSending(
  sending: readonly Sending[],
  before: Sending | null,
  next: Sending | null,
): readonly Sending[] {
  const added = next === null ? [] : [next];
  if (before === null) return [...sending, ...added];
  return sending.flatMap((each) => (each === before ? added : [each]));
}

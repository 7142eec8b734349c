/*
 * The catalogue as parts on disk, and back. FORMAT.md says what each part holds. What comes back was checked against its
 * SHA-256; some of it may be missing when a damaged library is rescued.
 */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import type { KeptProfile } from '../../../shared/profile.ts';
import type { Codec } from '../store/load.ts';
import type { Part } from '../store/read-catalogue.ts';
import { RACK } from './article-table.ts';
import { applyChange, type Change } from './change.ts';
import { parseColumns, spellColumns } from './column-lines.ts';
import { toColumns } from './columns.ts';
import type { HistoryStep } from './history.ts';
import { FILES_IN_PART, filesKeys, removedKeys } from './import-groups.ts';
import { shared } from './shared-state.ts';
import {
  createCatalogue,
  rackKey,
  type Catalogue,
  type ImportedFile,
  type ImportRecord,
  type RemovedImport,
} from './state.ts';
import { headAt, toTyped, type TypedColumns } from './typed-columns.ts';

type StatesPart = {
  readonly id: readonly ArticleId[];
  readonly read: readonly number[];
  readonly starred: readonly number[];
  readonly trashed: readonly number[];
  /** Row and tags of those that have any. */
  readonly tags: readonly (readonly [number, ...string[]])[];
};
type HistoryPart = { readonly done: readonly HistoryStep[]; readonly undone: readonly HistoryStep[] };
type ProfilesPart = { readonly profiles: readonly KeptProfile[] };
type RemovedPart = { readonly record: ImportRecord };

export const catalogueCodec: Codec<Catalogue, Change> = {
  empty: createCatalogue,
  isEmpty: ({ heads, imports, removed }) => heads.size === 0 && imports.size === 0 && removed.size === 0,
  apply: applyChange,
  keys: keysOf,
  takeDirty({ dirty }) {
    const keys = [...dirty];
    dirty.clear();
    return keys;
  },
  draw,
  parsePart: (key, content): unknown =>
    isHeads(key) ? toTyped(parseColumns(content)) : JSON.parse(content.toString('utf8')),
  fromParts(parts) {
    const catalogue = createCatalogue();
    const intern = createIntern();
    // States find their articles only once these are there.
    for (const part of parts) if (!isState(part.key)) readPart(catalogue, part, intern);
    for (const part of parts) if (isState(part.key)) readStates(catalogue, part.value as StatesPart, intern);
    return catalogue;
  },
};

function keysOf({ articles, imports, importGroups, removed, profiles }: Catalogue): readonly string[] {
  const groups = new Set([...imports.keys()].map((id) => importGroups.get(id) ?? 0));
  const racks = articles.racks();
  return [
    'colours',
    'history',
    ...(profiles.size > 0 ? ['profiles'] : []),
    ...[...groups].sort((a, b) => a - b).map((group) => rackKey('imports', group)),
    ...[...imports.values()].flatMap(filesKeys),
    ...[...removed.values()].flatMap(removedKeys),
    ...racks.map((rack) => rackKey('heads', rack)),
    ...racks.map((rack) => rackKey('states', rack)),
    'orphans',
  ];
}

/** Takes what it needs now and spells it out later: leaves are never changed, so a shallow copy stays true. */
function draw(catalogue: Catalogue, key: string): () => string {
  const { articles, colours, history, profiles } = catalogue;
  const [kind = '', ...rest] = key.split('-');
  const number = Number(rest.at(-1));
  switch (kind) {
    case 'colours':
      return later({ colours: [...colours] });
    case 'profiles':
      return later({ profiles: [...profiles.values()] } satisfies ProfilesPart);
    case 'history':
      return later({ done: [...history.done], undone: [...history.undone] } satisfies HistoryPart);
    case 'imports':
      return later({ imports: importsOf(catalogue, number) });
    case 'files':
      return later({ files: filesOf(catalogue, rest.slice(0, 2).join('-') as ImportId, number) });
    case 'removed':
      return later({ record: removedAt(catalogue, rest).record } satisfies RemovedPart);
    case 'removedheads': {
      const heads = removedAt(catalogue, rest).heads.slice(number * RACK, (number + 1) * RACK);
      return () => spellColumns(toColumns(heads));
    }
    case 'heads': {
      const rows = articles.picture(number);
      return () => spellColumns(toColumns(rows().map(([head]) => head)));
    }
    case 'states': {
      const rows = articles.picture(number);
      return () =>
        JSON.stringify(
          toStates(rows().flatMap(([{ id }, state]) => (state === undefined ? [] : [[id, state] as const]))),
        );
    }
    case 'orphans': {
      const kept = articles.orphans();
      return () => JSON.stringify(toStates(kept));
    }
    default:
      throw new Error(`the catalogue has no part ${key}`);
  }
}

function later(value: object): () => string {
  return () => JSON.stringify(value);
}

function importsOf({ imports, importGroups }: Catalogue, group: number): readonly ImportRecord[] {
  return [...imports.values()]
    .filter(({ summary }) => importGroups.get(summary.id) === group)
    .map((record) => (filesKeys(record).length === 0 ? record : withoutFiles(record)));
}

function withoutFiles(record: ImportRecord): ImportRecord {
  return { ...record, files: [] };
}

function filesOf({ imports }: Catalogue, id: ImportId, part: number): readonly ImportedFile[] {
  return imports.get(id)?.files.slice(part * FILES_IN_PART, (part + 1) * FILES_IN_PART) ?? [];
}

function removedAt({ removed }: Catalogue, key: readonly string[]): RemovedImport {
  const kept = removed.get(key.slice(0, 2).join('-') as ImportId);
  if (kept === undefined) throw new Error(`no import was removed that is called ${key.join('-')}`);
  return kept;
}

function toStates(states: readonly (readonly [ArticleId, ArticleState])[]): StatesPart {
  return {
    id: states.map(([id]) => id),
    read: states.map(([, { read }]) => Number(read)),
    starred: states.map(([, { starred }]) => Number(starred)),
    trashed: states.map(([, { trashed }]) => Number(trashed)),
    tags: states.flatMap(([, { tags }], row) => (tags.length === 0 ? [] : [[row, ...tags] as const])),
  };
}

type Intern = (text: string) => string;

function isState(key: string): boolean {
  return key === 'orphans' || key.startsWith('states-');
}

function isHeads(key: string): boolean {
  return key.startsWith('heads-') || key.startsWith('removedheads-');
}

function readPart(catalogue: Catalogue, { key, value }: Part, intern: Intern): void {
  const { articles, colours, history, imports, importGroups, profiles, removed } = catalogue;
  const [kind = '', ...rest] = key.split('-');
  switch (kind) {
    case 'colours':
      for (const [name, colour] of (value as { colours: readonly [string, number][] }).colours)
        colours.set(name, colour);
      return;
    case 'profiles':
      for (const kept of (value as ProfilesPart).profiles) profiles.set(kept.id, kept);
      return;
    case 'history':
      history.done.push(...(value as HistoryPart).done);
      history.undone.push(...(value as HistoryPart).undone);
      return;
    case 'imports':
      for (const record of (value as { imports: readonly ImportRecord[] }).imports) {
        imports.set(record.summary.id, record);
        importGroups.set(record.summary.id, Number(rest[0]));
      }
      return;
    case 'files': {
      const record = imports.get(rest.slice(0, 2).join('-') as ImportId);
      const files = [...(record?.files ?? []), ...(value as { files: readonly ImportedFile[] }).files];
      if (record !== undefined) imports.set(record.summary.id, { ...record, files });
      return;
    }
    case 'removed': {
      const { record } = value as RemovedPart;
      removed.set(record.summary.id, { record, heads: [] });
      importGroups.set(record.summary.id, 0);
      return;
    }
    case 'removedheads': {
      const id = rest.slice(0, 2).join('-') as ImportId;
      const before = removed.get(id);
      const columns = withOneOfEach(value as TypedColumns, intern);
      const heads = Array.from({ length: columns.rows }, (_, row) => headAt(columns, row));
      if (before !== undefined) removed.set(id, { ...before, heads: [...before.heads, ...heads] });
      return;
    }
    case 'heads':
      articles.fill(Number(rest[0]), withOneOfEach(value as TypedColumns, intern));
  }
}

function withOneOfEach(columns: TypedColumns, intern: Intern): TypedColumns {
  return { ...columns, strings: columns.strings.map(intern) };
}

function readStates({ states }: Catalogue, part: StatesPart, intern: Intern): void {
  const tags = new Map(part.tags.map(([row, ...names]) => [row, names.map(intern)]));
  for (const [row, id] of part.id.entries()) {
    const [read, starred, trashed] = [part.read[row] === 1, part.starred[row] === 1, part.trashed[row] === 1];
    states.set(id, shared({ read, starred, trashed, tags: tags.get(row) ?? [] }));
  }
}

/** Equal strings of different parts become one in memory. */
function createIntern(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? text;
    known.set(found, found);
    return found;
  };
}

/*
 * What a library should be, as plain as can be: the model that histories with crashes are compared to. Undo gives back
 * the whole picture of before, which is what a person expects of it.
 */

import type { ArticleId, ArticleState, ImportId } from '../../../shared/model.ts';
import { countOf } from '../../../shared/words.ts';

export type Picture = {
  /** Articles that the library holds, with the imports that found them. */
  readonly articles: Readonly<Record<string, readonly ImportId[]>>;
  /** States outlive their articles. Those that say nothing are left out. */
  readonly states: Readonly<Record<string, ArticleState>>;
  readonly imports: readonly ImportId[];
};

export type Model = Picture & {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
};
/** A step with the picture that going over it gives. */
type Step = { readonly label: string; readonly other: Picture };

export type Act = Doing | { readonly kind: 'undo' | 'redo' };
export type Doing =
  | { readonly kind: 'import'; readonly id: ImportId; readonly name: string; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'mark'; readonly ids: readonly ArticleId[]; readonly what: Marked; readonly to: boolean }
  | { readonly kind: 'tag'; readonly ids: readonly ArticleId[]; readonly name: string; readonly add: boolean }
  | { readonly kind: 'remove'; readonly id: ImportId; readonly name: string };

export type Marked = 'read' | 'starred' | 'trashed';

const untouched: ArticleState = { read: false, starred: false, trashed: false, tags: [] };
export const emptyModel: Model = { articles: {}, states: {}, imports: [], done: [], undone: [] };

/** The model after an act. One that changes nothing is no step. */
export function act(model: Model, what: Act): Model {
  if (isMove(what)) return step(model, what.kind);
  const after = toPicture(model, what);
  if (after === null) return model;
  const label = labelOf(model, after, what);
  return { ...after, done: [...model.done, { label, other: pictureOf(model) }], undone: [] };
}

function isMove(what: Act): what is Exclude<Act, Doing> {
  return what.kind === 'undo' || what.kind === 'redo';
}

const markLabels: Record<Marked, readonly [on: (count: string) => string, off: (count: string) => string]> = {
  read: [(count) => `mark ${count} read`, (count) => `mark ${count} unread`],
  starred: [(count) => `star ${count}`, (count) => `unstar ${count}`],
  trashed: [(count) => `move ${count} to the trash`, (count) => `take ${count} out of the trash`],
};

function labelOf(before: Picture, after: Picture, what: Doing): string {
  if (what.kind === 'import') return `import ${what.name}`;
  if (what.kind === 'remove') return `remove import ${what.name}`;
  const isChanged = (id: ArticleId): boolean =>
    JSON.stringify(stateIn(before, id)) !== JSON.stringify(stateIn(after, id));
  const count = countOf(new Set(what.ids.filter(isChanged)).size, 'article');
  if (what.kind === 'mark') return markLabels[what.what][what.to ? 0 : 1](count);
  return what.add ? `tag ${count}` : `remove tags from ${count}`;
}

/** An import whose texts were found again after a crash: nobody did it, so it is no step. */
export function rescue(model: Model, what: Extract<Act, { kind: 'import' }>): Model {
  const withImport = ({ label, other }: Step): Step => ({ label, other: importInto(other, what) });
  return {
    ...importInto(model, what),
    done: model.done.map(withImport),
    undone: model.undone.map(withImport),
  };
}

export function stateIn({ states }: Picture, id: ArticleId): ArticleState {
  return states[id] ?? untouched;
}

function pictureOf({ articles, states, imports }: Picture): Picture {
  return { articles, states, imports };
}

function step(model: Model, way: 'undo' | 'redo'): Model {
  const [from, to] = way === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
  const top = from.at(-1);
  if (top === undefined) return model;
  const rest = from.slice(0, -1);
  const moved = [...to, { label: top.label, other: pictureOf(model) }];
  const [done, undone] = way === 'undo' ? [rest, moved] : [moved, rest];
  return { ...top.other, done, undone };
}

function toPicture(model: Model, what: Doing): Picture | null {
  switch (what.kind) {
    case 'import':
      return importInto(model, what);
    case 'remove':
      return model.imports.includes(what.id) ? removeFrom(model, what.id) : null;
    case 'mark':
      return setStates(model, what.ids, (state) => ({ ...state, [what.what]: what.to }));
    case 'tag':
      return setStates(model, what.ids, (state) => {
        const others = state.tags.filter((tag) => tag !== what.name);
        return { ...state, tags: what.add ? [...others, what.name].sort() : others };
      });
  }
}

function importInto(model: Picture, { id, ids }: Extract<Act, { kind: 'import' }>): Picture {
  const articles = { ...model.articles };
  for (const article of ids) articles[article] = [...new Set([...(articles[article] ?? []), id])].sort();
  return { ...pictureOf(model), articles, imports: [...new Set([...model.imports, id])].sort() };
}

function removeFrom(model: Picture, id: ImportId): Picture {
  const articles = Object.entries(model.articles).flatMap(([article, imports]) => {
    const rest = imports.filter((each) => each !== id);
    return rest.length === 0 ? [] : [[article, rest] as const];
  });
  return {
    ...pictureOf(model),
    articles: Object.fromEntries(articles),
    imports: model.imports.filter((each) => each !== id),
  };
}

function setStates(
  model: Picture,
  ids: readonly ArticleId[],
  change: (state: ArticleState) => ArticleState,
): Picture | null {
  const states = { ...model.states };
  let changed = false;
  for (const id of ids) {
    if (model.articles[id] === undefined) continue;
    const before = stateIn(model, id);
    const after = change(before);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    changed = true;
    if (JSON.stringify(after) === JSON.stringify(untouched)) delete states[id];
    else states[id] = after;
  }
  return changed ? { ...pictureOf(model), states } : null;
}

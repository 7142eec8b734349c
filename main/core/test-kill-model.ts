/* What a library may be after its process was killed, from what the process had said. */

import { isDeepStrictEqual } from 'node:util';
import { act, rescue, stateIn, type Act, type Model } from './crash/model.ts';
import type { ArticleId } from '../../shared/model.ts';
import { showState, type Said, type Shown } from './test-kill-shown.ts';

export type Expected = {
  /** With everything that was acknowledged. */
  readonly model: Model;
  /** Begun and not acknowledged, in the order in which they go to the disk. */
  readonly begun: readonly Act[];
  readonly acknowledged: number;
};

export function toShown(model: Model): Shown {
  const ids = Object.keys(model.articles) as ArticleId[];
  return {
    articles: Object.fromEntries(ids.map((id) => [id, showState(stateIn(model, id))])),
    imports: model.imports,
    undo: model.done.at(-1)?.label ?? null,
    redo: model.undone.at(-1)?.label ?? null,
  };
}

/** Follows a child. Throws where it said something that is not as the model has it. */
export function follow(before: Model, said: readonly Said[]): Expected {
  let model = before;
  let begun: readonly Act[] = [];
  let acknowledged = 0;
  let turn = 0;
  for (const each of said) {
    if ('wrong' in each) throw new Error(each.wrong);
    if ('now' in each) {
      if (begun.length > 0) throw new Error('The child went on before all was acknowledged.');
      const expected = toShown(model);
      if (!isDeepStrictEqual(each.now, expected)) throw differ(each.now, [expected]);
    } else if ('begin' in each) [begun, turn] = [each.begin, 0];
    else if ('acknowledged' in each) {
      const [first, ...rest] = begun;
      // They share no article, but the memory of undo has them in the order in which they were asked for.
      if (first === undefined || each.acknowledged !== turn) throw new Error('Something was acknowledged out of turn.');
      model = act(model, first);
      begun = rest;
      acknowledged += 1;
      turn += 1;
    }
  }
  return { model, begun, acknowledged };
}

/** The model that was found; throws where the library is none that it may be. */
export function findModel(expected: Expected, found: Shown): Model {
  const models = possible(expected);
  const model = models.find((each) => isDeepStrictEqual(toShown(each), found));
  if (model === undefined) throw differ(found, models.map(toShown));
  return model;
}

/**
 * Changes go to the disk in their order, so that those that are there are the first ones. An import whose texts are there
 * and whose change is not is taken in again, which is no step of undo.
 */
function possible({ model, begun }: Expected): readonly Model[] {
  const models = [model];
  for (const each of begun) models.push(act(models.at(-1) ?? model, each));
  const [first] = begun;
  return first?.kind === 'import' ? [...models, rescue(model, first)] : models;
}

function differ(found: Shown, may: readonly Shown[]): Error {
  const lines = may.slice(0, 4).map((each) => `may be ${JSON.stringify(each)}`);
  return new Error(['The library is none that it may be.', `found ${JSON.stringify(found)}`, ...lines].join('\n'));
}

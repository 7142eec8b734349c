/* The one place that sets a state: states that say nothing are not kept. */

import type { ArticleId, ArticleState } from '../../../shared/model.ts';
import { shared } from './shared-state.ts';
import type { Catalogue } from './state.ts';

export function setState({ states }: Catalogue, id: ArticleId, state: ArticleState): void {
  if (state.read || state.starred || state.trashed || state.tags.length > 0) states.set(id, shared(state));
  else states.delete(id);
}

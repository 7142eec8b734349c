/* Opens the original at the place where an article was found. */

import type { Occurrence } from '../../shared/model.ts';
import type { App } from './app.ts';

export function showOriginal({ dialog }: Pick<App, 'dialog'>, { original, span, file, lines }: Occurrence): void {
  dialog.set(() => ({ kind: 'original', text: { sha256: original, part: span?.number }, file, lines }));
}

import { ReaderError } from '../../shared/errors.ts';
import type { App } from './app.ts';

/** Says a failure in a toast. A lost connection has its own page and is not said twice. */
export function reportFailure(app: App, what: string, error: unknown): void {
  if (app.connection.get().state === 'lost') return;
  app.toasts.show({ words: `${what} ${wordFailure(error)}` });
}

/** Runs something in the background of the window; what goes wrong is said. */
export function inBackground(app: App, what: string, task: Promise<unknown>): void {
  task.catch((error: unknown) => {
    reportFailure(app, what, error);
  });
}

/** The sentence of a failure. */
export function wordFailure(error: unknown): string {
  return error instanceof ReaderError ? error.message : 'Something went wrong in this window.';
}

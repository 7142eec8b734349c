/*
 * Ctrl+C and its kin, handled once: the second time they end the process as always. A `kill` of npm counts too: it ends
 * npm and the shell between, which tell nobody, and we would go on without a terminal and with the library locked.
 */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `stop` at the first signal. Answers a function that stops waiting for one. */
export function onStopSignal(stop: () => void): () => void {
  const forget = (): void => {
    stopWatching();
    signals.forEach((signal) => void process.off(signal, handle));
  };
  const handle = (): void => {
    forget();
    stop();
  };
  signals.forEach((signal) => void process.on(signal, handle));
  const stopWatching = onParentGone(handle);
  return forget;
}

const lookMs = 500;

/** Calls `stop` when the process that started this one for npm has ended. Answers a function that stops looking. */
export function onParentGone(stop: () => void, environment = process.env): () => void {
  if (environment['npm_lifecycle_event'] === undefined) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, lookMs).unref();
  return () => clearInterval(timer);
}

/** Resolves at the first signal. */
export async function waitForStopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    onStopSignal(resolve);
  });
}

/* Ctrl+C and its kin, handled once: the second time they end the process as always. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `stop` at the first signal. Answers a function that stops waiting for one. */
export function onStopSignal(stop: () => void): () => void {
  const forget = (): void => signals.forEach((signal) => void process.off(signal, handle));
  const handle = (): void => {
    forget();
    stop();
  };
  signals.forEach((signal) => void process.on(signal, handle));
  return forget;
}

/** Resolves at the first signal. */
export async function waitForStopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    onStopSignal(resolve);
  });
}

/** Runs at once, and again after the pause if it was asked for meanwhile: an import of a thousand files is one stream of events. */
export function throttled(run: () => void, pauseMs: number): () => void {
  let isResting = false;
  let isWanted = false;
  return function ask(): void {
    if (isResting) {
      isWanted = true;
      return;
    }
    isResting = true;
    isWanted = false;
    run();
    setTimeout(() => {
      isResting = false;
      if (isWanted) ask();
    }, pauseMs);
  };
}

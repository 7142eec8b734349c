/** Runs a task when all that were handed in before it have ended; answers and fails as the task does. */
export type InTurn = <Value>(task: () => Promise<Value>) => Promise<Value>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task, task);
    last = turn;
    return turn;
  };
}

/** Does work when its turn comes. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Has one piece of work done after the other: what the first has fetched the next need not ask for, and the memory that
 * one takes is free for the next. Work that takes longer than `longestMs` keeps the others waiting no more, and goes on
 * beside them.
 */
export function takeTurns(longestMs: number): InTurn {
  let last: Promise<void> = Promise.resolve();
  return async (work) => {
    const before = last;
    let pass: () => void = () => undefined;
    last = new Promise((resolve) => (pass = resolve));
    await before;
    const patience = setTimeout(pass, longestMs).unref();
    try {
      return await work();
    } finally {
      clearTimeout(patience);
      pass();
    }
  };
}

// Work that is asked for at any time → the same, one after the other.

/** A way to do things in their turn: each begins when the one before it has ended, well or not. */
export function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

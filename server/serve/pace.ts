// Work that may be asked for at every key → done at once where it is quick or seldom, else never half of the time.

/** How work that is asked for again and again is spread over time. */
export interface Pace {
  /** How many milliseconds to wait before it is done the next time. */
  wait(): number;
  /** Does it, and remembers how long it took. */
  timed<Result>(work: () => Result): Result;
}

/** What takes less than a frame of the screen needs no rest, in milliseconds. */
const quick = 16;

/** However long it took, what a user waits for is told after so many milliseconds. */
const longest = 100;

/** A rest as long as the last work took comes after it, so that what others ask is heard in between. */
export function createPace(now: () => number = () => performance.now()): Pace {
  let rested = Number.NEGATIVE_INFINITY;
  return {
    wait: () => Math.max(0, rested - now()),
    timed(work) {
      const start = now();
      try {
        return work();
      } finally {
        const end = now();
        const took = end - start;
        rested = took < quick ? end : end + Math.min(took, longest);
      }
    },
  };
}

/** A function that does some work once after a burst of calls, with a rest in between. */
export function afterBurst(work: () => void, pace = createPace()): () => void {
  let isDue = false;
  const run = () => {
    isDue = false;
    pace.timed(work);
  };
  return () => {
    if (isDue) return;
    isDue = true;
    const wait = pace.wait();
    // The least time that a timer waits is longer than most work.
    if (wait < 1) soon(run);
    else setTimeout(run, wait);
  };
}

/** A worker of a browser has no quicker way than a timer. */
function soon(work: () => void): void {
  if (typeof setImmediate === "function") setImmediate(work);
  else setTimeout(work);
}

// The clock's date → a word when it is another one, also where nobody types and after a sleep of the machine.

/** A timer does not run while a machine sleeps, so the date is looked at this often, in milliseconds. */
const often = 60_000;

/** Calls `changed` on each new day, soon after it has begun where the user is; returns what ends that. */
export function followDay(today: () => string, changed: () => void): () => void {
  let last = today();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(look, Math.min(untilMidnight(new Date()), often));
    // A server with nothing else to do may end.
    if (typeof timer === "object") timer.unref();
  };
  const look = () => {
    const now = today();
    if (now !== last) {
      last = now;
      changed();
    }
    wait();
  };
  wait();
  return () => clearTimeout(timer);
}

function untilMidnight(now: Date): number {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return Math.max(next.getTime() - now.getTime(), 1);
}

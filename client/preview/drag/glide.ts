// A way back → its share that is left, frame by frame, until there is none.

const time = 160;

/** Whether things may move by themselves. */
function isStill(): boolean {
  const wished = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return wished || document.body.matches(".vscode-reduce-motion");
}

/** Calls back with shares from 1 down to 0, with the last alone where nothing may move. */
export function glide(step: (share: number) => void): void {
  const begun = isStill() ? -Infinity : performance.now();
  const next = (now: number) => {
    const left = Math.max(0, 1 - (now - begun) / time);
    // It slows down as it arrives.
    step(left ** 2);
    if (left > 0) requestAnimationFrame(next);
  };
  next(performance.now());
}

// Ascending numbers and a limit → where among them the limit stands.

/** How many of the ascending numbers are not above a limit. */
export function countUpTo(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last of the ascending numbers that is not above a limit; 0 if all are. */
export function lastUpTo(numbers: ArrayLike<number>, limit: number): number {
  return Math.max(countUpTo(numbers, limit) - 1, 0);
}

/** Where the first of some things stands for which something holds, as it does for all behind it. */
export function firstWhere<One>(all: readonly One[], holds: (one: One) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one === undefined || holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

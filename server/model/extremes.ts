// Numbers → the least and the greatest of them, however many they are.

/** The least of some numbers and a first one; NaN where one of them is. */
export function leastOf(numbers: Iterable<number>, first = Number.POSITIVE_INFINITY): number {
  let least = first;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}

/** The greatest of some numbers and a first one; NaN where one of them is. */
export function greatestOf(numbers: Iterable<number>, first = Number.NEGATIVE_INFINITY): number {
  let greatest = first;
  for (const number of numbers) greatest = Math.max(greatest, number);
  return greatest;
}

// What was wrong with a text before some edits, and what is wrong with it after them → what has come with them.

/** The first that is in a later list more often than in an earlier one; undefined where nothing has come. */
export function addedTo(before: readonly string[], after: readonly string[]): string | undefined {
  const left = new Map<string, number>();
  for (const one of before) left.set(one, (left.get(one) ?? 0) + 1);
  return after.find((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

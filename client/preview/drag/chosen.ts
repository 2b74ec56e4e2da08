// Bars that are chosen, and a click with a key held → those that are chosen then.
import type { Row } from "../../drawings/roadmap/rows.ts";

/** One bar more, or one less. */
export function withToggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(chosen);
  if (!after.delete(key)) after.add(key);
  return after;
}

/** All bars from the one that was chosen last up to another, in the order of the rows. */
export function withRange(
  chosen: ReadonlySet<string>,
  key: string,
  rows: readonly Row[],
): ReadonlySet<string> {
  const last = [...chosen].at(-1) ?? key;
  const [from = 0, to = 0] = [last, key]
    .map((one) => rows.findIndex((row) => row.key === one))
    .toSorted((a, b) => a - b);
  const between = rows.slice(Math.max(0, from), to + 1);
  const keys = between.filter((row) => row.type === "initiative").map((row) => row.key);
  return new Set([...keys.filter((one) => one !== last), last]);
}

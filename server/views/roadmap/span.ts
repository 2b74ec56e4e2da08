// Rows with dates → from the first start to the last end of them.
import type { Work } from "./rows.ts";
import type { Group } from "./shape.ts";

export type GroupSpan = Pick<Group, "start" | "end">;

/** From the first start to the last end; cancelled work and open ends aside. */
export function spanOfWork(work: readonly Work[]): GroupSpan {
  const dated = work.filter(({ shown }) => shown.start && shown.status !== "cancelled");
  return joinedSpans(dated.map(({ shown }) => shown));
}

/** ISO dates stand in the order of time. */
export function joinedSpans(spans: readonly GroupSpan[]): GroupSpan {
  let [start, end]: [GroupSpan["start"], GroupSpan["end"]] = [undefined, undefined];
  for (const one of spans) {
    if (one.start !== undefined && (start === undefined || one.start < start)) start = one.start;
    if (one.end !== undefined && (end === undefined || one.end > end)) end = one.end;
  }
  return { start, end };
}

export function isSameSpan(a: GroupSpan, b: GroupSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

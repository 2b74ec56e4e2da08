// A span of days → how it is written behind `for`.

import { counted } from "../words/wording.ts";
import { type Day, endOf, monthsIn } from "./calendar.ts";

/** The length of a span in the largest unit that fits exactly: `3 quarters`, `6 weeks`, `10 days`. */
export function lengthOf(start: Day, end: Day): string {
  const touched = monthsIn({ start, end });
  for (const months of [touched, touched - 1]) {
    if (months < 1 || endOf(start, { count: months, unit: "month" }) !== end) continue;
    if (months % 12 === 0) return counted(months / 12, "year");
    return months % 3 === 0 ? counted(months / 3, "quarter") : counted(months, "month");
  }
  const days = end - start + 1;
  return days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day");
}

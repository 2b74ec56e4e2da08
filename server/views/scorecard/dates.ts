// Days → how a table prints them: the last day of a month stands for the month.
import { type Day, parts, readable } from "../../model/calendar.ts";

/** "Oct 2026", "12 Oct 2026" */
export function coarseDay(at: Day): string {
  const text = readable(at);
  return parts(at + 1).day === 1 ? text.slice(text.indexOf(" ") + 1) : text;
}

// What is written, and at which revision → the words at the foot of each of its pages.
import { longDate } from "../drawings/time.ts";
import type { Board, Tools } from "./format.ts";

/** "Nordwind IT strategy 2026–2028. As of 23 November 2026. Revision 3f2a91c, with changes" */
export function footOf(
  { title, views: [first] }: Board,
  { revision }: Pick<Tools, "revision">,
): string {
  const day = first === undefined ? [] : [`As of ${longDate(first.today)}`];
  return [title, ...day, ...(revision === undefined ? [] : [`Revision ${revision}`])].join(". ");
}

// What a page asks to see in the source → a place to say on the terminal, if the drawing has it, and not too often.
import { fileURLToPath } from "node:url";
import type { PageMessage } from "../../../server/protocol.ts";
import { oneLine, shortened } from "../../../server/words/visible.ts";

type Reveal = Extract<PageMessage, { type: "reveal" }>;

/** So many places may be said at once, and one more in each of these milliseconds. */
const burst = 10;
const pause = 500;

/** Gives `file:line:column` of a place in a file of the drawing; undefined where nothing is to be said. `now` in milliseconds. */
export function createPointer(
  isDrawn: (uri: string) => boolean,
): (message: Reveal, now: number) => string | undefined {
  let left = burst;
  let before = 0;
  return ({ uri, select: { start } }, now) => {
    if (!isDrawn(uri) || !uri.startsWith("file:")) return undefined;
    left = Math.min(burst, left + (now - before) / pause);
    before = now;
    if (left < 1) return undefined;
    left -= 1;
    const place = `:${start.line + 1}:${start.character + 1}`;
    return shortened(oneLine(fileURLToPath(uri)), 1000) + place;
  };
}

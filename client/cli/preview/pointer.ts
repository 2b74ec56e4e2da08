// What a page asks to see in the source → a place to say on the terminal, if the drawing has it, and not too often.
import { fileURLToPath } from "node:url";
import type { HostMessage, PageMessage } from "../../../server/protocol.ts";
import { oneLine, shortened } from "../../../server/words/visible.ts";
import { isSource } from "../../preview/sources.ts";

type Reveal = Extract<PageMessage, { type: "reveal" }>;

/** So many places may be said at once, and one more in each of these milliseconds. */
const burst = 10;
const pause = 500;

/** Gives `file:line:column` of a place; undefined where nothing is to be said. `now` in milliseconds. */
export function createPointer(
  messages: () => readonly HostMessage[],
): (message: Reveal, now: number) => string | undefined {
  let left = burst;
  let before = 0;
  return ({ uri, select: { start } }, now) => {
    const isDrawn = messages().some((one) => one.type === "view" && isSource(one.view, uri));
    if (!isDrawn || !uri.startsWith("file:")) return undefined;
    left = Math.min(burst, left + (now - before) / pause);
    before = now;
    if (left < 1) return undefined;
    left -= 1;
    const place = `:${start.line + 1}:${start.character + 1}`;
    return shortened(oneLine(fileURLToPath(uri)), 1000) + place;
  };
}

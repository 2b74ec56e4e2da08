// A title that is written anew, or taken away → the edit of what stands behind the name.
import { quoted } from "../edits/edits.ts";
import { called, type Entity } from "../model/entity.ts";
import { isTitle } from "../model/title.ts";
import type { Model } from "../model/universe.ts";
import { oneLine } from "../words/visible.ts";
import { type GestureEdits, nothingToDo } from "./fields.ts";
import { movedOn } from "./found.ts";
import type { TitleGesture } from "./shape.ts";

/** The title is that of the text or that of a picture, which shows the name where there is none. */
export function withTitle(model: Model, read: Entity, { was, to }: TitleGesture): GestureEdits {
  const entity = model.universe.standing(read);
  const { chunk } = entity;
  const { name, title, block } = entity.node;
  const text = title?.value ?? "";
  const shown = [text, oneLine(text), ...(text.trim() === "" ? [called(entity)] : [])];
  if (!shown.includes(was)) return movedOn;
  const isElsewhere = block?.entries.some((one) => one.type === "field" && isTitle(one));
  if (name === undefined || title?.closed === false || (title === undefined && isElsewhere))
    return {
      refused: `What stands behind '${called(entity)}' is not understood. Mend it in the text first.`,
    };
  const wanted = to.trim() === "" ? "" : to;
  if (wanted === text) return nothingToDo;
  if (title === undefined) {
    const at = { chunk, span: { start: name.end, end: name.end } };
    return [{ at, text: ` ${quoted(wanted)}` }];
  }
  if (wanted !== "") return [{ at: { chunk, span: title }, text: quoted(wanted) }];
  const end = chunk.text.slice(0, title.start).trimEnd().length;
  // What follows a comment on its line would become part of it.
  const isBelow = chunk.comments.some((one) => one.line && one.start < end && end <= one.end);
  const blank = /^[ \t]*/.exec(chunk.text.slice(title.end))?.[0].length ?? 0;
  const span = isBelow
    ? { start: title.start, end: title.end + blank }
    : { start: end, end: title.end };
  return [{ at: { chunk, span }, text: "" }];
}

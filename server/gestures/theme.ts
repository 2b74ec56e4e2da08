// Work that is moved from one theme to another → its field that names it, or its place in the block of a theme.
import { isRefusal } from "../edits/refusal.ts";
import { called } from "../model/entity.ts";
import { ownTheme, themeCalled, themesAbove } from "../views/roadmap/themes.ts";
import { type GestureEdits, setField } from "./fields.ts";
import { type Dragged, movedOn } from "./found.ts";
import { moveTo } from "./moves.ts";
import { writtenName } from "./named.ts";

/** A theme that it has from what it supports needs no field: what is written is taken away there. */
export function toTheme({ model, work, from, to }: Dragged): GestureEdits {
  const all = model.universe;
  const own = ownTheme(all, work);
  const above = themesAbove(all, work);
  const shown = own === undefined ? above : [own];
  if (from === "" ? shown.length > 0 : shown.every(({ key }) => key !== from)) return movedOn;
  const isNested = work.parent?.kind === "theme";
  const [inherited, another] = above;
  if (to === "") {
    if (inherited !== undefined)
      return {
        refused: `'${called(work)}' has the theme '${inherited.title}' through what it belongs to. Give it another theme instead.`,
      };
    const bare = setField(all, work, "theme", undefined);
    return isNested && !isRefusal(bare) ? moveTo(model, work, undefined, bare) : bare;
  }
  const theme = themeCalled(all, work, to);
  if (theme === undefined) return { refused: `There is no theme '${to}'. Declare it first.` };
  const isHere = all.modelOf(theme) === model;
  const isInherited = !isNested && another === undefined && inherited?.theme === theme;
  const name =
    (isNested && isHere) || isInherited ? undefined : writtenName(model, work, "theme", theme);
  if (name !== undefined && typeof name !== "string") return name;
  const field = setField(all, work, "theme", name);
  return isNested && !isRefusal(field)
    ? moveTo(model, work, isHere ? theme : undefined, field)
    : field;
}

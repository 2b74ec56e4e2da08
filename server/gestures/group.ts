// Work that is dragged from one group of a picture to another → the edits that make it belong there.
import { addToList, replace } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import { removeItems } from "../edits/removals.ts";
import { called, type Entity, refsOf } from "../model/entity.ts";
import { ownerAbove, ownerOf } from "../model/owner.ts";
import { entityOf } from "../model/resolve.ts";
import { statusOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { idIn } from "../views/ids.ts";
import { refIn } from "../views/roadmap/groups.ts";
import { rootOf, standsOf, unalignedKey, workStatuses } from "../views/roadmap/stands.ts";
import { oneOf } from "../views/said.ts";
import { type GestureEdits, nothingToDo, setField, unclearIn, wordsFor } from "./fields.ts";
import { type Dragged, movedOn } from "./found.ts";
import { toGoal } from "./goal.ts";
import { standsFor, writtenName } from "./named.ts";
import type { GroupGesture } from "./shape.ts";
import { toTheme } from "./theme.ts";

/** Refused too where the picture has the work there for another reason than its own text. */
export function withGroup(
  model: Model,
  work: Entity,
  { by, from, to }: GroupGesture,
): GestureEdits {
  if (work.kind !== "initiative")
    return { refused: `'${called(work)}' is no work: only work can be moved to another group.` };
  if (from === to) return nothingToDo;
  const programme = rootOf(model, work);
  if (programme !== work && standsIn(model, programme, from ?? unalignedKey))
    return {
      refused: `'${called(work)}' is part of '${called(programme)}', and stands where that stands. Move '${called(programme)}'.`,
    };
  if (by === "objective") return toGoal(model, work, from, to);
  if (from === undefined || to === undefined)
    return {
      refused: `What supports no objective stands by itself, however work is grouped. Group by objective to move '${called(work)}'.`,
    };
  const move: Dragged = { model, work, from: nameOf(from), to: nameOf(to) };
  switch (by) {
    case "theme":
      return toTheme(move);
    case "team":
      return toParty(move, "teams");
    case "technology":
      return toParty(move, "technologies");
    case "owner":
      return toOwner(move);
    case "status":
      return toStatus(move);
  }
}

function standsIn(model: Model, work: Entity, group: string): boolean {
  return standsOf(model, work).some(
    ({ key }) => (typeof key === "string" ? key : idIn(model, key)) === group,
  );
}

/** What stands behind the colon of the id of a group; "" of the group of what has none. */
function nameOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** An item of a list is another name, with the FTE that are written behind it. */
function toParty({ model, work, from, to }: Dragged, field: string): GestureEdits {
  const all = model.universe;
  const refs = refsOf(work, field);
  if (from === "" && refs.length > 0) return movedOn;
  const own = refs.flatMap((ref, number) => (ref.name === from ? [{ ref, number }] : []));
  if (own.length === 0 && from !== "") return movedOn;
  const refusal = unclearIn(work, field);
  if (refusal !== undefined) return refusal;
  const name = to === "" ? undefined : nameOfGroup(model, work, field, to);
  if (name !== undefined && typeof name !== "string") return name;
  const isThere = name === undefined || refs.some((ref) => ref.name === name);
  if (isThere) {
    const numbers = own.map(({ number }) => number);
    return removeItems(all, work, field, numbers);
  }
  if (own.length === 0) return addToList(all, work, field, name);
  return own.flatMap(({ ref }) => replace(work, ref.span, name));
}

/** What is written where it would be inherited is taken away instead. */
function toOwner({ model, work, from, to }: Dragged): GestureEdits {
  const all = model.universe;
  if ((ownerOf(all, work)?.name ?? "") !== from) return movedOn;
  const above = ownerAbove(all, work);
  if (to === "" && above !== undefined)
    return {
      refused: `'${called(work)}' has the owner '${above.name}' through what it belongs to. Give it another owner instead.`,
    };
  const name = to === "" ? undefined : nameOfGroup(model, work, "owner", to);
  if (name !== undefined && typeof name !== "string") return name;
  return setField(all, work, "owner", above?.name === to ? undefined : name);
}

function toStatus({ model, work, from, to }: Dragged): GestureEdits {
  if ((oneOf(workStatuses, statusOf(work)) ?? "") !== from) return movedOn;
  if (to !== "" && !wordsFor(work, "status").includes(to)) return movedOn;
  return setField(model.universe, work, "status", to === "" ? undefined : to);
}

/** How a field of some work names what the members of a group have in common. */
function nameOfGroup(model: Model, work: Entity, field: string, name: string): string | Refusal {
  const ref = refIn(model, `${field}:${name}`);
  const target = (ref && entityOf(model.universe, ref)) ?? standsFor(model, work, field, name);
  if (target === "free") return name;
  if (target !== undefined) return writtenName(model, work, field, target);
  return { refused: `There is no '${name}' that '${called(work)}' could name there.` };
}

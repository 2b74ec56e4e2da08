// Work that is moved from one objective to another → what it supports, or its place in the block of an objective.
import { addToList, replace } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import { removeItems } from "../edits/removals.ts";
import { isAligned, supportOf } from "../model/derive/alignment.ts";
import { called, type Entity, refsOf } from "../model/entity.ts";
import { entityOf } from "../model/resolve.ts";
import type { Model } from "../model/universe.ts";
import { idIn } from "../views/ids.ts";
import { shownTitle } from "../views/said.ts";
import { type GestureEdits, nothingToDo, notUnderstood, unclearIn } from "./fields.ts";
import { movedOn } from "./found.ts";
import { moveTo } from "./moves.ts";
import { writtenName } from "./named.ts";

/** By the ids of objectives; the gap has none. What is closed and supports nothing stands in a group of its own. */
export function toGoal(
  model: Model,
  work: Entity,
  from: string | undefined,
  to: string | undefined,
): GestureEdits {
  if (from === "unclear:") return notUnderstood(work, "supports");
  if (to === "unclear:" || to === "closed:")
    return { refused: "Nothing can be moved there: what stands there has no objective." };
  const isGap = from === undefined || from === "closed:";
  const start = isGap ? undefined : goalCalled(model, from);
  const end = to === undefined ? undefined : goalCalled(model, to);
  if ((start === undefined && !isGap) || (end === undefined && to !== undefined)) return movedOn;
  if (start === end) return nothingToDo;
  const refusal = elsewhere(model, work, start) ?? unclearIn(work, "supports");
  if (refusal !== undefined) return refusal;
  return start !== undefined && work.parent === start
    ? outOf(model, work, end)
    : renamed(model, work, start, end);
}

/** An id is that of one objective alone: it is found without drawing the picture. */
function goalCalled(model: Model, id: string): Entity | undefined {
  for (const one of [model, ...model.universe.models.values()]) {
    const found = one.of("objective").find((goal) => idIn(model, goal) === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Why work cannot be moved from where it was picked up; undefined where its own text has it there. */
function elsewhere(model: Model, work: Entity, start: Entity | undefined): Refusal | undefined {
  const all = model.universe;
  if (start === undefined) return isAligned(all, work) === false ? undefined : movedOn;
  if (work.parent === start || numbersOf(model, work, start).length > 0) return undefined;
  if (supportOf(all, work).every(({ to }) => to !== start)) return movedOn;
  return {
    refused: `'${called(work)}' supports '${shownTitle(all, start)}' through its programme. Write in the text what it supports itself.`,
  };
}

/** Which of the names that work supports stand for an objective. */
function numbersOf({ universe: all }: Model, work: Entity, goal: Entity | undefined) {
  return refsOf(work, "supports").flatMap((ref, number) =>
    goal !== undefined && entityOf(all, ref) === goal ? [number] : [],
  );
}

/** What names the one names the other; where that is there already, the first goes. */
function renamed(
  model: Model,
  work: Entity,
  start: Entity | undefined,
  end: Entity | undefined,
): GestureEdits {
  const all = model.universe;
  const numbers = numbersOf(model, work, start);
  if (end === undefined || work.parent === end || numbersOf(model, work, end).length > 0)
    return removeItems(all, work, "supports", numbers);
  const name = writtenName(model, work, "supports", end);
  if (typeof name !== "string") return name;
  return start === undefined
    ? addToList(all, work, "supports", name)
    : numbers.flatMap((number) => instead(model, work, number, name));
}

function instead({ universe: all }: Model, work: Entity, number: number, name: string) {
  const now = all.standing(work);
  const ref = refsOf(now, "supports")[number];
  return ref === undefined ? [] : replace(now, ref.span, name);
}

/** Out of the block of an objective: into that of another one, or to the top level. */
function outOf(model: Model, work: Entity, end: Entity | undefined): GestureEdits {
  const all = model.universe;
  const isHere = end !== undefined && all.modelOf(end) === model;
  const { parent } = work;
  const [own, there] = [numbersOf(model, work, parent), numbersOf(model, work, end)];
  if (end === undefined || isHere || there.length > 0) {
    const inner = own.concat(isHere ? there : []);
    const edits = inner.length === 0 ? [] : removeItems(all, work, "supports", inner);
    return moveTo(model, work, isHere ? end : undefined, edits);
  }
  // Nothing is written into another project: its objective is named.
  const name = writtenName(model, work, "supports", end);
  if (typeof name !== "string") return name;
  const edits =
    own.length === 0
      ? addToList(all, work, "supports", name)
      : own.flatMap((number) => instead(model, work, number, name));
  return moveTo(model, work, undefined, edits);
}

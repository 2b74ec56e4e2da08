// A dependency that is drawn → the name among those for which work waits.
import { addToList } from "../edits/edits.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import { initiativeOf } from "../model/circles.ts";
import { called, type Entity } from "../model/entity.ts";
import { withProgrammes } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import type { Model, Universe } from "../model/universe.ts";
import { article } from "../words/wording.ts";
import { type GestureEdits, unclearIn } from "./fields.ts";
import { writtenName } from "./named.ts";

/** `work` waits for `on`, which may belong to another project. Refused where that would lead round in a circle. */
export function withWait(model: Model, work: Entity, on: Entity | Refusal): GestureEdits {
  const all = model.universe;
  if (isRefusal(on)) return on;
  if (work.kind !== "initiative")
    return { refused: `'${called(work)}' is no work: only work waits for something.` };
  if (on.kind !== "initiative" && on.kind !== "milestone")
    return {
      refused: `'${called(on)}' is ${article(on.kind ?? "")}: work waits for other work, or for a milestone.`,
    };
  if (on === work) return { refused: `'${called(work)}' cannot wait for itself.` };
  if (initiativeOf(on) === work)
    return { refused: `'${called(on)}' is a milestone of '${called(work)}' itself.` };
  const within = partly(all, work, on);
  if (within !== undefined) return within;
  const { depend } = relations(all);
  if (depend.from(work).some(({ to }) => to === on))
    return { refused: `'${called(work)}' waits for '${called(on)}' already.` };
  const refusal = unclearIn(work, "depends-on") ?? circle(all, work, on);
  if (refusal !== undefined) return refusal;
  const name = writtenName(model, work, "depends-on", on);
  return typeof name === "string" ? addToList(all, work, "depends-on", name) : name;
}

/** A programme lasts as long as its parts: neither can wait for the other. */
function partly(all: Universe, work: Entity, on: Entity) {
  if (withProgrammes(all, work).includes(on))
    return {
      refused: `'${called(work)}' is part of '${called(on)}', which ends when its parts have ended.`,
    };
  const first = initiativeOf(on);
  if (withProgrammes(all, first).includes(work))
    return {
      refused: `'${called(first)}' is part of '${called(work)}', which begins with its parts.`,
    };
  return undefined;
}

/** Why work cannot wait for what waits for it, with the whole way round. */
function circle(all: Universe, work: Entity, on: Entity) {
  const { depend } = relations(all);
  const first = initiativeOf(on);
  const before = new Map<Entity, Entity | undefined>([[first, undefined]]);
  // A map may grow while it is walked: what is found here is walked too.
  for (const one of before.keys()) {
    if (one === work) break;
    for (const { to } of depend.from(one)) {
      const next = initiativeOf(to);
      if (!before.has(next)) before.set(next, one);
    }
  }
  if (!before.has(work)) return undefined;
  const way: string[] = [];
  for (let at: Entity | undefined = work; at !== undefined; at = before.get(at))
    way.unshift(`'${called(at)}'`);
  return {
    refused: `'${called(work)}' would wait for ${way.join(", which waits for ")}. Nothing can wait for itself.`,
  };
}

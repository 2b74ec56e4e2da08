// What stands in a picture → all that is done to it besides in time: to its groups, its matrix, its menus.
import { quoted } from "../../../server/edits/edits.ts";
import { type Entity, type Ref, refsOf, valuesOf, written } from "../../../server/model/entity.ts";
import { ownerAbove } from "../../../server/model/owner.ts";
import { programmeOf } from "../../../server/model/programmes.ts";
import { entityOf } from "../../../server/model/resolve.ts";
import type { Model } from "../../../server/model/universe.ts";
import { idIn } from "../../../server/views/ids.ts";
import { themesAbove } from "../../../server/views/roadmap/themes.ts";
import { back, type Done, gestureOf, offeredIn } from "../../gestures/offered.ts";
import type { DragKind } from "./drag.ts";

/** The fields that each gesture may change. */
const fields = {
  objective: ["supports"],
  theme: ["theme"],
  team: ["teams"],
  owner: ["owner"],
  status: ["status"],
  technology: ["technologies"],
  wait: ["depends-on"],
  rating: ["probability", "impact", "residual"],
  progress: ["progress"],
  title: ["title"],
} as const;

type Change = keyof typeof fields;

/** One way for each of them. */
export const fieldDrags: readonly DragKind[] = (Object.keys(fields) as Change[]).map(
  (change) => (dice, picture) => {
    const { model, entities } = picture;
    const offered = offeredIn(model).filter((one) => changeOf(one) === change);
    if (offered.length === 0) return undefined;
    const done = dice.pick(offered);
    const entity = named(model, done.of);
    const name = [...entities].find(([, one]) => one === entity)?.[0] ?? "";
    const isUnique = !entities.has(name.replace(/~\d+$/, "~2"));
    // A declaration that is moved may change the number of another of its name.
    if (!isUnique && done.type === "group" && entity.parent !== undefined) return undefined;
    return {
      says: JSON.stringify(done),
      gestures: [gestureOf(model, done, (one) => named(model, one))],
      changes: new Map([[name, fields[change]]]),
      moves: done.type === "group" && entity.parent !== undefined,
      back: comesBack(model, entity, done)
        ? (now) => [gestureOf(now.model, back(done), (one) => named(now.model, one))]
        : undefined,
    };
  },
);

function changeOf(done: Done): string {
  return done.type === "group" ? done.by : done.type;
}

function named(model: Model, name: string): Entity {
  const [outer = "", inner] = name.split(".");
  const first = model.names.get(outer);
  const found = inner ? first?.children.find((one) => one.name === inner) : first;
  if (found === undefined) throw new Error(`'${name}' is gone.`);
  return found;
}

/**
 * Whether the way back leads to the very same text: where one word, name or number takes the place of
 * another. What comes new stands where the vocabulary has it, and a declaration at the end of a block.
 */
function comesBack(model: Model, entity: Entity, done: Done): boolean {
  const text = (span: { readonly start: number; readonly end: number }) =>
    entity.chunk.text.slice(span.start, span.end);
  switch (done.type) {
    case "title":
      return (
        done.to !== "" &&
        entity.node.title !== undefined &&
        quoted(done.was) === text(entity.node.title)
      );
    case "status":
      return done.was !== undefined && done.to !== undefined;
    case "progress":
      return (
        done.to !== undefined &&
        valuesOf(entity, "progress").some(({ span }) => text(span) === `${done.was}%`)
      );
    case "rating":
      return (
        done.was !== undefined &&
        !written(entity, "residual") &&
        text(entity.node).search(/\b100\s*%/) < 0
      );
    case "group":
      return isExchange(model, entity, done);
    default:
      return false;
  }
}

/** Whether what is named becomes another name, and can become that again. */
function isExchange(
  model: Model,
  entity: Entity,
  { by, from = ":", to = ":" }: Done & { readonly type: "group" },
): boolean {
  const all = model.universe;
  if (from.endsWith(":") || to.endsWith(":")) return false;
  const [field] = fields[by];
  const refs = refsOf(entity, field);
  const idOf = (ref: Ref) => {
    const goal = by === "objective" ? entityOf(all, ref) : undefined;
    return goal === undefined ? ref.name : idIn(model, goal);
  };
  const ids = refs.map(idOf);
  const [start, end] = [from, to].map((id) => id.slice(id.indexOf(":") + 1));
  const isPlain = refs.every(
    ({ span, name }) => entity.chunk.text.slice(span.start, span.end) === name,
  );
  const isOnce = ids.filter((id) => id === start).length === 1 && !ids.includes(end ?? "");
  // What is part of a programme stands where that stands.
  const isOwn =
    programmeOf(all, entity) === undefined &&
    (by !== "owner" || ownerAbove(all, entity) === undefined) &&
    (by !== "theme" || themesAbove(all, entity).length === 0) &&
    (by !== "objective" || entity.parent?.kind !== "objective");
  return by === "status" ? isOwn : isPlain && isOnce && isOwn;
}

// A project → what can be done to its pictures, dates aside: each thing with each place where it might go.
import { kindOf } from "../../grammar/vocabulary.ts";
import type { Gesture, Marked } from "../../server/gestures/shape.ts";
import { riskState } from "../../server/model/derive/risk.ts";
import { choiceOf, type Entity, valueIn } from "../../server/model/entity.ts";
import type { Model } from "../../server/model/universe.ts";
import { idIn } from "../../server/views/ids.ts";
import { groupingsOf } from "../../server/views/roadmap/groups.ts";
import { standsOf } from "../../server/views/roadmap/stands.ts";
import { markOf } from "./dragged.ts";

/** A gesture as tests write it: things go by their names, as in `crm.pilot` or `division/crm`. */
export type Done = Gesture extends infer One
  ? One extends { readonly on: Marked }
    ? Omit<One, "of" | "on"> & { readonly of: string; readonly on: string }
    : Omit<One, "of"> & { readonly of: string }
  : never;

/** The same as a page sends it. */
export function gestureOf(model: Model, done: Done, entity: (name: string) => Entity): Gesture {
  const of = markOf(model, entity(done.of));
  return done.type === "wait"
    ? { ...done, of, on: markOf(model, entity(done.on)) }
    : { ...done, of };
}

/** The gesture that undoes another one. */
export function back(done: Done): Done {
  switch (done.type) {
    case "group":
      return { ...done, from: done.to, to: done.from };
    case "status":
      return { ...done, was: done.to, to: done.was };
    case "progress":
      return { ...done, was: done.to, to: done.was };
    case "title":
      return { ...done, was: done.to, to: done.was };
    case "rating":
      if (done.was === undefined) throw new Error("Nothing is unrated again.");
      return { ...done, was: done.to, to: done.was };
    default:
      throw new Error(`There is no way back from '${done.type}'.`);
  }
}

/** All gestures on what a name finds: what stands in the picture, and what could be chosen there. */
export function offeredIn(model: Model): readonly Done[] {
  const things = model.entities.filter(
    (one) => one.sure && (isMilestoneOf(one) || model.names.get(one.name) === one),
  );
  return things.flatMap((one): readonly Done[] => {
    const of = nameOf(one);
    return [
      ...["", "New", 'Say "no"\\'].map(
        (to): Done => ({ type: "title", of, was: one.node.title?.value ?? "", to }),
      ),
      ...statusesOf(one, of),
      ...(one.kind === "risk" ? ratingsOf(model, one, of) : []),
      ...(one.kind === "initiative" ? workGestures(model, one, of, things) : []),
    ];
  });
}

function isMilestoneOf({ kind, parent, name }: Entity): boolean {
  return (
    kind === "milestone" &&
    parent?.children.find((child) => child.name === name)?.kind === "milestone" &&
    parent.name !== ""
  );
}

function nameOf(one: Entity): string {
  const isInside = one.kind === "milestone" && one.parent !== undefined;
  return isInside ? `${one.parent?.name}.${one.name}` : one.name;
}

function statusesOf(one: Entity, of: string): readonly Done[] {
  const row = kindOf(one.kind ?? "")?.fields.find(({ name }) => name === "status");
  const types = row?.types.flatMap((type) => (type.is === "choice" ? type.of : [])) ?? [];
  const was = choiceOf(one, "status");
  return [undefined, ...types.map(({ name }) => name)].map((to) => ({
    type: "status",
    of,
    was,
    to,
  }));
}

function ratingsOf(model: Model, one: Entity, of: string): readonly Done[] {
  const state = riskState(model.universe, one);
  return (["before", "today"] as const).flatMap((which) => {
    const { probability, impact } = which === "today" ? state.current : state;
    const was = probability && impact ? { probability, impact } : undefined;
    return [
      { type: "rating", of, which, was, to: { probability: 1, impact: 5 } },
      { type: "rating", of, which, was, to: { probability: 3, impact: 2 } },
    ];
  });
}

function workGestures(model: Model, one: Entity, of: string, things: readonly Entity[]) {
  const was = valueIn(one, "progress", "percent")?.value.toNumber();
  const waits = things.map((other): Done => ({ type: "wait", of, on: nameOf(other) }));
  const steps = [undefined, 0, 55].map((to): Done => ({ type: "progress", of, was, to }));
  return [...waits, ...steps, ...movesOf(model, one, of)];
}

function movesOf(model: Model, one: Entity, of: string): readonly Done[] {
  const stands = standsOf(model, one).map(({ key }) =>
    typeof key === "string" ? key : idIn(model, key),
  );
  return groupingsOf(model).flatMap(({ by, groups }) => {
    const ids = groups.map(({ id }) => id);
    const targets = by === "objective" ? [...ids, undefined] : ids;
    const own = ids.filter((id) => stands.includes(id));
    const starts = by === "objective" && stands.includes("unaligned:") ? [undefined] : own;
    return starts.flatMap((from) =>
      targets.map((to): Done => ({ type: "group", of, by, from, to })),
    );
  });
}

// A piece of work → the groups to which it belongs, for each way to group: in one it counts, in the others it is a ghost.
import { memoIn } from "../../cells/memo.ts";
import { isAligned, supportOf } from "../../model/derive/alignment.ts";
import { datesOf } from "../../model/derive/schedule.ts";
import { type Entity, type Ref, refsOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { programmeOf } from "../../model/programmes.ts";
import { isClosed, isOpen, statusOf } from "../../model/status.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { phrase } from "../../words/phrases.ts";
import { oneOf, shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { GroupBy, InitiativeStatus } from "./shape.ts";
import { themesOf } from "./themes.ts";

/** The ways to group, in the order in which they are offered. */
export const ways: readonly GroupBy[] = [
  "objective",
  "theme",
  "team",
  "owner",
  "status",
  "technology",
];

export const workStatuses: readonly InitiativeStatus[] = [
  "proposed",
  "planned",
  "active",
  "on-hold",
  "completed",
  "cancelled",
];

/** A group: an objective, or what the others have in common, as in `owner:cio`. */
export type GroupKey = Entity | string;

export const unalignedKey = "unaligned:";
export const undatedKey = "undated:";

/** That some work belongs to a group. */
export interface Stand {
  readonly key: GroupKey;
  /** Where it counts, if not here: the title of a group, or of the programme under which it stands. */
  readonly under?: string | undefined;
}

/** A group that some work names, and how the group is called. */
interface Named {
  readonly key: GroupKey;
  readonly title: string;
}

/** The programme under which a part stands in the picture, at the top of all: work of the same project. */
export function rootOf(model: Model, work: Entity): Entity {
  let root = work;
  for (
    let at = programmeOf(model.universe, work);
    at !== undefined;
    at = programmeOf(model.universe, at)
  )
    if (at.sure && model.pathOf(at.chunk) !== undefined) root = at;
  return root;
}

/**
 * Where work stands. A part stands where its programme does; what it belongs to besides shows it as a
 * ghost. What supports no objective stands in no group, but in the gap.
 */
export const standsOf: (model: Model, work: Entity) => readonly Stand[] = memoIn(
  (model, work) => {
    const all = model.universe;
    const root = rootOf(model, work);
    const isGap = isUnalignedWork(all, root);
    const found: Stand[] = [];
    if (isUndated(model, work)) found.push({ key: undatedKey });
    if (isGap) found.push({ key: unalignedKey });
    for (const by of ways) {
      const [first, ...others] = groupsFor(model, root, by);
      if (first !== undefined && !isGap) found.push({ key: first.key });
      if (root === work) {
        for (const { key } of isGap ? [] : others) found.push({ key, under: first?.title });
        continue;
      }
      if (isUnalignedWork(all, work)) continue;
      const title = shownTitle(all, root);
      // Where its programme is, it is already.
      for (const { key } of groupsFor(model, work, by))
        if (!isNone(key) && (isGap || !others.concat(first ?? []).some((one) => one.key === key)))
          found.push({ key, under: title });
    }
    return found;
  },
  (a, b) =>
    a.length === b.length &&
    a.every(({ key, under }, at) => key === b[at]?.key && under === b[at]?.under),
);

/** A group of what has none: nothing belongs there besides. */
function isNone(key: GroupKey): boolean {
  return typeof key === "string" && key.endsWith(":");
}

function isUndated({ universe: all }: Model, work: Entity): boolean {
  return !isClosed(all, work) && datesOf(all, work)?.start === undefined;
}

/** Open work that supports no objective; not where what it supports is not understood. */
export function isUnalignedWork(all: Universe, work: Entity): boolean {
  return isOpen(all, work) && isAligned(all, work) === false;
}

/** The groups that some work names for one way to group, each once: the first is where it counts. */
function groupsFor(model: Model, work: Entity, by: GroupBy): readonly Named[] {
  const all = model.universe;
  switch (by) {
    case "objective":
      return goalsOf(all, work);
    case "theme":
      return orNone(
        "themes:",
        themesOf(all, work).map(({ key, title }) => ({ key: `themes:${key}`, title })),
      );
    case "team":
      return orNone("teams:", named(model, "teams:", refsOf(work, "teams")));
    case "technology":
      return orNone("technologies:", named(model, "technologies:", refsOf(work, "technologies")));
    case "owner": {
      const owner = ownerOf(all, work);
      return orNone("owner:", named(model, "owner:", owner === undefined ? [] : [owner]));
    }
    case "status": {
      const status = oneOf(workStatuses, statusOf(work)) ?? "";
      return [{ key: `status:${status}`, title: phrase("status", status) }];
    }
  }
}

function goalsOf(all: Universe, work: Entity): readonly Named[] {
  const goals = supportOf(all, work).flatMap(({ to }) =>
    to.kind === "objective" ? [{ key: to, title: shownTitle(all, to) }] : [],
  );
  if (goals.length > 0) return unlike(goals);
  const isShut = isAligned(all, work) === false && isClosed(all, work);
  return [{ key: isShut ? "closed:" : "unclear:", title: "" }];
}

function named(model: Model, beginning: string, refs: readonly Ref[]): readonly Named[] {
  return refs.map((ref) => ({ key: beginning + ref.name, title: sceneOf(model).titleOf(ref) }));
}

function orNone(beginning: string, groups: readonly Named[]): readonly Named[] {
  return groups.length === 0 ? [{ key: beginning, title: "" }] : unlike(groups);
}

function unlike(groups: readonly Named[]): readonly Named[] {
  return groups.length < 2
    ? groups
    : groups.filter(({ key }, at) => groups.findIndex((one) => one.key === key) === at);
}

// Initiatives → the groups of each way to group them: by objective as a tree, else one level.
import { isSameList } from "../../cells/contributions.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { sceneOf } from "../scene.ts";
import type { Health, Unplaced } from "../shape.ts";
import { goalGroups } from "./goals.ts";
import { ghostsOf, hauntsIn, keysOf, membersOf } from "./members.ts";
import type { Group, GroupBy } from "./shape.ts";
import { spanOfWork } from "./span.ts";
import { ways } from "./stands.ts";
import { themesOf } from "./themes.ts";
import { figureOfTotal, totalIn } from "./totals.ts";

interface Grouping {
  readonly by: GroupBy;
  readonly groups: readonly Unplaced<Group>[];
}

/** All groupings; what supports no objective stands in none of them, but in the gap group. */
export const groupingsOf: (model: Model) => readonly Grouping[] = memo((model) =>
  ways.map((by) => groupingBy(model, by)),
);

const groupingBy: (model: Model, by: GroupBy) => Grouping = memoIn(
  (model, by) => {
    const goals = by === "objective" ? goalGroups(model) : [];
    const others = inOrder(by, keysOf(model, by)).map((key) => plainGroup(model, key));
    return { by, groups: [...goals, ...others] };
  },
  (a, b) => isSameList(a.groups, b.groups),
);

const titles: ReadonlyMap<string, string> = new Map([
  ["unclear:", "What it supports is not clear"],
  ["closed:", "Closed, without an objective"],
  ["status:active", "Active"],
  ["status:on-hold", "On hold"],
  ["status:planned", "Planned"],
  ["status:proposed", "Proposed"],
  ["status:completed", "Completed"],
  ["status:cancelled", "Cancelled"],
  ["themes:", "No theme"],
  ["teams:", "No team"],
  ["owner:", "No owner"],
  ["status:", "No status"],
  ["technologies:", "No technology"],
]);

/** Those of a known order in it; else as they are met, what has none behind the others. */
function inOrder(by: GroupBy, keys: readonly string[]): readonly string[] {
  if (by === "objective" || by === "status")
    return [...titles.keys()].filter((key) => keys.includes(key));
  const isNone = (key: string) => key.endsWith(":");
  return [...keys.filter((key) => !isNone(key)), ...keys.filter(isNone)];
}

const worstFirst: readonly Health[] = ["red", "amber", "green", "grey"];

/** A group of one level. */
const plainGroup: (model: Model, key: string) => Unplaced<Group> = memoIn((model, key) => {
  const scene = sceneOf(model);
  const work = membersOf(model, key);
  const haunts = hauntsIn(model, key);
  const all = [...work, ...haunts.map((haunt) => haunt.work)];
  const total = totalIn(model, key);
  const first = work[0]?.entity ?? haunts[0]?.entity;
  const named = first && namedIn(model, key, first);
  return {
    id: key,
    title: titles.get(key) ?? named?.title ?? "",
    depth: 0,
    source: named?.entity && scene.placeOf(named.entity),
    health: worstFirst.find((health) => all.some(({ shown }) => shown.health === health)),
    wrong: [],
    amount:
      total.hasWork || haunts.length === 0
        ? scene.amountOf(figureOfTotal(model, total))
        : undefined,
    initiatives: work.map(({ shown }) => shown.id),
    ghosts: ghostsOf(haunts),
    ...spanOfWork(all),
  };
}, isSame);

/** What a group has in common, found at one of its works: its team, its technology, its owner, its theme. */
function namedIn(
  model: Model,
  key: string,
  first: Entity,
): { readonly title: string; readonly entity: Entity | undefined } | undefined {
  if (titles.has(key)) return undefined;
  const all = model.universe;
  const [beginning = "", name = ""] = key.split(/:(.*)/s);
  if (beginning === "themes") {
    const found = themesOf(all, first).find((one) => one.key === name);
    return found && { title: found.title, entity: found.theme };
  }
  const owner = ownerOf(all, first);
  const refs = beginning === "owner" ? (owner ? [owner] : []) : refsOf(first, beginning);
  const ref = refs.find((one) => one.name === name);
  return ref && { title: sceneOf(model).titleOf(ref), entity: entityOf(all, ref) };
}

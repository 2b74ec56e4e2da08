// Initiatives → the groups of each way to group them: by objective as a tree, else one level.
import { isSameList } from "../../cells/contributions.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { type Ref, refsOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { sceneOf } from "../scene.ts";
import type { Health, Unplaced } from "../shape.ts";
import { goalGroups } from "./goals.ts";
import { keysOf, membersOf } from "./members.ts";
import { sumOfOpen, type Work, ways } from "./rows.ts";
import type { Group, GroupBy } from "./shape.ts";
import { spanOfWork } from "./span.ts";

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
  const ref = refOf(model, key, work);
  const target = ref && entityOf(scene.all, ref);
  return {
    id: key,
    title: titles.get(key) ?? (ref ? scene.titleOf(ref) : ""),
    depth: 0,
    source: target && scene.placeOf(target),
    health: worstFirst.find((health) => work.some(({ shown }) => shown.health === health)),
    wrong: [],
    amount: scene.amountOf(sumOfOpen(model, work)),
    initiatives: work.map(({ shown }) => shown.id),
    ...spanOfWork(work),
  };
}, isSame);

/** What the work of a group names first: its team, its technology, its owner. */
function refOf(model: Model, key: string, [first]: readonly Work[]): Ref | undefined {
  if (first === undefined || titles.has(key)) return undefined;
  if (key.startsWith("owner:")) return ownerOf(model.universe, first.entity);
  return refsOf(first.entity, key.startsWith("teams:") ? "teams" : "technologies")[0];
}

// Initiatives → the groups of each way to group them: by objective as a tree, else one level.
import { isSameList } from "../../cells/contributions.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { type Entity, type Ref, refsOf } from "../../model/entity.ts";
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
    takes: takesWork(key, named?.entity) || undefined,
    initiatives: work.map(({ shown }) => shown.id),
    ghosts: ghostsOf(haunts),
    ...spanOfWork(all),
  };
}, isSame);

/** Nothing is moved to where something is not understood, or to a theme that nobody declared. */
function takesWork(key: string, named: Entity | undefined): boolean {
  if (titles.has(key)) return key !== "unclear:" && key !== "closed:";
  return named !== undefined || !key.startsWith("themes:");
}

/** What a group has in common, found at one of its works: its team, its technology, its owner, its theme. */
function namedIn(
  model: Model,
  key: string,
  first: Entity,
): { readonly title: string; readonly entity: Entity | undefined } | undefined {
  if (titles.has(key)) return undefined;
  const [beginning, name] = partsOfKey(key);
  if (beginning === "themes") {
    const found = themesOf(model.universe, first).find((one) => one.key === name);
    return found && { title: found.title, entity: found.theme };
  }
  const ref = refOfKey(model, key, first);
  return ref && { title: sceneOf(model).titleOf(ref), entity: entityOf(model.universe, ref) };
}

/** The name that the members of a group of teams, technologies or owners have in common, as the first writes it. */
export function refIn(model: Model, key: string): Ref | undefined {
  const first = membersOf(model, key)[0] ?? hauntsIn(model, key)[0];
  return first && refOfKey(model, key, first.entity);
}

function refOfKey({ universe: all }: Model, key: string, work: Entity): Ref | undefined {
  const [beginning, name] = partsOfKey(key);
  const owner = beginning === "owner" ? ownerOf(all, work) : undefined;
  const refs = beginning === "owner" ? (owner ? [owner] : []) : refsOf(work, beginning);
  return refs.find((one) => one.name === name);
}

function partsOfKey(key: string): readonly [beginning: string, name: string] {
  const colon = key.indexOf(":");
  return [key.slice(0, colon), key.slice(colon + 1)];
}

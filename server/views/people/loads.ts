// Teams and what is asked of them → a row of loads against capacity for each team, the sub-teams behind theirs.
import { Big } from "big.js";
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import {
  capacityOf,
  loadOf,
  type QuarterLoad,
  undeclaredLoads,
  unstatedFor,
} from "../../model/derive/people.ts";
import { namedBy, parentTeam } from "../../model/derive/teams.ts";
import { type Entity, refsOf, unknownIn, valueIn } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { apart } from "../../words/amounts.ts";
import { oneLine } from "../../words/visible.ts";
import { isSame } from "../difference.ts";
import { markOfChunk, rangeWithin } from "../marks.ts";
import { shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { RelativePlace, Unplaced } from "../shape.ts";
import { inTree, type TreePlace } from "../tree.ts";
import { type QuarterColumn, quarterColumns } from "./quarters.ts";
import type { LoadCell, LoadUse, TeamLoad } from "./shape.ts";
import { sharesInWords } from "./shares.ts";

/** All teams, those that nobody declares last. */
export const loadsOf: (model: Model) => readonly Unplaced<TeamLoad>[] = memo((model) => {
  const declared = teamsIn(model).map(({ of }) => teamLoad(model, of));
  const others = [...undeclaredLoads(model).keys()].map((name) => undeclaredLoad(model, name));
  return [...declared, ...others];
}, isSameList);

const ownTeams = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "team"),
);

/** Sub-teams behind the team that they are part of; a circle of teams is cut at its first. */
const teamsIn: (model: Model) => readonly TreePlace<Entity>[] = memo((model) => {
  const own = ownTeams(model);
  const among = new Set(own);
  return inTree(own, (team) => {
    const parent = parentTeam(model.universe, team);
    return parent !== undefined && among.has(parent) ? parent : undefined;
  });
});

const depthOf: (model: Model, team: Entity) => number = memoIn(
  (model, team) => depths(model).get(team) ?? 0,
);

const depths = memo(
  (model: Model): ReadonlyMap<Entity, number> =>
    new Map(teamsIn(model).map(({ of, depth }) => [of, depth])),
);

const teamLoad: (model: Model, team: Entity) => Unplaced<TeamLoad> = memoIn((model, team) => {
  const scene = sceneOf(model);
  return {
    id: scene.idOf(team),
    title: shownTitle(scene.all, team),
    source: scene.placeOf(team),
    depth: depthOf(model, team),
    capacity: capacityOf(team)?.toFixed(),
    reason: reasonOf(model, team),
    ...loadedRow(model, loadOf(scene.all, team), unstatedFor(scene.all, team)),
  };
}, isSame);

function reasonOf({ universe: all }: Model, team: Entity): string | undefined {
  if (capacityOf(team) !== undefined) return undefined;
  if (unknownIn(team, "capacity")) return "Capacity not understood";
  const parent = parentTeam(all, team);
  return parent ? `Counts for ${shownTitle(all, parent)}` : "No capacity written";
}

/** Whether a team stands for itself: a sub-team without capacity counts for the team above it. */
export function countsForItself(model: Model, team: Entity): boolean {
  return valueIn(team, "capacity", "quantity") !== undefined || depthOf(model, team) === 0;
}

const undeclaredLoad: (model: Model, name: string) => Unplaced<TeamLoad> = memoIn((model, name) => {
  const loads = undeclaredLoads(model).get(name) ?? [];
  return {
    id: name,
    title: oneLine(name),
    source: firstUse(model, name, loads),
    depth: 0,
    reason: "Not declared",
    ...loadedRow(model, loads, []),
  };
}, isSame);

/** Where the work of a team that nobody declares names it. */
function firstUse(
  model: Model,
  name: string,
  loads: readonly QuarterLoad[],
): RelativePlace | undefined {
  const all = model.universe;
  for (const { initiatives } of loads)
    for (const { entity } of initiatives)
      for (const ref of refsOf(entity, "teams"))
        if (namedBy(all, ref) === name) {
          const range = rangeWithin(all, entity, ref.span);
          return { at: markOfChunk(model, entity.chunk), range, name: range };
        }
  return undefined;
}

type Unstated = ReturnType<typeof unstatedFor>;

/** The quarters over capacity, from this one on. */
export function overIn(model: Model, loads: readonly QuarterLoad[]): readonly QuarterLoad[] {
  return loads.filter(({ end, fte, capacity }) => end >= model.today && capacity?.lt(fte));
}

function loadedRow(
  model: Model,
  loads: readonly QuarterLoad[],
  unstated: Unstated,
): Pick<Unplaced<TeamLoad>, "over" | "later" | "work" | "cells"> {
  const columns = quarterColumns(model);
  const byName = new Map(loads.map((load) => [load.quarter, load]));
  const places = new Map<Entity, number>();
  const placeOf = (work: Entity) => {
    const place = places.get(work) ?? places.size;
    places.set(work, place);
    return place;
  };
  const cells = columns.flatMap((column) => {
    const load = byName.get(column.name);
    const silent = unstated.filter(({ span }) => span === undefined || touches(span, column));
    if (load === undefined || load.initiatives.length === 0) {
      const known = silent.filter(({ span }) => span !== undefined);
      if (known.length === 0) return [];
      return [
        { quarter: column.name, shares: [], unstated: known.map((one) => placeOf(one.entity)) },
      ];
    }
    return [cellOf(load, placeOf, silent)];
  });
  const over = overIn(model, loads);
  const last = columns.at(-1)?.to ?? 0;
  return {
    over: over.length,
    later: over.filter(({ start }) => start > last).length || undefined,
    work: [...places.keys()].map((work) => shownTitle(model.universe, work)),
    cells,
  };
}

function touches(
  span: { readonly start: number; readonly end: number },
  { from, to }: QuarterColumn,
) {
  return span.start <= to && span.end >= from;
}

function cellOf(load: QuarterLoad, placeOf: (work: Entity) => number, silent: Unstated): LoadCell {
  const { quarter, fte, capacity } = load;
  const text = fteInWords(fte, capacity);
  const byWork = new Map<Entity, Big>();
  for (const { entity, fte: part } of load.initiatives)
    byWork.set(entity, (byWork.get(entity) ?? new Big(0)).plus(part));
  const { shares, sum } = sharesInWords([...byWork.values()], fte, text);
  return {
    quarter,
    fte: text,
    use: capacity && useOf(fte, capacity),
    over: capacity?.lt(fte) ? new Big(text).minus(capacity).toFixed() : undefined,
    atLeast: load.atLeast || silent.length > 0 || undefined,
    sum: sum === text ? undefined : sum,
    shares: [...byWork.keys()].map((work, index) => [placeOf(work), shares[index] ?? ""] as const),
    unstated: silent.map((one) => placeOf(one.entity)),
  };
}

/** As the rule of teams with too much work tells it; what is asked at all is never 0. */
function fteInWords(fte: Big, capacity: Big | undefined): string {
  for (let decimals = 1; decimals < 20; decimals++) {
    const [text] = apart(fte, capacity ?? fte, { decimals });
    if (!new Big(text).eq(0)) return text;
  }
  return fte.toFixed();
}

function useOf(fte: Big, capacity: Big): LoadUse {
  if (fte.gt(capacity)) return "over";
  if (fte.times(2).lt(capacity)) return "half";
  return fte.times(10).lt(capacity.times(8)) ? "most" : "full";
}

// Allocations and owners of work → the load of each team per quarter, and what each role owns.
import { Big } from "big.js";
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { wantedAlong } from "../along.ts";
import { type Day, type DaySpan, type Quarter, quartersIn } from "../calendar.ts";
import { inCircles } from "../circles.ts";
import { type Entity, refsOf, unknownIn, valueIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { ownedBy } from "../owner.ts";
import { partsOf, withoutParts } from "../programmes.ts";
import { isCommitted, isOpen, statusOf } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { datesOf } from "./schedule.ts";
import { type Named, namedBy, namedIn, subTeams } from "./teams.ts";

/** What one initiative asks of a team in a quarter. */
export interface Share {
  readonly entity: Entity;
  readonly fte: Big;
}

export interface QuarterLoad {
  /** Fiscal: `2026-Q4`. */
  readonly quarter: string;
  readonly start: Day;
  /** The last day, which belongs to it. */
  readonly end: Day;
  readonly fte: Big;
  /** Undefined where none is written, or where it is faulty. */
  readonly capacity: Big | undefined;
  /** In project order. */
  readonly initiatives: readonly Share[];
  /** The status or dates of some work for the team are faulty or have no end: it may be more. */
  readonly atLeast?: true;
}

/**
 * The load of a declared team (language.md, "load"): for each quarter of the fiscal year of its
 * project, the FTE that committed work asks of it, in proportion to the days of the quarter which
 * that work covers: 4 FTE over 46 of 92 days are 2. From the first quarter with work to the last,
 * past ones too. What is completed, cancelled or only proposed does not count, in the past either;
 * nor what names the team without FTE or has no dates. A sub-team without capacity counts for its
 * parent too, with all that counts for it.
 */
export const loadOf: (all: Universe, team: Entity) => readonly QuarterLoad[] = memoIn(
  (all, team) => {
    const unit = unitOf(all, team);
    const demands = unit.flatMap((one) => allocations(all).get(one));
    const isMinimum = unit.some((one) => one !== team && unknownIn(one, "capacity"));
    return loads(all.modelOf(team), demands, capacityOf(team), isMinimum);
  },
);

/** The load of the teams that a project names and nobody declares: they have no capacity. */
export function undeclaredLoads(model: Model): ReadonlyMap<string, readonly QuarterLoad[]> {
  const names = undeclaredTeams(model) ?? [];
  return new Map(names.map((name) => [name, loadOfName(model, name)]));
}

const undeclaredTeams = folded<Model, readonly string[]>(
  ({ universe: all }, chunk) => {
    const names = new Set<string>();
    for (const one of outline(chunk).entities)
      for (const { team } of asked(all, one)) if (typeof team === "string") names.add(team);
    return names.size === 0 ? undefined : [...names];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

const loadOfName: (model: Model, name: string) => readonly QuarterLoad[] = memoIn((model, name) => {
  const demands = allocations(model.universe).get(name);
  const own = demands.filter(({ entity }) => model.universe.modelOf(entity) === model);
  return loads(model, own, undefined, false);
});

/** Work that counts on a team without saying how much of it. Without `span`, it is not known when. */
export interface Unstated {
  readonly entity: Entity;
  readonly span: DaySpan | undefined;
}

/**
 * The committed work that names a team, or a sub-team that counts for it, without FTE: where it takes
 * place, the load is a lower bound. Of a programme its parts say it.
 */
export const unstatedFor: (all: Universe, team: Entity) => readonly Unstated[] = memoIn(
  (all, team) => unitOf(all, team).flatMap((one) => unstated(all).get(one)),
);

const unstated = indexed<Universe, Named, Unstated>(function* (all, chunk) {
  for (const entity of outline(chunk).entities) {
    if (entity.kind !== "initiative" || partsOf(all, entity).length > 0) continue;
    for (const { team, fte, span } of named(all, entity))
      if (fte === undefined) yield [team, { entity, span }];
  }
});

/** The FTE that a team has; undefined where none is written, or where it is faulty. */
export function capacityOf(team: Entity): Big | undefined {
  return unknownIn(team, "capacity") ? undefined : valueIn(team, "capacity", "quantity")?.value;
}

/** Who answers for something: its own owner, else that of what it belongs to. */
export function answererOf(all: Universe, entity: Entity): Named | undefined {
  const owned = ownedBy(all, entity);
  return owned && namedIn(all, owned, "owner")[0];
}

/**
 * The active initiatives that a role owns, itself or through what they belong to, programmes without
 * their parts: of a role that is declared, in all projects; of a name that nobody declares, in this
 * one.
 */
export function activeWorkOf(model: Model, role: Named): readonly Entity[] {
  return withoutParts(model.universe, ownedIn(model, role, activeWork(model.universe).get(role)));
}

/** The open objectives that a role owns, itself or through what they belong to. */
export function openObjectivesOf(model: Model, role: Named): readonly Entity[] {
  return ownedIn(model, role, openObjectives(model.universe).get(role));
}

/** The names that nobody declares and that answer for something in a project. */
export function undeclaredOwners(model: Model): readonly string[] {
  return ownerNames(model) ?? [];
}

function ownedIn(model: Model, role: Named, owned: readonly Entity[]): readonly Entity[] {
  if (typeof role !== "string") return owned;
  return owned.filter((one) => model.pathOf(one.chunk) !== undefined);
}

const activeWork = indexed<Universe, Named, Entity>(function* (all, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "initiative" && statusOf(one) === "active" && isOpen(all, one))
      yield* ownedBySomebody(all, one);
});

const openObjectives = indexed<Universe, Named, Entity>(function* (all, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "objective" && isOpen(all, one)) yield* ownedBySomebody(all, one);
});

/** Under the role that answers for it, or the name that nobody declares. */
function* ownedBySomebody(all: Universe, one: Entity): Iterable<readonly [Named, Entity]> {
  const owner = answererOf(all, one);
  if (typeof owner === "string" || owner?.kind === "role") yield [owner, one];
}

const ownerNames = folded<Model, readonly string[]>(
  (model, chunk) => {
    const names = new Set<string>();
    for (const one of outline(chunk).entities) {
      if (!one.sure || (one.kind !== "initiative" && one.kind !== "objective")) continue;
      const owner = answererOf(model.universe, one);
      if (typeof owner === "string") names.add(owner);
    }
    return names.size === 0 ? undefined : [...names];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

/**
 * A team with its sub-teams without capacity, and theirs: their load is its load. Those without any
 * load are left out.
 */
function unitOf(all: Universe, team: Entity): readonly Entity[] {
  return [team, ...loadedUnder(all, team)];
}

const loadedUnder = wantedAlong(
  {
    next: (all, team) =>
      subTeams(all, team).filter((part) => valueIn(part, "capacity", "quantity") === undefined),
    things: (all) => [...all.models.values()].flatMap((model) => model.of("team")),
    circles: inCircles.report,
  },
  (all, team) =>
    allocations(all).get(team).length > 0 ||
    unstated(all).get(team).length > 0 ||
    unknownIn(team, "capacity"),
);

/** FTE asked of a team. Without `span`, it is not known when. */
interface Demand {
  readonly entity: Entity;
  readonly fte: Big;
  readonly span: DaySpan | undefined;
}

/** What work asks of each team, declared or not, in project order. */
const allocations = indexed<Universe, Named, Demand>(function* (all, chunk) {
  for (const entity of outline(chunk).entities)
    for (const { team, ...demand } of asked(all, entity)) yield [team, demand];
});

/** What some work asks of teams. */
function asked(all: Universe, entity: Entity): readonly (Demand & { readonly team: Named })[] {
  return named(all, entity).flatMap(({ fte, ...one }) =>
    fte === undefined ? [] : { ...one, fte },
  );
}

/** The teams that some work names, with the FTE that it asks of each where it says so. */
function named(all: Universe, entity: Entity) {
  if (!entity.sure || entity.kind !== "initiative") return [];
  if (!unknownIn(entity, "status") && !isCommitted(all, entity)) return [];
  if (!written(entity, "timeline") && datesOf(all, entity) === undefined) return [];
  const span = unknownIn(entity, "status") ? undefined : spanOf(all, entity);
  return refsOf(entity, "teams").flatMap((ref) => {
    const team = namedBy(all, ref);
    return team === undefined ? [] : [{ team, entity, fte: ref.allocation, span }];
  });
}

function spanOf(all: Universe, entity: Entity): DaySpan | undefined {
  const { start, end } = datesOf(all, entity) ?? {};
  if (start === undefined || end === undefined || end < start) return undefined;
  return { start, end: Math.min(end, start + farthest) };
}

/** Work is followed for a hundred years: a later end is a slip of the pen. */
const farthest = 36_525;

/** All quarters in which some work takes place, by the fiscal year of a project. */
function quartersOf({ fiscal }: Model, spans: readonly DaySpan[]): readonly Quarter[] {
  if (fiscal === undefined || spans.length === 0) return [];
  const start = spans.reduce((first, span) => Math.min(first, span.start), Number.MAX_VALUE);
  const end = spans.reduce((last, span) => Math.max(last, span.end), -Number.MAX_VALUE);
  return quartersIn({ start, end }, fiscal);
}

function loads(
  model: Model,
  demands: readonly Demand[],
  capacity: Big | undefined,
  isMinimum: boolean,
): readonly QuarterLoad[] {
  const known = demands.filter((demand) => demand.span !== undefined);
  const atLeast = isMinimum || known.length < demands.length ? { atLeast: true as const } : {};
  const spans = known.flatMap(({ span }) => span ?? []);
  const all = quartersOf(model, spans).map(({ name, start, end }): QuarterLoad => {
    const shares = known
      .map(({ entity, fte, span }) => ({ entity, part: fte.times(daysIn(span, { start, end })) }))
      .filter(({ part }) => !part.eq(0));
    // Divided once, so that full quarters come out whole.
    const sum = shares.reduce((total, { part }) => total.plus(part), new Big(0));
    const days = end - start + 1;
    const initiatives = shares.map(({ entity, part }) => ({ entity, fte: part.div(days) }));
    return { quarter: name, start, end, fte: sum.div(days), capacity, initiatives, ...atLeast };
  });
  const isLoaded = ({ initiatives }: QuarterLoad) => initiatives.length > 0;
  const first = all.findIndex(isLoaded);
  return first < 0 ? [] : all.slice(first, all.findLastIndex(isLoaded) + 1);
}

/** How many days of a quarter a span covers. */
function daysIn(span: DaySpan | undefined, quarter: DaySpan): number {
  if (span === undefined) return 0;
  return Math.max(0, Math.min(span.end, quarter.end) - Math.max(span.start, quarter.start) + 1);
}

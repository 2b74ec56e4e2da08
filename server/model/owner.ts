// A declaration and what it belongs to → who answers for it.
import { along, type Ways, wantedAlong } from "./along.ts";
import { type Entity, type Ref, refsOf, unknownIn, written } from "./entity.ts";
import { outline } from "./outline.ts";
import { programmeOf } from "./programmes.ts";
import { relations } from "./relations.ts";
import { entityOf } from "./resolve.ts";
import { tangled } from "./tangles.ts";
import type { Universe } from "./universe.ts";

/** What is known of a thing and of those whose owner answers for it where it has none. */
interface Line {
  readonly isOwned: boolean;
  readonly isHidden: boolean;
}

/** All that leads to those whose owner answers for it. */
const ways: Ways = {
  next: holders,
  things: (all) => [...all.models.values()].flatMap((model) => model.entities),
  circles: tangled(function* (all, chunk) {
    for (const entity of outline(chunk).entities)
      if (!isStart(entity)) for (const holder of holders(all, entity)) yield [entity, holder];
  }),
  isStart,
};

/** Whether nothing leads to a thing: it holds nothing, and answers for nothing. */
function isStart({ kind, children }: Entity): boolean {
  const isHeld = kind === "kpi" || kind === "milestone" || kind === "risk";
  return isHeld && children.length === 0;
}

const lineOf = along<Line>(
  // Above what has an owner itself nobody looks for one.
  { ...ways, next: (all, one) => (hasOwn(one) ? [] : holders(all, one)) },
  (all, group, above) => ({
    isOwned: above.some((one) => one.isOwned) || group.some(hasOwn),
    isHidden: above.some((one) => one.isHidden) || group.some((one) => mayHide(all, one)),
  }),
  (a, b) => a.isOwned === b.isOwned && a.isHidden === b.isHidden,
);

const owned = wantedAlong(ways, (_all, one) => written(one, "owner"));

/** Those whose owner answers for a thing: its programme, what it stands in, what a KPI measures, its theme. */
function holders(all: Universe, entity: Entity): readonly Entity[] {
  const found: Entity[] = [];
  const programme = programmeOf(all, entity);
  if (programme !== undefined) found.push(programme);
  if (entity.parent !== undefined) found.push(entity.parent);
  if (entity.kind === "kpi")
    for (const { to } of relations(all).measure.from(entity)) found.push(to);
  for (const ref of refsOf(entity, "theme")) {
    const theme = entityOf(all, ref);
    if (theme !== undefined) found.push(theme);
  }
  return found;
}

/**
 * Whether somebody answers for an entity: its own owner or that of what it belongs to. `perhaps`
 * where that cannot be known, since something faulty is written; a faulty owner is one.
 */
export function isOwned(all: Universe, entity: Entity): "yes" | "perhaps" | "no" {
  if (hasOwn(entity)) return "yes";
  const line = lineOf(all, entity);
  if (line.isOwned) return "yes";
  return line.isHidden ? "perhaps" : "no";
}

function hasOwn({ fields, meant }: Entity): boolean {
  return fields.has("owner") || meant.has("owner");
}

function mayHide(all: Universe, one: Entity): boolean {
  return one.garbled || one.kind === undefined || isDoubtful(all, one);
}

/** The same where what is not known counts as owned. */
export function hasOwner(all: Universe, entity: Entity): boolean {
  return isOwned(all, entity) !== "no";
}

/** Whether something that it belongs to, and that may have an owner, is not understood. */
function isDoubtful(all: Universe, one: Entity): boolean {
  if (unknownIn(one, "theme") || refsOf(one, "theme").some((ref) => !entityOf(all, ref)))
    return true;
  if (one.kind === "kpi") return relations(all).measure.doubtful(one, "from");
  return one.kind === "initiative" && relations(all).part.doubtful(one, "from");
}

/** The thing itself or the nearest of those it belongs to that names an owner. */
export function ownedBy(all: Universe, entity: Entity): Entity | undefined {
  if (written(entity, "owner")) return entity;
  const [nearest] = owned(all, entity);
  return nearest;
}

/** The owner of an entity where it names none itself. */
export function ownerAbove(all: Universe, entity: Entity): Ref | undefined {
  const [nearest] = owned(all, entity);
  return nearest && refsOf(nearest, "owner")[0];
}

/** The owner of an entity, its own or that of what it belongs to, where it can be read. */
export function ownerOf(all: Universe, entity: Entity): Ref | undefined {
  const holder = ownedBy(all, entity);
  return holder && refsOf(holder, "owner")[0];
}

// A declaration and what it belongs to → who answers for it.
import { memoIn } from "../memo.ts";
import { type Entity, type Ref, refsOf, unknownIn, written } from "./entity.ts";
import { programmeOf } from "./programmes.ts";
import { relations } from "./relations.ts";
import { entityOf } from "./resolve.ts";
import type { Universe } from "./universe.ts";

/**
 * A thing and those whose owner answers for it where it has none, the nearest first: its programme,
 * what it stands in, what a KPI measures, its theme; and theirs.
 */
const holdersOf: (all: Universe, entity: Entity) => readonly Entity[] = memoIn((all, entity) => {
  const found = new Set([entity]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) for (const holder of holders(all, one)) found.add(holder);
  return [...found];
});

function* holders(all: Universe, entity: Entity): Iterable<Entity> {
  const programme = entity.kind === "initiative" ? programmeOf(all, entity) : undefined;
  if (programme !== undefined) yield programme;
  if (entity.parent !== undefined) yield entity.parent;
  if (entity.kind === "kpi") for (const { to } of relations(all).measure.from(entity)) yield to;
  for (const ref of refsOf(entity, "theme")) {
    const theme = entityOf(all, ref);
    if (theme !== undefined) yield theme;
  }
}

/**
 * Whether somebody answers for an entity: its own owner or that of what it belongs to. `perhaps`
 * where that cannot be known, since something faulty is written; a faulty owner is one.
 */
export function isOwned(all: Universe, entity: Entity): "yes" | "perhaps" | "no" {
  const line = holdersOf(all, entity);
  if (line.some(({ fields, meant }) => fields.has("owner") || meant.has("owner"))) return "yes";
  const isHidden = line.some(
    (one) => one.garbled || one.kind === undefined || isDoubtful(all, one),
  );
  return isHidden ? "perhaps" : "no";
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
  return holdersOf(all, entity).find((one) => written(one, "owner"));
}

/** The owner of an entity, its own or that of what it belongs to, where it can be read. */
export function ownerOf(all: Universe, entity: Entity): Ref | undefined {
  const holder = ownedBy(all, entity);
  return holder && refsOf(holder, "owner")[0];
}

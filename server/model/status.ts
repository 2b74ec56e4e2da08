// The written status of a thing → whether rules speak of it: open, committed.
import { memo } from "../memo.ts";
import { choiceOf, type Entity, unknownIn } from "./entity.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

const closed: Readonly<Record<string, readonly string[]>> = {
  objective: ["achieved", "missed", "retired"],
  initiative: ["completed", "cancelled"],
  risk: ["closed", "occurred"],
  milestone: ["reached", "missed"],
};

/** The status as written; undefined where none is, or where it cannot be understood. */
export function statusOf(entity: Entity): string | undefined {
  return choiceOf(entity, "status");
}

/**
 * Whether a thing is open, from its own status. False too where the status is written but cannot be
 * understood: nothing is concluded from what is unknown.
 */
export const isOpen: (entity: Entity) => boolean = memo((entity) => {
  if (unknownIn(entity, "status")) return false;
  const status = statusOf(entity);
  if (status === undefined) return true;
  return !(closed[entity.kind ?? ""] ?? []).includes(status);
});

/** Whether a thing is known to be closed. */
export function isClosed(entity: Entity): boolean {
  return !unknownIn(entity, "status") && !isOpen(entity);
}

/** Open work that somebody has decided on: not proposed. */
export const isCommitted: (entity: Entity) => boolean = memo(
  (entity) => isOpen(entity) && statusOf(entity) !== "proposed",
);

/** The KPIs that are open: something they measure is, or they measure nothing. */
export const openKpis: (all: Universe) => ReadonlySet<Entity> = memo((all) => {
  const { measure } = relations(all);
  const open = new Set<Entity>();
  for (const model of all.models.values()) {
    for (const kpi of model.of("kpi")) {
      const measured = measure.from(kpi);
      if (measured.length === 0 || measured.some((edge) => isOpen(edge.to))) open.add(kpi);
    }
  }
  return open;
});

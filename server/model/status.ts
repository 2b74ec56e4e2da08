// The written status of a thing → whether rules speak of it: open, committed.
import type { Kind } from "../../grammar/vocabulary.ts";
import { memoAlong } from "../cells/memo.ts";
import { choiceOf, type Entity, unknownIn } from "./entity.ts";
import { inLine, programmeOf, upward } from "./programmes.ts";
import { relations } from "./relations.ts";
import type { Model, Universe } from "./universe.ts";

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
 * Whether a thing is open: by its own status, and for a part by that of its programmes, for a
 * milestone by that of its initiative. False too where a status is written but cannot be understood:
 * nothing is concluded from what is unknown.
 */
export function isOpen(all: Universe, entity: Entity): boolean {
  const around = workAround(entity);
  return !isShut(all, entity) && (around === undefined || !isShut(all, around));
}

/** Whether a thing is known to be closed. */
export function isClosed(all: Universe, entity: Entity): boolean {
  const around = workAround(entity);
  return isEnded(all, entity) || (around !== undefined && isEnded(all, around));
}

const isEnded = inLine((_all, one) => !unknownIn(one, "status") && isOver(one));
const isShut = inLine((_all, one) => unknownIn(one, "status") || isOver(one));

/** Whether a thing says itself that it is over. */
export function isOver(entity: Entity): boolean {
  return (closed[entity.kind ?? ""] ?? []).includes(statusOf(entity) ?? "");
}

/**
 * As what work is closed, completed or cancelled: by its own status, else by that of the nearest
 * programme that is closed. Undefined where it is open, and where a status on the way is not
 * understood.
 */
export const closedAs: (all: Universe, work: Entity) => string | undefined = memoAlong(
  upward,
  (all, work) => {
    if (unknownIn(work, "status")) return undefined;
    if (isOver(work)) return statusOf(work);
    const programme = programmeOf(all, work);
    return programme && closedAs(all, programme);
  },
);

/** The initiative of a milestone, whose status counts for it too, with the programmes above it. */
function workAround({ kind, parent }: Entity): Entity | undefined {
  return kind === "milestone" ? parent : undefined;
}

/**
 * Open work that somebody has decided on: not proposed. A part that says nothing of its own is as
 * decided as its programme.
 */
export function isCommitted(all: Universe, entity: Entity): boolean {
  return isOpen(all, entity) && !isProposed(all, entity);
}

/** Work that is decided on or done: it makes up the dates of its programme, and its health counts. */
export function isDecided(all: Universe, work: Entity): boolean {
  return isCommitted(all, work) || closedAs(all, work) === "completed";
}

/** Whether nobody has decided on a thing yet, by its own status or else by that of its programme. */
export const isProposed: (all: Universe, entity: Entity) => boolean = memoAlong(
  upward,
  (all, entity) => {
    const status = statusOf(entity);
    if (status !== undefined) return status === "proposed";
    const programme = programmeOf(all, entity);
    return programme !== undefined && isProposed(all, programme);
  },
);

/**
 * Whether rules that speak of several kinds speak of a thing: of committed work, of a KPI that
 * measures something open, of all else that is open.
 */
export function isCurrent(all: Universe, one: Entity): boolean {
  if (one.kind === "initiative") return isCommitted(all, one);
  return one.kind === "kpi" ? isOpenKpi(all, one) : isOpen(all, one);
}

/** The open things of a kind in a project, in project order. */
export function openOf(model: Model, kind: Kind): readonly Entity[] {
  return model.of(kind).filter((one) => isOpen(model.universe, one));
}

/** Whether a KPI is open: something that it measures is, or it measures nothing. */
export function isOpenKpi(all: Universe, kpi: Entity): boolean {
  if (kpi.kind !== "kpi" || !kpi.sure) return false;
  const measured = relations(all).measure.from(kpi);
  return measured.length === 0 || measured.some((edge) => isOpen(all, edge.to));
}

/** The open KPIs of a project, in project order. */
export function openKpisOf(model: Model): readonly Entity[] {
  return model.of("kpi").filter((kpi) => isOpenKpi(model.universe, kpi));
}

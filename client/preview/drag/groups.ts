// Rows of the roadmap → the groups that work can be dragged from and to, and what that means.
import type { GroupGesture } from "../../../server/gestures/shape.ts";
import type { GroupBy, Initiative } from "../../../server/views/roadmap/shape.ts";
import { asMarked } from "../../drawings/marked.ts";
import { type GapRow, type GroupRow, heightOf, type Row } from "../../drawings/roadmap/rows.ts";
import type { ShownRoadmap } from "./things.ts";

/** The header of a group, or of the gap group. */
export type Header = GroupRow | GapRow;

export function isHeader(row: Row | undefined): row is Header {
  return row?.type === "gap" || (row?.type === "group" && row.ghost === undefined);
}

/** The header over a row, which may be its own. */
export function headerOver(rows: readonly Row[], index: number): Header | undefined {
  for (let at = index; at >= 0; at--) {
    const row = rows[at];
    if (isHeader(row)) return row;
  }
  return undefined;
}

/** Where a group ends that begins with this header: before the next one. */
export function bottomOfGroup(rows: readonly Row[], header: Header): number {
  const next = rows.find((row) => isHeader(row) && row.y > header.y);
  return next?.y ?? heightOf(rows);
}

/** What work dragged from one group to another comes to: a gesture, or a sentence that says why there is none. */
export type Regrouping = { readonly gesture: GroupGesture } | { readonly not: string };

export function regrouped(
  standing: ShownRoadmap,
  initiative: Initiative,
  from: Header,
  to: Header,
): Regrouping | undefined {
  if (from.key === to.key) return undefined;
  const { groupBy } = standing;
  const of = asMarked(initiative);
  if (to.type === "gap") {
    const goal =
      from.type === "group" && groupBy === "objective"
        ? from.group.id
        : goalOf(standing, initiative);
    return { gesture: { type: "group", of, by: "objective", from: goal } };
  }
  if (from.type === "gap" && groupBy !== "objective")
    return { not: "It supports no objective. Group by objective to align it" };
  if (!to.group.takes) return { not: "Nothing can be dragged here" };
  const before = from.type === "group" ? { from: from.group.id } : {};
  return { gesture: { type: "group", of, by: groupBy, ...before, to: to.group.id } };
}

/** The objective under which it counts. */
function goalOf({ view }: ShownRoadmap, { id, goals }: Initiative): string | undefined {
  const objectives = view.groupings.find(({ by }) => by === "objective")?.groups ?? [];
  return objectives.find(({ initiatives }) => initiatives.includes(id))?.id ?? goals[0];
}

const verbs: Readonly<Record<GroupBy, string>> = {
  objective: "Supports",
  theme: "Belongs to",
  team: "Done by",
  owner: "Owned by",
  status: "Is",
  technology: "Relies on",
};

/** "Supports 'Retention'", "No team", "Active" */
export function groupSaid(by: GroupBy, to: Header): string {
  if (to.type === "gap") return "Supports no objective";
  const { id, title } = to.group;
  return by === "status" || id.endsWith(":") ? title : `${verbs[by]} '${title}'`;
}

/** "instead of 'Growth'"; what is dragged to the gap leaves an objective, however the rest is grouped. */
export function insteadSaid(
  { view }: ShownRoadmap,
  from: Header,
  { by, from: left }: GroupGesture,
): string | undefined {
  if (from.type === "gap") return "so far it supports no objective";
  const groups = view.groupings.find((one) => one.by === by)?.groups ?? [];
  const { id, title } = groups.find((one) => one.id === left) ?? from.group;
  return id.endsWith(":") ? undefined : `instead of '${title}'`;
}

// What the reader has set, kept over a reload: grouping, filter, zoom, what is closed, where it is scrolled.
import type { PageState } from "../../server/protocol.ts";
import type { GroupBy, InitiativeStatus } from "../../server/views/roadmap/shape.ts";
import type { Zoom } from "../drawings/axis.ts";
import { type Filter, openStatuses } from "../drawings/filter.ts";

export interface Settings {
  readonly groupBy: GroupBy;
  readonly status: "all" | "open" | InitiativeStatus;
  readonly team: string;
  readonly search: string;
  readonly zoom: Zoom;
  /** The width of a quarter in px, where it was set by hand. */
  readonly quarter?: number | undefined;
  readonly critical: boolean;
  readonly dependencies: boolean;
  readonly table: boolean;
  readonly collapsed: readonly string[];
  readonly scroll: readonly [number, number];
}

const startingSettings: Settings = {
  groupBy: "objective",
  status: "all",
  team: "",
  search: "",
  zoom: "quarters",
  critical: true,
  dependencies: true,
  table: false,
  collapsed: [],
  scroll: [0, 0],
};

export const groupings: readonly GroupBy[] = [
  "objective",
  "theme",
  "team",
  "owner",
  "status",
  "technology",
];
export const statuses: readonly Settings["status"][] = [
  "all",
  "open",
  "proposed",
  "planned",
  "active",
  "on-hold",
  "completed",
  "cancelled",
];
const zooms: readonly Zoom[] = ["years", "quarters", "months"];

function oneOf<T>(values: readonly T[], value: unknown, otherwise: T): T {
  return values.find((one) => one === value) ?? otherwise;
}

/** The settings of a view from what was remembered; what does not fit any more is as at the start. */
export function readSettings(state: PageState, view: string): Settings {
  const read = state[view];
  if (typeof read !== "object" || read === null) return startingSettings;
  const saved: Readonly<Record<string, unknown>> = { ...read };
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const scroll = Array.isArray(saved.scroll) ? saved.scroll.map(Number) : [];
  const collapsed = Array.isArray(saved.collapsed) ? saved.collapsed.map(String) : [];
  const quarter = Number(saved.quarter);
  return {
    groupBy: oneOf(groupings, saved.groupBy, startingSettings.groupBy),
    status: oneOf(statuses, saved.status, startingSettings.status),
    team: text(saved.team),
    search: text(saved.search),
    zoom: oneOf(zooms, saved.zoom, startingSettings.zoom),
    ...(quarter > 0 ? { quarter } : {}),
    critical: saved.critical !== false,
    dependencies: saved.dependencies !== false,
    table: saved.table === true,
    collapsed,
    scroll: [scroll[0] || 0, scroll[1] || 0],
  };
}

export function filterOf({ status, team, search }: Settings): Filter {
  const wanted = status === "open" ? openStatuses : [status];
  return {
    ...(status === "all" ? {} : { status: wanted }),
    ...(team ? { team: [team] } : {}),
    ...(search ? { search } : {}),
  };
}

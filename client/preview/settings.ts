// What the reader has set in the roadmap, kept over a reload: grouping, filter, zoom, what is closed, where it is scrolled.
import type { PageStart, PageState } from "../../server/protocol.ts";
import type { GroupBy } from "../../server/views/roadmap/shape.ts";
import type { Zoom } from "../drawings/roadmap/axis.ts";
import { type Filter, filterFields } from "../drawings/roadmap/filter.ts";

/** By field the values of which one is wanted. */
export type Wanted = Omit<Filter, "search">;

export interface Settings {
  readonly groupBy: GroupBy;
  /** What is wanted of each field. */
  readonly wanted: Wanted;
  readonly search: string;
  /** How fine the axis gets; "fit" has all of the calendar in sight. */
  readonly zoom: Zoom | "fit";
  /** The width of a quarter in px, where it was set by hand. */
  readonly quarter?: number | undefined;
  /** The width of the names in px, where it was set by hand: then they stand beside the bars in a small page, too. */
  readonly names?: number | undefined;
  readonly critical: boolean;
  readonly dependencies: boolean;
  readonly table: boolean;
  readonly collapsed: readonly string[];
  readonly scroll: readonly [number, number];
}

const startingSettings: Settings = {
  groupBy: "objective",
  wanted: {},
  search: "",
  zoom: "fit",
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
export const zooms: readonly Settings["zoom"][] = ["fit", "years", "quarters", "months"];

function oneOf<T>(values: readonly T[], value: unknown, otherwise: T): T {
  return values.find((one) => one === value) ?? otherwise;
}

/**
 * The settings of a view from what was remembered; what does not fit any more, and what nobody has
 * chosen yet, is as at the start.
 */
export function readSettings(state: PageState, view: string, start: PageStart = {}): Settings {
  const read = state[view];
  const saved: Readonly<Record<string, unknown>> = typeof read === "object" ? { ...read } : {};
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const scroll = Array.isArray(saved.scroll) ? saved.scroll.map(Number) : [];
  const collapsed = Array.isArray(saved.collapsed) ? saved.collapsed.map(String) : [];
  const quarter = Number(saved.quarter);
  const names = Number(saved.names);
  return {
    groupBy: oneOf(groupings, saved.groupBy ?? start.groupBy, startingSettings.groupBy),
    wanted: wantedIn(saved.wanted),
    search: text(saved.search),
    zoom: oneOf(zooms, saved.zoom ?? start.zoom, startingSettings.zoom),
    ...(quarter > 0 ? { quarter } : {}),
    ...(names > 0 ? { names } : {}),
    critical: saved.critical !== false,
    dependencies: saved.dependencies !== false,
    table: saved.table === true,
    collapsed,
    scroll: [scroll[0] || 0, scroll[1] || 0],
  };
}

/** Fields that no longer are, and what is no list of words, are left out. */
function wantedIn(saved: unknown): Wanted {
  if (typeof saved !== "object" || saved === null) return {};
  const all: Readonly<Record<string, unknown>> = { ...saved };
  const found = filterFields.flatMap((field) => {
    const values = all[field];
    return Array.isArray(values) && values.length > 0 ? [[field, values.map(String)]] : [];
  });
  return Object.fromEntries(found);
}

/** What the reader filters by, with the search. */
export function filterOf({ wanted, search }: Settings): Filter {
  return { ...wanted, ...(search ? { search } : {}) };
}

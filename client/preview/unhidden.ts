// The key of a mark of the roadmap and what the reader has set → what is to be set otherwise, so that the mark is in the picture.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { Sifted } from "../drawings/roadmap/sift.ts";
import { pictureOf } from "./picture.ts";
import type { Settings } from "./settings.ts";

/** Nothing is changed that does not hide it. */
export function unhidden(
  key: string,
  view: RoadmapView,
  settings: Settings,
  sifted: Sifted,
  width: number,
): Partial<Settings> {
  const [, kind, id = ""] = /^(\w+):(.*)$/s.exec(key) ?? [];
  const isWork = kind === "work";
  const isFiltered = isWork && !sifted.shown.has(id);
  const changes: Partial<Settings> = {
    ...(settings.table ? { table: false } : {}),
    ...(isFiltered ? { wanted: {}, search: "" } : {}),
    ...(kind === "group" ? groupingWith(id, view, settings) : {}),
  };
  const isRow = kind === "group" || (isWork && sifted.byId.get(id)?.start !== undefined);
  const next = { ...settings, ...changes };
  const isClosed = isRow && !pictureOf(view, next, width).byKey.has(key);
  return isClosed && settings.collapsed.length > 0 ? { ...changes, collapsed: [] } : changes;
}

/** The way to group in which a group stands, where the present one has none of that name. */
function groupingWith(
  id: string,
  view: RoadmapView,
  settings: Settings,
): Pick<Settings, "groupBy"> | object {
  const found = view.groupings.filter(({ groups }) => groups.some((one) => one.id === id));
  const [first] = found;
  const isThere = first === undefined || found.some(({ by }) => by === settings.groupBy);
  return isThere ? {} : { groupBy: first.by };
}

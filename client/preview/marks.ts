// A mark on screen and its key: which row it stands in, and where it is written.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import type { Row } from "../drawings/roadmap/rows.ts";

/** A mark of the picture: `work:crm`, `group:retention`, `gap:`, `milestone:crm:pilot`. */
export type MarkKey = string;

/** The row that a mark stands in. */
export function rowKeyOf(mark: MarkKey): string {
  const milestone = /^milestone:(.*):([^:]*)$/.exec(mark);
  return milestone ? `work:${milestone[1]}` : mark;
}

/** The mark under the pointer or with the focus: the row's, where its name is meant. */
export function markOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const mark = target.closest("[data-mark]")?.getAttribute("data-mark");
  return mark ?? target.closest("[data-row]")?.getAttribute("data-row") ?? undefined;
}

export function sourceAt(
  mark: string,
  row: Row | undefined,
  view: RoadmapView,
): SourcePlace | undefined {
  const [kind] = mark.split(":");
  if (kind === "event") {
    return view.events.find(({ kind: of, id, date }) => mark === `event:${of}:${id}:${date}`)
      ?.source;
  }
  if (row?.type === "group") return row.group.source;
  if (row?.type !== "initiative") return undefined;
  if (kind !== "milestone") return row.initiative.source;
  const milestone = row.initiative.milestones.find(({ id }) => mark.endsWith(`:${id}`));
  return (milestone ?? row.initiative).source;
}

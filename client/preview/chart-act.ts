// A mark of the chart that is clicked or entered → its text is shown, its group opens, or its card says what it holds.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { gapKey, isProgrammeKey } from "../drawings/roadmap/rows.ts";
import type { MeasureText } from "../drawings/text.ts";
import { heldBy } from "./chart-card.tsx";
import { type MarkKey, rowKeyOf, sourceAt } from "./marks.ts";
import type { Picture } from "./picture.ts";
import type { Settings } from "./settings.ts";

/** The chart as pointer and keys meet it. */
export interface Charted {
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onReveal: (source: SourcePlace) => void;
  readonly picture: Picture;
  readonly measure: MeasureText;
}

/** Opens a group or a programme, or closes it. */
export function toggle({ settings, onChange }: Charted, id: string): void {
  const closed = new Set(settings.collapsed);
  if (!closed.delete(id)) closed.add(id);
  onChange({ collapsed: [...closed] });
}

/** What a mark does. */
export function act(chart: Charted, mark: MarkKey): void {
  const row = chart.picture.byKey.get(rowKeyOf(mark));
  const source = sourceAt(mark, row, chart.view);
  if (isProgrammeKey(mark)) toggle(chart, mark);
  else if (source) chart.onReveal(source);
  else if (row?.type === "group") toggle(chart, row.group.id);
  else if (row?.type === "gap") toggle(chart, gapKey);
}

/** One of several is chosen in a card. */
export function holdsSeveral(
  { view, picture, measure }: Pick<Charted, "view" | "picture" | "measure">,
  mark: MarkKey,
): boolean {
  return heldBy(mark, picture.byKey.get(rowKeyOf(mark)), view, picture, measure).length > 1;
}

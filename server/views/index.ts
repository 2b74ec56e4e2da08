// All views, one row each, in the order of their tabs.
import { alignmentView } from "./alignment.ts";
import { moneyView } from "./money.ts";
import { peopleView } from "./people.ts";
import { risksView } from "./risks.ts";
import { roadmapView } from "./roadmap.ts";
import { scorecardView } from "./scorecard.ts";
import type { View } from "./view.ts";

export const views: readonly View[] = [
  roadmapView,
  alignmentView,
  scorecardView,
  risksView,
  moneyView,
  peopleView,
];

/** The view of this name, if there is one. */
export function viewNamed(name: string): View | undefined {
  return views.find((view) => view.name === name);
}

// All views, one row each, in the order of their tabs.
import { alignmentMap } from "./alignment.ts";
import { moneyView } from "./money.ts";
import { peopleView } from "./people.ts";
import { risks } from "./risks.ts";
import { roadmap } from "./roadmap.ts";
import { scorecard } from "./scorecard.ts";
import type { View } from "./view.ts";

export const views: readonly View[] = [
  roadmap,
  alignmentMap,
  scorecard,
  risks,
  moneyView,
  peopleView,
];

/** The view of this name, if there is one. */
export function viewNamed(name: string): View | undefined {
  return views.find((view) => view.name === name);
}

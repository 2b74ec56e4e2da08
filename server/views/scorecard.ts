// A model → its scorecard as plain data: every open KPI, by perspective.
import { memoIn } from "../cells/memo.ts";
import type { Model } from "../model/universe.ts";
import { isSame } from "./difference.ts";
import { headOf } from "./head.ts";
import { countsOf, scorecardFigures, scorecardSentence } from "./scorecard/headline.ts";
import { scoredKpis } from "./scorecard/rows.ts";
import type { PerspectiveBand, ScorecardView } from "./scorecard/shape.ts";
import type { Unplaced } from "./shape.ts";
import type { View } from "./view.ts";

/** Every KPI against its plan. */
export const scorecardView: View<ScorecardView> = {
  name: "scorecard",
  shows: "every KPI against its plan, by perspective",
  madeFor: ["kpi"],
  dataOf: (model) => ({
    ...headOf(model, "scorecard", scorecardSentence(model), scorecardFigures(model)),
    note: noteOf(model),
    bands: [...titles.keys()].map((id) => bandOf(model, id)).filter(({ kpis }) => kpis.length > 0),
  }),
};

/** "13 KPIs by perspective" */
function noteOf(model: Model): string {
  const { length } = scoredKpis(model);
  return length === 0 ? "no KPI" : `${length} ${length === 1 ? "KPI" : "KPIs"} by perspective`;
}

/** In the order of the balanced scorecard: what is earned, for whom, how, and with what skill. */
const titles: ReadonlyMap<PerspectiveBand["id"], string> = new Map([
  ["financial", "Financial"],
  ["customer", "Customer"],
  ["process", "Process"],
  ["learning", "Learning"],
  ["unknown", "Perspective not known"],
]);

const bandOf: (model: Model, id: PerspectiveBand["id"]) => Unplaced<PerspectiveBand> = memoIn(
  (model, id) => {
    const kpis = scoredKpis(model).filter(({ perspective }) => (perspective ?? "unknown") === id);
    return {
      id,
      title: titles.get(id) ?? "",
      counts: countsOf(kpis),
      kpis: kpis.map(({ shown }) => shown),
    };
  },
  isSame,
);

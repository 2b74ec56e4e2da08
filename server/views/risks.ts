// A model → its risks as plain data: a matrix, a list, and what they may cost.
import { memo } from "../cells/memo.ts";
import { allRatings } from "../model/derive/risk.ts";
import type { Model } from "../model/universe.ts";
import { isSame } from "./difference.ts";
import { headOf } from "./head.ts";
import { appetiteNote, appetiteShown, figuresShown, risksSentence } from "./risks/headline.ts";
import { closedRisks } from "./risks/listed.ts";
import { expectedLossOf, shownSum, unnamedLosses } from "./risks/losses.ts";
import { rowsOf } from "./risks/rows.ts";
import type { RatedSquare, RisksView } from "./risks/shape.ts";
import type { View } from "./view.ts";

/** Risks by probability and impact, before and after what is done about them. */
export const risksView: View<RisksView> = {
  name: "risks",
  shows: "risks by probability and impact, before and after what is done",
  madeFor: ["risk"],
  dataOf: (model) => ({
    ...headOf(model, "risks", risksSentence(model), figuresShown(model)),
    note: appetiteNote(model),
    appetite: appetiteShown(model),
    squares: squaresOf(model),
    risks: rowsOf(model),
    closed: closedRisks(model),
    loss: shownSum(model),
    lossBy: expectedLossOf(model)?.amount.toNumber(),
    unnamed: unnamedLosses(model),
  }),
};

const squaresOf: (model: Model) => readonly RatedSquare[] = memo(allRatings, isSame);

// A model → from business objectives to initiatives, KPIs and risks, as plain data.
import { memo } from "../cells/memo.ts";
import type { Model } from "../model/universe.ts";
import { goalsOf, unalignedOf } from "./alignment/branches.ts";
import { alignmentSentence, coverageFigures } from "./alignment/headline.ts";
import type { AlignmentView } from "./alignment/shape.ts";
import { isSameLoose, looseSigns } from "./alignment/signs.ts";
import { alignedRows } from "./alignment/work.ts";
import { headOf } from "./head.ts";
import type { View } from "./view.ts";

/** What each initiative is for. */
export const alignmentView: View<AlignmentView> = {
  name: "alignment",
  shows: "objectives, and the initiatives, KPIs and risks under them",
  dataOf: (model) => ({
    ...headOf(model, "alignment", alignmentSentence(model), coverageFigures(model)),
    goals: goalsOf(model),
    initiatives: alignedRows(model),
    unaligned: unalignedOf(model),
    loose: looseOf(model),
  }),
  placesOf: ({ goals, initiatives }) => [
    ...goals.map(({ source }) => source),
    ...[...goals, ...initiatives].flatMap(({ kpis, risks }) =>
      [...kpis, ...risks].map(({ source }) => source),
    ),
  ],
};

const looseOf = memo(
  (model: Model) => looseSigns(model, [...goalsOf(model), ...alignedRows(model)]),
  isSameLoose,
);

// A model → the sentence over its alignment, and the figures of coverage.
import { folded } from "../../cells/folded.ts";
import { alignedAmount, alignedShare } from "../../model/derive/alignment.ts";
import { isMeasured } from "../../model/derive/measured.ts";
import { isCountedOpen, totalAmount } from "../../model/derive/money.ts";
import { outline } from "../../model/outline.ts";
import { isOpen } from "../../model/status.ts";
import { hasRisk } from "../../model/threats.ts";
import type { Model } from "../../model/universe.ts";
import { sharePercent } from "../amounts.ts";
import { isSame } from "../difference.ts";
import { tallyOf } from "../roadmap/tally.ts";
import { sceneOf } from "../scene.ts";
import type { HeadFigure } from "../shape.ts";

/** "92% of the money supports an objective"; of initiatives, where there is no money. */
export function alignmentSentence(model: Model): string {
  const total = totalAmount(model);
  const share = alignedShare(model);
  if (share !== undefined) {
    const much = share === 1 ? "All" : share === 0 ? "None" : sharePercent(share);
    return `${much} of the money supports an objective`;
  }
  const { work, aligned } = tallyOf(model);
  if (work === 0) return "No initiative is open";
  if (total === undefined || total.amount.gt(0))
    return "How much of the money supports an objective is not known";
  if (work === 1)
    return aligned === 1
      ? "The initiative supports an objective"
      : "The initiative supports no objective";
  if (aligned === 0) return "No initiative supports an objective";
  if (aligned === work)
    return work === 2
      ? "Both initiatives support an objective"
      : `All ${work} initiatives support an objective`;
  return `${aligned} of ${work} initiatives ${aligned === 1 ? "supports" : "support"} an objective`;
}

interface Coverage {
  readonly objectives: number;
  readonly measured: number;
  readonly threatened: number;
}

/** Open objectives and those with a KPI, and how much open work has a risk. */
const coverage = folded<Model, Coverage>(
  (model, chunk) => {
    const all = model.universe;
    let [objectives, measured, threatened] = [0, 0, 0];
    for (const one of outline(chunk).entities) {
      if (!one.sure) continue;
      if (one.kind === "objective" && isOpen(all, one)) {
        objectives += 1;
        if (isMeasured(all, one)) measured += 1;
      }
      if (one.kind === "initiative" && isCountedOpen(model, one) && hasRisk(all, one))
        threatened += 1;
    }
    return objectives + threatened === 0 ? undefined : { objectives, measured, threatened };
  },
  (parts) => ({
    objectives: parts.reduce((sum, one) => sum + one.objectives, 0),
    measured: parts.reduce((sum, one) => sum + one.measured, 0),
    threatened: parts.reduce((sum, one) => sum + one.threatened, 0),
  }),
  isSame,
);

/** How much of the money and of the work is aligned, how many objectives are measured, how much work has a risk. */
export function coverageFigures(model: Model): readonly HeadFigure[] {
  const { work, aligned } = tallyOf(model);
  const { objectives, measured, threatened } = coverage(model) ?? {
    objectives: 0,
    measured: 0,
    threatened: 0,
  };
  const part = (some: number, of: number, one: string, many: string): readonly HeadFigure[] =>
    of === 0 ? [] : [{ value: `${some} of ${of}`, label: of === 1 ? one : many }];
  return [
    ...moneyFigure(model),
    ...part(aligned, work, "initiative aligned", "initiatives aligned"),
    ...part(measured, objectives, "objective measured", "objectives measured"),
    ...part(threatened, work, "initiative with a risk", "initiatives with a risk"),
  ];
}

function moneyFigure(model: Model): readonly HeadFigure[] {
  const { amountOf } = sceneOf(model);
  const total = totalAmount(model);
  const aligned = alignedAmount(model);
  if (!total?.amount.gt(0) || aligned === undefined) return [];
  const label = "of the money is aligned";
  return [{ value: `${amountOf(aligned)} of ${amountOf(total)}`, label }];
}

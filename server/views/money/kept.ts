// What work keeps for surprises → a sentence that holds it against what open risks are expected to cost.
import { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { leastContingency, lossOf, reserveOf } from "../../model/derive/contingency.ts";
import { type Entity, written } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { relations } from "../../model/relations.ts";
import { isCommitted, isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { apart } from "../../words/amounts.ts";
import { isSame } from "../difference.ts";
import { expectedLossOf } from "../risks/losses.ts";
import { shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import { type Addend, sumText } from "./facts.ts";
import { leastAsked } from "./policy.ts";
import type { CostTable, MoneyFact } from "./shape.ts";

type Sum = Addend["figure"];

/** In percent of the other costs; undefined where these are 0 or not all known. */
export function contingencyPercent(kept: Sum, cost: Sum): Big | undefined {
  if (cost === undefined || cost.atLeast || kept?.atLeast) return undefined;
  const amount = kept?.amount ?? new Big(0);
  const rest = cost.amount.minus(amount);
  return rest.gt(0) ? amount.times(100).div(rest) : undefined;
}

/** The policy of the project for contingencies; undefined where nobody asks for one. */
export function contingencyPolicy(model: Model): number | undefined {
  return leastAsked(model, "thin-contingency", leastContingency);
}

/** "9.97%" beside a policy of 10%: as exact as it takes to tell them apart. */
function percentBeside(percent: Big, policy: number): string {
  return `${apart(percent, new Big(policy), "percent")[0]}%`;
}

/** What decided work keeps too little, by the rule for contingencies, and how many were looked at. */
interface Thin {
  readonly facts: readonly MoneyFact[];
  readonly looked: number;
}

const thinWork = folded<Model, Thin>(
  (model, chunk) => {
    const min = contingencyPolicy(model);
    if (min === undefined) return undefined;
    const looked = outline(chunk).entities.flatMap((one) => {
      if (!one.sure || one.kind !== "initiative" || !isCommitted(model.universe, one)) return [];
      const reserve = reserveOf(model, one, new Big(min));
      return reserve?.lacks === undefined ? [] : [{ one, reserve }];
    });
    if (looked.length === 0) return undefined;
    const facts = looked.flatMap(({ one, reserve }): readonly MoneyFact[] => {
      if (reserve.lacks === "nothing") return [];
      const kept = reserve.kept && sceneOf(model).amountOf(reserve.kept);
      const says =
        reserve.lacks === "loss"
          ? `keeps ${kept ?? "–"}, risks ${sceneOf(model).amountOf({ amount: reserve.loss.known, currency: undefined })}`
          : reserve.lacks === "policy"
            ? `keeps ${reserve.percent && percentBeside(reserve.percent, min)}`
            : "keeps nothing";
      return [[shownTitle(model.universe, one), says]];
    });
    return { facts, looked: looked.length };
  },
  (parts) => ({
    facts: parts.flatMap(({ facts }) => facts),
    looked: parts.reduce((sum, { looked }) => sum + looked, 0),
  }),
  isSame,
);

/** What of the expected loss affects open work. */
const lossOfWork = folded<Model, Big>(
  (model, chunk) => {
    const risks = outline(chunk).entities.filter((one) => isCostly(one) && affectsWork(model, one));
    return risks.length === 0 ? undefined : lossOf(model, risks).known;
  },
  (parts) => parts.reduce((sum, part) => sum.plus(part), new Big(0)),
  (a, b) => a.eq(b),
);

function affectsWork({ universe: all }: Model, risk: Entity): boolean {
  return relations(all)
    .affect.from(risk)
    .some(({ to }) => to.kind === "initiative" && isOpen(all, to));
}

function isCostly(one: Entity): boolean {
  return one.sure && one.kind === "risk" && written(one, "loss");
}

const most = 6;

/** The contingency of all open work beside the expected loss; a warning only where the rule has one. */
export function keptOf(model: Model, kept: Sum, cost: Sum): CostTable["kept"] {
  if (cost === undefined) return undefined;
  const scene = sceneOf(model);
  const min = contingencyPolicy(model);
  const thin = thinWork(model) ?? { facts: [], looked: 0 };
  const expected = expectedLossOf(model);
  const known = expected?.amount ?? new Big(0);
  const ofWork = lossOfWork(model) ?? new Big(0);
  const loss = sumText(scene, expected);
  const amount = kept && sumText(scene, kept);
  const percent = contingencyPercent(kept, cost);
  const isShort = known.gt(kept?.amount ?? 0);
  const facts: readonly MoneyFact[] = [
    ...thin.facts.slice(0, most),
    ...(thin.facts.length > most ? [[`and ${thin.facts.length - most} more`, ""] as const] : []),
  ];
  if (thin.facts.length === 0) {
    const part = sumText(scene, { amount: ofWork });
    const some = ofWork.lt(known) ? `, ${ofWork.eq(0) ? "none" : part} of it in this work` : "";
    const of = known.gt(0)
      ? `expected loss of open risks ${loss}${some}`
      : "no open risk has an expected loss";
    return { text: `Contingency ${amount ?? "none"}, ${of}`, facts };
  }
  const where = `in ${thin.facts.length} of ${thin.looked} ${thin.looked === 1 ? "initiative" : "initiatives"} with costs`;
  const text = isShort
    ? `Contingency is thin: ${amount ?? "nothing"} against an expected loss of ${loss} from open risks`
    : min !== undefined && percent?.lt(min)
      ? `Contingency is thin: ${percent.eq(0) ? "nothing is kept" : `${percentBeside(percent, min)} of the other costs`}, policy at least ${min}%`
      : `Contingency is thin ${where}`;
  return { text, thin: true, facts };
}

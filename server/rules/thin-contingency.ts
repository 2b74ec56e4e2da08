// Cost blocks that keep too little for surprises.
import { Big } from "big.js";
import { addInside, replace } from "../edits.ts";
import { shortAmount } from "../model/amounts.ts";
import { contingencyOf, costBlockOf, costOf } from "../model/derive/cost.ts";
import { exchangeRate } from "../model/derive/currency.ts";
import { riskState } from "../model/derive/risk.ts";
import { blockOf, called, type Entity, written, writtenInside } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isCommitted, isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, type Rule, type RuleFinding, subject } from "./rule.ts";

export const thinContingency: Rule = {
  id: "thin-contingency",
  group: "Money",
  severity: "warning",
  says: "a cost block with no contingency, one below the policy, or below the expected loss of its open risks",
  fix: "add or raise it",
  options: {
    min: { default: 10, doc: "The smallest contingency, in percent of the other costs." },
  },
  *check(model, { min = 10 }) {
    const work = model.of("initiative").filter(isCommitted);
    for (const entity of [...work, ...model.of("technology")]) {
      const finding = judge(model, entity, min);
      if (finding !== undefined) yield finding;
    }
  },
};

function judge(model: Model, entity: Entity, min: number): RuleFinding | undefined {
  const word = entity.fields.get("cost")?.nodes[0]?.name;
  const use = blockOf(entity, "cost").get("contingency");
  const value = use?.values[0];
  if (word === undefined || use?.values.some(({ is }) => is === "unknown")) return undefined;
  if (value === undefined && writtenInside(entity, "cost", "contingency")) return undefined;
  const block = costBlockOf(model.universe, entity);
  if (
    block !== undefined &&
    block.heads.length > 0 &&
    block.heads.every((head) => head.once.eq(0) && head.yearly.eq(0))
  ) {
    return undefined;
  }
  const kept = contingencyOf(model.universe, entity);
  const loss = expectedLoss(model, entity);
  const wanted = wantedPercent(model, entity, min, loss);
  const place = at(entity, value?.span ?? word);
  if (value === undefined) {
    return {
      at: place,
      message: `${subject(entity)} keeps nothing for surprises. Add a 'contingency' of at least ${wanted}% to its costs.`,
      fixes: [
        {
          title: `Add a contingency of ${wanted}%`,
          edits: () => addInside(entity, "cost", [{ name: "contingency", value: `${wanted}%` }]),
        },
      ],
    };
  }
  const raise = [
    { title: `Raise it to ${wanted}%`, edits: () => replace(entity, value.span, `${wanted}%`) },
  ];
  const percent = value.is === "percent" ? value.value : (kept?.percent ?? atMost(model, entity));
  if (percent?.lt(min)) {
    return {
      at: place,
      message: `${subject(entity)} keeps ${shortPercent(percent, min)}% for surprises; ${min}% is the least. Raise its contingency.`,
      fixes: raise,
    };
  }
  if (kept === undefined || loss === undefined || kept.atLeast || kept.amount.gte(loss))
    return undefined;
  return {
    at: place,
    message: `${subject(entity)} keeps ${amountBeside(kept.amount, loss)} for surprises, but its open risks are expected to cost ${amountBeside(loss, kept.amount)}. Raise its contingency, or lower the risks.`,
    related: openRisks(model, entity).map((risk) => ({
      at: atName(risk),
      message: `'${called(risk)}' counts with ${shortAmount(riskState(model.universe, risk).expectedLoss?.amount ?? new Big(0))}.`,
    })),
    fixes: raise,
  };
}

/** What money is in percent of the costs that count; rates that do not yet make it even less. */
function atMost(model: Model, entity: Entity): Big | undefined {
  const cost = costOf(model.universe, entity);
  const kept = contingencyOf(model.universe, entity);
  const rest = kept && cost?.amount.minus(kept.amount);
  return rest?.gt(0) ? kept?.amount.times(100).div(rest) : undefined;
}

function openRisks(model: Model, entity: Entity): readonly Entity[] {
  const { affect } = relations(model.universe);
  return affect
    .to(entity)
    .map((edge) => edge.from)
    .filter((risk) => isOpen(risk) && written(risk, "loss"));
}

/** What its open risks are expected to cost together, each in full; undefined where one is unknown. */
function expectedLoss(model: Model, entity: Entity): Big | undefined {
  let sum = new Big(0);
  for (const risk of openRisks(model, entity)) {
    const loss = riskState(model.universe, risk).expectedLoss?.amount;
    const rate = exchangeRate(model.universe.modelOf(risk), model);
    if (loss === undefined || rate === undefined) return undefined;
    sum = sum.plus(loss.times(rate));
  }
  return sum;
}

/** The percent that meets the policy and covers the expected loss. */
function wantedPercent(model: Model, entity: Entity, min: number, loss: Big | undefined): string {
  const cost = costOf(model.universe, entity);
  const kept = contingencyOf(model.universe, entity);
  const rest = cost && kept && !cost.atLeast ? cost.amount.minus(kept.amount) : undefined;
  if (rest === undefined || rest.lte(0) || loss === undefined) return String(min);
  const covering = loss.times(100).div(rest).round(0, Big.roundUp).toNumber();
  return String(Math.max(min, covering));
}

/** With more digits where fewer would look like the least. */
function shortPercent(percent: Big, min: number): string {
  const short = percent.round(1);
  return (short.eq(min) ? percent.round(4) : short).toFixed();
}

/** Short, unless the two would look the same. */
function amountBeside(amount: Big, other: Big): string {
  return shortAmount(amount) === shortAmount(other) ? amount.toFixed() : shortAmount(amount);
}

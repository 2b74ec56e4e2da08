// Cost blocks that keep too little for surprises.
import { Big } from "big.js";
import { addInside, replace } from "../edits.ts";
import { shortAmount } from "../model/amounts.ts";
import { contingencyOf, costBlockOf, ownCostOf } from "../model/derive/cost.ts";
import { exchangeRate } from "../model/derive/currency.ts";
import { riskState } from "../model/derive/risk.ts";
import { blockOf, called, type Entity, written, writtenInside } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { committedWork, isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, practice, type RuleFinding, subject } from "./rule.ts";

export const thinContingency = practice(
  {
    id: "thin-contingency",
    group: "Money",
    severity: "warning",
    says: "a cost block with no contingency, one below the policy (`min`, default 10, percent), or below the expected loss of its open risks (each in full); on `cost` or on the value",
    fix: "add or raise it",
    options: {
      min: { default: 10, doc: "The smallest contingency, in percent of the other costs." },
    },
  },
  {
    none: "keeps enough for surprises",
    most: "keep too little for surprises",
    advice: "Add or raise the 'contingency' of the dearest ones first.",
    nouns: { initiative: "initiatives with costs", technology: "technologies with costs" },
    *look(model, { min = 10 }) {
      for (const about of [...committedWork(model), ...model.of("technology")]) {
        if (isJudged(model, about)) yield { about, lack: judge(model, about, min) };
      }
    },
  },
);

/** Whether it has costs of which it can be said whether they keep enough. */
function isJudged(model: Model, entity: Entity): boolean {
  if (entity.fields.get("cost")?.nodes[0]?.name === undefined) return false;
  const value = blockOf(entity, "cost").get("contingency")?.values;
  if (value?.some(({ is }) => is === "unknown")) return false;
  if (value?.[0] === undefined && writtenInside(entity, "cost", "contingency")) return false;
  const heads = costBlockOf(model.universe, entity)?.heads ?? [];
  // What costs nothing needs nothing kept for it.
  return heads.length === 0 || heads.some((head) => !head.once.eq(0) || !head.yearly.eq(0));
}

function judge(model: Model, entity: Entity, min: number): RuleFinding | undefined {
  const word = entity.fields.get("cost")?.nodes[0]?.name;
  const value = blockOf(entity, "cost").get("contingency")?.values[0];
  if (word === undefined) return undefined;
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
  const cost = ownCostOf(model.universe, entity);
  const kept = contingencyOf(model.universe, entity);
  const rest = kept && cost?.amount.minus(kept.amount);
  return rest?.gt(0) ? kept?.amount.times(100).div(rest) : undefined;
}

function openRisks(model: Model, entity: Entity): readonly Entity[] {
  const { affect } = relations(model.universe);
  return affect
    .to(entity)
    .map((edge) => edge.from)
    .filter((risk) => isOpen(model.universe, risk) && written(risk, "loss"));
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
  const cost = ownCostOf(model.universe, entity);
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

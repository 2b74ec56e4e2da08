// Cost blocks that keep too little for surprises.
import { Big } from "big.js";
import { addInside, replace } from "../edits/edits.ts";
import { type Loss, leastContingency, reserveOf } from "../model/derive/contingency.ts";
import { type Contingency, ownCostOf } from "../model/derive/cost.ts";
import { blockOf, called, type Entity } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { apart } from "../words/amounts.ts";
import { at, atName, type Looked, practice, type RuleFinding, subject } from "./rule.ts";

export const thinContingency = practice(
  {
    id: "thin-contingency",
    group: "Money",
    severity: "warning",
    says: "a cost block with no contingency, one below the policy (`min`, default 10, percent), or below the expected loss of its open risks (each in full); on `cost` or on the value",
    kinds: ["initiative", "technology"],
    fix: "add or raise it",
    options: {
      min: {
        default: leastContingency,
        doc: "The smallest contingency, in percent of the other costs.",
      },
    },
  },
  {
    none: "keeps enough for surprises",
    most: "keep too little for surprises",
    advice: "Add or raise the 'contingency' of the dearest ones first.",
    nouns: { initiative: "initiatives with costs", technology: "technologies with costs" },
    look(model, about, { min = leastContingency }) {
      if (about.kind === "initiative" && !isCommitted(model.universe, about)) return undefined;
      return judge(model, about, new Big(min));
    },
  },
);

/** Undefined where there are no costs, or nobody can say whether they keep enough. */
function judge(model: Model, about: Entity, min: Big): Looked | undefined {
  const word = about.fields.get("cost")?.node.name;
  const reserve = reserveOf(model, about, min);
  if (word === undefined || reserve === undefined) return undefined;
  const { kept, percent, loss, lacks } = reserve;
  if (lacks === undefined) return undefined;
  if (lacks === "nothing") return { about };
  const wanted = wantedPercent(model, about, kept, min, loss.known);
  const value = blockOf(about, "cost").get("contingency")?.values[0];
  if (value === undefined)
    return { about, lack: { at: at(about, word), ...nothingKept(model.universe, about, wanted) } };
  const place = at(about, value.span);
  const fixes = [
    { title: `Raise it to ${wanted}%`, edits: () => replace(about, value.span, `${wanted}%`) },
  ];
  if (lacks === "policy" && percent !== undefined) {
    const [has, least] = apart(percent, min, { decimals: 1 });
    const message = `${subject(about)} keeps ${has}% for surprises; ${least}% is the least. Raise its contingency.`;
    return { about, lack: { at: place, message, fixes } };
  }
  if (kept === undefined) return undefined;
  // A share of nothing is nothing, however large.
  const isFixed = value.is === "percent" ? value.value.lt(wanted) : kept.percent !== undefined;
  return {
    about,
    lack: { at: place, ...tooLittle(about, kept.amount, loss), ...(isFixed && { fixes }) },
  };
}

function nothingKept(all: Universe, entity: Entity, wanted: string): Omit<RuleFinding, "at"> {
  return {
    message: `${subject(entity)} keeps nothing for surprises. Add a 'contingency' of at least ${wanted}% to its costs.`,
    fixes: [
      {
        title: `Add a contingency of ${wanted}%`,
        edits: () => addInside(all, entity, "cost", [{ name: "contingency", value: `${wanted}%` }]),
      },
    ],
  };
}

function tooLittle(entity: Entity, kept: Big, loss: Loss): Omit<RuleFinding, "at"> {
  const [has, expected] = apart(kept, loss.known, "money");
  const least = loss.atLeast ? "at least " : "";
  return {
    message: `${subject(entity)} keeps ${has} for surprises, but its open risks are expected to cost ${least}${expected}. Raise its contingency, or lower the risks.`,
    related: loss.risks.map(([risk, amount]) => ({
      at: atName(risk),
      message: `'${called(risk)}' counts with ${apart(amount, kept, "money")[0]}.`,
    })),
  };
}

/** The percent that meets the policy and covers the expected loss. */
function wantedPercent(
  model: Model,
  entity: Entity,
  kept: Contingency | undefined,
  min: Big,
  loss: Big,
): string {
  const cost = ownCostOf(model.universe, entity);
  const rest = cost && kept && !cost.atLeast ? cost.amount.minus(kept.amount) : new Big(0);
  const covering = rest.gt(0) ? loss.times(100).div(rest).round(0, Big.roundUp) : min;
  return (covering.gt(min) ? covering : min).toFixed();
}

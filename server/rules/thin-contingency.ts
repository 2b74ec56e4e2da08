// Cost blocks that keep too little for surprises.
import { Big } from "big.js";
import { addInside, replace } from "../edits/edits.ts";
import { type Contingency, contingencyOf, costsNothing, ownCostOf } from "../model/derive/cost.ts";
import { exchangeRate } from "../model/derive/currency.ts";
import { riskState } from "../model/derive/risk.ts";
import { blockOf, called, type Entity, written, writtenInside } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isCommitted, isOpen } from "../model/status.ts";
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
      min: { default: 10, doc: "The smallest contingency, in percent of the other costs." },
    },
  },
  {
    none: "keeps enough for surprises",
    most: "keep too little for surprises",
    advice: "Add or raise the 'contingency' of the dearest ones first.",
    nouns: { initiative: "initiatives with costs", technology: "technologies with costs" },
    look(model, about, { min = 10 }) {
      if (about.kind === "initiative" && !isCommitted(model.universe, about)) return undefined;
      return judge(model, about, new Big(min));
    },
  },
);

/** Undefined where there are no costs, or nobody can say whether they keep enough. */
function judge(model: Model, about: Entity, min: Big): Looked | undefined {
  const word = about.fields.get("cost")?.node.name;
  const value = blockOf(about, "cost").get("contingency")?.values[0];
  // What costs nothing needs nothing kept for it.
  if (word === undefined || costsNothing(model.universe, about)) return undefined;
  const kept = contingencyOf(model.universe, about);
  const loss = lossOf(model, about);
  const wanted = wantedPercent(model, about, kept, min, loss.known);
  if (value === undefined) {
    if (writtenInside(about, "cost", "contingency")) return undefined;
    return { about, lack: { at: at(about, word), ...nothingKept(model.universe, about, wanted) } };
  }
  const place = at(about, value.span);
  const fixes = [
    { title: `Raise it to ${wanted}%`, edits: () => replace(about, value.span, `${wanted}%`) },
  ];
  const percent = value.is === "percent" ? value.value : (kept?.percent ?? atMost(model, about));
  if (percent?.lt(min)) {
    const [has, least] = apart(percent, min, { decimals: 1 });
    const message = `${subject(about)} keeps ${has}% for surprises; ${least}% is the least. Raise its contingency.`;
    return { about, lack: { at: place, message, fixes } };
  }
  if (kept === undefined) return undefined;
  if (kept.amount.gte(loss.known)) return loss.atLeast ? undefined : { about };
  if (kept.atLeast) return undefined;
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

/** What money is in percent of the costs that count; rates that do not yet make it even less. */
function atMost(model: Model, entity: Entity): Big | undefined {
  const cost = ownCostOf(model.universe, entity);
  const kept = contingencyOf(model.universe, entity);
  const rest = kept && cost?.amount.minus(kept.amount);
  return rest?.gt(0) ? kept?.amount.times(100).div(rest) : undefined;
}

/** What open risks are expected to cost together, each in full, in the currency of a project. */
interface Loss {
  readonly known: Big;
  readonly risks: readonly (readonly [Entity, Big])[];
  /** What one of them may cost is written and not understood. */
  readonly atLeast: boolean;
}

function lossOf(model: Model, entity: Entity): Loss {
  const all = model.universe;
  const open = relations(all)
    .affect.to(entity)
    .map(({ from }) => from)
    .filter((risk) => isOpen(all, risk) && written(risk, "loss"));
  const risks = open.flatMap((risk) => {
    const loss = riskState(all, risk).expectedLoss?.amount;
    const rate = exchangeRate(all.modelOf(risk), model);
    return loss === undefined || rate === undefined ? [] : [[risk, loss.times(rate)] as const];
  });
  const known = risks.reduce((sum, [, loss]) => sum.plus(loss), new Big(0));
  return { known, risks, atLeast: risks.length < open.length };
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

// Work that takes money and of which nobody can say what it brings.

import { memoAlong } from "../cells/memo.ts";
import { addDeclaration, freshName } from "../edits/edits.ts";
import { kpiFields } from "../edits/placeholders.ts";
import { inAscent, isAscentDoubtful } from "../model/above.ts";
import { amountOf, hasAmount } from "../model/derive/money.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { countedParts, inLine, isProgrammeDoubtful } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isCommitted } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unprovenSpend = practice(
  {
    id: "unproven-spend",
    group: "Money",
    severity: "info",
    says: "work with an amount other than 0 and neither benefit nor KPI, its own, its programme's, or a KPI of an objective it supports or one above that",
    kinds: ["initiative"],
    fix: "add a KPI",
  },
  {
    none: "has a benefit or a KPI",
    most: "have neither a benefit nor a KPI",
    advice: "Say what the money brings: a 'benefit', or a KPI of the work or of what it serves.",
    nouns: { initiative: "initiatives that take money" },
    look(model, about) {
      const all = model.universe;
      if (!isCommitted(all, about)) return undefined;
      const amount = amountOf(all, about)?.amount;
      if (amount === undefined || amount.eq(0)) return undefined;
      const proven = proofOf(all, about);
      if (proven === "yes") return { about };
      return proven === "no" ? { about, lack: lackOf(model, about) } : undefined;
    },
  },
);

function lackOf(model: Model, initiative: Entity): RuleFinding {
  return {
    at: atName(initiative),
    message: `${subject(initiative)} takes money, but nobody says what it brings: it has neither a benefit nor a KPI, and no objective above it has a KPI. Add one of them.`,
    fixes: [
      {
        title: "Add a KPI",
        edits: () =>
          addDeclaration(model.universe, initiative, {
            kind: "kpi",
            name: freshName(model, `${called(initiative)}-kpi`),
            title: "What it brings",
            fields: kpiFields(model),
          }),
      },
    ],
  };
}

type Proof = "yes" | "perhaps" | "no";

/**
 * Whether somebody can say what work brings: itself, its programmes or the objectives above it, else
 * all the parts that take the money. `perhaps` where something faulty may be what is looked for.
 */
const proofOf: (all: Universe, initiative: Entity) => Proof = memoAlong(
  countedParts,
  (all, initiative) => {
    if (hasBenefit(all, initiative)) return "yes";
    if (isMeasured(all, initiative) || isMeasuredAbove(all, initiative)) return "yes";
    const isDoubtful =
      isAscentDoubtful(all, initiative) ||
      isProgrammeDoubtful(all, initiative) ||
      isKpiHidden(all, initiative) ||
      isKpiHiddenAbove(all, initiative);
    return isDoubtful ? "perhaps" : proofOfParts(all, initiative);
  },
);

const hasBenefit = inLine((_all, one) => written(one, "benefit"));

const hasKpi = (all: Universe, one: Entity) => relations(all).measure.to(one).length > 0;
const isMeasured = inLine(hasKpi);
const isMeasuredAbove = inAscent(hasKpi);

const mayHaveKpi = (all: Universe, one: Entity) => relations(all).measure.doubtful(one, "to");
const isKpiHidden = inLine(mayHaveKpi);
const isKpiHiddenAbove = inAscent(mayHaveKpi);

/** A programme without money of its own is proven where all the parts that take it are. */
function proofOfParts(all: Universe, programme: Entity): Proof {
  if (written(programme, "budget") || written(programme, "cost")) return "no";
  const paid = countedParts(all, programme).filter((part) => !amountOf(all, part)?.amount.eq(0));
  const proofs = paid.filter((part) => hasAmount(all, part)).map((part) => proofOf(all, part));
  if (proofs.length === 0 || proofs.includes("no")) return "no";
  return proofs.includes("perhaps") ? "perhaps" : "yes";
}

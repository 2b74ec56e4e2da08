// Committed work without a budget and without costs.

import { memoAlong } from "../cells/memo.ts";
import { addFields } from "../edits/edits.ts";
import { type Entity, unknownIn, written } from "../model/entity.ts";
import {
  arePartsDoubtful,
  inLine,
  inParts,
  isProgrammeDoubtful,
  partsOf,
} from "../model/programmes.ts";
import { isCommitted } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unbudgetedInitiative = practice(
  {
    id: "unbudgeted-initiative",
    group: "Money",
    severity: "warning",
    says: "neither budget nor cost, its own, its programme's or of all its committed parts",
    kinds: ["initiative"],
    fix: "add a budget",
  },
  {
    none: "has a budget or costs",
    most: "have neither a budget nor costs",
    advice: "Write what they may cost, the dearest first; 0 says that it costs nothing.",
    look(model, about) {
      const all = model.universe;
      if (!isCommitted(all, about)) return undefined;
      if (isBudgeted(all, about)) return { about };
      return isHidden(all, about) ? undefined : { about, lack: lackOf(all, about) };
    },
  },
);

function isBudgeted(all: Universe, initiative: Entity): boolean {
  return hasMoneyAbove(all, initiative) || areBudgeted(all, initiative);
}

const hasMoneyAbove = inLine((_all, one) => hasMoney(one));

/** Whether all that a programme is made of, as far as it is decided on, has money. */
const areBudgeted: (all: Universe, programme: Entity) => boolean = memoAlong(
  partsOf,
  (all, programme) => {
    const parts = partsOf(all, programme).filter((part) => isCommitted(all, part));
    return parts.length > 0 && parts.every((part) => hasMoney(part) || areBudgeted(all, part));
  },
);

function hasMoney(initiative: Entity): boolean {
  return written(initiative, "budget") || written(initiative, "cost");
}

/** Whether something faulty may be the programme or the part that has money. */
function isHidden(all: Universe, initiative: Entity): boolean {
  return (
    isProgrammeDoubtful(all, initiative) ||
    arePartsDoubtful(all, initiative) ||
    partsOf(all, initiative).some((part) => isStatusUnknown(all, part))
  );
}

const isStatusUnknown = inParts((_all, one) => unknownIn(one, "status"));

function lackOf(all: Universe, initiative: Entity): RuleFinding {
  return {
    at: atName(initiative),
    message: `${subject(initiative)} has neither a budget nor costs. Write what it may cost; 0 says that it costs nothing.`,
    fixes: [
      {
        title: "Add a budget",
        edits: () => addFields(all, initiative, [{ name: "budget", value: "100k" }]),
      },
    ],
  };
}

// Business objectives that nobody at the top stands behind.
import { levelOf } from "../model/derive/alignment.ts";
import { isStrategyDoubtful } from "../model/derive/currency.ts";
import { type Named, namedBy } from "../model/derive/teams.ts";
import { type Entity, refsOf, unknownIn, written } from "../model/entity.ts";
import { isOwned, ownedBy } from "../model/owner.ts";
import { isOpen } from "../model/status.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingStakeholders = practice(
  {
    id: "missing-stakeholders",
    group: "People",
    severity: "info",
    says: "an open business objective with neither sponsor nor stakeholders, whose owner is not the strategy's",
    kinds: ["objective"],
  },
  {
    none: "has a sponsor or stakeholders",
    most: "have neither a sponsor nor stakeholders",
    advice: "Name who stands behind them at the top, or who is affected.",
    nouns: { objective: "business objectives" },
    look(model, about) {
      if (!isOpen(model.universe, about)) return undefined;
      if (levelOf(model.universe, about) !== "business") return undefined;
      const isBacked = written(about, "sponsor") || written(about, "stakeholders");
      const atTop = isBacked || isOwnedAtTheTop(model, about);
      if (atTop === undefined) return undefined;
      return { about, lack: atTop ? undefined : lackOf(about) };
    },
  },
);

function lackOf(objective: Entity): RuleFinding {
  return {
    at: atName(objective),
    message: `${subject(objective)} has neither a sponsor nor stakeholders. Name who stands behind it, or who is affected.`,
  };
}

/** Who answers for the strategy stands behind it; undefined where one of them is not understood. */
function isOwnedAtTheTop(model: Model, objective: Entity): boolean | undefined {
  const { strategy, universe: all } = model;
  const top = strategy && ownerIn(all, strategy);
  const own = ownerIn(all, objective);
  if (top === "unknown" || own === "unknown") return undefined;
  if (isStrategyDoubtful(model) || isOwned(all, objective) === "perhaps") return undefined;
  return top !== undefined && top.who === own?.who;
}

function ownerIn(all: Universe, entity: Entity): { readonly who: Named } | "unknown" | undefined {
  const holder = ownedBy(all, entity);
  if (holder === undefined) return undefined;
  const [ref] = unknownIn(holder, "owner") ? [] : refsOf(holder, "owner");
  const who = ref && (slipOf(all, ref) ?? namedBy(all, ref));
  return who === undefined ? "unknown" : { who };
}

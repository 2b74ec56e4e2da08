// Business objectives that nobody at the top stands behind.
import { levelOf } from "../model/derive/alignment.ts";
import { type Named, namedIn } from "../model/derive/teams.ts";
import { type Entity, written } from "../model/entity.ts";
import { ownedBy } from "../model/owner.ts";
import { openOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingStakeholders = practice(
  {
    id: "missing-stakeholders",
    group: "People",
    severity: "info",
    says: "an open business objective with neither sponsor nor stakeholders, whose owner is not the strategy's",
  },
  {
    none: "has a sponsor or stakeholders",
    most: "have neither a sponsor nor stakeholders",
    advice: "Name who stands behind them at the top, or who is affected.",
    nouns: { objective: "business objectives" },
    *look(model) {
      for (const about of openOf(model, "objective")) {
        if (levelOf(model.universe, about) !== "business") continue;
        const isBacked =
          written(about, "sponsor") ||
          written(about, "stakeholders") ||
          isOwnedAtTheTop(model, about);
        yield { about, lack: isBacked ? undefined : lackOf(about) };
      }
    },
  },
);

function lackOf(objective: Entity): RuleFinding {
  return {
    at: atName(objective),
    message: `${subject(objective)} has neither a sponsor nor stakeholders. Name who stands behind it, or who is affected.`,
  };
}

/** Who answers for the strategy stands behind it. */
function isOwnedAtTheTop(model: Model, objective: Entity): boolean {
  const top = model.strategy && ownerIn(model, model.strategy);
  return top !== undefined && top === ownerIn(model, objective);
}

function ownerIn({ universe: all }: Model, entity: Entity): Named | undefined {
  const holder = ownedBy(all, entity);
  return holder && namedIn(all, holder, "owner")[0];
}

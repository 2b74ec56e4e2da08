// Open objectives, committed work and open KPIs for which nobody answers.
import { addFields } from "../edits/edits.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import { isOwned } from "../model/owner.ts";
import { isCurrent } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingOwner = practice(
  {
    id: "missing-owner",
    group: "People",
    severity: "warning",
    says: "an open objective, committed initiative or open KPI with no owner, its own or that of what it stands in (a KPI's: or measures)",
    kinds: ["objective", "initiative", "kpi"],
    fix: "add an owner",
  },
  {
    none: "has an owner",
    most: "have no owner",
    advice: "Name a role in 'owner', at the top first: it answers for what stands in it.",
    look(model, about) {
      if (!isCurrent(model.universe, about)) return undefined;
      const owned = isOwned(model.universe, about);
      if (owned === "yes") return { about };
      return owned === "no" ? { about, lack: lackOf(model, about) } : undefined;
    },
  },
);

function lackOf(model: Model, entity: Entity): RuleFinding {
  return {
    at: atName(entity),
    message: `${subject(entity)} has no owner, so nobody answers for it. Name a role in 'owner'.`,
    fixes: [
      {
        title: "Add an owner",
        edits: () => addFields(model.universe, entity, [{ name: "owner", value: likely(model) }]),
      },
    ],
  };
}

/** The owner of the strategy, or the usual one; another where those names stand for something else. */
function likely(model: Model): string {
  const ref = model.strategy && valueIn(model.strategy, "owner", "reference")?.ref;
  const names = [ref?.path.length === 1 ? ref.name : "cio", "cio", "head-of-it"];
  const isFree = (name: string) => {
    const kind = model.names.get(name)?.kind;
    return kind === undefined || kind === "role";
  };
  return names.find(isFree) ?? "owner";
}

// Objectives, initiatives, KPIs and risks that have a name only.
import type { Entity } from "../model/entity.ts";
import { isCurrent } from "../model/status.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingTitle = practice(
  {
    id: "missing-title",
    group: "Hygiene",
    severity: "info",
    says: "a core declaration with no title",
    kinds: ["objective", "initiative", "kpi", "risk"],
  },
  {
    none: "has a title",
    most: "have no title",
    advice: "Say in a few words what they are, in quotes behind their names.",
    look(model, about) {
      if (!isCurrent(model.universe, about)) return undefined;
      // A faulty head may hold what should have been the title.
      if (model.universe.titleOf(about) !== undefined) return { about };
      return about.node.faulty ? undefined : { about, lack: lackOf(about) };
    },
  },
);

function lackOf(one: Entity): RuleFinding {
  return {
    at: atName(one),
    message: `${subject(one)} has no title. Say in a few words what it is, in quotes behind its name.`,
  };
}

// Objectives, initiatives, KPIs and risks that have a name only.
import type { Entity } from "../model/entity.ts";
import { committedWork, openKpisOf, openOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingTitle = practice(
  {
    id: "missing-title",
    group: "Hygiene",
    severity: "info",
    says: "a core declaration with no title",
  },
  {
    none: "has a title",
    most: "have no title",
    advice: "Say in a few words what they are, in quotes behind their names.",
    *look(model) {
      for (const about of spokenOf(model)) {
        // A faulty head may hold what should have been the title.
        if (about.title !== undefined) yield { about };
        else if (!about.node.faulty) yield { about, lack: lackOf(about) };
      }
    },
  },
);

function lackOf(one: Entity): RuleFinding {
  return {
    at: atName(one),
    message: `${subject(one)} has no title. Say in a few words what it is, in quotes behind its name.`,
  };
}

function spokenOf(model: Model): readonly Entity[] {
  return [
    ...openOf(model, "objective"),
    ...committedWork(model),
    ...openKpisOf(model),
    ...openOf(model, "risk"),
  ];
}

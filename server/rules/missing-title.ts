// Objectives, initiatives, KPIs and risks that have a name only.
import type { Entity } from "../model/entity.ts";
import { isCommitted, isOpen, openKpis } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingTitle: Rule = {
  id: "missing-title",
  group: "Hygiene",
  severity: "info",
  says: "a core declaration with no title",
  *check(model) {
    for (const kind of ["objective", "initiative", "kpi", "risk"] as const) {
      for (const one of model.of(kind)) {
        // A faulty head may hold what should have been the title.
        if (one.title !== undefined || one.node.faulty || !isSpokenOf(model, one)) continue;
        yield {
          at: atName(one),
          message: `${subject(one)} has no title. Say in a few words what it is, in quotes behind its name.`,
        };
      }
    }
  },
};

function isSpokenOf(model: Model, one: Entity): boolean {
  if (one.kind === "kpi") return openKpis(model.universe).has(one);
  return one.kind === "initiative" ? isCommitted(one) : isOpen(one);
}

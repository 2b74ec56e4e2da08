// Open objectives that nobody works on.
import { addDeclaration, freshName } from "../edits/edits.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { kpisOn } from "../model/derive/measured.ts";
import type { Entity } from "../model/entity.ts";
import { inParts } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isClosed, isOpen, statusOf } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unsupportedObjective: Rule = {
  id: "unsupported-objective",
  group: "Alignment",
  severity: "warning",
  says: "an open objective with no initiative and no sub-objective under it (info where it has a KPI; completed work and achieved sub-objectives count as support)",
  fix: "add an initiative",
  kinds: ["objective"],
  *judge(model, objective) {
    const all = model.universe;
    if (!isOpen(all, objective)) return;
    if (relations(all).support.doubtful(objective, "to")) return;
    const under = childrenOf(all, objective);
    if (under.some((one) => isHeld(all, one))) return;
    const lacks =
      under.length === 0
        ? "has no initiative and no objective under it"
        : "has nothing under it that still counts: what was there is given up";
    yield {
      at: atName(objective),
      ...(isMeasured(all, objective) && { severity: "info" as const }),
      message: `${subject(objective)} ${lacks}. Add the work that serves it, or close it.`,
      fixes: [
        {
          title: "Add an initiative",
          edits: () =>
            addDeclaration(model.universe, objective, {
              kind: "initiative",
              name: freshName(model, `work-for-${objective.name || "this"}`),
              title: "What we do for it",
              fields: [{ name: "status", value: "proposed" }],
            }),
        },
      ],
    };
  },
};

/** Closed, and neither done nor reached. */
function isGivenUp(all: Universe, one: Entity): boolean {
  const status = statusOf(one);
  return isClosed(all, one) && status !== "completed" && status !== "achieved";
}

/** Whether something, or a part of it, still counts or is done. */
const isHeld = inParts((all, one) => !isGivenUp(all, one));

/** Who measures an objective works on it, perhaps without calling that an initiative. */
function isMeasured(all: Universe, objective: Entity): boolean {
  return relations(all).measure.doubtful(objective, "to") || kpisOn(all, objective).length > 0;
}

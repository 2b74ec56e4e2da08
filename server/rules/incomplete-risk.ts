// Open risks of which too little is said to compare or to watch them.
import { addFields } from "../edits.ts";
import { type Entity, refsOf, written } from "../model/entity.ts";
import { hasOwner } from "../model/owner.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { joined } from "../model/words.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const incompleteRisk: Rule = {
  id: "incomplete-risk",
  group: "Risk",
  severity: "warning",
  says: "an open risk without probability, impact or owner",
  fix: "add them",
  *check(model) {
    for (const risk of model.of("risk")) {
      const missing = isOpen(risk) ? missingIn(risk) : [];
      if (missing.length === 0) continue;
      yield {
        at: atName(risk),
        message: `${subject(risk)} has no ${joined(missing, "or")}. Add ${missing.length === 1 ? "it" : "them"}, so that the risk can be ${missing.includes("owner") ? "watched" : "compared with others"}.`,
        fixes: [
          {
            title: `Add ${joined(missing, "and")}`,
            edits: () =>
              addFields(
                risk,
                missing.map((name) => ({
                  name,
                  value: name === "owner" ? likelyOwner(model) : "medium",
                })),
              ),
          },
        ],
      };
    }
  },
};

function missingIn(risk: Entity): readonly string[] {
  const missing = ["probability", "impact"].filter((field) => !written(risk, field));
  return hasOwner(risk) ? missing : [...missing, "owner"];
}

/** Whoever answers for the strategy, until somebody nearer is named. */
function likelyOwner({ strategy }: Model): string {
  return (strategy && refsOf(strategy, "owner")[0]?.name) ?? "risk-owner";
}

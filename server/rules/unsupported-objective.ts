// Open objectives that nobody works on.
import { addDeclaration, freshName } from "../edits.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { relations } from "../model/relations.ts";
import { isClosed, isOpen } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unsupportedObjective: Rule = {
  id: "unsupported-objective",
  group: "Alignment",
  severity: "warning",
  says: "an open objective with no initiative and no sub-objective under it",
  fix: "add an initiative",
  *check(model) {
    const all = model.universe;
    for (const objective of model.of("objective")) {
      if (!isOpen(objective) || relations(all).support.doubtful(objective, "to")) continue;
      const under = childrenOf(all, objective);
      if (!under.every(isClosed)) continue;
      const lacks =
        under.length === 0
          ? "has no initiative and no objective under it"
          : "has nothing open under it: all that was there is closed";
      yield {
        at: atName(objective),
        message: `${subject(objective)} ${lacks}. Add the work that serves it, or close it.`,
        fixes: [
          {
            title: "Add an initiative",
            edits: () =>
              addDeclaration(objective, {
                kind: "initiative",
                name: freshName(model, `work-for-${objective.name || "this"}`),
                title: "What we do for it",
                fields: [{ name: "status", value: "proposed" }],
              }),
          },
        ],
      };
    }
  },
};

// Open objectives and committed work for which nobody answers.
import { addFields } from "../edits.ts";
import { valueIn } from "../model/entity.ts";
import { hasOwner } from "../model/owner.ts";
import { isCommitted, isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingOwner: Rule = {
  id: "missing-owner",
  group: "People",
  severity: "warning",
  says: "an open objective or committed initiative with no owner, its own or that of what it stands in",
  fix: "add an owner",
  *check(model) {
    const objectives = model.of("objective").filter(isOpen);
    for (const entity of [...objectives, ...model.of("initiative").filter(isCommitted)]) {
      if (hasOwner(entity)) continue;
      yield {
        at: atName(entity),
        message: `${subject(entity)} has no owner, so nobody answers for it. Name a role in 'owner'.`,
        fixes: [
          {
            title: "Add an owner",
            edits: () => addFields(entity, [{ name: "owner", value: likely(model) }]),
          },
        ],
      };
    }
  },
};

/** The owner of the strategy, or the usual one. */
function likely(model: Model): string {
  const ref = model.strategy && valueIn(model.strategy, "owner", "reference")?.ref;
  return ref?.name ?? "cio";
}

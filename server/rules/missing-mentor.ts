// Successors of key roles whom nobody prepares.
import { namedBy } from "../model/derive/teams.ts";
import { choiceOf, refsOf, written } from "../model/entity.ts";
import { slipOf } from "../model/undeclared.ts";
import { at, object, type Rule } from "./rule.ts";

export const missingMentor: Rule = {
  id: "missing-mentor",
  group: "People",
  severity: "info",
  says: "a successor of a critical role whom nobody mentors, on the reference to it",
  kinds: ["role"],
  *judge(model, role) {
    if (choiceOf(role, "critical") !== "yes") return;
    for (const ref of refsOf(role, "successors")) {
      const meant = slipOf(model.universe, ref);
      const successor = meant === role ? ref.name : (meant ?? namedBy(model.universe, ref));
      if (successor === undefined) continue;
      if (typeof successor !== "string" && written(successor, "mentored-by")) continue;
      yield {
        at: at(role, ref.span),
        message: `'${ref.name}' shall take over from ${object(role)}, but nobody mentors it. Write who does in 'mentored-by' of '${ref.name}'.`,
      };
    }
  },
};

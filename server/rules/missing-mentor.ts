// Successors of key roles whom nobody prepares.
import { isKeyRole, successorsOf } from "../model/derive/succession.ts";
import { at, object, type Rule } from "./rule.ts";

export const missingMentor: Rule = {
  id: "missing-mentor",
  group: "People",
  severity: "info",
  says: "a successor of a critical role whom nobody mentors, on the reference to it",
  kinds: ["role"],
  *judge(model, role) {
    if (!isKeyRole(role)) return;
    for (const { ref, isMentored } of successorsOf(model.universe, role)) {
      if (isMentored) continue;
      yield {
        at: at(role, ref.span),
        message: `'${ref.name}' shall take over from ${object(role)}, but nobody mentors it. Write who does in 'mentored-by' of '${ref.name}'.`,
      };
    }
  },
};

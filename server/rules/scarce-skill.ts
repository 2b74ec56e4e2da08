// Skills that work needs and only one team or role has.
import { holdersIn } from "../model/derive/skills.ts";
import { namedBy } from "../model/derive/teams.ts";
import { called, refsOf } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { isStray } from "../model/stray.ts";
import { at, atName, type Rule } from "./rule.ts";

export const scarceSkill: Rule = {
  id: "scarce-skill",
  group: "People",
  severity: "info",
  says: "a needed skill that only one team or role names in its `skills`, on the initiative's reference to it",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (!isCommitted(model.universe, initiative)) return;
    for (const ref of refsOf(initiative, "skills")) {
      const skill = namedBy(model.universe, ref);
      const [only, ...others] = skill === undefined ? [] : holdersIn(model, skill);
      if (only === undefined || others.length > 0 || !only.sure) continue;
      if (typeof skill !== "string" && skill && isStray(model.universe, skill)) continue;
      yield {
        at: at(initiative, ref.span),
        message: `Only '${called(only)}' has the skill '${ref.name}'. Let somebody else learn it before it is missed.`,
        related: [{ at: atName(only), message: `'${called(only)}' has it.` }],
      };
    }
  },
};

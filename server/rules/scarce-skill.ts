// Skills that work needs and only one team or role has.
import { indexed } from "../cells/indexed.ts";
import { type Named, namedBy, namedIn } from "../model/derive/teams.ts";
import { called, type Entity, refsMeant, refsOf } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { isCommitted } from "../model/status.ts";
import { isStray } from "../model/stray.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model, Universe } from "../model/universe.ts";
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

/** Who has a skill: one that is declared, in all projects; a name that nobody declares, in this one. */
function holdersIn(model: Model, skill: Named): readonly Entity[] {
  const known = holders(model.universe).get(skill);
  if (typeof skill !== "string") return known;
  return known.filter((one) => model.pathOf(one.chunk) !== undefined);
}

/** Who names each skill as their own, or seems to. */
const holders = indexed<Universe, Named, Entity>(function* (all, chunk) {
  for (const entity of outline(chunk).entities) {
    if (entity.kind !== "team" && entity.kind !== "role") continue;
    const meant = [
      ...refsMeant(entity, "skills").map((ref) => namedBy(all, ref)),
      ...refsOf(entity, "skills").map((ref) => slipOf(all, ref)),
    ];
    for (const skill of new Set([...namedIn(all, entity, "skills"), ...meant]))
      if (skill !== undefined) yield [skill, entity];
  }
});

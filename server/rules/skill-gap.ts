// Skills that work needs and none of its teams has or is learning.
import { addToList } from "../edits/edits.ts";
import { areSkillsDoubtful, learningOf, skillsOf } from "../model/derive/skills.ts";
import { hasSlip, hasUnknownName, namedBy, namedIn } from "../model/derive/teams.ts";
import { type Entity, type Ref, refsOf, unknownIn } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model } from "../model/universe.ts";
import { at, type Rule, subject } from "./rule.ts";

export const skillGap: Rule = {
  id: "skill-gap",
  group: "People",
  severity: "warning",
  says: "an initiative needs a skill that none of its declared teams has or is learning",
  fix: "add to learning",
  kinds: ["initiative"],
  *judge(model, initiative) {
    const all = model.universe;
    if (!isCommitted(all, initiative)) return;
    if (unknownIn(initiative, "teams")) return;
    const teams = declaredTeams(model, initiative);
    if (teams.length === 0 || teams.some((team) => areSkillsDoubtful(all, team))) return;
    if (hasUnknownName(all, initiative, "teams") || hasSlip(all, initiative, "teams")) return;
    for (const ref of refsOf(initiative, "skills")) {
      const meant = slipOf(all, ref);
      const skill = meant ?? namedBy(all, ref);
      if (skill === undefined) continue;
      if (teams.some((team) => skillsOf(all, team).has(skill) || learningOf(all, team).has(skill)))
        continue;
      const names = teams.map((team) => `'${team.name}'`).join(" or ");
      const learners = teams.filter((team) => canName(model, team, initiative, ref));
      yield {
        at: at(initiative, ref.span),
        message: `${subject(initiative)} needs '${ref.name}', which nobody in ${names} has or is learning. Let somebody learn it, or bring in a team that can.`,
        fixes: learners.map((team) => ({
          title: `Add to what '${team.name}' is learning`,
          edits: () => addToList(model.universe, team, "learning", meant?.name ?? ref.name),
        })),
      };
    }
  },
};

/** Whether a team of this project may write the skill as the initiative does: what is imported, in its file. */
function canName(model: Model, team: Entity, initiative: Entity, ref: Ref): boolean {
  const path = model.pathOf(team.chunk);
  return path !== undefined && (ref.path.length === 1 || path === model.pathOf(initiative.chunk));
}

function declaredTeams(model: Model, initiative: Entity): readonly Entity[] {
  return namedIn(model.universe, initiative, "teams").filter((team) => typeof team !== "string");
}

// Skills that work needs and none of its teams has or is learning.
import { addToList } from "../edits/edits.ts";
import { needsOf } from "../model/derive/skills.ts";
import type { Entity, Ref } from "../model/entity.ts";
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
    for (const { ref, lackedBy: teams } of needsOf(model.universe, initiative)) {
      if (teams === undefined) continue;
      const meant = slipOf(model.universe, ref)?.name ?? ref.name;
      const names = teams.map((team) => `'${team.name}'`).join(" or ");
      const learners = teams.filter((team) => canName(model, team, initiative, ref));
      yield {
        at: at(initiative, ref.span),
        message: `${subject(initiative)} needs '${ref.name}', which nobody in ${names} has or is learning. Let somebody learn it, or bring in a team that can.`,
        fixes: learners.map((team) => ({
          title: `Add to what '${team.name}' is learning`,
          edits: () => addToList(model.universe, team, "learning", meant),
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

// Work of many teams, or of two departments, with nothing at which they meet.
import { type Named, namedIn } from "../model/derive/teams.ts";
import { type Entity, refsOf, unknownIn, valueIn } from "../model/entity.ts";
import { entityOf } from "../model/resolve.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const uncoordinatedTeams: Rule = {
  id: "uncoordinated-teams",
  group: "People",
  severity: "info",
  says: "three teams or more, or two departments, on an initiative with no milestone and no review that covers it",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (!isCommitted(initiative) || unknownIn(initiative, "teams")) continue;
      const teams = new Set(namedIn(model.universe, initiative, "teams"));
      const departments = new Set([...teams].flatMap(departmentOf));
      if (teams.size < 3 && departments.size < 2) continue;
      if (
        initiative.children.some((child) => child.kind === "milestone" || child.kind === undefined)
      )
        continue;
      if (isCovered(model, initiative)) continue;
      const who = teams.size >= 3 ? `${teams.size} teams` : `${departments.size} departments`;
      yield {
        at: atName(initiative),
        message: `${subject(initiative)} is the work of ${who}, but has no milestone and no review at which they meet. Add one.`,
      };
    }
  },
};

function departmentOf(team: Named): readonly string[] {
  const text = typeof team === "string" ? undefined : valueIn(team, "department", "text")?.text;
  return text === undefined ? [] : [text.trim()];
}

/** Whether a review names the initiative among what it covers. */
function isCovered(model: Model, initiative: Entity): boolean {
  for (const home of model.universe.models.values()) {
    for (const review of home.of("review")) {
      if (unknownIn(review, "covers")) return true;
      if (refsOf(review, "covers").some((ref) => entityOf(model.universe, ref) === initiative))
        return true;
    }
  }
  return false;
}

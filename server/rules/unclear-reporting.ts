// Roles and teams of which nobody can say whom they report to.
import { isStrategyDoubtful } from "../model/derive/currency.ts";
import {
  hasUnknownName,
  isReportingDoubtful,
  leadOf,
  type Named,
  namedIn,
  superiorOf,
} from "../model/derive/teams.ts";
import { type Entity, unknownIn, written } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unclearReporting: Rule = {
  id: "unclear-reporting",
  group: "People",
  severity: "info",
  says: "where some role reports to another: a role that does not, a team with no lead",
  *check(model) {
    const all = model.universe;
    const roles = model.of("role");
    if (!roles.some((role) => superiorOf(all, role) !== undefined)) return;
    const loose = roles.filter(
      (role) => superiorOf(all, role) === undefined && !isReportingDoubtful(all, role),
    );
    const top = topOf(model) ?? loose[0];
    // Where the owner of the strategy is not understood, any of them may be at the top.
    for (const role of isOwnerUnknown(model) ? [] : loose) {
      if (role === top) continue;
      yield {
        at: atName(role),
        message: `${subject(role)} reports to nobody. Write its superior in 'reports-to', or its team.`,
      };
    }
    for (const team of model.of("team")) {
      if (written(team, "lead") || leadOf(all, team) !== undefined) continue;
      yield {
        at: atName(team),
        message: `${subject(team)} has no lead. Name the role that leads it in 'lead'.`,
      };
    }
  },
};

function isOwnerUnknown(model: Model): boolean {
  const { strategy } = model;
  if (strategy === undefined) return isStrategyDoubtful(model);
  return unknownIn(strategy, "owner") || hasUnknownName(model.universe, strategy, "owner");
}

/** The top of the line of the strategy's owner. */
function topOf(model: Model): Named | undefined {
  const { strategy } = model;
  if (strategy === undefined) return undefined;
  let top: Named | undefined = namedIn(model.universe, strategy, "owner")[0];
  const seen = new Set<Entity>();
  while (top !== undefined && typeof top !== "string" && !seen.has(top)) {
    seen.add(top);
    const above = superiorOf(model.universe, top);
    if (above === undefined || typeof above === "string") return top;
    top = above;
  }
  return typeof top === "string" ? undefined : top;
}

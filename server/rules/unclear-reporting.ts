// Roles and teams of which nobody can say whom they report to.
import { isStrategyDoubtful } from "../model/derive/currency.ts";
import {
  hasSlip,
  hasUnknownName,
  isReportingDoubtful,
  leadOf,
  namedIn,
  superiorOf,
} from "../model/derive/teams.ts";
import { type Entity, unknownIn, written } from "../model/entity.ts";
import type { Model, Universe } from "../model/universe.ts";
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
    // Where the line of the strategy's owner is not understood, any of them may be at the top.
    for (const role of isTopUnknown(model) ? [] : loose) {
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

/** Whether nobody can say where the line of the strategy's owner ends. */
function isTopUnknown(model: Model): boolean {
  const { strategy, universe: all } = model;
  if (strategy === undefined) return isStrategyDoubtful(model);
  if (isNameUnknown(all, strategy, "owner")) return true;
  const top = topOf(model);
  if (top === undefined) return false;
  return isReportingDoubtful(all, top) || isNameUnknown(all, top, "reports-to");
}

function isNameUnknown(all: Universe, entity: Entity, field: string): boolean {
  return (
    unknownIn(entity, field) || hasUnknownName(all, entity, field) || hasSlip(all, entity, field)
  );
}

/** The top of the line of the strategy's owner. */
function topOf(model: Model): Entity | undefined {
  const { strategy } = model;
  const [owner] = strategy === undefined ? [] : namedIn(model.universe, strategy, "owner");
  if (owner === undefined || typeof owner === "string") return undefined;
  const line = new Set([owner]);
  for (const one of line) {
    const above = superiorOf(model.universe, one);
    if (above !== undefined && typeof above !== "string") line.add(above);
  }
  return [...line].at(-1);
}

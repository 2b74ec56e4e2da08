// Roles and teams of which nobody can say whom they report to.
import type { Kind } from "../../grammar/vocabulary.ts";
import { isStrategyDoubtful } from "../model/derive/currency.ts";
import {
  hasSlip,
  hasUnknownName,
  isReportingDoubtful,
  leadOf,
  type Named,
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
  says: "where some role reports to another: a role that does not (the top of the line of the strategy's owner, or without one the first such role, aside), a team with no lead. Once a project, on the first, the others related",
  *judgeProject(model) {
    const all = model.universe;
    const roles = model.of("role");
    if (!roles.some((role) => superiorOf(all, role) !== undefined)) return;
    const loose = roles.filter(
      (role) => superiorOf(all, role) === undefined && !isReportingDoubtful(all, role),
    );
    const top = topOf(model) ?? loose[0];
    // Where the line of the strategy's owner is not understood, any of them may be at the top.
    const astray = isTopUnknown(model) ? [] : loose.filter((role) => role !== top);
    const leaderless = model
      .of("team")
      .filter((team) => !written(team, "lead") && leadOf(all, team) === undefined);
    const unclear = new Set<Entity>([...astray, ...leaderless]);
    const [first, ...others] = model.entities.filter((entity) => unclear.has(entity));
    if (first === undefined) return;
    yield {
      at: atName(first),
      message: `${says(first)}${andOthers(others)} ${advice(astray.length > 0, leaderless.length > 0)}`,
      related: others.map((one) => ({ at: atName(one), message: says(one) })),
    };
  },
};

function says(one: Entity): string {
  return `${subject(one)} ${one.kind === "role" ? "reports to nobody" : "has no lead"}.`;
}

function andOthers(others: readonly Entity[]): string {
  if (others.length === 0) return "";
  const count = (kind: Kind, noun: string, lacks: readonly [string, string]) => {
    const number = others.filter((one) => one.kind === kind).length;
    if (number === 0) return [];
    return [number === 1 ? `1 other ${noun} ${lacks[0]}` : `${number} other ${noun}s ${lacks[1]}`];
  };
  const told = [
    ...count("role", "role", ["does not report to anybody", "do not report to anybody"]),
    ...count("team", "team", ["has no lead", "have no lead"]),
  ];
  return ` ${told.join(", and ")}.`;
}

function advice(hasRoles: boolean, hasTeams: boolean): string {
  const ways = [
    ...(hasRoles ? ["write a role's superior in 'reports-to', or its team"] : []),
    ...(hasTeams ? ["name the role that leads a team in 'lead'"] : []),
  ].join("; ");
  return `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`;
}

/** Whether nobody can say where the line of the strategy's owner ends. */
function isTopUnknown(model: Model): boolean {
  const { strategy, universe: all } = model;
  if (strategy === undefined) return isStrategyDoubtful(model);
  if (isNameUnknown(all, strategy, "owner")) return true;
  const top = topOf(model);
  if (top === undefined || typeof top === "string") return false;
  return isReportingDoubtful(all, top) || isNameUnknown(all, top, "reports-to");
}

function isNameUnknown(all: Universe, entity: Entity, field: string): boolean {
  return (
    unknownIn(entity, field) || hasUnknownName(all, entity, field) || hasSlip(all, entity, field)
  );
}

/** The top of the line of the strategy's owner: a role, or an owner that nobody declared. */
function topOf(model: Model): Named | undefined {
  const { strategy } = model;
  const [owner] = strategy === undefined ? [] : namedIn(model.universe, strategy, "owner");
  if (owner === undefined || typeof owner === "string") return owner;
  const line = new Set([owner]);
  for (const one of line) {
    const above = superiorOf(model.universe, one);
    if (above !== undefined && typeof above !== "string") line.add(above);
  }
  return [...line].at(-1);
}

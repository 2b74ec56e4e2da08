// Roles and teams of which nobody can say whom they report to.
import type { Kind } from "../../grammar/vocabulary.ts";
import { unclearLines } from "../model/derive/reporting.ts";
import type { Entity } from "../model/entity.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unclearReporting: Rule = {
  id: "unclear-reporting",
  group: "People",
  severity: "info",
  says: "where some role reports to another: a role that does not (the top of the line of the strategy's owner, or without one the first such role, aside), a team with no lead. Once a project, on the first, the others related",
  *judgeProject(model) {
    const unclear = unclearLines(model);
    const [first, ...others] = unclear;
    if (first === undefined) return;
    const has = (kind: Kind) => unclear.some((one) => one.kind === kind);
    yield {
      at: atName(first),
      message: `${says(first)}${andOthers(others)} ${advice(has("role"), has("team"))}`,
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

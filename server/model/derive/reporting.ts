// Reporting lines → who is at the top, and of whom nobody can say whom they report to.
import { anywhere, collected } from "../../cells/folded.ts";
import { type Entity, unknownIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import type { Model, Universe } from "../universe.ts";
import { isStrategyDoubtful } from "./currency.ts";
import {
  hasSlip,
  hasUnknownName,
  isReportingDoubtful,
  leadOf,
  type Named,
  namedIn,
  superiorOf,
} from "./teams.ts";

/**
 * The roles of a project that report to nobody and its teams that nobody leads, in project order: where
 * some role reports to another, apart from the role at the top. That is the top of the line of the
 * strategy's owner, or without one the first such role.
 */
export function unclearLines(model: Model): readonly Entity[] {
  if (!isAnyReporting(model)) return [];
  const top = topOf(model) ?? loose(model).find(({ kind }) => kind === "role");
  // Where the line of the strategy's owner is not understood, any of them may be at the top.
  const areRolesTold = !isTopUnknown(model);
  return loose(model).filter((one) => one.kind === "team" || (areRolesTold && one !== top));
}

/** Whether some role of a project reports to another. */
export const isAnyReporting = anywhere<Model>((model, chunk) =>
  outline(chunk).entities.some(
    (one) => one.sure && one.kind === "role" && superiorOf(model.universe, one) !== undefined,
  ),
);

/** The roles that report to nobody and the teams that nobody leads. */
const loose = collected<Model, Entity>(({ universe: all }, chunk) =>
  outline(chunk).entities.filter((one) => {
    if (!one.sure) return false;
    if (one.kind === "role")
      return superiorOf(all, one) === undefined && !isReportingDoubtful(all, one);
    return one.kind === "team" && !written(one, "lead") && leadOf(all, one) === undefined;
  }),
);

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

// KPIs and what they measure → the figures that tell how far an objective or an initiative is.
import { memoIn } from "../../cells/memo.ts";
import { along } from "../along.ts";
import { inCircles } from "../circles.ts";
import type { Entity } from "../entity.ts";
import { relations } from "../relations.ts";
import { isClosed, isOpenKpi } from "../status.ts";
import type { Universe } from "../universe.ts";
import { childrenOf } from "./alignment.ts";

/** The open KPIs that measure something directly: of its own project, and of those in the workspace that import it. */
export function kpisOn(all: Universe, measured: Entity): readonly Entity[] {
  const home = all.modelOf(measured);
  return relations(all)
    .measure.to(measured)
    .map(({ from }) => from)
    .filter((kpi) => {
      const model = all.modelOf(kpi);
      return isOpenKpi(all, kpi) && (model === home || model.project.inWorkspace);
    });
}

/** Whether something is measured; `perhaps` where something faulty may do so. */
type Measured = "yes" | "perhaps" | "no";

/** Whether an objective or something below it has a KPI. */
export const measureOf: (all: Universe, objective: Entity) => Measured = along<Measured>(
  {
    next: (all, one) => childrenOf(all, one).filter(({ kind }) => kind === "objective"),
    things: (all) => [...all.models.values()].flatMap((model) => model.of("objective")),
    circles: inCircles.support,
  },
  (all, group, below) => {
    const { measure, support } = relations(all);
    const isDoubtful = (one: Entity) => measure.doubtful(one, "to") || support.doubtful(one, "to");
    if (below.includes("yes") || group.some((one) => kpisOn(all, one).length > 0)) return "yes";
    return below.includes("perhaps") || group.some(isDoubtful) ? "perhaps" : "no";
  },
);

/** Whether it is the only sub-objective of one that has a KPI of its own: that figure tells of both. */
export function measuredAbove(all: Universe, objective: Entity): Measured {
  const { measure, support } = relations(all);
  const alone = support
    .from(objective)
    .map(({ to }) => to)
    .filter((to) => openGoals(all, to).every((one) => one === objective));
  if (alone.some((to) => kpisOn(all, to).length > 0)) return "yes";
  const isDoubtful =
    support.doubtful(objective, "from") || alone.some((to) => measure.doubtful(to, "to"));
  return isDoubtful ? "perhaps" : "no";
}

/** Whether a figure tells of an objective: then the rule on objectives that nobody measures has nothing to say. */
export function isMeasured(all: Universe, objective: Entity): boolean {
  return measureOf(all, objective) === "yes" || measuredAbove(all, objective) === "yes";
}

const openGoals = memoIn((all: Universe, objective: Entity) =>
  childrenOf(all, objective).filter((one) => one.kind === "objective" && !isClosed(all, one)),
);

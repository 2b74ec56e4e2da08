// KPIs and what they measure → the figures that tell how far an objective or an initiative is.
import type { Entity } from "../entity.ts";
import { relations } from "../relations.ts";
import { isOpenKpi } from "../status.ts";
import type { Universe } from "../universe.ts";

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

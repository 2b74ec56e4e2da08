// A KPI and what it measures → the perspective of the balanced scorecard from which it looks.
import { memoIn } from "../../cells/memo.ts";
import { choiceOf, type Entity, unknownIn } from "../entity.ts";
import { relations } from "../relations.ts";
import type { Universe } from "../universe.ts";
import { alignmentPath } from "./alignment.ts";

/**
 * That of the objective it measures, else of the nearest above it that names one; of several things
 * that it measures, the first that leads to one. Undefined where none does, and where a perspective
 * on the way is not understood.
 */
export const perspectiveOf: (all: Universe, kpi: Entity) => string | undefined = memoIn(
  (all, kpi) => {
    for (const { to } of relations(all).measure.from(kpi))
      for (const one of [to, ...alignmentPath(all, to)]) {
        if (unknownIn(one, "perspective")) return undefined;
        const perspective = choiceOf(one, "perspective");
        if (perspective !== undefined) return perspective;
      }
    return undefined;
  },
);

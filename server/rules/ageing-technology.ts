// Work that builds on a technology that is on its way out.
import { readable } from "../model/calendar.ts";
import { deadlineOf } from "../model/derive/schedule.ts";
import { called, choiceOf, type Entity, refsOf, valuesOf } from "../model/entity.ts";
import { entityOf } from "../model/resolve.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, type Rule, subject } from "./rule.ts";

export const ageingTechnology: Rule = {
  id: "ageing-technology",
  group: "Technology and execution",
  severity: "warning",
  says: "work that relies on a technology in `phase-out`, `end-of-life` or past its `end-of-support`",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (!isCommitted(model.universe, initiative)) return;
    for (const ref of refsOf(initiative, "technologies")) {
      const technology = entityOf(model.universe, ref);
      const age = technology && ageOf(model, technology);
      if (technology === undefined || age === undefined) continue;
      const [value] = valuesOf(technology, age.field);
      yield {
        at: at(initiative, ref.span),
        message: `${subject(initiative)} relies on '${called(technology)}', which ${age.says}. Build on what replaces it, or say why not.`,
        related:
          value === undefined
            ? []
            : [{ at: at(technology, value.span), message: "It says so here." }],
      };
    }
  },
};

function ageOf(model: Model, technology: Entity): { field: string; says: string } | undefined {
  const lifecycle = choiceOf(technology, "lifecycle");
  if (lifecycle === "phase-out") return { field: "lifecycle", says: "is being phased out" };
  if (lifecycle === "end-of-life")
    return { field: "lifecycle", says: "has reached its end of life" };
  const end = deadlineOf(model.universe, technology, "end-of-support");
  if (end === undefined || end >= model.today) return undefined;
  return { field: "end-of-support", says: `has had no support since ${readable(end)}` };
}

// Progress and status that contradict each other.
import { type Entity, unknownIn, valueIn, written } from "../model/entity.ts";
import { isOpen, statusOf } from "../model/status.ts";
import { atName, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const inconsistentStatus: Rule = {
  id: "inconsistent-status",
  group: "Roadmap",
  severity: "warning",
  says: "progress against status: 100% and not completed, completed and under 100%, completed with planned milestones",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (unknownIn(initiative, "status")) continue;
      const status = statusOf(initiative);
      const progress = progressOf(initiative);
      if (status === "completed") yield* unfinished(initiative, progress);
      else if (progress === 100) {
        const is = status === undefined ? "not completed" : `${status}, not completed`;
        yield {
          at: atValue(initiative, "progress"),
          message: `${subject(initiative)} is done to 100%, but ${is}. Set its status to completed, or correct the progress.`,
        };
      }
    }
  },
};

/** In percent; undefined where it is not written or not understood. */
function progressOf(initiative: Entity): number | undefined {
  if (unknownIn(initiative, "progress")) return undefined;
  return valueIn(initiative, "progress", "percent")?.value.toNumber();
}

function* unfinished(initiative: Entity, progress: number | undefined): Iterable<RuleFinding> {
  const planned = initiative.children.filter(
    (child) => child.kind === "milestone" && child.sure && isOpen(child),
  );
  const isShort = progress !== undefined && progress < 100;
  if (!isShort && planned.length === 0) return;
  const says = [
    ...(isShort ? [`is done to ${progress}%`] : []),
    ...(planned.length > 0
      ? [`still plans ${planned.map((one) => `'${one.name}'`).join(", ")}`]
      : []),
  ];
  yield {
    // Without progress, the status is what does not fit the milestones.
    at: atValue(initiative, written(initiative, "progress") ? "progress" : "status"),
    message: `${subject(initiative)} is completed, but ${says.join(" and ")}. Correct the ${isShort ? "progress" : "milestones"}, or the status.`,
    related: planned.map((one) => ({ at: atName(one), message: `${subject(one)} is planned.` })),
  };
}

// Progress and status that contradict each other.
import { type Entity, unknownIn, valueIn, written } from "../model/entity.ts";
import { isOver, statusOf } from "../model/status.ts";
import { atName, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const inconsistentStatus: Rule = {
  id: "inconsistent-status",
  group: "Roadmap",
  severity: "warning",
  says: "progress against status: 100% and not completed, completed and under 100%, completed with planned milestones, proposed or planned with progress above 0 or a reached milestone (on the status)",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (unknownIn(initiative, "status")) continue;
      const status = statusOf(initiative);
      const progress = progressOf(initiative);
      if (status === "completed") yield* unfinished(initiative, progress);
      else if (status === "proposed" || status === "planned")
        yield* begun(initiative, status, progress);
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
    (child) => child.kind === "milestone" && child.sure && isPlanned(child),
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

function isPlanned(milestone: Entity): boolean {
  return !unknownIn(milestone, "status") && !isOver(milestone);
}

/** Work that has not begun by its status, and has by what it says beside it. */
function* begun(
  initiative: Entity,
  status: string,
  progress: number | undefined,
): Iterable<RuleFinding> {
  const reached = initiative.children.filter(
    (child) => child.kind === "milestone" && child.sure && statusOf(child) === "reached",
  );
  const isDone = progress !== undefined && progress > 0;
  if (!isDone && reached.length === 0) return;
  const says = [
    ...(isDone ? [`is done to ${progress}%`] : []),
    ...(reached.length > 0
      ? [`has reached ${reached.map((one) => `'${one.name}'`).join(", ")}`]
      : []),
  ];
  yield {
    at: atValue(initiative, "status"),
    message: `${subject(initiative)} is ${status}, but ${says.join(" and ")}. Say that it is ${progress === 100 ? "completed" : "active"}, or correct the ${isDone ? "progress" : "milestones"}.`,
    related: reached.map((one) => ({ at: atName(one), message: `${subject(one)} is reached.` })),
  };
}

// Progress and status that contradict each other.
import { Big } from "big.js";
import { progressOf } from "../model/derive/progress.ts";
import { type Entity, unknownIn, valueIn, written } from "../model/entity.ts";
import { partsOf } from "../model/programmes.ts";
import { closedAs, isOver, statusOf } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { listed } from "../words/wording.ts";
import { atName, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const inconsistentStatus: Rule = {
  id: "inconsistent-status",
  group: "Roadmap",
  severity: "warning",
  says: "progress against status: 100% and not completed, completed and under 100%, completed with planned milestones, proposed or planned with progress above 0 or a reached milestone (on the status)",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (unknownIn(initiative, "status")) return;
    const status = statusOf(initiative);
    const progress = percentOf(model.universe, initiative);
    if (status === "completed") yield* unfinished(initiative, progress);
    // A part of completed work is completed with it.
    else if (progress?.eq(100) && closedAs(model.universe, initiative) !== "completed")
      yield finished(initiative, status, progress);
    else if (status === "proposed" || status === "planned")
      yield* begun(initiative, status, progress);
  },
};

/** The progress in percent, as written or else of its parts; undefined where it has neither. */
function percentOf(all: Universe, initiative: Entity): Big | undefined {
  if (unknownIn(initiative, "progress")) return undefined;
  const percent = valueIn(initiative, "progress", "percent")?.value;
  if (percent !== undefined || partsOf(all, initiative).length === 0) return percent;
  // What is left of cancelled work is cancelled with it.
  if (statusOf(initiative) === "cancelled") return undefined;
  const ofParts = progressOf(all, initiative);
  return ofParts === undefined ? undefined : new Big(ofParts).times(100);
}

/** "is done to 80%", or "its parts are", with the decimals that keep it from 0 and from 100. */
function doneTo(initiative: Entity, progress: Big): string {
  let decimals = 0;
  const isSame = (bound: number) => !progress.eq(bound) && progress.round(decimals).eq(bound);
  while (decimals < 6 && (isSame(0) || isSame(100))) decimals++;
  const figure = `done to ${progress.round(decimals).toFixed()}%`;
  return written(initiative, "progress") ? `is ${figure}` : `its parts are ${figure}`;
}

/** The progress or, without one, the status is what does not fit. */
function place(initiative: Entity): RuleFinding["at"] {
  return atValue(initiative, written(initiative, "progress") ? "progress" : "status");
}

function finished(initiative: Entity, status: string | undefined, progress: Big): RuleFinding {
  const is = status === undefined ? "it is not completed" : `it is ${status}, not completed`;
  const own = written(initiative, "progress");
  return {
    at: place(initiative),
    message: own
      ? `${subject(initiative)} ${doneTo(initiative, progress)}, but ${is}. Set its status to completed, or correct the progress.`
      : `All parts of ${lower(subject(initiative))} are done, but ${is}. Set its status to completed, or add what is left to do.`,
  };
}

function* unfinished(initiative: Entity, progress: Big | undefined): Iterable<RuleFinding> {
  const planned = initiative.children.filter(
    (child) => child.kind === "milestone" && child.sure && isPlanned(child),
  );
  const isShort = progress?.lt(100) === true;
  if (!isShort && planned.length === 0) return;
  const says = [
    ...(isShort ? [doneTo(initiative, progress)] : []),
    ...(planned.length > 0 ? [`still plans ${listed(planned.map((one) => `'${one.name}'`))}`] : []),
  ];
  const what = !isShort ? "milestones" : written(initiative, "progress") ? "progress" : "parts";
  yield {
    at: place(initiative),
    message: `${subject(initiative)} is completed, but ${says.join(" and ")}. Correct the ${what}, or the status.`,
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
  progress: Big | undefined,
): Iterable<RuleFinding> {
  const reached = initiative.children.filter(
    (child) => child.kind === "milestone" && child.sure && statusOf(child) === "reached",
  );
  const isDone = progress?.gt(0) === true;
  if (!isDone && reached.length === 0) return;
  const says = [
    ...(isDone ? [doneTo(initiative, progress)] : []),
    ...(reached.length > 0 ? [`has reached ${listed(reached.map((one) => `'${one.name}'`))}`] : []),
  ];
  const what = !isDone ? "milestones" : written(initiative, "progress") ? "progress" : "parts";
  yield {
    at: atValue(initiative, "status"),
    message: `${subject(initiative)} is ${status}, but ${says.join(" and ")}. Say that it is active, or correct the ${what}.`,
    related: reached.map((one) => ({ at: atName(one), message: `${subject(one)} is reached.` })),
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

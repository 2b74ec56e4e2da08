// Strategies that should have been reviewed again by now.
import { anywhere } from "../cells/folded.ts";
import { type Day, monthsAfter, readable } from "../model/calendar.ts";
import { deadlineOf, horizonOf } from "../model/derive/schedule.ts";
import { choiceOf, written } from "../model/entity.ts";
import { greatestOf } from "../model/extremes.ts";
import { horizonState } from "../model/horizon.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const overdueReview: Rule = {
  id: "overdue-review",
  group: "Simplicity and flexibility",
  severity: "warning",
  says: "the last review (with none: the start of the horizon) lies more than one cadence back",
  of: "project",
  *check(model) {
    const { strategy } = model;
    if (strategy === undefined || horizonState(model) !== "running") return;
    const cadence = choiceOf(strategy, "cadence");
    const last = lastReview(model);
    if (cadence === undefined || last === undefined || model.today <= next(last.day, cadence))
      return;
    const since = last.isReview ? "its last review was on" : "it has had none since it began on";
    yield {
      at: atName(strategy),
      message: `${subject(strategy)} is reviewed ${cadence}, but ${since} ${readable(last.day)}. Hold a review and write down what was decided.`,
    };
  },
};

/** The last review that lies behind us, else the start of the horizon; undefined where one is faulty. */
function lastReview(model: Model): { readonly day: Day; readonly isReview: boolean } | undefined {
  const days: Day[] = [];
  // One that is misspelt may be the last.
  if (hasUnsureReview(model)) return undefined;
  for (const review of model.of("review")) {
    const day = deadlineOf(model.universe, review, "date");
    if (day === undefined && written(review, "date")) return undefined;
    if (day !== undefined && day <= model.today) days.push(day);
  }
  if (days.length > 0) return { day: greatestOf(days), isReview: true };
  const start = horizonOf(model)?.start;
  return start === undefined ? undefined : { day: start, isReview: false };
}

const hasUnsureReview = anywhere<Model>((_model, chunk) =>
  outline(chunk).entities.some((entity) => entity.kind === "review" && !entity.sure),
);

const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

function next(last: Day, cadence: string): Day {
  return cadence === "weekly" ? last + 7 : monthsAfter(last, months[cadence] ?? 3);
}

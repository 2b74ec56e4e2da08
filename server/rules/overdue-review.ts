// Strategies that should have been reviewed again by now.
import type { Chunk } from "../../grammar/tree.ts";
import { anywhere, folded } from "../cells/folded.ts";
import { type Day, monthsAfter, readable } from "../model/calendar.ts";
import { deadlineOf, horizonOf } from "../model/derive/schedule.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
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
  kinds: ["strategy"],
  *judge(model, strategy) {
    // What a second strategy says counts for nothing.
    if (strategy !== model.strategy || horizonState(model) !== "running") return;
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
  if (hasFaultyReview(model)) return undefined;
  const day = lastHeld(model);
  if (day !== undefined) return { day, isReview: true };
  const start = horizonOf(model)?.start;
  return start === undefined ? undefined : { day: start, isReview: false };
}

/** One that is misspelt, or whose date is, may be the last. */
const hasFaultyReview = anywhere<Model>((model, chunk) =>
  reviewsIn(chunk).some(
    (one) => !one.sure || (written(one, "date") && dayOf(model, one) === undefined),
  ),
);

const lastHeld = folded<Model, Day>((model, chunk) => {
  const days = reviewsIn(chunk).flatMap((one) => dayOf(model, one) ?? []);
  const past = days.filter((day) => day <= model.today);
  return past.length === 0 ? undefined : greatestOf(past);
}, greatestOf);

function reviewsIn(chunk: Chunk): readonly Entity[] {
  return outline(chunk).entities.filter(({ kind }) => kind === "review");
}

function dayOf(model: Model, review: Entity): Day | undefined {
  return review.sure ? deadlineOf(model.universe, review, "date") : undefined;
}

const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

function next(last: Day, cadence: string): Day {
  return cadence === "weekly" ? last + 7 : monthsAfter(last, months[cadence] ?? 3);
}

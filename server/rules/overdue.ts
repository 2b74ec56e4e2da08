// Dates of open things that have passed.
import { readable } from "../model/calendar.ts";
import { overdueDays } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { programmeOf } from "../model/programmes.ts";
import type { Model } from "../model/universe.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const overdue: Rule = {
  id: "overdue",
  group: "Roadmap",
  severity: "warning",
  says: "work whose end has passed; an open objective, a planned milestone or a risk review whose date has passed (a milestone or part due on the day its overdue initiative ends: only the initiative)",
  kinds: ["objective", "initiative", "milestone", "risk"],
  *judge(model, one) {
    const days = overdueDays(model.universe, one);
    if (days === 0 || isToldAbove(model, one, days)) return;
    yield { at: atValue(one, fieldOf(one)), message: says(one, model.today - days, days) };
  },
};

/** Whether it is a milestone or part that was due on the day on which its overdue initiative should have ended. */
function isToldAbove(model: Model, one: Entity, days: number): boolean {
  const all = model.universe;
  const holder =
    one.kind === "milestone"
      ? one.parent
      : one.kind === "initiative"
        ? programmeOf(all, one)
        : undefined;
  return holder !== undefined && overdueDays(all, holder) === days;
}

/** The field in which the date stands that has passed. */
function fieldOf(one: Entity): string {
  if (one.kind === "milestone") return "date";
  if (one.kind === "risk") return "next-review";
  return one.kind === "objective" && written(one, "due") ? "due" : "timeline";
}

function says(one: Entity, end: number, days: number): string {
  const ago = `${readable(end)}, ${days === 1 ? "yesterday" : `${days} days ago`}`;
  switch (one.kind) {
    case "objective":
      return `${subject(one)} was due on ${ago}. Say whether it was achieved or missed, or move its date.`;
    case "milestone":
      return `${subject(one)} was planned for ${ago}. Say whether it was reached or missed, or move its date.`;
    case "risk":
      return `The review of ${lower(subject(one))} was due on ${ago}. Review it and write the next date.`;
    default:
      return `${subject(one)} should have ended on ${ago}. Say that it is completed, or move its end.`;
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

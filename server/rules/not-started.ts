// Work that is still planned although it should run.
import { readable } from "../model/calendar.ts";
import { datesOf } from "../model/derive/schedule.ts";
import { statusOf } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const notStarted: Rule = {
  id: "not-started",
  group: "Roadmap",
  severity: "info",
  says: "work of status planned whose start has passed and whose end has not",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (statusOf(initiative) !== "planned") continue;
      const { start, end, openEnd } = datesOf(model.universe, initiative) ?? {};
      if (start === undefined || start >= model.today) continue;
      if (!openEnd && (end === undefined || end < model.today)) continue;
      yield {
        at: atValue(initiative, "timeline"),
        message: `${subject(initiative)} should have started on ${readable(start)} and is still planned. Say that it is active, or move its start.`,
      };
    }
  },
};

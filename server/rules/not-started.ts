// Work that is still planned although it should run.
import { readable } from "../model/calendar.ts";
import { datesOf } from "../model/derive/schedule.ts";
import { isNotStarted } from "../model/derive/timeliness.ts";
import { isCommitted } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const notStarted: Rule = {
  id: "not-started",
  group: "Roadmap",
  severity: "warning",
  says: "work of status planned whose start has passed and whose end has not",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (!isCommitted(model.universe, initiative)) return;
    const { start } = datesOf(model.universe, initiative) ?? {};
    if (start === undefined || !isNotStarted(model.universe, initiative)) return;
    yield {
      at: atValue(initiative, "timeline"),
      message: `${subject(initiative)} should have started on ${readable(start)} and is still planned. Say that it is active, or move its start.`,
    };
  },
};

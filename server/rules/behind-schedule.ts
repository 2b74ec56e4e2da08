// Work that is not as far as its time is.
import { lagInWords, lagOf, pointsBehind } from "../model/derive/timeliness.ts";
import { isCommitted } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const behindSchedule: Rule = {
  id: "behind-schedule",
  group: "Roadmap",
  severity: "warning",
  says: "work with written progress and a written end that has not passed, more than `points` (20) percentage points under its elapsed share; on the progress",
  options: {
    points: {
      default: pointsBehind,
      doc: "How many percentage points progress may be under the elapsed share.",
    },
  },
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (!isCommitted(model.universe, initiative)) return;
    // The option counts there too, so that health and rule agree.
    const lag = lagOf(model.universe, initiative);
    if (lag === undefined) return;
    const { done, elapsed } = lagInWords(lag);
    yield {
      at: atValue(initiative, "progress"),
      message: `${subject(initiative)} is ${done} done, while ${elapsed} of its time has passed. Say how far it really is, do less, or move its end.`,
    };
  },
};

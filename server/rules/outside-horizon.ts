// Timelines that leave the time that the strategy covers.
import { readable } from "../model/calendar.ts";
import { datesOf, horizonOf } from "../model/derive/schedule.ts";
import { isCommitted, isOpen } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const outsideHorizon: Rule = {
  id: "outside-horizon",
  group: "Roadmap",
  severity: "warning",
  says: "a timeline that leaves the strategy's horizon",
  *check(model) {
    const { strategy } = model;
    const horizon = horizonOf(model);
    if (strategy === undefined || horizon === undefined) return;
    const related = [{ at: atValue(strategy, "horizon"), message: "The horizon is set here." }];
    for (const one of [
      ...model.of("objective").filter(isOpen),
      ...model.of("initiative").filter(isCommitted),
    ]) {
      const { start, end } = datesOf(model.universe, one) ?? {};
      const says: string[] = [];
      if (start !== undefined && horizon.start !== undefined && start < horizon.start)
        says.push(`starts on ${readable(start)}, before the horizon (${readable(horizon.start)})`);
      const last = end === undefined || (start !== undefined && start > end) ? start : end;
      if (last !== undefined && horizon.end !== undefined && last > horizon.end)
        says.push(
          `${last === end ? "ends" : "starts"} on ${readable(last)}, after the horizon (${readable(horizon.end)})`,
        );
      if (says.length === 0) continue;
      yield {
        at: atValue(one, "timeline"),
        message: `${subject(one)} ${says.join(", and ")}. Move it into the horizon, or widen the horizon.`,
        related,
      };
    }
  },
};

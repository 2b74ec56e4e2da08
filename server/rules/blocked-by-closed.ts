// Work that waits for work that was cancelled.
import { waitsFor } from "../model/derive/network.ts";
import { committedWork, statusOf } from "../model/status.ts";
import { at, atValue, type Rule, subject } from "./rule.ts";

export const blockedByClosed: Rule = {
  id: "blocked-by-closed",
  group: "Roadmap",
  severity: "warning",
  says: "work that depends on a cancelled initiative",
  *check(model) {
    for (const initiative of committedWork(model)) {
      for (const { from, milestone, edge } of waitsFor(model.universe, initiative)) {
        if (statusOf(from) !== "cancelled") continue;
        // What was reached before the work was cancelled is there.
        if (milestone !== undefined && statusOf(milestone) === "reached") continue;
        yield {
          at: at(initiative, edge.span),
          message: `${subject(initiative)} waits for '${from.name}', which was cancelled. Let it wait for something else, or do without.`,
          related: [{ at: atValue(from, "status"), message: `${subject(from)} is cancelled.` }],
        };
      }
    }
  },
};

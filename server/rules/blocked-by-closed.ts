// Work that waits for work that was cancelled.
import { waitsFor } from "../model/derive/network.ts";
import { called, unknownIn } from "../model/entity.ts";
import { withProgrammes } from "../model/programmes.ts";
import { closedAs, isCommitted, isOver, statusOf } from "../model/status.ts";
import { at, atValue, type Rule, subject } from "./rule.ts";

export const blockedByClosed: Rule = {
  id: "blocked-by-closed",
  group: "Roadmap",
  severity: "warning",
  says: "work that depends on a cancelled initiative",
  kinds: ["initiative"],
  *judge(model, initiative) {
    const all = model.universe;
    if (!isCommitted(all, initiative)) return;
    for (const { from, milestone, edge } of waitsFor(all, initiative)) {
      if (from.kind !== "initiative" || closedAs(all, from) !== "cancelled") continue;
      // What was reached before the work was cancelled is there; what is not understood may be.
      if (milestone !== undefined && statusOf(milestone) === "reached") continue;
      if (milestone !== undefined && unknownIn(milestone, "status")) continue;
      // A part is cancelled with its programme.
      const holder = withProgrammes(all, from).find(isOver) ?? from;
      yield {
        at: at(initiative, edge.span),
        message: `${subject(initiative)} waits for '${edge.ref?.name ?? called(from)}', ${milestone === undefined ? "which" : `but '${called(from)}'`} was cancelled. Let it wait for something else, or do without.`,
        related: [{ at: atValue(holder, "status"), message: `${subject(holder)} is cancelled.` }],
      };
    }
  },
};

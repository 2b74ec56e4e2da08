// Reports that are better than what can be seen.
import { allUnder } from "../model/derive/alignment.ts";
import { measuredReasons, type Reason, reportedHealth } from "../model/derive/health.ts";
import type { Entity } from "../model/entity.ts";
import { allParts } from "../model/programmes.ts";
import { committedWork, isCommitted, isOpen, openOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, atValue, type Rule, subject } from "./rule.ts";

export const rosyReport: Rule = {
  id: "rosy-report",
  group: "Roadmap",
  severity: "warning",
  says: "a reported health better than the health without any report, where that is amber or red, on it, the reasons related; not where one below says so already",
  *check(model) {
    for (const one of [...openOf(model, "objective"), ...committedWork(model)]) {
      const told = toldBelow(model, one);
      const reasons = rosyReasons(model.universe, one).filter(({ about }) => !told.has(about));
      const [worst] = reasons;
      const reported = reportedHealth(one);
      if (worst === undefined || reported === undefined || !isWorse(worst, reported)) continue;
      const more = reasons.length === 1 ? "" : ` And ${reasons.length - 1} more.`;
      yield {
        at: atValue(one, "health"),
        message: `${subject(one)} is reported ${reported}, but what can be seen is ${worst.health}: ${worst.sentence}${more} Report it as it is, or say what makes it better.`,
        related: reasons.map(({ about, sentence }) => ({ at: atName(about), message: sentence })),
      };
    }
  },
};

const order = ["green", "amber", "red"] as const;

function isWorse(reason: Reason, reported: (typeof order)[number]): boolean {
  return order.indexOf(reported) < order.indexOf(reason.health);
}

/** What speaks against a report, the worst first; nothing where it is no better than what can be seen. */
function rosyReasons(all: Universe, one: Entity): readonly Reason[] {
  const reported = reportedHealth(one);
  const reasons = measuredReasons(all, one);
  const [worst] = reasons;
  return reported && worst && isWorse(worst, reported) ? reasons : [];
}

/** What is said already at a report under it, which is where it has to be mended first. */
function toldBelow(model: Model, one: Entity): ReadonlySet<Entity> {
  const all = model.universe;
  const below = one.kind === "objective" ? allUnder(all, one) : allParts(all, one);
  const reports = below.filter((other) =>
    other.kind === "objective" ? isOpen(all, other) : isCommitted(all, other),
  );
  return new Set(reports.flatMap((other) => rosyReasons(all, other).map(({ about }) => about)));
}

// Reports that are better than what can be seen.
import { allUnder } from "../model/derive/alignment.ts";
import { measuredReasons, type Reason, reportedHealth } from "../model/derive/health.ts";
import type { Entity } from "../model/entity.ts";
import { allParts } from "../model/programmes.ts";
import { openOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, atValue, type Rule, subject } from "./rule.ts";

export const rosyReport: Rule = {
  id: "rosy-report",
  group: "Roadmap",
  severity: "warning",
  says: "a reported health better than the health without any report, where that is amber or red, on it, the reasons related; not where one below says so already",
  *check(model) {
    for (const one of [...openOf(model, "objective"), ...openOf(model, "initiative")]) {
      const reasons = rosyReasons(model, one);
      const [worst] = reasons;
      if (worst === undefined || isToldBelow(model, one)) continue;
      const more = reasons.length === 1 ? "" : ` And ${reasons.length - 1} more.`;
      yield {
        at: atValue(one, "health"),
        message: `${subject(one)} is reported ${reportedHealth(one)}, but what can be seen is ${worst.health}: ${worst.sentence}${more} Report it as it is, or say why it is not so bad.`,
        related: reasons.map(({ about, sentence }) => ({ at: atName(about), message: sentence })),
      };
    }
  },
};

const order = ["green", "amber", "red"] as const;

/** What speaks against a report, the worst first; nothing where it is no better than what can be seen. */
function rosyReasons(model: Model, one: Entity): readonly Reason[] {
  const reported = reportedHealth(one);
  const reasons = measuredReasons(model.universe, one);
  const [worst] = reasons;
  if (reported === undefined || worst === undefined) return [];
  return order.indexOf(reported) < order.indexOf(worst.health) ? reasons : [];
}

/** Whether something under it is reported too well as well, which is where it has to be mended first. */
function isToldBelow(model: Model, one: Entity): boolean {
  const all = model.universe;
  const below = one.kind === "objective" ? allUnder(all, one) : allParts(all, one);
  return below.some((other) => {
    const home = all.modelOf(other);
    return (
      openOf(home, other.kind ?? "initiative").includes(other) &&
      rosyReasons(home, other).length > 0
    );
  });
}

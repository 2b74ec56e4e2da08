// Reports that are better than what can be seen.
import {
  type Health,
  inSentence,
  measuredHealth,
  measuredReasons,
  type Reason,
  reportedHealth,
} from "../model/derive/health.ts";
import { below } from "../model/derive/under.ts";
import type { Entity } from "../model/entity.ts";
import { isCommitted, isCurrent, isOpen } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { atName, atValue, type Rule, subject } from "./rule.ts";

export const rosyReport: Rule = {
  id: "rosy-report",
  group: "Roadmap",
  severity: "warning",
  says: "a reported health better than the health without any report, where that is amber or red, on it, the reasons related; not where one below says so already",
  kinds: ["objective", "initiative"],
  *judge(model, one) {
    const all = model.universe;
    const reported = reportedHealth(one);
    if (reported === undefined || !isCurrent(all, one) || !isRosy(all, one)) return;
    const reasons = untold(all, one);
    const [worst] = reasons;
    if (worst === undefined || !isWorse(worst.health, reported)) return;
    const more = reasons.length === 1 ? "" : ` And ${reasons.length - 1} more.`;
    yield {
      at: atValue(one, "health"),
      message: `${subject(one)} is reported ${reported}, but what can be seen is ${worst.health}: ${inSentence(all, worst)}${more} Report it as it is, or say what makes it better.`,
      related: reasons.map((one) => ({ at: atName(one.about), message: inSentence(all, one) })),
    };
  },
};

const order: readonly Health[] = ["grey", "green", "amber", "red"];

function isWorse(health: Health, reported: Health): boolean {
  return order.indexOf(reported) < order.indexOf(health);
}

/** Whether a report is better than what can be seen. */
function isRosy(all: Universe, one: Entity): boolean {
  const reported = reportedHealth(one);
  return reported !== undefined && isWorse(measuredHealth(all, one), reported);
}

/**
 * What speaks against a report, the worst first, without what is said already at a report under it,
 * which is where it has to be mended first. So what lies under such a report is walked only where
 * something is found beside it.
 */
function untold(all: Universe, one: Entity): readonly Reason[] {
  const beside = new Set<Entity>([one]);
  const telling = new Set<Entity>();
  // A set may grow while it is walked: what is found here is walked too.
  for (const at of beside) {
    for (const child of below(all, at)) {
      const counts = child.kind === "objective" ? isOpen(all, child) : isCommitted(all, child);
      if (child !== one && counts && isRosy(all, child)) telling.add(child);
      else beside.add(child);
    }
  }
  const found = measuredReasons(all, one, [...beside].slice(1));
  if (found.length === 0 || telling.size === 0) return found;
  const reasons = [...telling].flatMap((other) => measuredReasons(all, other));
  const told = new Set(reasons.map(({ about }) => about));
  return found.filter(({ about }) => !told.has(about));
}

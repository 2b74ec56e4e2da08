// Work that starts before what it waits for has ended.
import { replace } from "../edits.ts";
import type { SourceEdit } from "../finding.ts";
import { readable } from "../model/calendar.ts";
import { type Link, waitsFor } from "../model/derive/network.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called, type Entity, valueIn } from "../model/entity.ts";
import { lengthOf } from "../model/length.ts";
import { linksInCircles } from "../model/link/cycles.ts";
import { isCommitted, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { at, atValue, type Rule, subject } from "./rule.ts";

export const dependencyOrder: Rule = {
  id: "dependency-order",
  group: "Roadmap",
  severity: "warning",
  says: "work that starts before what it depends on has ended (cancelled work aside)",
  fix: "start after …",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (!isCommitted(initiative)) continue;
      const late = waitsFor(model.universe, initiative).filter((link) => isEarly(model, link));
      for (const link of late) {
        const { start } = datesOf(model.universe, initiative) ?? {};
        const end = endOf(model.universe, link);
        if (start === undefined || end === undefined) continue;
        const target = link.milestone ?? link.from;
        const name = link.edge.ref?.name ?? called(target);
        yield {
          at: at(initiative, link.edge.span),
          message: `${subject(initiative)} starts on ${readable(start)}, before '${name}' ${link.milestone ? "is reached" : "has ended"} (${readable(end)}). Start it later, or end the other sooner.`,
          related: [
            {
              at: atValue(target, link.milestone ? "date" : "timeline"),
              message: `${subject(target)} runs until ${readable(end)}.`,
            },
          ],
          fixes: [
            {
              title: `Start after ${late.map((one) => `'${nameIn(one)}'`).join(", ")}`,
              edits: () => startAfter(model.universe, initiative, late),
            },
          ],
        };
      }
    }
  },
};

/**
 * Whether the dates are in the wrong order. What is completed (a milestone: reached) has ended by
 * now, whatever its timeline says, so an end that lies ahead proves nothing.
 */
function isEarly({ universe: all, today }: Model, link: Link): boolean {
  const status = statusOf(link.milestone ?? link.from);
  const end = endOf(all, link);
  const isDone = status === "completed" || status === "reached";
  // In a circle somebody always starts too early: the circle is the mistake.
  if (linksInCircles(all).has(link.edge)) return false;
  return link.late && !(isDone && end !== undefined && end >= today);
}

function endOf(all: Universe, { from, milestone }: Link) {
  return milestone === undefined ? datesOf(all, from)?.end : milestoneDate(all, milestone);
}

function nameIn({ edge, milestone, from }: Link): string {
  return edge.ref?.name ?? called(milestone ?? from);
}

/** The timeline again, behind what is waited for and as long as before. */
function startAfter(
  all: Universe,
  initiative: Entity,
  late: readonly Link[],
): readonly SourceEdit[] {
  const period = valueIn(initiative, "timeline", "period");
  const { start, end } = datesOf(all, initiative) ?? {};
  if (period === undefined || start === undefined) return [];
  const names = [...(period.after ?? []).map((ref) => ref.name), ...late.map(nameIn)];
  const length = end === undefined || end < start ? undefined : lengthOf(start, end);
  const until = period.open || length === undefined ? ".." : `for ${length}`;
  return replace(initiative, period.span, `after ${[...new Set(names)].join(", ")} ${until}`);
}

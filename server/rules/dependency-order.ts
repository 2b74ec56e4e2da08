// Work that starts before what it waits for has ended.
import { replace } from "../edits.ts";
import type { SourceEdit } from "../finding.ts";
import { readable } from "../model/calendar.ts";
import { type Link, waitsFor } from "../model/derive/network.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called, type Entity, valueIn } from "../model/entity.ts";
import { lengthOf } from "../model/length.ts";
import { linksInCircles } from "../model/link/cycles.ts";
import { committedWork, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { at, atValue, type Rule, subject } from "./rule.ts";

export const dependencyOrder: Rule = {
  id: "dependency-order",
  group: "Roadmap",
  severity: "warning",
  says: "work that starts before what it depends on has ended; where it has begun (active, on-hold), only if it ends before the other ends. Not where the other is completed, reached, cancelled or runs open-ended",
  fix: "start after …",
  *check(model) {
    for (const initiative of committedWork(model)) {
      const late = waitsFor(model.universe, initiative).filter((link) => isEarly(model, link));
      for (const link of late) {
        const { start } = datesOf(model.universe, initiative) ?? {};
        const end = endOf(model.universe, link);
        if (start === undefined || end === undefined) continue;
        const target = link.milestone ?? link.from;
        const name = link.edge.ref?.name ?? called(target);
        yield {
          at: at(initiative, link.edge.span),
          message: saysOf(
            model.universe,
            initiative,
            `'${name}' ${link.milestone ? "is reached" : "has ended"} (${readable(end)})`,
          ),
          related: [
            {
              at: atValue(target, link.milestone ? "date" : "timeline"),
              message: `${subject(target)} runs until ${readable(end)}.`,
            },
          ],
          // What has begun cannot be moved behind something else.
          fixes: hasBegun(initiative)
            ? []
            : [
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
 * Whether the dates are in the wrong order. What is completed or reached is there, whatever its date
 * says, and what runs open-ended is not waited for to its end. Work that has begun could begin, so
 * that only its own end tells.
 */
function isEarly({ universe: all }: Model, link: Link): boolean {
  const { from, to, milestone, edge } = link;
  const isDone = ["completed", "reached", "cancelled"].includes(statusOf(milestone ?? from) ?? "");
  // In a circle somebody always starts too early: the circle is the mistake.
  if (isDone || statusOf(from) === "cancelled" || linksInCircles(all).has(edge)) return false;
  if (milestone === undefined && datesOf(all, from)?.openEnd) return false;
  if (!hasBegun(to)) return link.late;
  const { end, openEnd } = datesOf(all, to) ?? {};
  const other = endOf(all, link);
  return !openEnd && end !== undefined && other !== undefined && end < other;
}

function saysOf(all: Universe, initiative: Entity, other: string): string {
  const { start, end } = datesOf(all, initiative) ?? {};
  if (hasBegun(initiative) && end !== undefined)
    return `${subject(initiative)} ends on ${readable(end)}, before ${other}, on which it depends. Let it end later, or end the other sooner.`;
  const from = start === undefined ? "" : ` on ${readable(start)}`;
  return `${subject(initiative)} starts${from}, before ${other}. Start it later, or end the other sooner.`;
}

function hasBegun(initiative: Entity): boolean {
  const status = statusOf(initiative);
  return status === "active" || status === "on-hold";
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

// Work that starts before what it waits for has ended.
import type { Span } from "../../grammar/tree.ts";
import { replace } from "../edits/edits.ts";
import type { Fix, SourceEdit } from "../finding.ts";
import { type Day, readable } from "../model/calendar.ts";
import { type Link, waitsFor, waitsUntil } from "../model/derive/network.ts";
import { datesOf, restsOn } from "../model/derive/schedule.ts";
import { called, type Entity, valueIn, type WrittenPeriod } from "../model/entity.ts";
import { lengthOf } from "../model/length.ts";
import { isInCircle } from "../model/link/cycles.ts";
import { isPartOf } from "../model/programmes.ts";
import { isCommitted, statusOf } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { listed } from "../words/wording.ts";
import { at, atValue, type Rule, subject } from "./rule.ts";

export const dependencyOrder: Rule = {
  id: "dependency-order",
  group: "Roadmap",
  severity: "warning",
  says: "work that starts before what it depends on has ended; where it has begun (active, on-hold), only if it ends before the other ends. Not where the other is completed, reached, cancelled or runs open-ended",
  fix: "start after …",
  kinds: ["initiative"],
  *judge(model, initiative) {
    const all = model.universe;
    if (!isCommitted(all, initiative)) return;
    const late = waitsFor(all, initiative).filter((link) => isEarly(all, link));
    for (const link of late) {
      const until = waitsUntil(all, link);
      if (until === undefined) continue;
      const target = link.milestone ?? link.from;
      yield {
        at: at(initiative, link.edge.span),
        message: saysOf(all, initiative, link, until),
        related: [
          {
            at: atValue(target, link.milestone ? "date" : "timeline"),
            message: `${subject(target)} ${link.milestone ? "is planned for" : "runs until"} ${readable(until)}.`,
          },
        ],
        fixes: fixesOf(all, initiative, late),
      };
    }
  },
};

/**
 * Whether the dates are in the wrong order. Work that has begun could begin, so that only its own
 * end tells.
 */
function isEarly(all: Universe, link: Link): boolean {
  const until = waitsUntil(all, link);
  // In a circle somebody always starts too early: the circle is the mistake.
  if (!link.late || until === undefined || isInCircle(all, "depend", link.edge)) return false;
  if (!hasBegun(link.to)) return true;
  const { end, openEnd } = datesOf(all, link.to) ?? {};
  return !openEnd && end !== undefined && end < until;
}

function hasBegun(initiative: Entity): boolean {
  const status = statusOf(initiative);
  return status === "active" || status === "on-hold";
}

function saysOf(all: Universe, initiative: Entity, link: Link, until: Day): string {
  const { start, end } = datesOf(all, initiative) ?? {};
  const has = link.milestone ? "is reached" : "has ended";
  const other = `'${nameIn(link)}' ${has} (${readable(until)})`;
  if (hasBegun(initiative) && end !== undefined)
    return `${subject(initiative)} ends on ${readable(end)}, before ${other}, on which it depends. Let it end later, or end the other sooner.`;
  const from = start === undefined ? "" : ` on ${readable(start)}`;
  return `${subject(initiative)} starts${from}, before ${other}. Start it later, or end the other sooner.`;
}

function nameIn({ edge, milestone, from }: Link): string {
  return edge.ref?.name ?? called(milestone ?? from);
}

/**
 * To start behind all that is late. Not for what has begun, which cannot be moved behind something
 * else; nor where the dates of the other follow from its own, since then neither has any.
 */
function fixesOf(all: Universe, initiative: Entity, late: readonly Link[]): readonly Fix[] {
  const period = valueIn(initiative, "timeline", "period");
  if (period === undefined || hasBegun(initiative)) return [];
  if (late.some(({ from }) => restsOn(all, from, initiative) || isWithin(all, initiative, from)))
    return [];
  return [
    {
      title: `Start after ${listed(late.map((one) => `'${nameIn(one)}'`))}`,
      edits: () => startAfter(all, initiative, period, late),
    },
  ];
}

/** Whether one is part of the other, or the same. */
function isWithin(all: Universe, one: Entity, other: Entity): boolean {
  return one === other || isPartOf(all, one, other) || isPartOf(all, other, one);
}

/** The timeline again, behind what is waited for and as long as before. */
function startAfter(
  all: Universe,
  initiative: Entity,
  period: WrittenPeriod & { readonly span: Span },
  late: readonly Link[],
): readonly SourceEdit[] {
  const { start, end } = datesOf(all, initiative) ?? {};
  const names = [...(period.after ?? []).map((ref) => ref.name), ...late.map(nameIn)];
  const text = `after ${[...new Set(names)].join(", ")}`;
  return replace(initiative, period.span, `${text} ${lasting(initiative, period, start, end)}`);
}

/** How long it takes; an end that leaves no time already is kept. */
function lasting(
  { chunk }: Entity,
  { open, endSpan }: WrittenPeriod,
  start: Day | undefined,
  end: Day | undefined,
): string {
  if (open || start === undefined || end === undefined) return "..";
  if (end >= start) return `for ${lengthOf(start, end)}`;
  return endSpan === undefined ? ".." : `.. ${chunk.text.slice(endSpan.start, endSpan.end)}`;
}

// What the declarations of a project add to its headline → how many there are of each kind and health, and the days they reach.
import type { Chunk } from "../../../grammar/tree.ts";
import { folded } from "../../cells/folded.ts";
import type { Day } from "../../model/calendar.ts";
import { isAligned, levelOf } from "../../model/derive/alignment.ts";
import { healthOf } from "../../model/derive/health.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { isCountedOpen } from "../../model/derive/money.ts";
import { datesOf, milestoneDate } from "../../model/derive/schedule.ts";
import type { Entity } from "../../model/entity.ts";
import { greatestOf, leastOf } from "../../model/extremes.ts";
import { outline } from "../../model/outline.ts";
import { isClosed, isOpen, isOpenKpi } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { isAbove, isAboveUnknown } from "../said.ts";
import { type HeadTally, type HealthCounts, noCounts } from "./heading.ts";

/** With the first and the last day of all work and its milestones. */
interface Reach extends HeadTally {
  readonly first: Day;
  readonly last: Day;
}

const nothing: Reach = {
  goals: noCounts,
  it: noCounts,
  kpis: noCounts,
  risks: 0,
  above: 0,
  unclear: 0,
  work: 0,
  aligned: 0,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
};

/** Counted chunk by chunk, so that of an edit one is counted again. */
export function tallyOf(model: Model): Reach {
  return tallies(model) ?? nothing;
}

const tallies = folded<Model, Reach>(talliedIn, joined, isSame);

function talliedIn(model: Model, chunk: Chunk): Reach | undefined {
  const parts = outline(chunk).entities.flatMap((one) => (one.sure ? talliedBy(model, one) : []));
  return parts.length === 0 ? undefined : joined(parts.map((part) => ({ ...nothing, ...part })));
}

function talliedBy(model: Model, one: Entity): Partial<Reach> | readonly [] {
  const all = model.universe;
  switch (one.kind) {
    case "objective": {
      if (!isOpen(all, one)) return [];
      const goals = { ...noCounts, [healthOf(all, one)]: 1 };
      return (levelOf(all, one) ?? "it") === "it" ? { goals, it: goals } : { goals };
    }
    case "kpi":
      return isOpenKpi(all, one) ? { kpis: { ...noCounts, [kpiState(all, one).rag]: 1 } } : [];
    case "risk":
      if (isClosed(all, one)) return [];
      return {
        risks: 1,
        above: isAbove(all, one) ? 1 : 0,
        unclear: isAboveUnknown(all, one) ? 1 : 0,
      };
    case "initiative": {
      const days = workDays(model, one);
      const isCounted = isCountedOpen(model, one);
      return {
        work: isCounted ? 1 : 0,
        aligned: isCounted && isAligned(all, one) ? 1 : 0,
        first: leastOf(days),
        last: greatestOf(days),
      };
    }
  }
  return [];
}

function workDays({ universe: all }: Model, work: Entity): readonly Day[] {
  return [
    ...knownDays(datesOf(all, work)),
    ...work.children.flatMap((child) =>
      child.kind === "milestone" ? (milestoneDate(all, child) ?? []) : [],
    ),
  ];
}

/** The days of dates that are known. */
export function knownDays(
  dates: { readonly start?: Day; readonly end?: Day } | undefined,
): readonly Day[] {
  return [dates?.start, dates?.end].filter((day) => day !== undefined);
}

function joined(parts: readonly Reach[]): Reach {
  const sum = (of: (part: Reach) => number) => parts.reduce((all, part) => all + of(part), 0);
  const counts = (of: (part: Reach) => HealthCounts): HealthCounts => ({
    green: sum((part) => of(part).green),
    amber: sum((part) => of(part).amber),
    red: sum((part) => of(part).red),
    grey: sum((part) => of(part).grey),
  });
  return {
    goals: counts(({ goals }) => goals),
    it: counts(({ it }) => it),
    kpis: counts(({ kpis }) => kpis),
    risks: sum(({ risks }) => risks),
    above: sum(({ above }) => above),
    unclear: sum(({ unclear }) => unclear),
    work: sum(({ work }) => work),
    aligned: sum(({ aligned }) => aligned),
    first: leastOf(parts.map(({ first }) => first)),
    last: greatestOf(parts.map(({ last }) => last)),
  };
}

// A model → the sentence, the figures and the calendar over its roadmap.
import { calendarYear, type Day, iso, parts, quarterOf } from "../../model/calendar.ts";
import { alignedShare, isAligned, levelOf, openWork } from "../../model/derive/alignment.ts";
import { healthOf } from "../../model/derive/health.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { budgetOf, totalAmount } from "../../model/derive/money.ts";
import { datesOf, horizonOf, milestoneDate } from "../../model/derive/schedule.ts";
import type { Entity } from "../../model/entity.ts";
import { greatestOf, leastOf } from "../../model/extremes.ts";
import { openKpisOf, openOf } from "../../model/status.ts";
import type { Scene } from "./scene.ts";
import type { Calendar, HeadFigure, Health } from "./shape.ts";
import { isAbove, shownTitle } from "./work.ts";

/** "2 of 6 IT objectives are off track": of the IT objectives, or where there is none of all. */
export function headlineOf(scene: Scene): string {
  const open = openOf(scene.model, "objective");
  if (open.length === 0) return "No objective is open";
  const it = open.filter((one) => (levelOf(scene.all, one) ?? "it") === "it");
  const counted = it.length > 0 ? it : open;
  const noun = it.length > 0 ? "IT objective" : "objective";
  const of = counted.length;
  const nouns = of === 1 ? noun : `${noun}s`;
  const healths = counted.map((one) => healthOf(scene.all, one));
  const says = (health: Health, state: string): string | undefined => {
    const number = healths.filter((one) => one === health).length;
    if (number === 0) return undefined;
    if (of === 1) return `The ${noun} is ${state}`;
    if (number === of && health === "green") {
      return `${of === 2 ? "Both" : `All ${of}`} ${nouns} are ${state}`;
    }
    if (health === "green") {
      const those = number === 1 ? `1 ${noun} is` : `${number} ${noun}s are`;
      return `${those} ${state}, ${of - number} not known`;
    }
    return `${number} of ${of} ${nouns} ${number === 1 ? "is" : "are"} ${state}`;
  };
  return (
    says("red", "off track") ??
    says("amber", "at risk") ??
    says("green", "on track") ??
    (of === 1 ? `How the ${noun} stands is not known` : `How ${of} ${nouns} stand is not known`)
  );
}

/** Planned against the budget, the aligned share, KPIs by health, risks above the appetite. */
export function figuresOf(scene: Scene): readonly HeadFigure[] {
  return [
    ...plannedFigure(scene),
    ...alignedFigure(scene),
    ...kpiFigure(scene),
    ...riskFigure(scene),
  ];
}

function plannedFigure({ model, amountOf }: Scene): readonly HeadFigure[] {
  const planned = totalAmount(model);
  if (planned === undefined || planned.amount.eq(0)) return [];
  const budget = amountOf(budgetOf(model))?.replace(/\.0(?=[MB])/, "");
  const value = amountOf(planned) ?? "";
  if (budget === undefined) return [{ value, label: "is planned" }];
  const isOver = planned.amount.gt(budgetOf(model)?.amount ?? planned.amount);
  return [
    {
      value: `${value} of ${budget}`,
      label: isOver ? "is planned, over the budget" : "of the budget is planned",
      wrong: isOver || undefined,
    },
  ];
}

function alignedFigure({ model, all }: Scene): readonly HeadFigure[] {
  const share = alignedShare(model);
  if (share !== undefined) {
    return [{ value: sharePercent(share), label: "of the money is aligned" }];
  }
  const open = openWork(model);
  if (open.length === 0) return [];
  const aligned = open.filter((one) => isAligned(all, one)).length;
  return [{ value: `${aligned} of ${open.length}`, label: "initiatives are aligned" }];
}

/** Whole percent; 0% and 100% only where it is so. */
export function sharePercent(share: number): string {
  const whole = Math.round(share * 100);
  const shown = share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return `${shown}%`;
}

function kpiFigure({ model, all }: Scene): readonly HeadFigure[] {
  const kpis = openKpisOf(model);
  if (kpis.length === 0) return [];
  const counts = { green: 0, amber: 0, red: 0, grey: 0 };
  for (const kpi of kpis) counts[kpiState(all, kpi).rag]++;
  return [{ value: "", label: "KPIs: on, at risk, off, unknown", counts }];
}

function riskFigure(scene: Scene): readonly HeadFigure[] {
  const risks = openOf(scene.model, "risk");
  if (risks.length === 0) return [];
  const above = risks.filter((risk) => isAbove(scene, risk)).length;
  return [{ value: String(above), label: `${above === 1 ? "risk" : "risks"} above appetite` }];
}

/** "Nordwind IT strategy 2026–2028": with the years of the horizon, where the title names none. */
export function titleLine({ model, all }: Scene): string {
  const folder = decodeURIComponent(model.project.root.split("/").at(-1) ?? "");
  const title = model.strategy ? shownTitle(all, model.strategy) : folder;
  const { start, end } = horizonOf(model) ?? {};
  if (start === undefined || end === undefined || /\b\d{4}\b/.test(title)) return title;
  const [first, last] = [parts(start).year, parts(end).year];
  return `${title} ${first === last ? first : `${first}–${last}`}`;
}

const fiveYears = 5 * 366;

/**
 * From the start of the horizon to its end, and as far beyond as work reaches, in whole quarters;
 * without either, the year of today. A date that is far off does not stretch it over five years.
 */
export function calendarOf(scene: Scene, work: readonly Entity[]): Calendar {
  const { model, all } = scene;
  const fiscal = model.fiscal ?? calendarYear;
  const horizon = horizonOf(model);
  const days = work.flatMap((one) => [
    ...daysOf(datesOf(all, one)),
    ...one.children.flatMap((child) =>
      child.kind === "milestone" ? (milestoneDate(all, child) ?? []) : [],
    ),
  ]);
  const anchors = daysOf(horizon);
  const centre = anchors.length > 0 ? anchors : [model.today];
  const least = leastOf(centre) - fiveYears;
  const most = greatestOf(centre) + fiveYears;
  let start = leastOf(anchors);
  let end = greatestOf(anchors);
  for (const day of days) {
    start = Math.min(start, Math.max(day, least));
    end = Math.max(end, Math.min(day, most));
  }
  if (start > end) [start, end] = [model.today, model.today + 365];
  return {
    start: iso(quarterOf(start, fiscal).start),
    end: iso(quarterOf(end, fiscal).end),
    fiscalStart: fiscal.month,
    namedBy: fiscal.namedBy,
  };
}

function daysOf(dates: { readonly start?: Day; readonly end?: Day } | undefined): readonly Day[] {
  return [dates?.start, dates?.end].filter((day) => day !== undefined);
}

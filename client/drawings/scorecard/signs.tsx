// The legend of a scorecard: its signs that are drawn, each with its words.
import type { ScorecardView } from "../../../server/views/scorecard/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import { TargetGlyph } from "../glyphs.tsx";
import { healthItem, type LegendItem } from "../legend.tsx";
import { allHealth } from "../sentences.ts";
import { MissedGlyph } from "./spark.tsx";

const healthWords: Readonly<Record<Health, string>> = {
  green: "On plan, or short by up to the tolerance",
  amber: "Short by up to twice the tolerance",
  red: "Short by more",
  grey: "Not known",
};

export function scorecardLegend({ bands }: ScorecardView): readonly LegendItem[] {
  const kpis = bands.flatMap((band) => band.kpis);
  const some = (test: (kpi: (typeof kpis)[number]) => boolean, item: LegendItem) =>
    kpis.some(test) ? [item] : [];
  return [
    ...allHealth.flatMap((health) =>
      some((kpi) => kpi.health === health, healthItem(health, healthWords[health])),
    ),
    ...some(({ progress }) => progress !== undefined, tick),
    ...some(({ trend }) => trend.actual.days.length > 1, line("Measured", "work")),
    ...some((kpi) => kpi.stale !== undefined, line("Measured too long ago", "grey")),
    ...some(({ trend }) => trend.plan.days.length > 1, plan),
    ...some(({ trend, target }) => trend.target !== undefined && target?.state !== "missed", aim),
    ...some(
      ({ trend, target }) => trend.missed !== undefined || target?.state === "missed",
      missed,
    ),
  ];
}

/** The signs of its charts. */
export function chartsLegend(view: ScorecardView): readonly LegendItem[] {
  return scorecardLegend(view).flatMap((item) =>
    item === tick ? [] : [item === aim ? chartedAim : item],
  );
}

const chartedAim: LegendItem = {
  text: "Target",
  width: 12,
  draw: ({ ink }, y) => <circle cx={6} cy={y} r={4.5} fill={ink} />,
};

const tick: LegendItem = {
  text: "Where it should be on the day it was measured",
  width: 4,
  apart: true,
  draw: ({ ink }, y) => <line x1={2} x2={2} y1={y - 7} y2={y + 7} stroke={ink} stroke-width={2} />,
};

function line(text: string, colour: "work" | "grey"): LegendItem {
  return {
    text,
    width: 20,
    draw: (tokens, y) => (
      <line x1={0} x2={20} y1={y} y2={y} stroke={tokens[colour]} stroke-width={1.75} />
    ),
  };
}

const plan: LegendItem = {
  text: "Plan",
  width: 20,
  draw: ({ ink2 }, y) => (
    <line x1={0} x2={20} y1={y} y2={y} stroke={ink2} stroke-width={1.25} stroke-dasharray="3 3" />
  ),
};

const aim: LegendItem = {
  text: "Target",
  width: 12,
  draw: (_, y) => <TargetGlyph x={6} y={y} />,
};

const missed: LegendItem = {
  text: "Target missed",
  width: 12,
  draw: (_, y) => <MissedGlyph x={6} y={y} />,
};

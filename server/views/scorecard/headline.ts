// The KPIs of a model → the sentence and the figures over its scorecard.
import { folded } from "../../cells/folded.ts";
import { memo } from "../../cells/memo.ts";
import { isMeasured } from "../../model/derive/measured.ts";
import { outline } from "../../model/outline.ts";
import { isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import type { HeadFigure, Health } from "../shape.ts";
import { type Scored, scoredKpis } from "./rows.ts";

type Counts = Readonly<Record<Health, number>>;

/** How many of some KPIs stand how. */
export function countsOf(kpis: readonly Scored[]): Counts {
  const counts = { green: 0, amber: 0, red: 0, grey: 0 };
  for (const { shown } of kpis) counts[shown.health]++;
  return counts;
}

/** "2 KPIs are far behind plan, 2 are slipping" */
export function scorecardSentence(model: Model): string {
  const { green, amber, red, grey } = countsOf(scoredKpis(model));
  const of = green + amber + red + grey;
  if (of === 0) return "No KPI is open";
  if (grey === of)
    return of === 1 ? "How the KPI stands is not known" : `How ${of} KPIs stand is not known`;
  const are = (number: number, state: string) => `${howMany(number, of)} ${state}`;
  if (red > 0 && amber > 0) {
    return `${howMany(red, of)} far behind plan, ${amber} ${amber === 1 ? "is" : "are"} slipping`;
  }
  if (red > 0) return are(red, "far behind plan");
  if (amber > 0) return are(amber, "slipping");
  return grey > 0 ? `${are(green, "on plan")}, ${grey} not known` : are(green, "on plan");
}

function howMany(number: number, of: number): string {
  if (number < of || number === 0) return number === 1 ? "1 KPI is" : `${number} KPIs are`;
  if (of === 1) return "The KPI is";
  return of === 2 ? "Both KPIs are" : `All ${of} KPIs are`;
}

/** KPIs by health, objectives that are measured, KPIs with a baseline and a dated target, those without a fresh figure. */
export const scorecardFigures: (model: Model) => readonly HeadFigure[] = memo((model) => {
  const kpis = scoredKpis(model);
  if (kpis.length === 0) return [];
  const complete = kpis.filter(({ isComplete }) => isComplete).length;
  const old = kpis.filter(({ isFresh }) => !isFresh).length;
  return [
    { value: "", label: "on track, slipping, behind, unknown", counts: countsOf(kpis) },
    ...measuredFigure(model),
    {
      value: `${complete} of ${kpis.length}`,
      label: "with baseline and dated target",
    },
    { value: String(old), label: "without a fresh figure" },
  ];
}, isSame);

interface Goals {
  readonly open: number;
  readonly measured: number;
}

const goals = folded<Model, Goals>(
  ({ universe: all }, chunk) => {
    const open = outline(chunk).entities.filter(
      (one) => one.sure && one.kind === "objective" && isOpen(all, one),
    );
    const measured = open.filter((one) => isMeasured(all, one));
    return open.length === 0 ? undefined : { open: open.length, measured: measured.length };
  },
  (parts) => ({
    open: parts.reduce((sum, part) => sum + part.open, 0),
    measured: parts.reduce((sum, part) => sum + part.measured, 0),
  }),
  isSame,
);

function measuredFigure(model: Model): readonly HeadFigure[] {
  const found = goals(model);
  if (found === undefined) return [];
  const { open, measured } = found;
  const noun = open === 1 ? "objective" : "objectives";
  return [
    {
      value: `${measured} of ${open}`,
      label: `${noun} measured`,
    },
  ];
}

// A strategy as text → the rows of its scorecard, each as a line of text.
import type { ScorecardView, ScoredKpi } from "../../server/views/scorecard/shape.ts";
import { scorecardView } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

export function cardOf(source: Sources): ScorecardView {
  return viewOf(scorecardView, universeOf(source).model());
}

/** "churn red | 4.20% 3.75% (3.63%) | 79%, slipping | 3.50% by Dec 2026 | Oct 2026" */
export function row(kpi: ScoredKpi): string {
  const { id, health, baseline, latest, expected, unit, verdict, target, measured, stale } = kpi;
  const should = expected === undefined ? "" : ` (${expected.text})`;
  return [
    `${id} ${health}`,
    `${baseline?.text ?? "–"} ${latest?.text ?? "–"}${should}${unit ? ` ${unit}` : ""}`,
    verdict,
    target ? `${target.text} ${target.when}` : "–",
    stale ? `${measured}, ${stale}` : measured,
    ...kpi.notes,
  ].join(" | ");
}

/** What one KPI comes to that has these fields. */
export function only(fields: string, data: Readonly<Record<string, string>> = {}): string {
  const { bands } = cardOf({ "plan.strategy": `kpi k "K" { ${fields} }`, ...data });
  return bands.flatMap(({ kpis }) => kpis.map(row)).join("\n");
}

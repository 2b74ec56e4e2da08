// A KPI of the scorecard → its sentence for readers and search, and its row in the table.
import type { KpiFigure, ScorecardView, ScoredKpi } from "../../../server/views/scorecard/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { told } from "../sentences.ts";

const planWords: Readonly<Record<Health, string>> = {
  green: "On plan",
  amber: "Slipping",
  red: "Far behind",
  grey: "Not known",
};

/** The worst first; what is not known before what is fine. */
const ranks: Readonly<Record<Health, number>> = { red: 0, amber: 1, grey: 2, green: 3 };

/** All KPIs, those that are furthest behind first. */
export function worstFirst({ bands }: ScorecardView): readonly ScoredKpi[] {
  return bands
    .flatMap(({ kpis }) => kpis)
    .toSorted((a, b) => ranks[a.health] - ranks[b.health] || (a.progress ?? 0) - (b.progress ?? 0));
}

/** "Monthly churn. Slipping, 79%, slipping. 3.75% measured Oct 2026, 3.63% expected, 4.20% at the start. …" */
export function kpiSentence(kpi: ScoredKpi): string {
  const { title, health, verdict, latest, expected, baseline, target, unit } = kpi;
  const inUnits = ({ text }: KpiFigure) => (unit === undefined ? text : `${text} ${unit}`);
  const figures = [
    latest ? `${inUnits(latest)} measured ${kpi.measured}` : "",
    expected ? `${inUnits(expected)} expected then` : "",
    baseline ? `${inUnits(baseline)} at the start` : "",
  ];
  const share =
    kpi.progress === undefined ? verdict : `${verdict.split(",")[0]} of what was expected`;
  return told([
    title,
    verdict === "Worse than at the start" || kpi.progress === undefined
      ? `${planWords[health]}: ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`
      : `${planWords[health]}: ${share}`,
    figures.filter((part) => part !== "").join(", "),
    target ? `Target ${inUnits(target)} ${target.when}` : "No target",
    kpi.adrift ? kpi.measures : `Measures ${kpi.measures}`,
    kpi.owner ? `Owner ${kpi.owner}` : "",
    kpi.stale ? `Last measured ${kpi.stale}` : "",
    ...kpi.notes,
  ]);
}

/** "Far behind, 45% of expected", "No figure yet". */
export function kpiStanding({ health, verdict, progress }: ScoredKpi): string {
  if (progress === undefined || verdict === "Worse than at the start") return verdict;
  return `${planWords[health]}, ${verdict.split(",")[0]} of expected`;
}

export function scorecardTable({ bands }: ScorecardView): Table {
  const text = (head: string) => ({ head });
  const number = (head: string) => ({ head, numeric: true as const });
  return {
    columns: [
      ...["KPI", "Measures", "Health"].map(text),
      ...["Baseline", "Latest"].map(number),
      text("Unit"),
      number("Expected"),
      text("Progress"),
      number("Target"),
      ...["Target date", "Owner", "Last measured", "Notes"].map(text),
    ],
    rows: bands.flatMap(({ title, kpis }) => kpis.map((kpi) => tableRow(title, kpi))),
  };
}

function tableRow(section: string, kpi: ScoredKpi): TableRow {
  const { progress, target } = kpi;
  const share = progress ?? Number.NEGATIVE_INFINITY;
  return {
    key: `kpi:${kpi.id}`,
    source: kpi.source,
    section,
    cells: [
      kpi.title,
      kpi.measures,
      { text: planWords[kpi.health], by: ranks[kpi.health] },
      figureCell(kpi.baseline),
      figureCell(kpi.latest),
      kpi.unit ?? (kpi.latest?.text.endsWith("%") ? "%" : "–"),
      figureCell(kpi.expected),
      { text: kpi.verdict, by: share },
      figureCell(target),
      target?.when ?? "–",
      kpi.owner ?? "–",
      {
        text: kpi.stale ? `${kpi.measured}, ${kpi.stale}` : kpi.measured,
        by: kpi.measuredOn ?? "",
      },
      kpi.notes.length > 0 ? kpi.notes.join(". ") : "–",
    ],
  };
}

function figureCell(figure: KpiFigure | undefined): Cell {
  return figure
    ? { text: figure.text, by: figure.value }
    : { text: "–", by: Number.NEGATIVE_INFINITY };
}

// A KPI of the scorecard → its sentence for readers and search, and its row in the table.
import type { KpiFigure, ScorecardView, ScoredKpi } from "../../../server/views/scorecard/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import { dayCell, numberCell, shareCell, textCell, unknown } from "../cells.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { told } from "../sentences.ts";
import { isoOf } from "../time.ts";

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

export function scorecardTable({ bands, currency }: ScorecardView): Table {
  const number = { is: "number", numeric: true } as const;
  return {
    currency,
    columns: [
      { key: "kpi", head: "KPI" },
      { key: "measures", head: "Measures" },
      { key: "health", head: "Health" },
      { key: "baseline", head: "Baseline", ...number },
      { key: "latest", head: "Latest", ...number },
      { key: "unit", head: "Unit" },
      { key: "expected", head: "Expected", ...number },
      { key: "progress", head: "Progress", is: "share" },
      { key: "target", head: "Target", ...number },
      { key: "targetDate", head: "Target date", is: "day" },
      { key: "owner", head: "Owner" },
      { key: "measuredOn", head: "Last measured", is: "day" },
      { key: "notes", head: "Notes" },
    ],
    rows: bands.flatMap(({ title, kpis }) => kpis.map((kpi) => tableRow(title, kpi))),
  };
}

function tableRow(section: string, kpi: ScoredKpi): TableRow {
  const { progress, target } = kpi;
  // Why there is no progress is no figure.
  const notes = progress === undefined ? [kpi.verdict, ...kpi.notes] : kpi.notes;
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
      kpi.unit ?? (kpi.latest?.text.endsWith("%") ? "%" : unknown),
      figureCell(kpi.expected),
      shareCell(kpi.verdict, progress),
      figureCell(target),
      targetDay(kpi),
      textCell(kpi.owner),
      kpi.measuredOn === undefined
        ? { text: kpi.measured, by: Number.NaN }
        : dayCell(kpi.measuredOn, kpi.stale ? `${kpi.measured}, ${kpi.stale}` : kpi.measured),
      textCell(notes.join(". ")),
    ],
  };
}

/** "by Dec 2026", and its last day. */
function targetDay({ target, trend }: ScoredKpi): Cell {
  if (target === undefined || trend.target === undefined)
    return { text: target?.when ?? unknown, by: Number.NaN };
  return dayCell(isoOf(trend.target.day), target.when);
}

function figureCell(figure: KpiFigure | undefined): Cell {
  return numberCell(figure?.value, figure?.text);
}

// The risks as a table: each in full, in the order of the list, every column to sort by.
import type { ListedRisk, RisksView } from "../../../server/views/risks/shape.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { type NumberedRisk, numbered } from "./numbered.ts";
import { headings } from "./rows.ts";
import { stepWords, unnamedInWords } from "./words.ts";

export function risksTable(view: RisksView): Table {
  const code = view.currency ? `, ${view.currency}` : "";
  return {
    columns: [
      { head: "Risk" },
      { head: "No.", numeric: true },
      { head: "Affects" },
      { head: "Before", numeric: true },
      { head: "Today", numeric: true },
      { head: "Probability" },
      { head: "Impact" },
      { head: "Response" },
      { head: "Owner" },
      { head: "Next review" },
      { head: `Expected loss${code}`, numeric: true },
    ],
    rows: [...numbered(view.risks).map(rowOf), ...sumRow(view)],
  };
}

function rowOf({ risk, number }: NumberedRisk): TableRow {
  const { standing, today, before, missing } = risk;
  return {
    key: `risk:${risk.id}`,
    source: risk.source,
    section: headings[standing],
    ...(standing === "unrated" ? { gap: true as const } : {}),
    cells: [
      risk.title || "Untitled",
      figure(number === undefined ? undefined : String(number), number),
      risk.adrift ? "Nothing" : risk.affects.join(", ") || "–",
      figure(before && String(before.score), before?.score),
      today
        ? { text: `${today.score}, ${today.severity}`, by: today.score }
        : figure(missing, undefined),
      step(today?.probability),
      step(today?.impact),
      risk.lack ?? risk.response ?? "–",
      risk.ownerless ? "No owner" : (risk.owner ?? "–"),
      review(risk),
      standing === "occurred" ? figure("", undefined) : figure(risk.loss, risk.lossBy),
    ],
  };
}

/** An unknown figure stands behind all that are known. */
function figure(text: string | undefined, by: number | undefined): Cell {
  return { text: text ?? "–", by: by ?? Number.NEGATIVE_INFINITY };
}

function step(at: number | undefined): Cell {
  return figure(at === undefined ? undefined : stepWords[at - 1], at);
}

function review({ review, reviewBy, reviewOver }: ListedRisk): Cell {
  if (review === undefined) return { text: "–", by: "" };
  const late = reviewOver ? `, ${reviewOver === 1 ? "1 day" : `${reviewOver} days`} overdue` : "";
  return { text: review + late, by: reviewBy ?? "" };
}

function sumRow({ risks, loss, unnamed }: RisksView): readonly TableRow[] {
  if (!risks.some(({ standing }) => standing !== "occurred")) return [];
  const blank = Array.from({ length: 9 }, (): Cell => "");
  return [
    {
      key: "sum:risks",
      section: "All",
      cells: [
        unnamed > 0 ? `All open risks, ${unnamedInWords(unnamed)}` : "All open risks",
        ...blank,
        { text: loss ?? "–", by: Number.POSITIVE_INFINITY },
      ],
    },
  ];
}

// The risks as a table: each in full, in the order of the list, every column to sort by.
import type { ListedRisk, RisksView } from "../../../server/views/risks/shape.ts";
import { dayCell, moneyCell, numberCell, textCell, unknown } from "../cells.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { capitalised } from "../sentences.ts";
import { type NumberedRisk, numbered } from "./numbered.ts";
import { headings } from "./rows.ts";
import { stepWords, unnamedInWords } from "./words.ts";

export function risksTable(view: RisksView): Table {
  const sums = sumRow(view);
  return {
    currency: view.currency,
    nested: true,
    columns: [
      { key: "risk", head: "Risk" },
      { key: "number", head: "No.", is: "number", numeric: true },
      { key: "affects", head: "Affects" },
      { key: "before", head: "Before", is: "number", numeric: true },
      { key: "today", head: "Today", is: "number", numeric: true },
      { key: "severity", head: "Severity" },
      { key: "probability", head: "Probability" },
      { key: "impact", head: "Impact" },
      { key: "response", head: "Response" },
      { key: "owner", head: "Owner" },
      { key: "nextReview", head: "Next review", is: "day" },
      { key: "expectedLoss", head: "Expected loss", is: "money", numeric: true },
    ],
    rows: [...numbered(view.risks).map((risk) => rowOf(risk, sums[0] && allOpen)), ...sums],
  };
}

const allOpen = "All open risks";

function rowOf({ risk, number }: NumberedRisk, within: string | undefined): TableRow {
  const { standing, today, before, missing } = risk;
  const isOpen = standing !== "occurred";
  return {
    key: `risk:${risk.id}`,
    source: risk.source,
    section: headings[standing],
    within: isOpen ? within : undefined,
    gap: standing === "unrated" ? (missing ?? "Not rated") : undefined,
    cells: [
      risk.title || "Untitled",
      numberCell(number),
      risk.adrift ? "Nothing" : textCell(risk.affects.join(", ")),
      numberCell(before?.score),
      numberCell(today?.score),
      today
        ? { text: capitalised(today.severity), by: today.score }
        : { text: missing ?? unknown, by: Number.NaN },
      step(today?.probability),
      step(today?.impact),
      risk.lack ?? textCell(risk.response),
      risk.ownerless ? "No owner" : textCell(risk.owner),
      review(risk),
      isOpen ? moneyCell(risk.loss, risk.lossBy) : "",
    ],
  };
}

function step(at: number | undefined): Cell {
  return { text: stepWords[(at ?? 0) - 1] ?? unknown, by: at ?? Number.NaN };
}

function review({ review, reviewBy, reviewOver }: ListedRisk): Cell {
  const late = reviewOver ? `, ${reviewOver === 1 ? "1 day" : `${reviewOver} days`} overdue` : "";
  return dayCell(reviewBy, `${review}${late}`);
}

function sumRow({ risks, loss, lossBy, unnamed }: RisksView): readonly TableRow[] {
  if (!risks.some(({ standing }) => standing !== "occurred")) return [];
  const blank = Array.from({ length: 10 }, (): Cell => "");
  return [
    {
      key: "sum:risks",
      section: "All",
      cells: [
        unnamed > 0 ? `${allOpen}, ${unnamedInWords(unnamed)}` : allOpen,
        ...blank,
        { ...moneyCell(loss, lossBy), by: Number.POSITIVE_INFINITY },
      ],
    },
  ];
}

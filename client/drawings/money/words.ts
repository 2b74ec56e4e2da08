// The rows of the money picture → sentences for who points at them, and the same facts as a table.
import type { CountedElsewhere, MoneyRow, MoneyView } from "../../../server/views/money/shape.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { capitalised } from "../sentences.ts";

/** "Grow digital revenue: 5.8M, cost 5.4M, benefit 11.0M, return +104%, paid back in 24 months" */
export function goesSentence(row: MoneyRow): string {
  const { amount, cost, benefit, return: gain, payback, says } = row;
  const parts = [
    amount,
    cost && `cost ${cost}`,
    benefit && `benefit ${benefit}`,
    gain && `return ${gain}`,
    payback && (payback.startsWith("not") ? payback : `paid back in ${payback}`),
    says && (amount || cost ? says.toLowerCase() : says),
  ].filter((part) => part);
  return `${row.title}: ${parts.length > 0 ? parts.join(", ") : "not known"}`;
}

/** "CRM: 1.9M, counted under Platform" */
export function ghostSentence({ title, amount, counted }: CountedElsewhere): string {
  return amount === undefined ? `${title}: ${counted}` : `${title}: ${amount}, ${counted}`;
}

const unknown = "–";

/** An amount, sorted by what it comes to. */
function amountCell(text: string | undefined, by: number): Cell {
  return text === undefined ? unknown : { text, by };
}

/** What a text such as "5.4M" or "+104%" comes to, to sort by. */
function sizeOf(text: string | undefined): number {
  const found = /([−-])?(\d[\d.]*)([kMB]?)/.exec(text ?? "");
  if (found === null) return Number.NEGATIVE_INFINITY;
  const [, sign, number = "0", unit = ""] = found;
  const scale = { k: 1e3, M: 1e6, B: 1e9 }[unit] ?? 1;
  return Number(number) * scale * (sign === undefined ? 1 : -1);
}

/**
 * Where it goes by objective, team and technology, then costs by head and year: years stand as rows of
 * their head, so that all sections have the same columns.
 */
export function moneyTable(view: MoneyView): Table {
  return {
    columns: [
      { head: "What" },
      { head: "Amount", numeric: true },
      { head: "Cost", numeric: true },
      { head: "Benefit", numeric: true },
      { head: "Return", numeric: true },
      { head: "Paid back in", numeric: true },
      { head: "Note" },
    ],
    rows: [...planRows(view), ...wayRows(view), ...costRows(view)],
  };
}

function planRows({ budget, kinds }: MoneyView): readonly TableRow[] {
  const row = (
    section: string,
    key: string,
    what: string,
    text: string,
    by: number,
    note = "",
  ) => ({
    key: `${section}:${key}`,
    section,
    gap: key === "unaligned" || undefined,
    cells: [what, amountCell(text, by), unknown, unknown, unknown, unknown, note],
  });
  const rest = budget.over ?? budget.left ?? budget.unknown;
  return [
    ...budget.parts.map(({ key, label, amount, share, length }) =>
      row("Budget", key, capitalised(label), amount, length, share),
    ),
    row(
      "Budget",
      "says",
      "Budget",
      budget.limit?.text ?? unknown,
      budget.limit?.length ?? 0,
      [budget.limit === undefined ? budget.says : "", rest ?? ""].filter((part) => part).join(", "),
    ),
    ...kinds.parts.map(({ key, label, amount, share, length }) =>
      row("Kind of work", key, label, amount, length, share),
    ),
  ];
}

function wayRows({ ways }: MoneyView): readonly TableRow[] {
  return ways.flatMap(({ by, rows, total, beside }) => [
    ...rows.flatMap((row) => [moneyLine(`Where it goes, by ${by}`, row), ...ghostLines(by, row)]),
    moneyLine(`Where it goes, by ${by}`, total),
    ...beside.map((row) => moneyLine("Technologies by themselves, not in the plan", row)),
  ]);
}

function moneyLine(section: string, row: MoneyRow): TableRow {
  const { amount, cost, benefit, return: gain, payback, says = "" } = row;
  return {
    key: `${section}:${row.id}`,
    section,
    source: row.source,
    gap: row.gap,
    cells: [
      row.title,
      amountCell(amount, row.length),
      amountCell(cost, sizeOf(cost)),
      amountCell(benefit, sizeOf(benefit)),
      amountCell(gain, sizeOf(gain)),
      amountCell(payback, sizeOf(payback)),
      says,
    ],
  };
}

function ghostLines(by: string, row: MoneyRow): readonly TableRow[] {
  return row.elsewhere.map((ghost) => ({
    key: `${by}:${row.id}:${ghost.id}`,
    section: `Where it goes, by ${by}`,
    source: ghost.source,
    cells: [
      ghost.title,
      unknown,
      unknown,
      unknown,
      unknown,
      unknown,
      `${row.title}: ${ghost.amount === undefined ? "" : `${ghost.amount}, `}${ghost.counted}`,
    ],
  }));
}

function costRows({ costs }: MoneyView): readonly TableRow[] {
  const section = "Cost by head and year";
  const line = (key: string, what: string, text: string, by: number): TableRow => ({
    key: `${section}:${key}`,
    section,
    cells: [what, unknown, amountCell(text, by), unknown, unknown, unknown, ""],
  });
  if (costs.rows.length === 0) return [];
  const length = costs.rows.reduce((sum, row) => sum + row.length, 0);
  const all = { head: "all", title: "All cost", cells: costs.sums, total: costs.total, length };
  return [...costs.rows, all].flatMap(({ head, title, cells, total, length: sum }) => [
    ...cells.flatMap((cell, at) => {
      const year = costs.years[at] ?? "";
      return cell === null
        ? []
        : [line(`${head}:${year}`, `${title}, ${year}`, cell.text, cell.length)];
    }),
    line(`${head}:total`, `${title}, together`, total, sum),
  ]);
}

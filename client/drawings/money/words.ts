// The rows of the money picture → sentences for who points at them, and the same facts as a table.
import type { CountedElsewhere, MoneyRow, MoneyView } from "../../../server/views/money/shape.ts";
import { moneyCell, numberCell, shareCell, unknown } from "../cells.ts";
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

/**
 * Where it goes by objective, team and technology, then costs by head and year: years stand as rows of
 * their head, so that all sections have the same columns.
 */
export function moneyTable(view: MoneyView): Table {
  const money = { is: "money", numeric: true } as const;
  return {
    currency: view.currency,
    nested: true,
    columns: [
      { key: "what", head: "What" },
      { key: "amount", head: "Amount", ...money },
      { key: "cost", head: "Cost", ...money },
      { key: "benefit", head: "Benefit", ...money },
      { key: "return", head: "Return", is: "share", numeric: true },
      { key: "paybackMonths", head: "Paid back in, months", is: "number", numeric: true },
      { key: "note", head: "Note" },
    ],
    rows: [...planRows(view), ...wayRows(view), ...costRows(view)],
  };
}

const noGoal = "Supports no objective";

/** A row that has but an amount. */
function amountRow(section: string, key: string, what: string, amount: Cell, note = ""): TableRow {
  return {
    key: `${section}:${key}`,
    section,
    gap: key === "unaligned" ? noGoal : undefined,
    cells: [what, amount, unknown, unknown, unknown, unknown, note],
  };
}

function planRows({ budget, kinds }: MoneyView): readonly TableRow[] {
  const rest = budget.over ?? budget.left ?? budget.unknown;
  return [
    ...budget.parts.map(({ key, label, amount, share, length }) =>
      amountRow("Budget", key, capitalised(label), moneyCell(amount, length), share),
    ),
    amountRow(
      "Budget",
      "says",
      "Budget",
      moneyCell(budget.limit?.text, budget.limit?.length),
      [budget.limit === undefined ? budget.says : "", rest ?? ""].filter((part) => part).join(", "),
    ),
    ...kinds.parts.map(({ key, label, amount, share, length }) =>
      amountRow("Kind of work", key, label, moneyCell(amount, length), share),
    ),
  ];
}

function wayRows({ ways }: MoneyView): readonly TableRow[] {
  return ways.flatMap(({ by, rows, total, beside }) => {
    const section = `Where it goes, by ${by}`;
    const lines: TableRow[] = [];
    /** The titles of the rows above, the outermost first. */
    const above: string[] = [];
    for (const row of rows) {
      above.length = row.depth;
      lines.push(moneyLine(section, row, above.at(-1) ?? total.title));
      for (const ghost of ghostLines(by, row)) lines.push(ghost);
      above.push(row.title);
    }
    lines.push(moneyLine(section, total));
    for (const row of beside)
      lines.push(moneyLine("Technologies by themselves, not in the plan", row));
    return lines;
  });
}

function moneyLine(section: string, row: MoneyRow, within?: string): TableRow {
  const { amount, cost, benefit, return: gain, payback, exact = {}, says = "" } = row;
  return {
    key: `${section}:${row.id}`,
    section,
    source: row.source,
    gap: row.gap && noGoal,
    within,
    cells: [
      row.title,
      moneyCell(amount, exact.amount),
      moneyCell(cost, exact.cost),
      moneyCell(benefit, exact.benefit),
      shareCell(gain, exact.return),
      payback !== undefined && exact.paybackMonths === undefined
        ? { text: payback, by: Number.POSITIVE_INFINITY }
        : numberCell(exact.paybackMonths),
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
  const line = (key: string, what: string, cost: Cell, within?: string): TableRow => ({
    key: `${section}:${key}`,
    section,
    within,
    cells: [what, unknown, cost, unknown, unknown, unknown, ""],
  });
  if (costs.rows.length === 0) return [];
  const length = costs.rows.reduce((sum, row) => sum + row.length, 0);
  const together = "All cost, together";
  const all = { head: "all", title: "All cost", cells: costs.sums, total: costs.total, length };
  return [...costs.rows, all].flatMap((row) => {
    const { head, title, cells, total } = row;
    const own = `${title}, together`;
    return [
      ...cells.flatMap((cell, at) => {
        const year = costs.years[at] ?? "";
        if (cell === null) return [];
        const cost = costCell(cell.text, cell.length);
        return [line(`${head}:${year}`, `${title}, ${year}`, cost, row === all ? undefined : own)];
      }),
      line(`${head}:total`, own, costCell(total, row.length), row === all ? undefined : together),
    ];
  });
}

/** What is meant and cannot be placed in time is printed as not known. */
function costCell(text: string, length: number): Cell {
  return moneyCell(text === unknown ? undefined : text, length);
}

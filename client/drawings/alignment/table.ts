// The view as a table: one row an initiative, with its way up, its money, its KPIs and its risks.
import type { AlignedWork, AlignmentView, Goal } from "../../../server/views/alignment/shape.ts";
import { moneyCell, unknown } from "../cells.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import { healthNames, statusWords } from "../sentences.ts";
import { gapTitle, noSupport } from "./words.ts";
import { workAmount } from "./work-node.tsx";

export function alignmentTable(view: AlignmentView): Table {
  const byId = new Map(view.initiatives.map((work) => [work.id, work]));
  const sections = sectionsOf(view.goals);
  const rows = view.goals.flatMap((goal) => {
    const section = sections.get(goal.id) ?? goal.title;
    const own = goal.initiatives.flatMap((id) => {
      const work = byId.get(id);
      return work === undefined ? [] : [workRow(work, section)];
    });
    return goal.empty ? [...own, emptyRow(goal, section)] : own;
  });
  const lost = view.unaligned.initiatives.flatMap((id) => {
    const work = byId.get(id);
    return work === undefined ? [] : [workRow(work, gapTitle, gapTitle)];
  });
  return {
    currency: view.currency,
    columns: [
      { key: "initiative", head: "Initiative" },
      { key: "supports", head: "Supports" },
      { key: "status", head: "Status" },
      { key: "amount", head: "Money", is: "money", numeric: true },
      { key: "kpis", head: "KPIs" },
      { key: "risks", head: "Risks" },
    ],
    rows: [...rows, ...lost],
  };
}

/** The title of the top above each goal. */
function sectionsOf(goals: readonly Goal[]): ReadonlyMap<string, string> {
  const tops = new Map<string, string>();
  for (const { id, title, parent } of goals)
    tops.set(id, (parent === undefined ? undefined : tops.get(parent)) ?? title);
  return tops;
}

function workRow(work: AlignedWork, section: string, gap?: string): TableRow {
  return {
    key: `initiative:${work.id}`,
    source: work.source,
    section,
    gap,
    cells: [
      work.title,
      work.path.length > 0 ? work.path.join(" › ") : gap ? unknown : section,
      work.status ? statusWords[work.status] : unknown,
      amountCell(work),
      work.kpis
        .map(({ title, health }) => `${title}: ${healthNames[health].toLowerCase()}`)
        .join("; ") || unknown,
      work.risks.map(({ title, scores }) => (scores ? `${title}: ${scores}` : title)).join("; ") ||
        unknown,
    ],
  };
}

/** A part stands in the amount of its programme, and has none of its own to count. */
function amountCell(work: AlignedWork): Cell {
  const text = workAmount(work);
  return text === undefined || work.money === undefined
    ? { text: text ?? unknown, by: Number.NaN }
    : moneyCell(work.amount, work.money);
}

function emptyRow(goal: Goal, section: string): TableRow {
  return {
    key: `empty:${goal.id}`,
    source: goal.source,
    section,
    gap: noSupport,
    cells: [noSupport, goal.title, unknown, unknown, unknown, unknown],
  };
}

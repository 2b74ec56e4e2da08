// The view as a table: one row an initiative, with its way up, its money, its KPIs and its risks.
import type { AlignedWork, AlignmentView, Goal } from "../../../server/views/alignment/shape.ts";
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
      return work === undefined ? [] : [workRow(work, section, false)];
    });
    return goal.empty ? [...own, emptyRow(goal, section)] : own;
  });
  const lost = view.unaligned.initiatives.flatMap((id) => {
    const work = byId.get(id);
    return work === undefined ? [] : [workRow(work, gapTitle, true)];
  });
  return {
    columns: [
      { head: "Initiative" },
      { head: "Supports" },
      { head: "Status" },
      { head: view.currency ? `Money, ${view.currency}` : "Money", numeric: true },
      { head: "KPIs" },
      { head: "Risks" },
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

function workRow(work: AlignedWork, section: string, gap: boolean): TableRow {
  return {
    key: `initiative:${work.id}`,
    source: work.source,
    section,
    ...(gap && { gap }),
    cells: [
      work.title,
      work.path.length > 0 ? work.path.join(" › ") : gap ? "–" : section,
      work.status ? statusWords[work.status] : "–",
      moneyCell(work),
      work.kpis
        .map(({ title, health }) => `${title}: ${healthNames[health].toLowerCase()}`)
        .join("; ") || "–",
      work.risks.map(({ title, scores }) => (scores ? `${title}: ${scores}` : title)).join("; ") ||
        "–",
    ],
  };
}

function moneyCell(work: AlignedWork): Cell {
  return { text: workAmount(work) ?? "–", by: work.money ?? -1 };
}

function emptyRow(goal: Goal, section: string): TableRow {
  return {
    key: `empty:${goal.id}`,
    source: goal.source,
    section,
    gap: true,
    cells: [noSupport, goal.title, "–", "–", "–", "–"],
  };
}

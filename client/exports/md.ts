// Views → Markdown as GitHub reads it: a heading, the figures, what is missing, and the table, in which no text of others is Markdown.
import type { ViewData } from "../../server/views/shape.ts";
import { type Markdown, md, ours, title, together } from "../../server/words/markdown.ts";
import { headWords, textOfCell, unknown } from "../drawings/cells.ts";
import type { TableColumn } from "../drawings/drawing.ts";
import { tableOf } from "../drawings/index.ts";
import { allHealth, healthNames, subtitle } from "../drawings/sentences.ts";
import { longDate } from "../drawings/time.ts";
import type { Writer } from "./format.ts";
import { labelOf } from "./grid.ts";

/** One view below a heading of the first level; of several each below one of the second. */
export const writeMarkdown: Writer = async (board) => {
  const { views } = board;
  const [first] = views;
  const isBoard = views.length > 1;
  const parts = views.flatMap((view) => viewLines(view, isBoard));
  const head = isBoard && first ? [md`# ${title(board.title)}`, asOf(first, board.title)] : [];
  const text = together([...head, ...parts], "\n\n").markdown;
  return new TextEncoder().encode(`${inert(text)}\n`);
};

/** What GitHub does to a text that is no sign of Markdown: it sets `$x$` as a formula, and calls `@who`. */
function inert(markdown: string): string {
  return markdown.replaceAll("$", "\\$").replace(/(?<![\w\\])@(?=\w)/g, "@<!-- -->");
}

function viewLines(view: ViewData, isPart: boolean): readonly Markdown[] {
  const label = labelOf(view);
  return [
    isPart ? md`## ${label}: ${view.sentence}` : md`# ${label}: ${view.sentence}`,
    ...(isPart ? [] : [asOf(view)]),
    listOf(figuresOf(view)),
    ...tableLines(view),
  ];
}

/** Without what the heading above it says. */
function asOf(view: ViewData, heading?: string): Markdown {
  const whole = `${subtitle(view, longDate(view.today))}.`;
  const said = heading !== undefined && whole.startsWith(`${heading}. `) ? heading.length + 2 : 0;
  return md`${whole.slice(said)}`;
}

/** "**92%** of the money is aligned", "KPIs: 16 on track, 1 off track" */
function figuresOf({ figures }: ViewData): readonly Markdown[] {
  return figures.map(({ value, label, counts }) => {
    const counted = allHealth.flatMap((health) =>
      counts?.[health] ? [`${counts[health]} ${healthNames[health].toLowerCase()}`] : [],
    );
    return counts
      ? md`${label.split(":")[0] ?? ""}: ${counted.join(", ")}`
      : md`**${value}** ${label}`;
  });
}

function listOf(entries: readonly Markdown[]): Markdown {
  return together(
    entries.map((entry) => md`- ${entry}`),
    "\n",
  );
}

/** What stands for something that is missing by name, then all of it; columns in which nothing stands are left out. */
function tableLines(view: ViewData): readonly Markdown[] {
  const table = tableOf(view);
  const { rows } = table;
  const isRead = ({ detail }: TableColumn, at: number) =>
    detail !== true && rows.some(({ cells }) => ![unknown, ""].includes(textOfCell(cells[at])));
  const columns = table.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column, at }) => isRead(column, at));
  if (columns.length === 0) return [];
  const lines = [
    lineOf(["Group", ...columns.map(({ column }) => headWords(table, column))]),
    together([
      ours("| --- |"),
      ...columns.map(({ column }) => (column.numeric ? ours(" ---: |") : ours(" --- |"))),
    ]),
    ...rows.map((row) =>
      lineOf([row.section ?? "", ...columns.map(({ at }) => textOfCell(row.cells[at]))]),
    ),
  ];
  const named = rows.flatMap(({ gap, cells }) => {
    const [first, second] = cells.map(textOfCell);
    return gap === undefined ? [] : [md`${(first === gap ? second : first) ?? ""}: ${gap}`];
  });
  return [...(named.length > 0 ? [md`**Gaps**`, listOf(named)] : []), together(lines, "\n")];
}

/** "| Grow | CRM | 1.9M |" */
function lineOf(texts: readonly string[]): Markdown {
  return together([ours("|"), ...texts.map((text) => md` ${text === unknown ? "" : text} |`)]);
}

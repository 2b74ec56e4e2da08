// The rows of a roadmap → the same as a table: every fact of the picture in words, with values to sort by.
import type {
  CalendarEvent,
  Group,
  Initiative,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import { moneyCell, textCell, unknown } from "../cells.ts";
import type { Cell, Table, TableRow } from "../drawing.ts";
import {
  healthNames,
  type Links,
  linksOf,
  reportInWords,
  statusInWords,
  timelineInWords,
} from "../sentences.ts";
import { count, dateInWords, dayOf } from "../time.ts";
import { gapSentence } from "./row-sentences.ts";
import type { GroupRow, InitiativeRow, Row } from "./rows.ts";

const statusOrder = ["active", "on-hold", "planned", "proposed", "completed", "cancelled"];
const healthOrder = ["red", "amber", "green", "grey"];

/** The rows of the picture, group by group, then what stands on the lane below the axis. */
export function roadmapTable(view: RoadmapView, rows: readonly Row[]): Table {
  const links = linksOf(view);
  const titles = new Map(view.initiatives.map(({ id, title }) => [id, title]));
  return {
    currency: view.currency,
    columns: [
      { key: "initiative", head: "Initiative" },
      { key: "supports", head: "Supports" },
      { key: "status", head: "Status" },
      { key: "health", head: "Health" },
      { key: "owner", head: "Owner" },
      { key: "teams", head: "Teams" },
      { key: "timeline", head: "Timeline" },
      { key: "amount", head: "Money", is: "money", numeric: true },
      { key: "milestones", head: "Milestones" },
      { key: "waitsFor", head: "Waits for" },
      { key: "wrong", head: "Risks and what is wrong" },
    ],
    rows: [...workLines(view, rows, links, titles), ...view.events.map(eventLine)],
  };
}

function workLines(
  view: RoadmapView,
  rows: readonly Row[],
  links: Links,
  titles: ReadonlyMap<string, string>,
): readonly TableRow[] {
  const lines: TableRow[] = [];
  let section: string | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.type === "initiative") {
      lines.push({ ...workLine(row, links, titles), section });
      continue;
    }
    section =
      row.type === "gap"
        ? `Supports no objective. ${gapSentence(row.sum, true)}`
        : headingOf(row.group, view.currency);
    const next = rows[index + 1];
    if (row.type === "group" && next?.type !== "initiative" && (row.group.empty || row.ghost))
      lines.push(bareLine(row, section));
  }
  return lines;
}

/** "Grow digital revenue. Off track. Owner CCO. 9.2M EUR" */
function headingOf({ title, health, reported, owner, amount }: Group, currency?: string): string {
  return together([
    title,
    health && healthNames[health],
    reportInWords({ reported }),
    owner && `Owner ${owner}`,
    amount && `${amount}${currency ? ` ${currency}` : ""}`,
  ]);
}

function saysOf(ghost: string | undefined): string {
  return ghost === undefined ? "No initiative supports it yet" : `Counted under ${ghost}`;
}

/** An objective that has no row below it. */
function bareLine({ key, group, ghost }: GroupRow, section: string): TableRow {
  const cells = [group.title, ...Array.from({ length: 9 }, () => unknown), saysOf(ghost)];
  const gap = ghost === undefined ? saysOf(ghost) : undefined;
  return { key, source: group.source, section, cells, gap };
}

function workLine(row: InitiativeRow, links: Links, titles: ReadonlyMap<string, string>): TableRow {
  const { initiative } = row;
  const { owner, teams, path, health } = initiative;
  const before = [...new Set(links.before.get(initiative.id)?.map(({ from }) => from))];
  return {
    key: row.key,
    source: initiative.source,
    gap: row.gap ? "Supports no objective" : initiative.start ? undefined : "No dates yet",
    cells: [
      initiative.title,
      path.join(", then ") || "No objective",
      { text: statusInWords(initiative), by: rankIn(statusOrder, initiative.status) },
      {
        text: together([healthNames[health], reportInWords(initiative)]),
        by: rankIn(healthOrder, health),
      },
      textCell(owner),
      textCell(teams.join(", ")),
      timelineCell(initiative),
      amountCell(row),
      milestonesCell(initiative),
      textCell(before.map((id) => titles.get(id) ?? id).join(", ")),
      troublesCell(row),
    ],
  };
}

function rankIn(order: readonly string[], word: string | undefined): number {
  const at = order.indexOf(word ?? "");
  return at < 0 ? order.length : at;
}

function together(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(". ");
}

function timelineCell(initiative: Initiative): Cell {
  const critical = initiative.critical ? "Critical path" : undefined;
  const late = initiative.overdueDays ? `${count(initiative.overdueDays, "day")} over` : undefined;
  const { time, money } = initiative.firstPlan ?? {};
  const moved = [time?.words, money?.wrong && money.words].filter((one) => one).join(", ");
  const words = [timelineInWords(initiative), late, moved, critical];
  return {
    text: together(words),
    by: initiative.start === undefined ? Number.NaN : dayOf(initiative.start),
  };
}

/** The same figure as in the column of the picture; where there is none it says why. */
function amountCell({ initiative, counts, ghost, within, dim }: InitiativeRow): Cell {
  const { amount } = initiative.money;
  const exact = initiative.weight?.amount;
  const nowhere = Number.NaN;
  if (ghost !== undefined) return { text: "counted elsewhere", by: nowhere };
  if (dim) return { text: "not in the filter", by: nowhere };
  if (!initiative.open)
    return { text: amount === undefined ? unknown : `${amount}, closed`, by: nowhere };
  const own = moneyCell(amount, exact);
  if (counts || !within || amount === undefined) return own;
  return { text: `of it ${amount}`, by: own.by };
}

function milestonesCell({ milestones }: Initiative): Cell {
  const words = milestones.map(
    ({ title, date, status }) => `${title}: ${status}, ${dateInWords(date)}`,
  );
  const [first] = milestones.map(({ date }) => dayOf(date)).toSorted((a, b) => a - b);
  return { text: listedUpTo(3, words, "; ") || unknown, by: first ?? Number.NaN };
}

/** What is wrong, the worst first, and where it counts if not here; the card says the rest. */
function troublesCell({ initiative, ghost }: InitiativeRow): Cell {
  const { risk, wrong } = initiative;
  const all = risk && !wrong.includes(risk.sentence) ? [risk.sentence, ...wrong] : wrong;
  const where = ghost === undefined ? [] : [`Counted under ${ghost}`];
  const text = listedUpTo(1 + where.length, [...where, ...all], ". ");
  return { text: text || unknown, by: all.length === 0 ? Number.NaN : -all.length };
}

/** The first few of them, and how many more there are: to count one takes as much room as to name it. */
function listedUpTo(most: number, words: readonly string[], joint: string): string {
  if (words.length <= most + 1) return words.join(joint);
  return [...words.slice(0, most), `and ${words.length - most} more`].join(joint);
}

function eventLine(event: CalendarEvent): TableRow {
  const { kind, id, date, title, sentence, source } = event;
  const cells: Cell[] = Array.from({ length: 11 }, () => unknown);
  cells[0] = title;
  cells[2] = kind === "target" ? "KPI target" : stateOf(event);
  cells[6] = { text: dateInWords(date), by: dayOf(date) };
  cells[10] = sentence;
  return {
    ...{ key: `event:${kind}:${id}:${date}:${sentence}`, source, cells },
    section: "Reviews, events and KPI targets",
  };
}

function stateOf({ kind, held, status }: CalendarEvent): string {
  if (kind === "review") return held ? "Review, held" : "Review, planned";
  return `Event, ${status ?? "planned"}`;
}

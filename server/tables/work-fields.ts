// A row that is an initiative, an objective or a milestone → its fields.

import { choiceIn, healthIn } from "./choice-words.ts";
import { dateIn, lengthIn, periodIn } from "./dates.ts";
import { asCompared } from "./folded.ts";
import type { SaidCell } from "./item.ts";
import { type Link, predecessorsIn } from "./links.ts";
import type { PlacedItems } from "./places.ts";
import { isTurned, type RowWriter } from "./writer.ts";

/** What only work has: money, rank, teams, and what it waits for. */
export function initiativeFields(row: RowWriter, find: PlacedItems["find"]): readonly Link[] {
  statusOf(row);
  const waits = waitsOf(row, find);
  if (!timelineOf(row)) lengthOf(row, waits);
  for (const field of ["priority", "confidence", "type"]) row.choice(field);
  const progress = row.percent("progress");
  if (progress !== undefined) row.set("progress", progress);
  const budget = row.money("budget");
  if (budget !== undefined) row.set("budget", budget);
  costOf(row);
  benefitOf(row);
  for (const field of ["value", "urgency", "risk-reduction", "effort"]) {
    const rating = row.read(field, (said) => {
      const value = row.numberOf(said)?.value;
      return value?.gte(1) && value.lte(10) ? value : undefined;
    });
    if (rating !== undefined) row.set(field, rating.toFixed());
  }
  teamsOf(row);
  return waits;
}

/** What an objective has: its cycle or its date, and whose it is. */
export function objectiveFields(row: RowWriter): void {
  statusOf(row);
  timelineOf(row);
  for (const field of ["priority", "confidence", "level", "perspective"]) row.choice(field);
  const weight = row.percent("weight");
  if (weight !== undefined) row.set("weight", weight);
}

/** A milestone has a day. */
export function milestoneFields(row: RowWriter): void {
  row.choice("status");
  const end = row.date("end");
  const dayIn = ({ cell, column }: SaidCell) => dateIn(cell, row.writing.manner(column).order);
  const [start] = row.row.said.get("start") ?? [];
  const date = end ?? (start && dayIn(start));
  if (date !== undefined) row.set("date", row.saw(date));
  // It begins when it ends, takes no time and costs nothing.
  row.aside("start", (said) => dayIn(said) === date);
  for (const field of ["duration", "budget"])
    row.aside(field, ({ cell }) => /^\D*0(?:[.,]0+)?\D*$/.test(cell));
  const isReached = row.aside("progress", ({ cell }) => /^100(?:[.,]0+)?\s*%?$/.test(cell.trim()));
  row.aside("progress", ({ cell }) => isReached || /^0(?:[.,]0+)?\s*%?$/.test(cell.trim()));
  if (isReached && !row.item.fields.has("status")) row.set("status", "reached");
  doneOf(row);
}

/** What was done on some day, and has no status, is done. */
function doneOf(row: RowWriter): void {
  const done = row.date("done");
  const { kind, fields } = row.item;
  const status = { initiative: "completed", objective: "achieved", milestone: "reached" };
  if (done === undefined || fields.has("status") || !(kind in status)) return;
  row.set("status", status[kind as keyof typeof status]);
}

/** A status may say how well it goes: then it is under way. */
function statusOf(row: RowWriter): void {
  const { kind } = row.item;
  const status = row.read("status", ({ cell }) => {
    const health = healthIn(cell);
    const found = choiceIn(kind, "status", cell);
    if (found === undefined && health !== undefined) row.set("health", health);
    return found ?? (health === undefined ? undefined : "active");
  });
  if (status !== undefined) row.set("status", status);
  row.choice("health");
  doneOf(row);
}

/** Whether there is a timeline, or a date until which; dates that contradict each other are kept. */
function timelineOf(row: RowWriter): boolean {
  const isGoal = row.item.kind === "objective";
  const [saidStart] = row.row.said.get("start") ?? [];
  const [saidEnd] = row.row.said.get("end") ?? [];
  const start = row.date("start");
  const end = row.date("end");
  const period = row.read("timeline", ({ cell, column }) =>
    periodIn(cell, row.writing.manner(column).order),
  );
  const [saidPeriod] = row.row.said.get("timeline") ?? [];
  const [from = start, to = end] =
    start === undefined && end === undefined && period !== undefined
      ? [period[0], period[1] ?? period[0]]
      : [];
  if (from !== undefined && to !== undefined && isTurned(from, to)) {
    for (const said of [saidStart, saidEnd, saidPeriod]) if (said !== undefined) row.keep(said);
    return false;
  }
  for (const iso of [from, to]) if (iso !== undefined) row.saw(iso);
  if (from === undefined && to !== undefined && isGoal) row.set("due", to);
  else if (from !== undefined && to !== undefined)
    row.set("timeline", from === to ? from : `${from} .. ${to}`);
  else if (to !== undefined) row.set("timeline", to);
  else if (from !== undefined) {
    const length = lengthSaid(row);
    row.set("timeline", length === undefined ? `${from} ..` : `${from} for ${length}`);
  }
  const isDone = from !== undefined || to !== undefined;
  // With both ends written, a length says nothing more.
  if (isDone) row.take("duration");
  return isDone;
}

/** How long it takes; days of work are weeks of five. */
function lengthSaid(row: RowWriter): string | undefined {
  return row.read("duration", ({ cell, column }) => {
    const length = lengthIn(cell, column.unit.length);
    if (!row.writing.countsWork || length === undefined) return length;
    const [count = "", unit] = length.split(" ");
    if (unit !== "days") return length;
    const days = Number(count);
    return days % 5 === 0 ? `${days / 5} weeks` : `${Math.ceil((days * 7) / 5)} days`;
  });
}

/** Without dates it begins when what it waits for has ended. */
function lengthOf(row: RowWriter, waits: readonly Link[]): void {
  const inTime = waits.filter(({ to }) => to !== undefined && to !== row.item);
  if (inTime.length === 0) return;
  const length = lengthSaid(row);
  if (length !== undefined) row.pending = length;
}

function waitsOf(row: RowWriter, find: PlacedItems["find"]): readonly Link[] {
  return row.take("after").flatMap((said) => {
    const found = predecessorsIn(said.cell, find);
    const links = found.flatMap((one) => {
      const isWork = one?.on.kind === "initiative" || one?.on.kind === "milestone";
      return one !== undefined && isWork
        ? [{ from: row.item, to: one.on, name: one.on.name, field: "depends-on" as const, said }]
        : [];
    });
    const isWhole = found.length === links.length && found.every((one) => one?.isMore === false);
    if (!isWhole) row.keep(said);
    return links;
  });
}

function costOf(row: RowWriter): void {
  const upfront = row.money("upfront");
  const operations = row.money("operations");
  const heads = [
    ...(upfront === undefined ? [] : [`upfront: ${upfront}`]),
    ...(operations === undefined ? [] : [`operations: ${operations} per year`]),
  ];
  if (heads.length > 0) row.set("cost", `{\n${heads.join("\n")}\n}`);
}

function benefitOf(row: RowWriter): void {
  const [said] = row.row.said.get("benefit") ?? [];
  const benefit = row.money("benefit");
  if (benefit === undefined) return;
  const heading = asCompared(`${said?.column.heading ?? ""}`);
  const isYearly = /per year|pro jahr|par an|annual|annuel|yearly|jahrlich| pa$| p a$/.test(
    heading,
  );
  row.set("benefit", `${benefit}${isYearly ? " per year" : ""}`);
}

/** "Platform (2 FTE), Data" */
function teamsOf(row: RowWriter): void {
  const teams = new Map<string, string>();
  for (const { cell } of row.take("teams")) {
    for (const part of namesInCell(cell)) {
      const found = /^(.*?)[\s(,:]*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:FTE|VZÄ|ETP)\)?$/i.exec(part);
      const name = row.writing.registry.name(found?.[1]?.trim() || part, ["team"]);
      const share = found === null ? "" : ` ${(found[2] ?? "").replace(",", ".")} FTE`;
      if (!teams.has(name)) teams.set(name, `${name}${share}`);
    }
  }
  if (teams.size > 0) row.set("teams", [...teams.values()].join(", "));
}

/** The names of a cell with several, which may hold a comma in brackets. */
export function namesInCell(cell: string): readonly string[] {
  const parts = cell.slice(0, 2000).split(/[;\n|]|,(?![^(]*\))/);
  return parts.map((part) => part.trim().slice(0, 120)).filter(Boolean);
}

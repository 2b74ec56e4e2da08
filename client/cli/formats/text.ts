// A report → text for people: each diagnostic with the line it stands on and what to do.
import stringWidth from "string-width";
import { disarmed, disarmedOffset } from "../../../server/words/disarmed.ts";
import type { Report, Reported } from "../report.ts";
import { type Screen, wrapped } from "../screen.ts";
import { byRule, looks, rank, totals } from "./counts.ts";

/**
 * The report as `strategy check` prints it on a terminal. Where more is found than the limit, the
 * most severe are shown and the rest is counted; a limit of 0 shows all.
 */
export function textOf(report: Report, screen: Screen, limit: number): string {
  const all = report.diagnostics;
  const shown = limit === 0 || all.length <= limit ? all : mostSevere(all, limit);
  const blocks = shown.map((one) => `${block(one, screen)}\n\n`).join("");
  if (shown === all)
    return blocks + wrapped(totals(report, screen), screen.width) + how(all, screen);
  const most = `${shown.length} of ${all.length} findings shown, the most severe ones; --limit 0 shows all.`;
  const counts = `${byRule(report, screen)}\n${wrapped(totals(report, screen), screen.width)}`;
  return `${blocks}${wrapped(most, screen.width)}\n\n${counts}${how(all, screen)}`;
}

/** Whom nobody told yet how to ask what a rule means: who reads along on a terminal. */
function how([first]: readonly Reported[], { out, width }: Screen): string {
  if (first === undefined || width === undefined) return "";
  const says = `'strategy explain ${first.rule}' says why it matters and what to do.`;
  return `${out.gray(wrapped(says, width))}\n`;
}

/** So many of them, in the order in which they stand. */
function mostSevere(all: readonly Reported[], limit: number): readonly Reported[] {
  const kept = new Set(all.toSorted((a, b) => rank(a) - rank(b)).slice(0, limit));
  return all.filter((one) => kept.has(one));
}

function block(one: Reported, { out, width }: Screen): string {
  const { line, character } = one.range.start;
  const place = `${out.bold(disarmed(one.file))}:${line + 1}:${character + 1}`;
  const hanging = (text: string, indent: string) => `  ${wrapped(text, width, indent)}`;
  const lines = [
    `${place}  ${out[looks[one.severity]](one.severity)}  ${out.gray(one.rule)}`,
    hanging(disarmed(one.message), "  "),
    ...frame(one, { out, width }),
    ...places(one).map((place) => out.gray(hanging(place, "    "))),
  ];
  const fixes = one.fixes().slice(0, 3);
  if (fixes.length > 0)
    lines.push(out.gray(hanging(`fix: ${fixes.map(disarmed).join("; or ")}`, "    ")));
  return lines.join("\n");
}

/** Of something that is said once of many places, the first are shown; other formats have them all. */
const most = 3;

function places({ related }: Reported): readonly string[] {
  const shown = related.length > most + 1 ? related.slice(0, most) : related;
  const more = related.length - shown.length;
  return [
    ...shown.map((other) => `see ${placeOf(other)}: ${disarmed(other.message)}`),
    ...(more === 0 ? [] : [`and ${more} more places`]),
  ];
}

function placeOf({ file, range: { start } }: Pick<Reported, "file" | "range">): string {
  return `${disarmed(file)}:${start.line + 1}:${start.character + 1}`;
}

/** What a line of a code frame is cut to where there is no terminal, or a wide one. */
const widest = 120;

function frame(one: Reported, { out, width }: Screen): readonly string[] {
  const { start, end } = one.range;
  const line = one.line.replaceAll("\t", " ");
  const source = disarmed(line);
  // A blank line, or one of a file that was not read, shows nothing.
  if (source.trim() === "") return [];
  // Of a long line only what lies around the place is here.
  const before = one.lineFrom ?? 0;
  const first = disarmedOffset(line, start.character - before);
  const number = String(start.line + 1);
  const room = Math.min(widest, Math.max(20, (width ?? widest * 2) - number.length - 5));
  const { from, to } = cut(source, first, room);
  const last =
    start.line === end.line ? disarmedOffset(line, end.character - before) : source.length;
  const marks = source.slice(first, Math.min(Math.max(last, first + 1), to));
  return [
    out.gray(`  ${number} | `) + source.slice(from, to),
    out.gray(`  ${" ".repeat(number.length)} | `) +
      " ".repeat(stringWidth(source.slice(from, first))) +
      out[looks[one.severity]]("^".repeat(Math.max(1, stringWidth(marks)))),
  ];
}

/** A line that is wider than the room for it is cut around the place. */
function cut(line: string, place: number, room: number): { from: number; to: number } {
  if (line.length <= room && stringWidth(line) <= room) return { from: 0, to: line.length };
  const half = Math.floor(room / 2);
  let from = Math.max(0, place - half);
  while (stringWidth(line.slice(from, place)) > half || isInside(line, from)) from += 1;
  let to = Math.min(line.length, from + room);
  while (stringWidth(line.slice(from, to)) > room || isInside(line, to)) to -= 1;
  return { from, to };
}

/** Whether an offset lies within a character of two code units. */
function isInside(line: string, at: number): boolean {
  return (line.codePointAt(at - 1) ?? 0) > 0xffff;
}

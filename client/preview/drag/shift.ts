// How a timeline is written, and how far it is dragged → the days that it can be written with then.
import type {
  Calendar,
  Initiative,
  Precision,
  WrittenTimeline,
} from "../../../server/views/roadmap/shape.ts";
import { type DayNumber, dayOf } from "../../drawings/time.ts";
import {
  type DateStep,
  endInMonths,
  firstOf,
  inMonths,
  lastInMonths,
  lastOf,
  monthsOfStep,
  monthsSince,
  nearestFirst,
  nearestLast,
} from "./spans.ts";

/** What of a bar is dragged: all of it, or one of its edges. */
export type BarPart = "all" | "start" | "end";

/** First and last day; a bar without an end is open. */
export interface BarDays {
  readonly start: DayNumber;
  readonly end?: DayNumber | undefined;
}

/** A bar that can be dragged along the calendar. */
export interface Movable extends BarDays {
  readonly written: WrittenTimeline;
  /** Its end is only that of the calendar. */
  readonly isOpen?: true;
}

/** Undefined where it has no timeline of its own. */
export function movableOf(initiative: Initiative): Movable | undefined {
  const { timeline: written, start, end, openEnd } = initiative;
  if (written === undefined || start === undefined) return undefined;
  const movable = { written, start: dayOf(start), end: end === undefined ? end : dayOf(end) };
  return openEnd ? { ...movable, isOpen: true } : movable;
}

/** What a drag of this part moves: of what starts after something else only the end. */
export function partMoved({ written, end, isOpen }: Movable, part: BarPart): BarPart | undefined {
  if (part === "start") return written.start && "start";
  if (part === "end") return end === undefined ? undefined : "end";
  if (written.start !== undefined) return "all";
  return end === undefined || isOpen ? undefined : "end";
}

/** By which steps a part is dragged. */
export function stepOfPart(movable: Movable, part: BarPart): DateStep {
  const { written } = movable;
  if (part === "end") return written.end ?? written.start ?? "month";
  return part === "start" ? (written.start ?? "day") : leaderOf(movable).step;
}

/** The coarser of its dates, with the day on which it stands: by its steps the whole bar moves. */
function leaderOf({ start, end, written, isOpen }: Movable): {
  readonly step: DateStep;
  readonly later: (months: number) => DayNumber;
  readonly at: DayNumber;
} {
  const first = written.start ?? "day";
  const last = written.end ?? "day";
  const hasTwo = end !== undefined && !isOpen && !written.isLength;
  if (hasTwo && monthsOfStep(last) > monthsOfStep(first))
    return { step: last, at: end, later: (months) => endInMonths(end, months) };
  return { step: first, at: start, later: (months) => inMonths(start, months) };
}

/**
 * Where a bar comes to lie that is dragged by so many days.
 * @param exact to the day, however it is written
 */
export function shifted(
  movable: Movable,
  part: BarPart,
  days: number,
  calendar: Calendar,
  exact = false,
): BarDays {
  if (part === "start") return withStart(movable, days, calendar, exact);
  if (part === "all") return moved(movable, days, exact);
  return { start: movable.start, end: newEnd(movable, days, calendar, exact) };
}

/** Both ends by the same whole steps, a day by as many days as the coarse date beside it. */
function moved(movable: Movable, days: number, exact: boolean): BarDays {
  const leader = leaderOf(movable);
  const each = exact ? 0 : monthsOfStep(leader.step);
  const months = each === 0 ? 0 : nearestMonths(leader.later, leader.at, days, each);
  return laterBy(movable, months, each === 0 ? Math.round(days) : leader.later(months) - leader.at);
}

/** Coarse dates by months, days by days; without months all by days. */
export function laterBy(movable: Movable, months: number, days: number): BarDays {
  const { start, end, written, isOpen } = movable;
  const isByDays = months === 0;
  const to = isByDays || written.start === "day" ? start + days : inMonths(start, months);
  if (end === undefined || isOpen || written.isLength) return withLength(movable, to);
  const isDay = isByDays || written.end === "day";
  return { start: to, end: isDay ? end + days : endInMonths(end, months) };
}

/** The multiple of a step that takes a date nearest to some days later, in months. */
export function nearestMonths(
  later: (months: number) => DayNumber,
  at: DayNumber,
  days: number,
  each: number,
): number {
  const about = Math.round(days / (each * 30.44));
  const away = (steps: number) => Math.abs(later(steps * each) - at - days);
  const nearest = [about - 1, about, about + 1].reduce((a, b) => (away(b) < away(a) ? b : a));
  return nearest * each;
}

/** The same length from another start on: in months where it is written in them, else in days. */
export function withLength({ start, end, written, isOpen }: Movable, to: DayNumber): BarDays {
  if (end === undefined || isOpen) return { start: to };
  const unit = written.end ?? "day";
  const months = monthsOfStep(unit) * unitsBetween(start, end + 1, unit);
  if (!written.isLength || months === 0) return { start: to, end: to + (end - start) };
  return { start: to, end: lastInMonths(to, months) };
}

/** No further than the last of its dates before the end; a length keeps the end near. */
function withStart(movable: Movable, days: number, calendar: Calendar, exact: boolean): BarDays {
  const { start, end, written, isOpen } = movable;
  const step = exact ? "day" : (written.start ?? "day");
  const near = nearestFirst(start + Math.round(days), step, calendar);
  if (end === undefined || isOpen) return { start: near };
  if (!written.isLength) return { start: Math.min(near, firstOf(end, step, calendar)), end };
  const unit = written.end ?? "day";
  const count = unitsBetween(start, end + 1, unit);
  const latest = firstOf(unitsLater(start, count - 1, unit), step, calendar);
  const to = unitsBetween(start, near, unit) >= count ? latest : near;
  return { start: to, end: lastOfUnits(to, count - unitsBetween(start, to, unit), unit) };
}

/** Whole units from one day to another, rounded; the same the other way round, with a minus. */
function unitsBetween(from: DayNumber, to: DayNumber, unit: DateStep): number {
  const months = monthsOfStep(unit);
  const length =
    months > 0 ? (monthsSince(to) - monthsSince(from)) / months : (to - from) / daysIn(unit);
  return Math.sign(length) * Math.round(Math.abs(length));
}

function unitsLater(from: DayNumber, count: number, unit: DateStep): DayNumber {
  const months = monthsOfStep(unit);
  return months > 0 ? inMonths(from, count * months) : from + count * daysIn(unit);
}

function lastOfUnits(from: DayNumber, count: number, unit: DateStep): DayNumber {
  const months = monthsOfStep(unit);
  return months > 0 ? lastInMonths(from, count * months) : unitsLater(from, count, unit) - 1;
}

function daysIn(unit: DateStep): number {
  return unit === "week" ? 7 : 1;
}

/** No further back than the first of its dates behind the start; a length has one unit at least. */
function newEnd(movable: Movable, days: number, calendar: Calendar, exact: boolean): DayNumber {
  const { start, end = start, written } = movable;
  const raw = end + Math.round(days);
  const step = exact ? "day" : stepOfPart(movable, "end");
  if (!written.isLength && step !== "week")
    return Math.max(nearestLast(raw, step, calendar), lastOf(start, step, calendar));
  const about = unitsBetween(start, raw + 1, step);
  const endOf = (count: number) => lastOfUnits(start, count, step);
  const away = (count: number) => Math.abs(endOf(count) - raw);
  const counts = [about - 1, about, about + 1].filter((count) => count > 0);
  return endOf(counts.reduce((a, b) => (away(b) < away(a) ? b : a), Math.max(1, about)));
}

/** Where a date comes to lie that is dragged by so many days: a coarse one is the last day of its span. */
export function shiftedDate(
  date: DayNumber,
  precision: Precision,
  days: number,
  calendar: Calendar,
  exact = false,
): DayNumber {
  const raw = date + Math.round(days);
  return exact ? raw : nearestLast(raw, precision, calendar);
}

/** By how many days a date is dragged where a key moves it by so many of its steps. */
export function daysOfDateSteps(date: DayNumber, precision: Precision, steps: number): number {
  const months = monthsOfStep(precision) * steps;
  return months === 0 ? steps : endInMonths(date, months) - date;
}

/** By how many days a part is dragged where a key moves it by so many of its steps. */
export function daysOfSteps(movable: Movable, part: BarPart, steps: number): number {
  const step = stepOfPart(movable, part);
  const months = monthsOfStep(step) * steps;
  if (months === 0) return steps * daysIn(step);
  const { start, end = start } = movable;
  if (part === "end") return endInMonths(end, months) - end;
  const leader = leaderOf(movable);
  return part === "start" ? inMonths(start, months) - start : leader.later(months) - leader.at;
}

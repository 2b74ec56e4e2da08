// Labels find their place in and beside a bar: inside, right of it, left of it, or nowhere.

import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { percentText } from "../sentences.ts";
import { type MeasureText, shorten, type Weight } from "../text.ts";
import { count, type Scale } from "../time.ts";
import type { Diamond, Shape } from "./bar-shape.ts";

export interface BarLabel {
  readonly role: "overdue" | "progress" | "status" | "milestone" | "slip" | "ghost";
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly weight: Weight;
  /** What it stands on: the solid part, the rest of the bar, the calendar, or an arrow there. */
  readonly on: "solid" | "bar" | "ground" | "over";
  /** It is worse than it may be. */
  readonly wrong?: true;
}

/** A stretch of a row that is taken, from left to right. */
export type Taken = readonly [number, number];

export interface Surroundings {
  readonly scale: Scale;
  readonly todayX: number;
  readonly frame: Frame;
  readonly measure: MeasureText;
  /** What labels beside the bar must not cover: arrows. */
  readonly taken: readonly Taken[];
  /** What is said of work that counts elsewhere. */
  readonly ghost?: string | undefined;
}

/** Where a label may begin, how much room it has there, and what it stands on. */
interface Place {
  readonly x: number;
  readonly room: number;
  readonly on: BarLabel["on"];
}

const size = 11;
const gap = 6;
/** From a mark or an end to the label beside it. */
const beside = 7;

/** The labels of a bar: each yields to those before it, overdue, progress, status, slip, milestones. */
export function labelsOf(initiative: Initiative, bar: Shape, around: Surroundings): BarLabel[] {
  const board = boardFor(bar, around);
  if (bar.form === "ghost") {
    // Where titles have their own line, it is said there.
    if (!around.frame.stacked) putGhost(board);
    return board.labels;
  }
  putOverdue(initiative, board);
  putProgress(initiative, board);
  if (around.frame.mode === "narrow") return board.labels;
  putStatus(board);
  putSlip(initiative, board);
  const hidden = bar.diamonds.filter((_, index) => !putMilestone(index, board));
  for (const diamond of hidden) putCut(diamond, board);
  return board.labels;
}

interface Board {
  readonly bar: Shape;
  readonly end: number;
  readonly solidEnd: number;
  readonly around: Surroundings;
  readonly labels: BarLabel[];
  /** Puts a text at the first place where it fits and covers nothing. */
  readonly put: (
    role: BarLabel["role"],
    text: string,
    weight: Weight,
    places: readonly Place[],
    wrong?: boolean,
  ) => boolean;
  readonly right: (x?: number) => Place;
  readonly left: (text: string, weight: Weight) => Place;
}

function boardFor(bar: Shape, around: Surroundings): Board {
  const { scale, todayX, measure, taken } = around;
  const end = bar.x + bar.width;
  const labels: BarLabel[] = [];
  const marks: Taken[] = bar.diamonds.map(({ x }) => [x - 8, x + 8]);
  const ground: Taken[] = [...marks, [todayX - 3, todayX + 3], ...taken];
  if (bar.overdue) ground.push([bar.overdue.x, bar.overdue.x + bar.overdue.width]);
  // What was planned at first shows beside the bar.
  if (bar.first && bar.first.x < bar.x)
    ground.push([bar.first.x, Math.min(bar.x, bar.first.x + bar.first.width)]);
  if (bar.first && bar.first.x + bar.first.width > end)
    ground.push([Math.max(end, bar.first.x), bar.first.x + bar.first.width]);
  const isFree = (from: number, to: number, on: BarLabel["on"]): boolean =>
    from >= 0 &&
    to <= scale.width &&
    (on === "ground" ? ground : marks).every(([a, b]) => to <= a || from >= b) &&
    labels.every((one) => to + gap <= one.x || from >= one.x + one.width + gap);
  return {
    bar,
    end,
    solidEnd: bar.x + bar.solid,
    around,
    labels,
    put(role, text, weight, places, wrong = false) {
      const width = measure(text, size, weight);
      const place = places.find(({ x, room, on }) => width <= room && isFree(x, x + width, on));
      if (place) {
        const { x, on } = place;
        labels.push({ role, text, x, width, weight, on, ...(wrong && { wrong }) });
      }
      return place !== undefined;
    },
    right: (x = end + beside) => ({ x, room: scale.width - x, on: "ground" }),
    left: (text, weight) => {
      const room = measure(text, size, weight);
      return { x: bar.x - beside - room, room, on: "ground" };
    },
  };
}

function putOverdue(initiative: Initiative, board: Board): void {
  const { overdue } = board.bar;
  if (!overdue) return;
  const text = `${count(initiative.overdueDays ?? 0, "day")} over`;
  const behind = board.right(overdue.x + overdue.width + beside);
  // What is late is said even over an arrow, which shows round its halo.
  const over: Place = { ...behind, on: "over" };
  board.put("overdue", text, 600, [behind, board.left(text, 600), over]);
}

function putProgress({ progress }: Initiative, board: Board): void {
  const { bar, end, solidEnd } = board;
  const isBracket = bar.form === "bracket";
  if (progress === undefined) return;
  if (!isBracket && bar.look !== "active" && bar.look !== "on-hold") return;
  const text = percentText(progress);
  // A bracket has no inside.
  const places: Place[] = isBracket
    ? []
    : [
        { x: bar.x + gap, room: bar.solid - 2 * gap, on: "solid" },
        { x: solidEnd + gap, room: end - solidEnd - 2 * gap, on: "bar" },
      ];
  if (!bar.overdue) places.push(board.right());
  board.put("progress", text, 600, [...places, board.left(text, 600)]);
}

/** How far it has moved since it was approved: behind it, else before it. */
function putSlip({ firstPlan }: Initiative, board: Board): void {
  const { time, money } = firstPlan ?? {};
  const words = [time?.words, money?.wrong && money.words].filter((one) => one);
  if (words.length === 0) return;
  const wrong = time?.wrong === true || money?.wrong === true;
  const { bar, end } = board;
  const tail = bar.overdue ? bar.overdue.x + bar.overdue.width : end;
  const labels = board.labels.filter(({ x }) => x >= end);
  const first = bar.first ? bar.first.x + bar.first.width : 0;
  const last = labels.reduce((most, { x, width }) => Math.max(most, x + width + 3), 0);
  const behind = Math.max(tail, first, last) + beside;
  for (const text of [words.join(", "), words[0] ?? ""]) {
    const places = [board.right(behind), board.left(text, 400)];
    if (board.put("slip", text, 400, places, wrong)) return;
  }
}

/** Where it counts: in the outline, else behind it, else before it. */
function putGhost(board: Board): void {
  const { bar, around } = board;
  const text = `counted under ${around.ghost}`;
  const inside: Place = { x: bar.x + 7, room: bar.width - 14, on: "bar" };
  // It is said even over the line of today, which shows round its halo.
  const over: Place = { ...board.right(), on: "over" };
  const places = [inside, board.right(), board.left(text, 400), over];
  if (board.put("ghost", text, 400, places)) return;
  for (const place of [inside, board.right()]) {
    const cut = shorten(text, place.room, size, 400, around.measure);
    if (cut && board.put("ghost", cut, 400, [place])) return;
  }
}

function putStatus(board: Board): void {
  const { bar, end, solidEnd } = board;
  if (bar.form === "bracket") return;
  const at = (x: number, room: number): Place[] => [{ x, room, on: "bar" }];
  if (bar.look === "completed") {
    board.put("status", "Completed", 400, at(bar.x + 20, bar.width - 26));
  }
  if (bar.look === "proposed") board.put("status", "Proposed", 400, at(bar.x + 7, bar.width - 14));
  if (bar.look === "on-hold") {
    const x = end - 10 - board.around.measure("On hold", size, 400);
    board.put("status", "On hold", 400, at(x, x > solidEnd + 4 ? end - x : 0));
  }
}

/** Inside its bar right of the diamond: on one ground only, and before the next diamond. */
function insidePlace(diamond: Diamond, board: Board): Place {
  const { bar, end, solidEnd } = board;
  const x = diamond.x + 9;
  if (bar.form === "bracket") return { x, room: 0, on: "bar" };
  const on = x < solidEnd ? "solid" : "bar";
  const next = bar.diamonds.find((other) => other.x > diamond.x)?.x ?? Number.POSITIVE_INFINITY;
  return { x, room: Math.min((on === "solid" ? solidEnd : end) - 4, next - 10) - x, on };
}

function putMilestone(index: number, board: Board): boolean {
  const { bar, end } = board;
  const diamond = bar.diamonds[index];
  const [first, ...others] = diamond?.milestones ?? [];
  if (!diamond || !first) return true;
  const text = others.length > 0 ? `${others.length + 1} milestones` : first.title;
  const outside = diamond.x < bar.x || diamond.x > end;
  const places = outside ? [board.right(diamond.x + 9)] : [insidePlace(diamond, board)];
  const last = index === bar.diamonds.length - 1;
  if (last && !outside && !bar.overdue) {
    places.push(board.right(Math.max(end + beside, diamond.x + 9)));
  }
  if (index === 0 && !outside) places.push(board.left(text, 400));
  return board.put("milestone", text, 400, places);
}

/** A name that fits nowhere whole may still fit cut, inside its bar. */
function putCut(diamond: Diamond, board: Board): void {
  const [first, ...others] = diamond.milestones;
  if (!first || others.length > 0) return;
  const place = insidePlace(diamond, board);
  const text = shorten(first.title, place.room, size, 400, board.around.measure);
  if (text) board.put("milestone", text, 400, [place]);
}

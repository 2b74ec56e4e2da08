// Risks that are drawn → where each mark, the ring before it and its arrow lie, so that none runs through another.
import type { RiskSquare } from "../../../server/views/risks/shape.ts";
import { type Crowd, type Standing, squareKey } from "./crowd.ts";
import type { MatrixFrame } from "./frame.ts";
import { type MatrixSpot, slotsIn } from "./slots.ts";

export interface PlacedRisk {
  readonly standing: Standing;
  readonly at: MatrixSpot;
  /** The hollow ring before anything was done. */
  readonly from?: MatrixSpot;
}

export interface PlacedCrowd {
  readonly crowd: Crowd;
  readonly at: MatrixSpot;
}

export interface Places {
  readonly risks: readonly PlacedRisk[];
  readonly crowds: readonly PlacedCrowd[];
  /** How many arrows are left out, since each would run through a mark. */
  readonly leftOut: number;
}

export const ringRadius = 7;

interface Line {
  readonly from: MatrixSpot;
  readonly to: MatrixSpot;
}

/** What has its place: a risk, or the crowd of a square. */
interface Place {
  readonly of: Standing | Crowd;
  readonly at: MatrixSpot;
  readonly from?: MatrixSpot;
}

/** What others must keep clear of. */
interface Taken {
  readonly marks: ReadonlySet<MatrixSpot>;
  readonly rings: ReadonlySet<MatrixSpot>;
  readonly lines: readonly Line[];
}

/** Where there are more arrows, each looks for a better place once less, when the others have theirs. */
const many = 40;

/** Arrows find their places first, those along a lane before the others; then what stands still. */
export function matrixPlaces(
  standings: readonly Standing[],
  crowds: readonly Crowd[],
  frame: MatrixFrame,
): Places {
  const spotsOf = spotsBySquare(frame);
  const movers = standings.filter(({ before }) => before !== undefined).toSorted(inOrder);
  const still = standings.filter(({ before }) => before === undefined);
  const all: readonly (Standing | Crowd)[] = [...movers, ...still, ...crowds];
  const places = new Map<Standing | Crowd, Place>();
  for (let round = 0, moved = true; moved && round < (movers.length > many ? 2 : 3); round++) {
    moved = false;
    for (const one of all) {
      const before = places.get(one);
      places.delete(one);
      const place = bestPlace(one, takenBy(places.values()), spotsOf, frame);
      if (place) places.set(one, place);
      moved ||= place?.at !== before?.at || place?.from !== before?.from;
    }
  }
  const leftOut = withoutHindered(places, frame);
  return {
    risks: standings.flatMap((standing) => {
      const place = places.get(standing);
      if (place === undefined) return [];
      return { standing, at: place.at, ...(place.from ? { from: place.from } : {}) };
    }),
    crowds: crowds.flatMap((crowd) => {
      const place = places.get(crowd);
      return place ? { crowd, at: place.at } : [];
    }),
    leftOut,
  };
}

/** Takes away the arrows that would run through a mark; the list tells where they begin. */
function withoutHindered(places: Map<Standing | Crowd, Place>, frame: MatrixFrame): number {
  const marks = [...places.values()].map(({ at }) => at);
  const hindered = [...places.entries()].flatMap(([of, { at, from }]) => {
    if (from === undefined) return [];
    const count = marks.filter((mark) => mark !== at && runsThrough({ from, to: at }, mark, frame));
    return count.length > 0 ? [{ of, at }] : [];
  });
  for (const { of, at } of hindered) places.set(of, { of, at });
  return hindered.length;
}

function takenBy(places: Iterable<Place>): Taken {
  const marks = new Set<MatrixSpot>();
  const rings = new Set<MatrixSpot>();
  const lines: Line[] = [];
  for (const { at, from } of places) {
    marks.add(at);
    if (from === undefined) continue;
    rings.add(from);
    lines.push({ from, to: at });
  }
  return { marks, rings, lines };
}

function bestPlace(
  of: Standing | Crowd,
  taken: Taken,
  spotsOf: (square: RiskSquare) => readonly MatrixSpot[],
  frame: MatrixFrame,
): Place | undefined {
  if ("square" in of || of.before === undefined) {
    const at = bestSpot(spotsOf("square" in of ? of.square : of.today), taken, frame);
    return at && { of, at };
  }
  const { before, today } = of;
  const line = bestLine(spotsOf(before), spotsOf(today), taken, frame, before, today);
  return line && { of, at: line.to, from: line.from };
}

/** All places in the matrix, square by square; a place is one object. */
function spotsBySquare(frame: MatrixFrame): (square: RiskSquare) => readonly MatrixSpot[] {
  const slots = slotsIn(frame);
  const known = new Map<string, readonly MatrixSpot[]>();
  return (square) => {
    const key = squareKey(square);
    const found =
      known.get(key) ??
      slots.map(({ x, y }) => ({
        x: (square.impact - 1) * frame.cell.width + x,
        y: (5 - square.probability) * frame.cell.height + y,
      }));
    known.set(key, found);
    return found;
  };
}

/** Those that stay in their lane first, then the longest: they have the fewest ways to go. */
function inOrder(a: Standing, b: Standing): number {
  return (
    Number(isUpright(b)) - Number(isUpright(a)) || lengthOf(b) - lengthOf(a) || a.number - b.number
  );
}

function isUpright({ before, today }: Standing): boolean {
  return before?.impact === today.impact;
}

function lengthOf({ before, today }: Standing): number {
  if (before === undefined) return 0;
  return Math.hypot(before.impact - today.impact, before.probability - today.probability);
}

function bestLine(
  starts: readonly MatrixSpot[],
  ends: readonly MatrixSpot[],
  taken: Taken,
  frame: MatrixFrame,
  before: RiskSquare,
  today: RiskSquare,
): Line | undefined {
  const isInLane = before.impact === today.impact;
  const isInLine = before.probability === today.probability;
  // Room is left for the marks of the square; then several arrows begin in one ring.
  const isFull =
    starts.filter((one) => taken.rings.has(one)).length >= Math.max(1, starts.length - 4);
  let best: Line | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [first, second] of pairsOf(starts.length)) {
    const cheapest = (first + second) * 2;
    if (cheapest >= least) break;
    const [from, to] = [starts[first], ends[second]];
    if (from === undefined || to === undefined || taken.marks.has(from)) continue;
    if ((isFull && !taken.rings.has(from)) || taken.marks.has(to) || taken.rings.has(to)) continue;
    const aside = isInLane
      ? Math.abs(from.x - to.x) * 4
      : isInLine
        ? Math.abs(from.y - to.y) * 2
        : 0;
    const cheap = cheapest + aside + (taken.rings.has(from) ? 30 : 0);
    if (cheap >= least) continue;
    const cost = cheap + hindrance({ from, to }, taken, frame, least - cheap);
    if (cost >= least) continue;
    least = cost;
    best = { from, to };
  }
  return best;
}

const knownPairs = new Map<number, readonly (readonly [number, number])[]>();

/** All pairs of places of two squares, those that one would take first before the others. */
function pairsOf(count: number): readonly (readonly [number, number])[] {
  const known = knownPairs.get(count);
  if (known !== undefined) return known;
  const places = Array.from({ length: count }, (_, index) => index);
  const pairs = places
    .flatMap((first) => places.map((second) => [first, second] as const))
    .sort(([a, b], [c, d]) => a + b - c - d);
  knownPairs.set(count, pairs);
  return pairs;
}

/** What an arrow runs through, and what runs through its ends; it need not be known beyond a limit. */
function hindrance(line: Line, taken: Taken, frame: MatrixFrame, limit: number): number {
  let cost = 0;
  for (const mark of taken.marks) {
    if (runsThrough(line, mark, frame)) cost += 100;
    if (cost >= limit) return cost;
  }
  for (const ring of taken.rings)
    if (ring !== line.from && distance(ring, line) < ringRadius + 3) cost += 60;
  for (const other of taken.lines) {
    if (cost >= limit) return cost;
    if (runsThrough(other, line.to, frame)) cost += 100;
    if (line.from !== other.from && distance(line.from, other) < ringRadius + 3) cost += 60;
    if (crosses(line, other)) cost += 12;
  }
  return cost + numbersUnder(line, frame) * 6;
}

/** How many numbers of squares an arrow runs over. */
function numbersUnder({ from, to }: Line, { cell }: MatrixFrame): number {
  let count = 0;
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  for (let column = Math.floor(left / cell.width); column * cell.width <= right; column++)
    for (let line = Math.floor(top / cell.height); line * cell.height <= bottom; line++) {
      const number = { x: column * cell.width + 14, y: line * cell.height + 14 };
      if (distance(number, { from, to }) < 9) count += 1;
    }
  return count;
}

function bestSpot(
  spots: readonly MatrixSpot[],
  taken: Taken,
  frame: MatrixFrame,
): MatrixSpot | undefined {
  let best: MatrixSpot | undefined;
  let least = Number.POSITIVE_INFINITY;
  spots.forEach((spot, index) => {
    if (taken.marks.has(spot)) return;
    let cost = index * 2 + (taken.rings.has(spot) ? 500 : 0);
    for (const line of taken.lines) if (runsThrough(line, spot, frame)) cost += 100;
    if (cost >= least) return;
    least = cost;
    best = spot;
  });
  return best;
}

/**
 * Whether an arrow touches a mark that is not its own, which may be wider than it is high.
 * @internal A test asks it of every arrow that is drawn.
 */
export function runsThrough(line: Line, mark: MatrixSpot, { mark: size }: MatrixFrame): boolean {
  const narrowing = size.height / size.width;
  return distance(mark, line, narrowing) < size.height / 2 + 2.5;
}

/** From a point to the nearest one of a line, both narrowed. */
function distance({ x, y }: MatrixSpot, { from, to }: Line, narrowing = 1): number {
  const dx = (to.x - from.x) * narrowing;
  const dy = to.y - from.y;
  const px = (x - from.x) * narrowing;
  const py = y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : (px * dx + py * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  const [ax, ay] = [px - at * dx, py - at * dy];
  return Math.sqrt(ax * ax + ay * ay);
}

function crosses(a: Line, b: Line): boolean {
  const side = (line: Line, { x, y }: MatrixSpot) =>
    Math.sign(
      (line.to.x - line.from.x) * (y - line.from.y) - (line.to.y - line.from.y) * (x - line.from.x),
    );
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

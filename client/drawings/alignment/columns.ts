// The width of the picture → where its columns stand, or none where they do not fit.
import type { Room } from "../drawing.ts";

export interface ColumnSpan {
  readonly x: number;
  readonly width: number;
}

export interface ColumnPlaces {
  /** With all five columns; else KPIs and risks are counts. */
  readonly isFull: boolean;
  readonly left: number;
  readonly right: number;
  /** By depth: business objectives, IT objectives, and what lies deeper. */
  readonly goals: readonly ColumnSpan[];
  readonly work: ColumnSpan;
  readonly kpis: ColumnSpan;
  readonly risks: ColumnSpan;
}

/** What the columns measure in the picture of 1600 px: the first goals, the others, between them, work, gaps, signs. */
interface Sizes {
  readonly first: number;
  readonly other: number;
  readonly between: number;
  readonly work: number;
  readonly gap: number;
  readonly kpis: number;
  readonly risks: number;
}

const full: Sizes = {
  first: 248,
  other: 288,
  between: 74,
  work: 320,
  gap: 24,
  kpis: 212,
  risks: 288,
};

const counted: Sizes = {
  first: 200,
  other: 240,
  between: 48,
  work: 300,
  gap: 10,
  kpis: 38,
  risks: 38,
};

/** Wider pictures have a margin at the right rather than longer lines. */
const widest = 2460;
/** How far columns may shrink before their texts do not fit. */
const leastFull = 0.72;
const leastCounted = 0.55;

/** The columns for so many levels of goals; undefined where there is room for an indented tree alone. */
export function columnsFor(room: Room, depth: number): ColumnPlaces | undefined {
  const { mode, margin } = room;
  if (mode === "narrow") return undefined;
  const width = Math.min(room.width - 2 * margin, widest);
  const between = depth > 2 ? 56 : full.between;
  const goals = (sizes: Sizes, gap: number) =>
    sizes.first + (depth - 1) * (sizes.other + gap) + gap;
  const all = goals(full, between) + full.work + 2 * full.gap + full.kpis + full.risks;
  const factor = width / all;
  if (mode === "wide" && factor >= leastFull)
    return columnsOf(margin, width, depth, true, scaled({ ...full, between }, factor));
  const fixed = counted.gap + counted.kpis + counted.risks;
  const less = (width - fixed) / (goals(counted, counted.between) + counted.work);
  if (less < leastCounted) return undefined;
  const { gap, kpis, risks } = counted;
  return columnsOf(margin, width, depth, false, {
    ...scaled(counted, Math.min(less, 1.6)),
    gap,
    kpis,
    risks,
  });
}

function scaled(sizes: Sizes, factor: number): Sizes {
  const of = (size: number) => Math.floor(size * factor);
  return {
    first: of(sizes.first),
    other: of(sizes.other),
    between: of(sizes.between),
    work: of(sizes.work),
    gap: of(sizes.gap),
    kpis: of(sizes.kpis),
    risks: of(sizes.risks),
  };
}

function columnsOf(
  left: number,
  width: number,
  depth: number,
  isFull: boolean,
  sizes: Sizes,
): ColumnPlaces {
  let x = left;
  const next = (size: number, gap: number): ColumnSpan => {
    const column = { x, width: size };
    x += size + gap;
    return column;
  };
  const goals: ColumnSpan[] = [];
  for (let at = 0; at < depth; at++)
    goals.push(next(at === 0 ? sizes.first : sizes.other, sizes.between));
  const work = next(sizes.work, sizes.gap);
  const kpis = next(sizes.kpis, isFull ? sizes.gap : 0);
  const risks = next(sizes.risks, 0);
  const right = isFull ? left + width : risks.x + risks.width;
  return {
    isFull,
    left,
    right,
    goals,
    work,
    kpis,
    risks: { x: risks.x, width: right - risks.x },
  };
}

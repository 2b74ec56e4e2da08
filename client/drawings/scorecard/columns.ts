// The room of a scorecard → where its columns stand, and how high a row is.
import type { Room } from "../drawing.ts";

/** A stretch from left to right; figures end at its right edge. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** How a row is built: one line of columns, the title above the figures, or the sparkline below them too. */
export type RowForm = "line" | "stacked" | "narrow";

export interface ScorecardColumns {
  readonly form: RowForm;
  readonly margin: number;
  /** Where rows end at the right; on very wide pages they do not reach the edge. */
  readonly right: number;
  readonly row: number;
  readonly title: Column;
  readonly baseline?: Column;
  readonly latest: Column;
  readonly expected: Column;
  readonly progress: Column;
  readonly target?: Column;
  readonly spark: Column;
  readonly owner?: Column;
  readonly measured: Column;
}

/** For the glyph of health and the blank behind it. */
const glyph = 22;
/** Rows that are longer are hard to follow. */
const longest = 1840;
const stackedBelow = 1000;

export function scorecardColumns({ width, margin, mode }: Room): ScorecardColumns {
  const inner = Math.min(width - 2 * margin, longest);
  const right = margin + inner;
  const common = { margin, right };
  if (mode === "narrow") return { ...common, ...narrow(margin, right) };
  if (width < stackedBelow) return { ...common, ...stacked(margin, right) };
  return { ...common, ...inLine(margin, right, mode === "wide") };
}

type Placed = Omit<ScorecardColumns, "margin" | "right">;

/** Columns are laid from the right; what is left is for the title. */
function inLine(margin: number, right: number, isWide: boolean): Placed {
  const spare = Math.max(0, right - margin - (isWide ? 1152 : 952));
  const gap = spare * 0.03;
  let at = right;
  const take = (width: number, before = 0): Column => {
    at -= width;
    const column = { x: at, width };
    at -= before;
    return column;
  };
  const measured = take(116, 12 + gap);
  const owner = isWide ? take(Math.min(240, 104 + spare * 0.2), 20 + gap) : undefined;
  const spark = take(Math.min(300, 120 + spare * 0.27), 26 + gap);
  const target = take(100 + gap);
  const progress = take(Math.min(170, 116 + spare * 0.08), 32 + gap);
  const expected = take(84 + gap);
  const latest = take(98 + gap);
  const baseline = isWide ? take(80 + gap) : undefined;
  const x = margin + glyph;
  return {
    ...{ form: "line", row: 50, title: { x, width: at - x - 4 } },
    ...{ latest, expected, progress, target, spark, measured },
    ...(baseline && owner ? { baseline, owner } : {}),
  };
}

function stacked(margin: number, right: number): Placed {
  const x = margin + glyph;
  const spare = Math.max(0, right - x - 530);
  const latest = { x, width: 84 + spare * 0.06 };
  const expected = { x: latest.x + latest.width, width: 76 + spare * 0.08 };
  const progress = {
    x: expected.x + expected.width + 22 + spare * 0.05,
    width: Math.min(160, 104 + spare * 0.2),
  };
  const target = { x: progress.x + progress.width, width: 96 + spare * 0.08 };
  const spark = target.x + target.width + 22 + spare * 0.05;
  const measured = { x: right - 130, width: 130 };
  return {
    ...{ form: "stacked", row: 70, title: { x, width: measured.x - x - 12 } },
    ...{ latest, expected, progress, target, measured },
    spark: { x: spark, width: right - spark },
  };
}

function narrow(margin: number, right: number): Placed {
  const x = margin + glyph;
  const wide = right - x;
  const expected = { x: right - 72, width: 72 };
  const latest = { x: expected.x - Math.min(130, wide * 0.38), width: Math.min(130, wide * 0.38) };
  return {
    ...{ form: "narrow", row: 88, title: { x, width: wide } },
    ...{ latest, expected },
    progress: { x, width: Math.min(150, latest.x - x - 8) },
    spark: { x, width: wide - 84 },
    measured: { x: right - 72, width: 72 },
  };
}

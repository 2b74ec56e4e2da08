// The tree and its columns → where every node and sign stands: children from the top down, parents centred on them.
import type {
  AlignedWork,
  Goal,
  GoalKpi,
  GoalRisk,
} from "../../../server/views/alignment/shape.ts";
import type { ColumnPlaces } from "./columns.ts";
import type { GoalTree } from "./tree.ts";

export interface NodeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A KPI or a risk on a line of its own; `middle` is that of its text. */
export interface SignLine<Sign> {
  readonly sign: Sign;
  readonly middle: number;
  readonly height: number;
}

export interface WorkPlace {
  readonly work: AlignedWork;
  readonly box: NodeBox;
  readonly kpis: readonly SignLine<GoalKpi>[];
  readonly risks: readonly SignLine<GoalRisk>[];
}

/** What stands in the column of initiatives where there is none: that it is so, work elsewhere, or work that is closed away. */
export interface Stub {
  readonly kind: "empty" | "elsewhere" | "closed";
  readonly box: NodeBox;
}

export interface GoalPlace {
  readonly tree: GoalTree;
  readonly goal: Goal;
  readonly box: NodeBox;
  readonly work: readonly WorkPlace[];
  readonly children: readonly GoalPlace[];
  readonly stubs: readonly Stub[];
  /** Under the node, or of a goal without sub-goals in the columns. */
  readonly kpis: readonly SignLine<GoalKpi>[];
  readonly risks: readonly SignLine<GoalRisk>[];
  readonly isUnder: boolean;
  /** With all under it. */
  readonly top: number;
  readonly bottom: number;
}

/** How high things are, which depends on what they say. */
export interface Heights {
  goal(tree: GoalTree, width: number): number;
  work(work: AlignedWork, width: number): number;
  kpi(kpi: GoalKpi, width: number): number;
  risk(risk: GoalRisk, width: number): number;
}

export const rowGap = 6;
const blockGap = 20;
export const signHeight = 24;
/** How far signs are set in under their goal. */
export const underInset = 11;
/** A part is set in under its programme. */
const partIndent = 16;
const fewHeight = 30;
/** What stands for much work has a ribbon as wide as that. */
export const closedHeight = 46;

/** In a narrow column its text takes two lines. */
function stubHeightIn({ work }: ColumnPlaces): number {
  return work.width < 220 ? 46 : fewHeight;
}

/** A goal and all under it, from `top` on. */
export function placeGoal(
  tree: GoalTree,
  top: number,
  columns: ColumnPlaces,
  heights: Heights,
): GoalPlace {
  const { goal } = tree;
  const column = columns.goals[goal.depth] ?? columns.work;
  const height = heights.goal(tree, column.width);
  const isLeaf = goal.depth > 0 && tree.children.length === 0;
  const isUnder = columns.isFull && !isLeaf;
  let y = top;
  const below = (bottom: number, gap: number) => {
    y = bottom + gap;
  };
  const work: WorkPlace[] = [];
  const stubs: Stub[] = [];
  const children: GoalPlace[] = [];
  const middles: number[] = [];
  const stub = (kind: Stub["kind"]) => {
    const height = kind === "closed" ? closedHeight : stubHeightIn(columns);
    const box = { ...columns.work, y, height };
    stubs.push({ kind, box });
    middles.push(middleOf(box));
    below(y + box.height, rowGap);
  };
  if (tree.isOpen) {
    for (const one of tree.work) {
      const place = placeWork(one, y, columns, heights);
      work.push(place);
      if (!one.inside) middles.push(middleOf(place.box));
      below(bottomOfWork(place), rowGap);
    }
    if (goal.empty) stub("empty");
    if (goal.elsewhere) stub("elsewhere");
    for (const child of tree.children) {
      if (y > top) below(y - rowGap, blockGap);
      const place = placeGoal(child, y, columns, heights);
      children.push(place);
      middles.push(middleOf(place.box));
      below(place.bottom, rowGap);
    }
  } else stub("closed");
  const isBeside = columns.isFull && isLeaf && tree.isOpen;
  const kpiHeight = (one: GoalKpi) => heights.kpi(one, columns.kpis.width);
  const riskHeight = (one: GoalRisk) => heights.risk(one, columns.risks.width);
  const kpis = isBeside ? besideWork(goal.kpis, work, (one) => one.kpis, y, kpiHeight) : [];
  const risks = isBeside ? besideWork(goal.risks, work, (one) => one.risks, y, riskHeight) : [];
  const [first = top + height / 2, last = first] = [middles[0], middles.at(-1)];
  const wanted = (first + last) / 2 - height / 2;
  // What is lower than its node is moved down to the middle of it.
  const by = Math.max(0, Math.round(top - wanted));
  const box: NodeBox = { ...column, y: Math.round(wanted) + by, height };
  const under = isUnder && tree.isOpen ? goal : undefined;
  const underWidth = column.width - underInset;
  const underTop = box.y + height + 4;
  const lower = stacked(under?.kpis ?? [], underTop, (one) => heights.kpi(one, underWidth));
  const lowest = stacked(under?.risks ?? [], endOf(lower, underTop), (one) =>
    heights.risk(one, underWidth),
  );
  return {
    tree,
    goal,
    box,
    work: work.map((one) => moved(one, by)),
    children: by === 0 ? children : children.map((child) => movedGoal(child, by)),
    stubs: stubs.map((one) => ({ ...one, box: lowered(one.box, by) })),
    kpis: isUnder ? lower : movedLines(kpis, by),
    risks: isUnder ? lowest : movedLines(risks, by),
    isUnder,
    top,
    bottom: Math.max(
      y - rowGap + by,
      box.y + height,
      endOf(lower, 0),
      endOf(lowest, 0),
      endOf(kpis, 0) + by,
      endOf(risks, 0) + by,
    ),
  };
}

export function placeWork(
  work: AlignedWork,
  y: number,
  columns: ColumnPlaces,
  heights: Heights,
): WorkPlace {
  const { x, width } = columns.work;
  const indent = work.inside ? partIndent : 0;
  const box = {
    x: x + indent,
    y,
    width: width - indent,
    height: heights.work(work, width - indent),
  };
  const middle = y + box.height / 2;
  const isFull = columns.isFull;
  return {
    work,
    box,
    kpis: isFull ? lines(work.kpis, middle, (one) => heights.kpi(one, columns.kpis.width)) : [],
    risks: isFull ? lines(work.risks, middle, (one) => heights.risk(one, columns.risks.width)) : [],
  };
}

/** Where a row of work ends, with its last sign. */
export function bottomOfWork({ box, kpis, risks }: WorkPlace): number {
  return Math.max(box.y + box.height, endOf(kpis, 0), endOf(risks, 0));
}

function endOf(lines: readonly SignLine<unknown>[], none: number): number {
  const last = lines.at(-1);
  return last === undefined ? none : last.middle + last.height / 2;
}

/** Signs below each other, the first with its middle here. */
function lines<Sign>(
  signs: readonly Sign[],
  middle: number,
  heightOf: (sign: Sign) => number,
): readonly SignLine<Sign>[] {
  const [first] = signs;
  return first === undefined ? [] : stacked(signs, middle - heightOf(first) / 2, heightOf);
}

function stacked<Sign>(
  signs: readonly Sign[],
  top: number,
  heightOf: (sign: Sign) => number,
): readonly SignLine<Sign>[] {
  let y = top;
  return signs.map((sign) => {
    const height = heightOf(sign);
    y += height;
    return { sign, middle: y - height / 2, height };
  });
}

/** The signs of a goal itself: beside work that has none of its own, else behind all work. */
function besideWork<Sign>(
  signs: readonly Sign[],
  work: readonly WorkPlace[],
  of: (place: WorkPlace) => readonly SignLine<Sign>[],
  end: number,
  heightOf: (sign: Sign) => number,
): readonly SignLine<Sign>[] {
  const free = work.filter((one) => of(one).length === 0).map(({ box }) => middleOf(box));
  const beside = signs.slice(0, free.length).map((sign, index) => ({
    sign,
    middle: free[index] ?? 0,
    height: heightOf(sign),
  }));
  const others = signs.slice(free.length);
  const behind =
    work.length === 0
      ? lines(others, end - rowGap - fewHeight / 2, heightOf)
      : stacked(others, end, heightOf);
  return [...beside, ...behind];
}

export function middleOf({ y, height }: NodeBox): number {
  return y + height / 2;
}

function lowered(box: NodeBox, by: number): NodeBox {
  return by === 0 ? box : { ...box, y: box.y + by };
}

function movedLines<Sign>(signs: readonly SignLine<Sign>[], by: number): readonly SignLine<Sign>[] {
  return by === 0 ? signs : signs.map((one) => ({ ...one, middle: one.middle + by }));
}

function moved(place: WorkPlace, by: number): WorkPlace {
  if (by === 0) return place;
  const { box, kpis, risks } = place;
  return {
    ...place,
    box: lowered(box, by),
    kpis: movedLines(kpis, by),
    risks: movedLines(risks, by),
  };
}

function movedGoal(place: GoalPlace, by: number): GoalPlace {
  return {
    ...place,
    box: lowered(place.box, by),
    work: place.work.map((one) => moved(one, by)),
    children: place.children.map((child) => movedGoal(child, by)),
    stubs: place.stubs.map((one) => ({ ...one, box: lowered(one.box, by) })),
    kpis: movedLines(place.kpis, by),
    risks: movedLines(place.risks, by),
    top: place.top + by,
    bottom: place.bottom + by,
  };
}

// Places and money → the ribbons between them: as wide as the money, on one scale, stacked without crossing.
import type { AlignedWork, AlignmentView } from "../../../server/views/alignment/shape.ts";
import { type GoalPlace, middleOf, type NodeBox } from "./place.ts";

export interface Ribbon {
  readonly x1: number;
  readonly x2: number;
  /** From here on it is straight. */
  readonly bend: number;
  /** The middle of each end. */
  readonly y1: number;
  readonly y2: number;
  readonly width: number;
  readonly tone: "work" | "done" | "also";
}

/** A ribbon that stands for little is still seen. */
const thinnest = 2;
/** How wide ribbons are at most: at the top, into a row, into another goal. */
const most = { top: 40, work: 24, goal: 40 };

/** How many px one unit of money is wide: the same for all ribbons. */
export function ribbonScale({ goals, initiatives, unaligned }: AlignmentView): number {
  const greatest = (amounts: readonly { readonly money?: number | undefined }[]) =>
    amounts.reduce((max, { money = 0 }) => Math.max(max, money), 0);
  const tops = greatest([...goals.filter(({ depth }) => depth === 0), unaligned]);
  const scale = Math.min(most.top / tops, most.work / greatest(initiatives));
  return Number.isFinite(scale) ? scale : 0;
}

export function ribbonWidth(money: number | undefined, scale: number): number {
  return Math.max(thinnest, (money ?? 0) * scale);
}

/** How high a stack of all ribbons that leave a goal is, at most. */
export const highestStack = 160;

/** From a goal to all that stands right under it. */
export function ribbonsFrom(place: GoalPlace, scale: number, between: number): readonly Ribbon[] {
  const ends = endsOf(place).toSorted((a, b) => a.y - b.y);
  const widths = ends.map(({ money }) => ribbonWidth(money, scale));
  const all = widths.reduce((sum, one) => sum + one, 0);
  const room = place.box.height - 12;
  // A stack that is higher than its node overlaps.
  const step = all > room ? room / all : 1;
  let y = middleOf(place.box) - (all * step) / 2;
  const x1 = place.box.x + place.box.width;
  return ends.map((end, index) => {
    const width = widths[index] ?? thinnest;
    const y1 = y + (width * step) / 2;
    y += width * step;
    return { x1, x2: end.x, bend: x1 + between, y1, y2: end.y, width, tone: end.tone };
  });
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly money: number | undefined;
  readonly tone: Ribbon["tone"];
}

function endsOf(place: GoalPlace): readonly End[] {
  const into = (box: NodeBox) => ({ x: box.x, y: middleOf(box) });
  return [
    ...place.work.flatMap(({ work, box }) =>
      work.inside ? [] : [{ ...into(box), money: work.money, tone: toneOf(work) }],
    ),
    ...place.stubs.flatMap(({ kind, box }): readonly End[] =>
      kind === "closed"
        ? [{ ...into(box), money: place.goal.money, tone: "work" }]
        : kind === "elsewhere"
          ? [{ ...into(box), money: undefined, tone: "done" }]
          : [],
    ),
    ...place.children.map(({ box, goal }): End => {
      const isOver = goal.status === "achieved" || goal.status === "retired";
      const tone = goal.empty || (isOver && !goal.money) ? "done" : "work";
      return { ...into(box), money: goal.money, tone };
    }),
  ];
}

function toneOf(work: AlignedWork): Ribbon["tone"] {
  return work.closed || work.programme !== undefined ? "done" : "work";
}

/** Second supports in one picture are drawn as long as they can be told apart. */
export const mostSupportLines = 60;

/** Thin lines for second supports: their money is counted under the first. */
export function secondSupports(places: readonly GoalPlace[], between: number): readonly Ribbon[] {
  const goals = new Map(places.map((place) => [place.goal.id, place]));
  const found: Ribbon[] = [];
  const add = (also: readonly string[], box: NodeBox) => {
    for (const id of also) {
      const from = goals.get(id);
      if (from === undefined || !from.tree.isOpen) continue;
      const isRight = from.box.x + from.box.width < box.x;
      const x1 = isRight ? from.box.x + from.box.width : from.box.x;
      found.push({
        x1,
        x2: box.x,
        bend: isRight ? x1 + between : box.x,
        y1: from.box.y + from.box.height - 5,
        y2: box.y + box.height - 5,
        width: 1,
        tone: "also",
      });
    }
  };
  for (const place of places) {
    add(place.goal.also, place.box);
    for (const { work, box } of place.work) add(work.also, box);
  }
  return found.length > mostSupportLines ? [] : found;
}

/** The outline of a ribbon. */
export function ribbonPath({ x1, x2, bend, y1, y2, width }: Ribbon): string {
  const half = width / 2;
  const middle = (x1 + bend) / 2;
  const at = (value: number) => Math.round(value * 10) / 10;
  const [top1, top2, bottom1, bottom2] = [y1 - half, y2 - half, y1 + half, y2 + half].map(at);
  const [a, b, c, m] = [x1, x2, bend, middle].map(at);
  const straight = bend < x2;
  return [
    `M${a} ${top1}C${m} ${top1} ${m} ${top2} ${c} ${top2}`,
    straight ? `H${b}` : "",
    `V${bottom2}`,
    straight ? `H${c}` : "",
    `C${m} ${bottom2} ${m} ${bottom1} ${a} ${bottom1}Z`,
  ].join("");
}

/** A ribbon this thin is drawn as a line, which stays as thin where it is steep. */
export const lineThin = 8;

/** The middle line of a ribbon, or the line of a second support. */
export function ribbonLine({ x1, x2, bend, y1, y2 }: Ribbon): string {
  const at = (value: number) => Math.round(value * 10) / 10;
  // Between goals of one column it leaves to the left and comes back.
  const out = bend > x1 ? (x1 + bend) / 2 : x1 - 24;
  return `M${at(x1)} ${at(y1)}C${at(out)} ${at(y1)} ${at(out)} ${at(y2)} ${at(bend > x1 ? bend : x2)} ${at(y2)}H${at(x2)}`;
}

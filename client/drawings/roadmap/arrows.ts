// Dependencies become routes between bars, in the gaps between rows and behind the bars.
import type { Dependency } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { round } from "../look.tsx";
import { dayOf, type Scale, xOf } from "../time.ts";
import { barEnds } from "./bars.ts";
import type { Taken } from "./labels.ts";
import type { InitiativeRow, Row } from "./rows.ts";

export interface Arrow {
  readonly key: string;
  readonly dependency: Dependency;
  /** The line, as an SVG path. */
  readonly path: string;
  /** Where it points, and whether it comes from above or from below. */
  readonly x: number;
  readonly y: number;
  readonly down: boolean;
  /** The vertical part, which labels keep clear of. */
  readonly leg: { readonly x: number; readonly top: number; readonly bottom: number };
  /** It goes on beyond what is drawn, and points at nothing here. */
  readonly goesOn?: true;
}

const drop = 4.5;
const corner = 4;
const lead = 8;
const inside = 10;
/** A line ends so much before its arrowhead does. */
const short = 1.5;

/** A dependency whose ends both have a row. */
export interface Joint {
  readonly dependency: Dependency;
  readonly from: InitiativeRow;
  readonly to: InitiativeRow;
}

/** The dependencies between the rows; none where there is no room to draw them. */
export function jointsOf(
  dependencies: readonly Dependency[],
  rows: readonly Row[],
  frame: Frame,
): readonly Joint[] {
  if (frame.stacked) return [];
  const placed = new Map<string, InitiativeRow>();
  for (const row of rows)
    if (row.type === "initiative" && row.ghost === undefined && row.initiative.start)
      placed.set(row.initiative.id, row);
  const joints: Joint[] = [];
  for (const dependency of dependencies) {
    const from = placed.get(dependency.from);
    const to = placed.get(dependency.to);
    if (from && to && from !== to) joints.push({ dependency, from, to });
  }
  return joints;
}

/** The route of a dependency; where it leaves `within`, it ends there. */
export function routeOf(
  { dependency, from, to }: Joint,
  scale: Scale,
  frame: Frame,
  within = everywhere,
): Arrow {
  const down = to.y > from.y;
  const sign = down ? 1 : -1;
  const half = frame.bar / 2;
  const source = barEnds(from.initiative, scale);
  const target = barEnds(to.initiative, scale);
  const targetEnd = target.x + target.width;
  const x1 = departure(dependency, from, source, scale);
  const y1 = from.y + frame.barMiddle + sign * half;
  // "10 px inside the successor, or straight down, if that lies further in."
  const x2 = Math.min(
    Math.max(Math.min(target.x + inside, targetEnd - 3), x1),
    Math.max(targetEnd - 3, target.x + 1),
  );
  const y2 = to.y + frame.barMiddle - sign * half;
  const turn = y1 + sign * drop;
  const isInside = (y: number) => y >= within.top && y <= within.bottom;
  const [edge, start] = down ? [within.bottom, within.top] : [within.top, within.bottom];
  const goesOn = !isInside(y2);
  const path = isInside(y1)
    ? pathOf(x1, y1, x2, goesOn ? edge + sign * short : y2, turn, sign)
    : `M${round(x2)} ${round(start)}V${round(y2 - sign * short)}`;
  return {
    key: `${dependency.from}>${dependency.to}`,
    dependency,
    path,
    x: x2,
    y: y2,
    down,
    leg: { x: x2, top: Math.min(turn, y2), bottom: Math.max(turn, y2) },
    ...(goesOn ? { goesOn } : {}),
  };
}

const everywhere = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** Where an arrow leaves: 8 px before the bar's end, or at the milestone that is waited for. */
function departure(
  dependency: Dependency,
  from: InitiativeRow,
  source: { readonly x: number; readonly width: number },
  scale: Scale,
): number {
  const milestone = from.initiative.milestones.find(({ id }) => id === dependency.milestone);
  if (milestone) return xOf(scale, dayOf(milestone.date));
  return Math.max(source.x + source.width / 2, source.x + source.width - lead);
}

function pathOf(x1: number, y1: number, x2: number, y2: number, turn: number, sign: number) {
  const way = Math.sign(x2 - x1);
  const radius = Math.min(corner, Math.abs(x2 - x1) / 2, drop);
  const end = y2 - sign * short;
  if (radius < 0.5) return `M${round(x1)} ${round(y1)}V${round(end)}`;
  return [
    `M${round(x1)} ${round(y1)}V${round(turn - sign * radius)}`,
    `Q${round(x1)} ${round(turn)} ${round(x1 + way * radius)} ${round(turn)}`,
    `H${round(x2 - way * radius)}`,
    `Q${round(x2)} ${round(turn)} ${round(x2)} ${round(turn + sign * radius)}`,
    `V${round(end)}`,
  ].join("");
}

const most = 60;

/** The dependencies to draw: all in sight, or where they are too many those that matter. */
export function arrowsShown(
  joints: readonly Joint[],
  top: number,
  bottom: number,
  lit: ReadonlySet<string>,
  show: { readonly dependencies: boolean; readonly critical: boolean },
): readonly Joint[] {
  const inSight = joints.filter(
    ({ from, to }) =>
      Math.max(from.y, to.y) + from.height >= top && Math.min(from.y, to.y) <= bottom,
  );
  const many = inSight.length > most;
  return inSight.filter(({ dependency }) => {
    if (lit.has(dependency.from) || lit.has(dependency.to)) return true;
    if (show.critical && dependency.critical) return true;
    return show.dependencies && !many;
  });
}

/** The stretches of a row that arrows cross, which its labels keep clear of. */
export function crossings(arrows: readonly Arrow[], row: Row): readonly Taken[] {
  const middle = row.y + row.height / 2;
  return arrows
    .filter(({ leg }) => leg.bottom > middle - 8 && leg.top < middle + 8)
    .map(({ leg }): Taken => [leg.x - 4, leg.x + 4]);
}

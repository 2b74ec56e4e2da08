// Work that is dragged from goal to goal → what is dragged, where it can be dropped, and what that means.
import type { AlignedWork, AlignmentView } from "../../../server/views/alignment/shape.ts";
import type { DraggedSign, Drop, DropPlace, LaidOut } from "../drawing.ts";
import { StatusGlyph } from "../glyphs.tsx";
import { asMarked } from "../marked.ts";
import { FitLabel } from "../parts.tsx";
import { homesOf, nowhere, placeOfGoal } from "./homes.ts";
import { NodeFrame } from "./node-frame.tsx";
import type { NodeBox } from "./place.ts";
import { leadsNowhere } from "./words.ts";

const widest = 320;
const highest = 46;

/** A node of work as it is dragged; a wide one becomes shorter. */
export function draggedWork(work: AlignedWork, box: NodeBox, from: string): DraggedSign {
  const [width, height] = [Math.min(widest, box.width), Math.min(highest, box.height)];
  const chip = { x: -width / 2, y: -height / 2, width, height };
  return {
    x: box.x + width / 2,
    y: box.y + box.height / 2,
    width,
    height: box.height,
    from,
    draw: () => (
      <g>
        <NodeFrame box={chip} fill="bg" isGap={false} />
        <StatusGlyph x={chip.x + 16} y={0} status={work.status ?? "planned"} />
        <FitLabel text={work.title} width={width - 40} x={chip.x + 30} middle={0} />
      </g>
    ),
  };
}

/** The nodes of objectives, and the frame at the foot with all that lies in it. */
export function goalPlaces(
  view: AlignmentView,
  { marks }: Pick<LaidOut, "marks">,
): readonly DropPlace[] {
  const written = new Set(view.goals.flatMap((goal) => (goal.source ? placeOfGoal(goal) : [])));
  const loose = new Set(view.unaligned.initiatives);
  const places: DropPlace[] = [];
  let foot: DropPlace | undefined;
  for (const { key, x, y, width, height } of marks) {
    const box = { key, x, y, width, height, isLit: true } as const;
    if (written.has(key)) places.push(box);
    else if (key === nowhere) foot = box;
    else if (foot && loose.has(key.slice(key.lastIndexOf(":") + 1)))
      foot = { ...foot, ...around(foot, box) };
  }
  return foot ? [...places, foot] : places;
}

function around(one: NodeBox, other: NodeBox): NodeBox {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

export function workDropped(view: AlignmentView, mark: string, place: string): Drop | undefined {
  const work = view.initiatives.find(({ id }) => mark === `initiative:${id}`);
  const home = work && homesOf(view).get(work.id);
  if (work === undefined || home === undefined) return undefined;
  const goal = view.goals.find((one) => one.source && placeOfGoal(one) === place);
  if (goal === undefined && place !== nowhere) return undefined;
  const from = view.goals.find((one) => placeOfGoal(one) === home);
  const where = goal
    ? `Supports '${goal.title}'`
    : `Supports no objective: ${leadsNowhere.toLowerCase()}`;
  if (place === home) return { says: `${where}, as it is` };
  return {
    says: goal && from ? `${where} instead of '${from.title}'` : where,
    ...(goal ? {} : { warns: true }),
    gesture: { type: "group", of: asMarked(work), by: "objective", from: from?.id, to: goal?.id },
  };
}

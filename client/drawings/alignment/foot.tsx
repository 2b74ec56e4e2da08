// What supports no objective, and what measures or threatens nothing → the frames at the foot of the picture.

import type { AlignedWork, AlignmentView } from "../../../server/views/alignment/shape.ts";
import { Chevron, HealthGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, LabelLines } from "../parts.tsx";
import type { MeasureText } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import type { ColumnPlaces } from "./columns.ts";
import { NodeFrame } from "./node-frame.tsx";
import {
  bottomOfWork,
  closedHeight,
  type Heights,
  middleOf,
  type NodeBox,
  placeWork,
  rowGap,
  type WorkPlace,
} from "./place.ts";
import { ribbonWidth } from "./ribbons.ts";
import { gapAdvice, gapInWords, gapTitle, leadsNowhere, workCount } from "./words.ts";

/** How far the frame reaches into the margins. */
const reach = 12;
const lineHeight = 18;
const padding = 16;

export interface GapPlace {
  readonly box: NodeBox;
  readonly work: readonly WorkPlace[];
  /** In place of the work, where that is closed away. */
  readonly stub: NodeBox | undefined;
  readonly barX: number;
  readonly barTop: number;
  readonly barBottom: number;
  /** The middle of what is said at the bar. */
  readonly leadMiddle: number;
  readonly lines: readonly string[];
  readonly hasToggle: boolean;
}

const leadSize = 12;

export function placeGap(
  view: AlignmentView,
  work: readonly AlignedWork[],
  top: number,
  columns: ColumnPlaces,
  heights: Heights,
  options: {
    readonly isOpen: boolean;
    readonly hasToggle: boolean;
    readonly scale: number;
    readonly measure: MeasureText;
  },
): GapPlace {
  const { measure } = options;
  const start = top + padding;
  const places: WorkPlace[] = [];
  let y = start;
  for (const one of options.isOpen ? work : []) {
    const place = placeWork(one, y, columns, heights);
    places.push(place);
    y = bottomOfWork(place) + rowGap;
  }
  const stub = options.isOpen ? undefined : { ...columns.work, y: start, height: closedHeight };
  if (stub !== undefined) y = start + closedHeight + rowGap;
  const before = columns.work.x - columns.left;
  const barX = columns.work.x - Math.round(Math.min(96, before * 0.14));
  const leadWidth = measure(leadsNowhere, leadSize, 600);
  const textWidth = barX - leadWidth - 24 - (columns.left + 26);
  const lines = [gapInWords(view), gapAdvice(view)].flatMap((text) =>
    linesOfText(text, textWidth, 12, 400, measure, 4),
  );
  const ends = places.filter(({ work: one }) => !one.inside);
  const half = (place: WorkPlace) => ribbonWidth(place.work.money, options.scale) / 2;
  const [first, last] = [ends[0], ends.at(-1)];
  const stubHalf = ribbonWidth(view.unaligned.money, options.scale) / 2;
  const barTop = first ? middleOf(first.box) - half(first) : start + closedHeight / 2 - stubHalf;
  const barBottom = last ? middleOf(last.box) + half(last) : start + closedHeight / 2 + stubHalf;
  const middle = (barTop + barBottom) / 2;
  // Where it would touch the title, it stands below that.
  const titleEnd = columns.left + 26 + measure(gapTitle, 14, 600);
  const crowded = titleEnd > barX - leadWidth - 18 ? start + 8 + lineHeight : 0;
  const bottom = Math.max(y - rowGap, start + lineHeight * (lines.length + 1)) + padding;
  return {
    box: {
      x: columns.left - reach,
      y: top,
      width: columns.right - columns.left + 2 * reach,
      height: bottom - top,
    },
    work: places,
    stub,
    barX,
    barTop: Math.min(barTop - 5, middle - 14),
    barBottom: Math.max(barBottom + 5, middle + 14),
    leadMiddle: Math.max(first ? middleOf(first.box) : start + closedHeight / 2, crowded),
    lines,
    hasToggle: options.hasToggle,
  };
}

/** The frame, what it says, and the bar at which all ribbons end. */
export function GapGround({ place, columns }: { place: GapPlace; columns: ColumnPlaces }) {
  const { tokens } = useLook();
  const { box } = place;
  const first = box.y + padding + 8;
  return (
    <g>
      <rect
        x={box.x + 1}
        y={box.y + 1}
        width={box.width - 2}
        height={box.height - 2}
        rx={6}
        fill={tokens.amberTint}
        stroke={tokens.amber}
        stroke-width={1.5}
        stroke-dasharray="5 4"
      />
      <HealthGlyph x={columns.left + 9} y={first} health="amber" />
      <Label text={gapTitle} x={columns.left + 26} middle={first} size={14} weight={600} />
      <LabelLines
        lines={place.lines}
        step={lineHeight}
        x={columns.left + 26}
        middle={first + lineHeight + 1}
        size={12}
      />
      <Label
        text={leadsNowhere}
        x={place.barX - 10}
        middle={place.leadMiddle}
        size={leadSize}
        weight={600}
        fill="amber"
        anchor="end"
      />
      <line
        x1={place.barX}
        x2={place.barX}
        y1={round(place.barTop)}
        y2={round(place.barBottom)}
        stroke={tokens.amber}
        stroke-width={2.5}
      />
    </g>
  );
}

/** Money that leads nowhere: as wide as everywhere, hatched. */
export function GapRibbon(props: {
  readonly x1: number;
  readonly x2: number;
  readonly middle: number;
  readonly width: number;
}) {
  const { tokens } = useLook();
  const { x1, x2, middle, width } = props;
  const top = round(middle - width / 2);
  return (
    <g>
      <rect x={x1} y={top} width={x2 - x1} height={round(width)} fill="url(#hatch-amber)" />
      <path
        d={`M${x1} ${top}H${x2}M${x1} ${round(top + width)}H${x2}`}
        stroke={tokens.amber}
        stroke-opacity={0.6}
      />
    </g>
  );
}

export function GapStub({ box, view }: { readonly box: NodeBox; readonly view: AlignmentView }) {
  return (
    <g>
      <NodeFrame box={box} fill="bg" isGap dashed="gap" />
      <Chevron x={box.x + 16} y={middleOf(box)} collapsed />
      <FitLabel
        text={workCount(view.unaligned.work)}
        width={box.width - 40}
        x={box.x + 30}
        middle={middleOf(box)}
        size={12}
        weight={500}
      />
    </g>
  );
}

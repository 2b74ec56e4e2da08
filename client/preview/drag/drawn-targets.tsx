// What is held → the groups that it can go to, the line of a dependency that is drawn, and rings round what is meant.
import { lap } from "../../drawings/frame.ts";
import { round, useLook } from "../../drawings/look.tsx";
import { barEnds } from "../../drawings/roadmap/bars.ts";
import { dayOf, xOf } from "../../drawings/time.ts";
import { type MarkKey, rowKeyOf } from "../marks.ts";
import { dotAt } from "./grips.ts";
import { bottomOfGroup, headerOver, isHeader } from "./groups.ts";
import type { ChartGround, Shown } from "./hand.ts";
import type { BarDays } from "./shift.ts";
import { movableOf, partMoved } from "./shift.ts";
import { onDays, type ThingKey } from "./things.ts";

/** The groups that work can be dragged to, and the one that is meant, on one side of the calendar's left edge. */
export function GroupTargets(props: {
  readonly ground: ChartGround;
  readonly held: Shown | undefined;
  readonly side: "names" | "calendar";
}) {
  const { tokens } = useLook();
  const { doing, outcome } = props.held ?? {};
  const isWhole = doing?.does === "regroup" || (doing?.does === "shift" && doing.part === "all");
  if (!isWhole || !doing.marks[0]?.match(/^(?:work|ghost):/)) return null;
  const { rows, byKey, frame, scale, width } = props.ground.picture;
  const row = byKey.get(doing.marks[0]);
  const own = row && headerOver(rows, rows.indexOf(row));
  const isNames = props.side === "names";
  if (frame.stacked && !isNames) return null;
  const all = frame.stacked ? width : frame.names;
  const from = isNames ? 0 : -lap;
  const to = isNames ? all : scale.width + frame.margin;
  const meant = doing.does === "regroup" ? doing.to : undefined;
  const colour = outcome?.wrong ? tokens.red : tokens.focus;
  return (
    <>
      {rows.filter(isHeader).map((header) => {
        if (header === own) return null;
        const isMeant = header.key === meant;
        const bottom = isMeant ? bottomOfGroup(rows, header) : header.y + header.height;
        const box = { x: from, y: header.y, width: to - from, height: bottom - header.y };
        return (
          <g key={header.key}>
            <rect {...box} fill={colour} fill-opacity={isMeant ? 0.08 : 0.05} />
            {isNames && <rect {...box} width={3} fill={colour} fill-opacity={isMeant ? 1 : 0.45} />}
            {isMeant && (
              <path
                d={`M${from} ${header.y + 1}H${to}M${from} ${bottom - 1}H${to}`}
                stroke={colour}
                stroke-width={2}
              />
            )}
          </g>
        );
      })}
    </>
  );
}

/** Grips at both ends of a bar that can be dragged, and the dot from which a dependency is drawn. */
export function Grips({ ground, mark }: { readonly ground: ChartGround; readonly mark: MarkKey }) {
  const { tokens } = useLook();
  const { picture } = ground;
  const row = picture.byKey.get(mark);
  if (row?.type !== "initiative" || row.initiative.start === undefined) return null;
  const { frame, scale } = picture;
  const { x, width } = barEnds(row.initiative, scale);
  const movable = movableOf(row.initiative);
  const y = row.y + frame.barMiddle;
  const dot = Math.min(x + width + dotAt, scale.width + frame.margin - 6);
  const grip = (at: number) => (
    <rect
      {...{ x: round(at - 2), y: y - 6, width: 4, height: 12, rx: 2 }}
      fill={tokens.bg}
      stroke={tokens.ink}
    />
  );
  return (
    <>
      {movable && partMoved(movable, "start") && grip(x)}
      {movable && partMoved(movable, "end") && grip(x + width)}
      {row.ghost === undefined && (
        <>
          <circle {...{ cx: round(dot), cy: y, r: 8 }} fill={tokens.raised} />
          <circle
            {...{ cx: round(dot), cy: y, r: 4.25 }}
            fill={tokens.bg}
            stroke={tokens.focus}
            stroke-width={1.5}
          />
        </>
      )}
    </>
  );
}

/** A ring round a bar, wherever it lies now. */
export function BarRing(props: {
  readonly ground: ChartGround;
  readonly mark: MarkKey;
  readonly colour: "focus" | "red" | "amber";
  readonly dropped: ReadonlyMap<ThingKey, BarDays>;
}) {
  const { tokens } = useLook();
  const { picture } = props.ground;
  const row = picture.byKey.get(rowKeyOf(props.mark));
  if (row?.type !== "initiative") return null;
  const { bar, barMiddle } = picture.frame;
  const initiative = onDays(row.initiative, props.dropped.get(`work:${row.initiative.id}`));
  if (initiative.start === undefined) return null;
  const ends = barEnds(initiative, picture.scale);
  const one = initiative.milestones.find(
    ({ id }) => props.mark === `milestone:${initiative.id}:${id}`,
  );
  const at = one && xOf(picture.scale, props.dropped.get(props.mark)?.start ?? dayOf(one.date));
  const { x, width } = at === undefined ? ends : { x: at - 6, width: 12 };
  return (
    <rect
      x={round(x - 4)}
      y={row.y + barMiddle - bar / 2 - 4}
      width={round(width + 8)}
      height={bar + 8}
      rx={6}
      fill="none"
      stroke={tokens[props.colour]}
      stroke-width={2}
    />
  );
}

/** The line of a dependency, from what is waited for to what is to wait. */
export function WaitLine({
  ground,
  shown,
}: {
  readonly ground: ChartGround;
  readonly shown: Shown;
}) {
  const { tokens } = useLook();
  const { doing, outcome, point } = shown;
  if (doing.does !== "wait") return null;
  const { picture } = ground;
  const from = endOf(ground, doing.on);
  const target = doing.of === undefined ? undefined : picture.byKey.get(doing.of);
  if (from === undefined) return null;
  const colour = outcome.wrong ? tokens.red : tokens.focus;
  const to = (target && nearestOn(ground, target.key, from)) ?? point;
  return (
    <g fill="none" stroke={colour}>
      <circle cx={round(from.x)} cy={from.y} r={4.25} fill={colour} />
      {to && (
        <>
          <path
            d={`M${round(from.x)} ${from.y}L${round(to.x)} ${round(to.y)}`}
            stroke-width={2}
            stroke-dasharray="5 4"
          />
          <path d={arrowHead(from, to)} fill={colour} stroke="none" />
        </>
      )}
    </g>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function arrowHead(from: Point, to: Point): string {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / long, (to.y - from.y) / long];
  const [backX, backY] = [to.x - 9 * x, to.y - 9 * y];
  const point = (a: number, b: number) => `${round(a)} ${round(b)}`;
  return `M${point(to.x, to.y)}L${point(backX - 4.5 * y, backY + 4.5 * x)}L${point(backX + 4.5 * y, backY - 4.5 * x)}Z`;
}

/** Where a line begins: at the dot behind a bar, or at a milestone. */
function endOf({ picture }: ChartGround, mark: MarkKey): Point | undefined {
  const row = picture.byKey.get(rowKeyOf(mark));
  if (row?.type !== "initiative") return undefined;
  const y = row.y + picture.frame.barMiddle;
  const { id, milestones } = row.initiative;
  const one = milestones.find((each) => mark === `milestone:${id}:${each.id}`);
  if (one) return { x: xOf(picture.scale, dayOf(one.date)), y };
  const { x, width } = barEnds(row.initiative, picture.scale);
  return { x: x + width + dotAt, y };
}

/** Where a line ends: at the top of the bar that is to wait, or at its foot, as near as it gets. */
function nearestOn({ picture }: ChartGround, key: MarkKey, from: Point): Point | undefined {
  const row = picture.byKey.get(key);
  if (row?.type !== "initiative" || row.initiative.start === undefined) return undefined;
  const { bar, barMiddle } = picture.frame;
  const { x, width } = barEnds(row.initiative, picture.scale);
  const inset = Math.min(10, width / 2);
  const middle = row.y + barMiddle;
  return {
    x: Math.max(x + inset, Math.min(x + width - inset, from.x)),
    y: middle + Math.sign(from.y - middle) * (bar / 2 + 5),
  };
}

// What is aloft → ghosts where it was, bars and diamonds where it is held, and ghosts of what moves along.
import type { ComponentChildren } from "preact";
import type { CalendarEvent, Initiative } from "../../../server/views/roadmap/shape.ts";
import { MilestoneGlyph, ReviewGlyph } from "../../drawings/glyphs.tsx";
import { round, useLook } from "../../drawings/look.tsx";
import { BarMarks } from "../../drawings/roadmap/bar.tsx";
import { barEnds, barOf, stateOfMilestone } from "../../drawings/roadmap/bars.ts";
import { groundOf } from "../../drawings/roadmap/columns.tsx";
import type { InitiativeRow, Row } from "../../drawings/roadmap/rows.ts";
import { type DayNumber, dayOf, xOf } from "../../drawings/time.ts";
import type { ChartGround, Shown } from "./hand.ts";
import type { BarDays } from "./shift.ts";
import { barKey, onDays } from "./things.ts";

interface AloftProps {
  readonly ground: ChartGround;
  readonly shown: Shown;
}

const known = new WeakMap<readonly Row[], ReadonlyMap<string, readonly InitiativeRow[]>>();

/** All rows of an initiative. */
function rowsOfWork({ picture: { rows } }: ChartGround, id: string): readonly InitiativeRow[] {
  const byWork =
    known.get(rows) ??
    Map.groupBy(
      rows.filter((row) => row.type === "initiative"),
      (row) => row.initiative.id,
    );
  known.set(rows, byWork);
  return byWork.get(id) ?? [];
}

/** How an initiative looks on other days: what is over is counted anew, and how far it has slipped is not known yet. */
function previewOf(initiative: Initiative, to: BarDays, today: DayNumber): Initiative {
  const there = onDays(initiative, to);
  const over = to.end === undefined ? 0 : today - to.end;
  const overdueDays = initiative.overdueDays !== undefined && over > 0 ? over : undefined;
  const { firstPlan } = initiative;
  return { ...there, overdueDays, firstPlan: firstPlan && { ...firstPlan, time: undefined } };
}

export function AloftBars({ ground, shown }: AloftProps) {
  const { byId } = ground;
  const bars = [...shown.outcome.places].flatMap(([key, to]) => {
    const initiative = key.startsWith("work:") ? byId.get(key.slice("work:".length)) : undefined;
    return initiative ? { initiative, to } : [];
  });
  return (
    <>
      {[...shown.outcome.followers].map(([id, to]) => {
        const initiative = byId.get(id);
        return initiative && <Follower key={id} {...{ ground, initiative, to }} />;
      })}
      {bars.map(({ initiative, to }) =>
        rowsOf(ground, shown, initiative).map((row) => (
          <AloftBar key={row.key} {...{ ground, shown, initiative, to, row }} />
        )),
      )}
    </>
  );
}

/** Work without dates has no row where the tray holds it alone: then it is drawn where the pointer is. */
function rowsOf(
  ground: ChartGround,
  shown: Shown,
  { id, start }: Initiative,
): readonly InitiativeRow[] {
  const rows = rowsOfWork(ground, id);
  const { point, by } = shown;
  const [first] = ground.picture.rows.filter((row) => row.type === "initiative");
  if (start !== undefined || by === "keys" || !point) return rows;
  const row = rows[0] ?? first;
  return row ? [{ ...row, y: point.y - ground.picture.frame.barMiddle }] : [];
}

function AloftBar(
  props: AloftProps & {
    readonly initiative: Initiative;
    readonly to: BarDays;
    readonly row: InitiativeRow;
  },
) {
  const { measure } = useLook();
  const { ground, shown, initiative, row } = props;
  const { scale, frame } = ground.picture;
  const today = dayOf(ground.view.today);
  const to = between(initiative, props.to, shown.share);
  const bar = barOf(previewOf(initiative, to, today), scale, today, frame, measure, {
    ghost: row.ghost,
  });
  const ghost = initiative.start !== undefined && <Ghost {...{ ground, initiative, row }} />;
  const { doing } = shown;
  // An edge that is dragged outwards would cover it.
  const isOver = doing.does === "shift" && doing.part !== "all";
  const below = (shown.below ?? 0) * (shown.share ?? 1);
  return (
    <>
      {!isOver && ghost}
      <g transform={`translate(0 ${round(below)})`}>
        <BarMarks
          mark={`aloft:${row.key}`}
          initiative={initiative}
          bar={bar}
          middle={row.y + frame.barMiddle}
          height={frame.bar}
          ground={groundOf(row, {})}
          critical={initiative.critical === true && row.ghost === undefined}
          {...(shown.share === undefined ? { ring: "hover" as const } : {})}
          sentence=""
          interactive={false}
          focusable={false}
        />
      </g>
      {isOver && ghost}
    </>
  );
}

/** On the way back from where it was dropped. */
function between(initiative: Initiative, to: BarDays, share = 1): BarDays {
  if (share === 1 || initiative.start === undefined) return to;
  const part = (from: DayNumber, there: DayNumber) => from + (there - from) * share;
  const start = Math.round(part(dayOf(initiative.start), to.start));
  if (to.end === undefined || initiative.end === undefined) return { start };
  return { start, end: Math.round(part(dayOf(initiative.end), to.end)) };
}

/** A dashed outline of a bar. */
function Outline(props: {
  readonly ground: ChartGround;
  readonly initiative: Initiative;
  readonly row: InitiativeRow;
  readonly stroke: string;
}) {
  const { picture } = props.ground;
  const { x, width } = barEnds(props.initiative, picture.scale);
  const { bar, barMiddle } = picture.frame;
  return (
    <rect
      x={round(x)}
      y={props.row.y + barMiddle - bar / 2}
      width={round(width)}
      height={bar}
      rx={3}
      fill="none"
      stroke={props.stroke}
      stroke-width={1.25}
      stroke-dasharray="3 3"
    />
  );
}

/** Where it was. */
function Ghost(props: {
  readonly ground: ChartGround;
  readonly initiative: Initiative;
  readonly row: InitiativeRow;
}) {
  const { tokens } = useLook();
  return <Outline {...props} stroke={tokens.doneEdge} />;
}

/** Where what starts after it will lie. */
function Follower(props: {
  readonly ground: ChartGround;
  readonly initiative: Initiative;
  readonly to: BarDays;
}) {
  const { tokens } = useLook();
  const { ground, to } = props;
  const initiative = onDays(props.initiative, to);
  return (
    <>
      {rowsOfWork(ground, initiative.id).map((row) => (
        <Outline key={row.key} {...{ ground, initiative, row }} stroke={tokens.focus} />
      ))}
    </>
  );
}

/** A milestone on its bar. */
export function AloftMilestones({ ground, shown }: AloftProps) {
  const { byId, view, picture } = ground;
  const today = dayOf(view.today);
  return (
    <>
      {[...shown.outcome.places].map(([key, to]) => {
        const [, id = "", name = ""] = /^milestone:(.*):([^:]*)$/.exec(key) ?? [];
        const found = byId.get(id)?.milestones.find((one) => one.id === name);
        const row = picture.byKey.get(barKey(id));
        if (!found || !row) return null;
        const from = dayOf(found.date);
        const at = from + (to.start - from) * (shown.share ?? 1);
        const y = row.y + picture.frame.barMiddle;
        const status = stateOfMilestone(found, today);
        return (
          <g key={key}>
            <Pale>
              <MilestoneGlyph x={xOf(picture.scale, from)} y={y} status={status} />
            </Pale>
            <MilestoneGlyph x={xOf(picture.scale, at)} y={y} status={status} />
          </g>
        );
      })}
    </>
  );
}

/** A review or an event on the lane; `y` is the middle of the lane. */
export function AloftEvents({ ground, shown, y }: AloftProps & { readonly y: number }) {
  const { view, picture } = ground;
  const { scale } = picture;
  return (
    <>
      {[...shown.outcome.places].map(([key, to]) => {
        const found = view.events.find(({ kind, id }) => key === `event:${kind}:${id}`);
        if (!found) return null;
        const from = dayOf(found.date);
        const at = from + (to.start - from) * (shown.share ?? 1);
        // A review is at the start of its day, an event at its end.
        const late = found.kind === "review" ? 0 : 1;
        return (
          <g key={key}>
            <Pale>
              <EventGlyph event={found} x={xOf(scale, from + late)} y={y} />
            </Pale>
            <EventGlyph event={found} x={xOf(scale, at + late)} y={y} />
          </g>
        );
      })}
    </>
  );
}

function EventGlyph(props: {
  readonly event: CalendarEvent;
  readonly x: number;
  readonly y: number;
}) {
  const { tokens } = useLook();
  const { event, x, y } = props;
  if (event.kind !== "review")
    return <MilestoneGlyph {...{ x, y }} status={event.status ?? "planned"} />;
  return (
    <>
      <rect x={round(x - 3)} y={y - 9} width={16} height={18} fill={tokens.bg} />
      <ReviewGlyph {...{ x, y }} held={event.held ?? false} />
    </>
  );
}

/** What was there: a mark with one date is too small for dashes. */
function Pale(props: { readonly children: ComponentChildren }) {
  return <g opacity={0.4}>{props.children}</g>;
}

// The head of the picture: years, quarters and months, today's pill, and the lane of reviews and targets.
import { Fragment } from "preact";
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import { type Frame, lap } from "../frame.ts";
import { MilestoneGlyph, ReviewGlyph, TargetGlyph } from "../glyphs.tsx";
import { img, Label, round, useLook } from "../look.tsx";
import { eventSentence } from "../sentences.ts";
import { dayOf, type Scale, xOf } from "../time.ts";
import type { Axis, AxisSpan } from "./axis.ts";
import { stateOfMilestone } from "./bars.ts";
import { laneKey, laneOf } from "./lane.ts";
import { type Pill, pillOf, type YearLabel, yearsOf } from "./years.ts";

/** How high the parts of the head are. */
export interface HeadHeights {
  readonly years: number;
  readonly parts: number;
  readonly months: number;
  readonly lane: number;
  readonly all: number;
}

export function headHeights(axis: Axis, frame: Frame, lane: boolean): HeadHeights {
  const years = frame.mode === "narrow" ? 20 : 24;
  // Below the years there is room for the pill of today.
  const parts = axis.parts.length > 0 || frame.stacked ? 22 : 4;
  const months = axis.months.length > 0 ? 20 : 0;
  const under = lane && frame.mode !== "narrow" ? 27 : 0;
  return { years, parts, months, lane: under, all: years + parts + months + under + 1 };
}

export interface HeadProps {
  readonly view: RoadmapView;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly axis: Axis;
  readonly heights: HeadHeights;
  /** The stretch of the calendar that is in sight, where it scrolls. */
  readonly sight?: readonly [number, number];
  readonly interactive?: boolean;
  /** The event whose text holds the cursor: "review:autumn". */
  readonly cursor?: string | undefined;
}

/** The axis over the calendar; its left edge is where the calendar starts. */
export function AxisHead(props: HeadProps) {
  const { frame, axis, heights, scale } = props;
  const { tokens, measure } = useLook();
  const years = yearsOf(props, measure);
  const partsTop = heights.years;
  const monthsTop = partsTop + heights.parts;
  const rule = monthsTop + heights.months;
  const pill = pillOf(props, years, measure);
  const left = frame.stacked ? 0 : -lap;
  const line = frame.mode !== "narrow" && pill.line ? { today: pill.x } : {};
  const stick = props.sight ? { from: props.sight[0] } : {};
  return (
    <g>
      {years.map((year) => (
        <Year key={year.start} year={year} pill={pill} middle={heights.years / 2} />
      ))}
      <Spans
        spans={axis.parts}
        top={partsTop}
        height={heights.parts}
        years={axis.years}
        {...line}
        {...stick}
        {...(pill.below ? { taken: [pill.left - 4, pill.left + pill.width + 4] as const } : {})}
      />
      <Spans
        spans={axis.months}
        top={monthsTop}
        height={heights.months}
        years={axis.years}
        {...line}
      />
      {axis.years.map(({ start, x }) => (
        <line key={start} x1={round(x)} x2={round(x)} y1={0} y2={rule} stroke={tokens.rule} />
      ))}
      <line x1={scale.width} x2={scale.width} y1={0} y2={heights.all} stroke={tokens.rule} />
      <line x1={left} x2={scale.width} y1={rule + 0.5} y2={rule + 0.5} stroke={tokens.rule} />
      {heights.lane > 0 && <Lane {...props} top={rule + 1} />}
      <TodayPill
        pill={pill}
        middle={pill.below ? partsTop + heights.parts / 2 : heights.years / 2}
        bottom={heights.all}
        line={frame.mode !== "narrow"}
      />
      {frame.mode !== "narrow" && (
        <line
          x1={left}
          x2={scale.width}
          y1={heights.all - 0.5}
          y2={heights.all - 0.5}
          stroke={tokens.rule}
        />
      )}
    </g>
  );
}

function TodayPill(props: { pill: Pill; middle: number; bottom: number; line: boolean }) {
  const { tokens } = useLook();
  const { pill, middle, bottom } = props;
  return (
    <g class="today" {...img(`${pill.text}.`)}>
      {pill.line && props.line && (
        <line
          x1={round(pill.x)}
          x2={round(pill.x)}
          y1={middle + 9}
          y2={bottom}
          stroke={tokens.ink}
          stroke-width={1.5}
        />
      )}
      <rect
        x={round(pill.left)}
        y={middle - 9}
        width={round(pill.width)}
        height={18}
        rx={9}
        fill={tokens.ink}
      />
      <Label text={pill.text} x={pill.left + 8} middle={middle} size={11} weight={600} fill="bg" />
    </g>
  );
}

/** A year; what it spans yields to the pill. */
function Year({ year, pill, middle }: { year: YearLabel; pill: Pill; middle: number }) {
  const { note } = year;
  const isFree =
    note &&
    (pill.below === true ||
      note.x > pill.left + pill.width + 4 ||
      pill.left > note.x + note.width + 4);
  return (
    <>
      <Label text={year.text} x={year.x} middle={middle} weight={600} figures />
      {note && isFree && (
        <Label text={note.text} x={note.x} middle={middle} size={11} fill="ink2" />
      )}
    </>
  );
}

/** Quarters, halves or months: a hairline and a label at the start of each. */
function Spans(props: {
  spans: readonly AxisSpan[];
  top: number;
  height: number;
  years: readonly AxisSpan[];
  /** Where the line of today runs; a label under it yields. */
  today?: number;
  /** Where the pill of today stands; a label under it yields too. */
  taken?: readonly [number, number];
  /** What is in sight begins here: the label of a span that begins before it stays in sight. */
  from?: number;
}) {
  const { tokens, measure } = useLook();
  const yearStarts = new Set(props.years.map(({ start }) => start));
  const { taken } = props;
  const isTaken = (x: number, width: number) =>
    taken !== undefined && x < taken[1] && x + width > taken[0];
  return (
    <>
      {props.spans.map((span) => {
        const width = measure(span.label, 11, 400);
        const { today = -1, from = 0 } = props;
        const inset = span.width < 44 ? Math.max(2, Math.min(8, (span.width - width) / 2)) : 8;
        const end = span.x + span.width;
        const x = Math.max(span.x + inset, Math.min(from + 8, end - width - 4));
        return (
          <g key={span.start}>
            {!yearStarts.has(span.start) && (
              <line
                x1={round(span.x)}
                x2={round(span.x)}
                y1={props.top}
                y2={props.top + props.height}
                stroke={tokens.grid}
              />
            )}
            {width + inset <= span.width && !crosses(today, x, width) && !isTaken(x, width) && (
              <Label
                text={span.label}
                x={x}
                middle={props.top + props.height / 2}
                size={11}
                fill="ink2"
              />
            )}
          </g>
        );
      })}
    </>
  );
}

function crosses(line: number, x: number, width: number): boolean {
  return line > x - 3 && line < x + width + 3;
}

function Lane(props: HeadProps & { readonly top: number }) {
  const { measure, tokens } = useLook();
  const { view, scale, heights, top } = props;
  const middle = top + heights.lane / 2;
  const marks = laneOf(view.events, scale, xOf(scale, dayOf(view.today)), measure);
  return (
    <>
      {marks.map((mark) => {
        const first = mark.events[0];
        if (!first) return null;
        const focus = props.interactive ? { tabindex: -1 } : {};
        return (
          <Fragment key={laneKey(mark)}>
            <g
              class="mark event"
              data-mark={laneKey(mark)}
              role={props.interactive ? "button" : "img"}
              aria-label={eventSentence(mark.events)}
              {...focus}
            >
              <rect
                x={round(Math.min(mark.x - 8, mark.label?.x ?? mark.x))}
                y={top + 1}
                width={round(22 + (mark.label?.width ?? 0))}
                height={heights.lane - 2}
                fill="transparent"
                {...(mark.events.some(({ kind, id }) => `${kind}:${id}` === props.cursor)
                  ? { stroke: tokens.focus, "stroke-width": 2, rx: 4 }
                  : {})}
              />
              {mark.kind === "target" ? (
                <TargetGlyph x={mark.x} y={middle} />
              ) : mark.kind === "event" ? (
                <MilestoneGlyph
                  x={mark.x}
                  y={middle}
                  several={mark.events.length > 1}
                  status={stateOfMilestone(
                    { status: first.status ?? "planned", date: first.date },
                    dayOf(view.today),
                  )}
                />
              ) : (
                <ReviewGlyph x={mark.x} y={middle} held={mark.held} />
              )}
            </g>
            {mark.label && (
              <g aria-hidden={props.interactive ? "true" : undefined} pointer-events="none">
                <Label
                  text={mark.label.text}
                  x={mark.label.x}
                  middle={middle}
                  size={11}
                  fill={mark.kind === "target" ? "ink" : "ink2"}
                  halo="bg"
                />
              </g>
            )}
          </Fragment>
        );
      })}
    </>
  );
}

/** The heads of the columns, left of the axis. */
export function NameHead(props: {
  readonly frame: Frame;
  readonly heights: HeadHeights;
  readonly title: string;
  readonly currency?: string;
}) {
  const { tokens } = useLook();
  const { frame, heights } = props;
  const rule = heights.years + heights.parts + heights.months;
  if (frame.stacked) return null;
  return (
    <g>
      <Label text={props.title} x={frame.margin} middle={rule - 11} size={11} fill="ink2" />
      {frame.money !== undefined && props.currency && (
        <Label
          text={props.currency}
          x={frame.money}
          middle={rule - 11}
          size={11}
          fill="ink2"
          anchor="end"
        />
      )}
      <line
        x1={frame.margin}
        x2={frame.names}
        y1={rule + 0.5}
        y2={rule + 0.5}
        stroke={tokens.rule}
      />
      {heights.lane > 0 && (
        <>
          <Label
            text="Reviews, events, targets"
            x={frame.margin}
            middle={rule + 1 + heights.lane / 2}
            size={11}
            fill="ink2"
          />
          <line
            x1={frame.margin}
            x2={frame.names}
            y1={heights.all - 0.5}
            y2={heights.all - 0.5}
            stroke={tokens.rule}
          />
        </>
      )}
    </g>
  );
}

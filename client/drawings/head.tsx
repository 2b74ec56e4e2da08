// The head of the picture: years, quarters and months, today's pill, and the lane of reviews and targets.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { Axis, Span } from "./axis.ts";
import { type Frame, lap } from "./frame.ts";
import { MilestoneGlyph, ReviewGlyph, TargetGlyph } from "./glyphs.tsx";
import { laneOf } from "./lane.ts";
import { img, Label, round, useLook } from "./look.tsx";
import { eventSentence } from "./sentences.ts";
import type { Measure } from "./text.ts";
import { dayOf, type Scale, shortDay, xOf } from "./time.ts";

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
  const parts = axis.parts.length > 0 ? 22 : 4;
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
}

/** The axis over the calendar; its left edge is where the calendar starts. */
export function Head(props: HeadProps) {
  const { frame, axis, heights, scale } = props;
  const { tokens, measure } = useLook();
  const partsTop = heights.years;
  const monthsTop = partsTop + heights.parts;
  const rule = monthsTop + heights.months;
  const pill = pillOf(props, measure);
  const left = frame.mode === "narrow" ? 0 : -lap;
  const line = frame.mode !== "narrow" && pill.line ? { today: pill.x } : {};
  return (
    <g>
      {axis.years.map((span) => (
        <Year key={span.start} span={span} pill={pill} middle={heights.years / 2} />
      ))}
      <Spans
        spans={axis.parts}
        top={partsTop}
        height={heights.parts}
        years={axis.years}
        {...line}
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
        middle={heights.years / 2}
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

interface Pill {
  readonly text: string;
  readonly x: number;
  readonly left: number;
  readonly width: number;
  /** The line is in sight. */
  readonly line: boolean;
}

function pillOf({ view, frame, scale, sight }: HeadProps, measure: Measure): Pill {
  const today = dayOf(view.today);
  const x = xOf(scale, today);
  const [from, to] = sight ?? [0, scale.width];
  const day = frame.mode === "narrow" ? shortDay(today) : `Today ${shortDay(today)}`;
  const text = x < from ? `‹ ${day}` : x > to ? `${day} ›` : day;
  const width = measure(text, 11, 600) + 16;
  const left = Math.min(Math.max(x - width / 2, from), Math.max(from, to - width));
  return { text, x, left, width, line: x >= from && x <= to };
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

/** The label of a year; where the pill covers it, it moves behind it or yields. */
function Year({ span, pill, middle }: { span: Span; pill: Pill; middle: number }) {
  const { measure } = useLook();
  const width = measure(span.label, 13, 600);
  const wanted = span.x + 8;
  const covered = wanted < pill.left + pill.width + 4 && wanted + width > pill.left - 4;
  const x = covered ? pill.left + pill.width + 8 : wanted;
  if (x + width > span.x + span.width - 2) return null;
  const note = span.note ?? "";
  const noteX = x + width + 8;
  const free = noteX > pill.left + pill.width || pill.left > noteX + measure(note, 11, 400);
  const fits =
    note && span.width >= 160 && noteX + measure(note, 11, 400) < span.x + span.width - 4;
  return (
    <>
      <Label text={span.label} x={x} middle={middle} weight={600} figures />
      {fits && free && <Label text={note} x={noteX} middle={middle} size={11} fill="ink2" />}
    </>
  );
}

/** Quarters, halves or months: a hairline and a label at the start of each. */
function Spans(props: {
  spans: readonly Span[];
  top: number;
  height: number;
  years: readonly Span[];
  /** Where the line of today runs; a label under it yields. */
  today?: number;
}) {
  const { tokens, measure } = useLook();
  const yearStarts = new Set(props.years.map(({ start }) => start));
  return (
    <>
      {props.spans.map((span) => {
        const width = measure(span.label, 11, 400);
        const { today = -1 } = props;
        const inset = span.width < 44 ? Math.max(2, Math.min(8, (span.width - width) / 2)) : 8;
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
            {width + inset <= span.width && !crosses(today, span.x + inset, width) && (
              <Label
                text={span.label}
                x={span.x + inset}
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
  const { measure } = useLook();
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
          <g
            key={`${mark.kind}:${first.id}:${first.date}`}
            class="mark event"
            data-mark={`event:${first.kind}:${first.id}:${first.date}`}
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
            />
            {mark.kind === "target" ? (
              <TargetGlyph x={mark.x} y={middle} />
            ) : mark.kind === "event" ? (
              <MilestoneGlyph x={mark.x} y={middle} status={first.status ?? "planned"} />
            ) : (
              <ReviewGlyph x={mark.x} y={middle} held={mark.held} />
            )}
            {mark.label && (
              <Label
                text={mark.label.text}
                x={mark.label.x}
                middle={middle}
                size={11}
                fill={mark.kind === "target" ? "ink" : "ink2"}
                halo="bg"
              />
            )}
          </g>
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
  if (frame.mode === "narrow") return null;
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

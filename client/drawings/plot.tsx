// The rows over the calendar: grounds, lines, today, arrows, bars, summary lines and the frame of the gap.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { type Arrow, crossings } from "./arrows.ts";
import type { Axis } from "./axis.ts";
import { BarMarks } from "./bar.tsx";
import { barOf, spanOf } from "./bars.ts";
import { type Frame, lap } from "./frame.ts";
import { GapText } from "./gap.tsx";
import { percent } from "./labels.ts";
import { Label, round, useLook } from "./look.tsx";
import { Ground, groundOf, type Lit } from "./names.tsx";
import type { GroupRow, InitiativeRow, Row } from "./rows.ts";
import { initiativeSentence } from "./sentences.ts";
import { dayOf, type Scale, xOf } from "./time.ts";

export interface PlotProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly frame: Frame;
  readonly scale: Scale;
  readonly axis: Axis;
  readonly arrows: readonly Arrow[];
  readonly lit: Lit;
  readonly critical: boolean;
  readonly interactive: boolean;
}

/** The calendar's part of the rows; its left edge is where the calendar starts. */
export function Plot(props: PlotProps) {
  const { rows, frame, lit, view, scale, interactive } = props;
  const narrow = frame.mode === "narrow";
  return (
    <g>
      {!narrow && (
        <>
          {rows.map((row) => (
            <Ground
              key={row.key}
              row={row}
              lit={lit}
              x={-lap}
              width={props.scale.width + frame.margin + lap}
            />
          ))}
          <Lines {...props} top={rows[0]?.y ?? 0} bottom={bottomOf(rows)} />
        </>
      )}
      <Arrows {...props} />
      {rows.map((row) => (
        <g key={row.key} data-row={row.key}>
          {row.type === "initiative" ? (
            <InitiativeMarks {...props} row={row} />
          ) : row.type === "group" ? (
            <SummaryLine {...props} row={row} />
          ) : (
            <GapText row={row} view={view} frame={frame} scale={scale} interactive={interactive} />
          )}
        </g>
      ))}
    </g>
  );
}

function bottomOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last ? last.y + last.height : 0;
}

/** The lines of years and quarters, and today. */
function Lines(props: PlotProps & { readonly top: number; readonly bottom: number }) {
  const { scale, axis, top, bottom } = props;
  const { tokens } = useLook();
  const years = new Set(axis.years.map(({ start }) => start));
  const today = xOf(scale, dayOf(props.view.today));
  const line = (x: number, stroke: string) => (
    <line key={x} x1={round(x)} x2={round(x)} y1={top} y2={bottom} stroke={stroke} />
  );
  return (
    <g>
      {axis.parts.filter(({ start }) => !years.has(start)).map(({ x }) => line(x, tokens.grid))}
      {axis.years.map(({ x }) => line(x, tokens.rule))}
      {line(scale.width, tokens.rule)}
      {today >= 0 && today <= scale.width && (
        <line
          x1={round(today)}
          x2={round(today)}
          y1={top}
          y2={bottom}
          stroke={tokens.ink}
          stroke-width={1.5}
        />
      )}
    </g>
  );
}

function Arrows({ arrows, lit }: PlotProps) {
  const { tokens } = useLook();
  return (
    <g class="arrows">
      {arrows.map((arrow) => {
        const { dependency } = arrow;
        const bright =
          lit.hover === `work:${dependency.from}` || lit.hover === `work:${dependency.to}`;
        const colour = dependency.late
          ? tokens.red
          : dependency.critical || bright
            ? tokens.ink
            : tokens.ink2;
        const width = dependency.critical ? 2 : 1.25;
        const tip = arrow.down ? -5 : 5;
        return (
          <g key={arrow.key} stroke={colour} fill="none">
            <path
              d={arrow.path}
              stroke-width={width}
              {...(dependency.late ? { "stroke-dasharray": "4 3" } : {})}
            />
            <path
              d={`M${round(arrow.x)} ${round(arrow.y)}l-3.5 ${tip}h7z`}
              fill={colour}
              stroke="none"
            />
          </g>
        );
      })}
    </g>
  );
}

function InitiativeMarks(props: PlotProps & { readonly row: InitiativeRow }) {
  const { row, frame, scale, view, lit, arrows } = props;
  const { measure } = useLook();
  const { initiative } = row;
  const bar = barOf(initiative, scale, dayOf(view.today), frame, measure, crossings(arrows, row));
  const ring = lit.cursor === row.key ? "cursor" : lit.hover === row.key ? "hover" : undefined;
  return (
    <>
      {frame.mode === "narrow" && (
        <Lines {...props} top={row.y + 20} bottom={row.y + row.height - 4} />
      )}
      <BarMarks
        initiative={initiative}
        bar={bar}
        middle={row.y + frame.barMiddle}
        height={frame.bar}
        ground={groundOf(row, lit)}
        critical={props.critical && initiative.critical === true}
        {...(ring ? { ring } : {})}
        sentence={initiativeSentence(initiative, view.currency)}
        interactive={props.interactive}
        focusable={lit.focus === row.key}
      />
    </>
  );
}

/** A line over the span of the group's work with its progress; closed, the bars as strokes on it. */
function SummaryLine(props: PlotProps & { readonly row: GroupRow }) {
  const { row, scale, frame } = props;
  const { tokens, measure } = useLook();
  const { group } = row;
  const band = group.depth === 0;
  const narrow = frame.mode === "narrow";
  if (narrow) return null;
  const y = row.y + row.height / 2;
  if (group.empty) {
    const today = xOf(scale, dayOf(props.view.today));
    return (
      <Label
        text="No initiative supports it yet"
        x={Math.max(0, Math.min(today, scale.width - 200)) + 10}
        middle={y}
        size={12}
        fill="ink2"
        halo={band ? "raised" : "bg"}
      />
    );
  }
  if ((band && !row.collapsed) || group.start === undefined || group.end === undefined) return null;
  const { x, width } = spanOf({ start: group.start, end: group.end }, scale);
  const end = x + width;
  const line = { x: round(x), y: y - 2.5, height: 5, rx: 2.5 };
  const label = group.progress === undefined ? "" : percent(group.progress);
  const place = label ? percentPlace(props, x, end, measure(label, 11, 400)) : undefined;
  return (
    <>
      <rect
        {...line}
        x={line.x - 2}
        y={y - 4.5}
        width={round(width) + 4}
        height={9}
        rx={4.5}
        fill={tokens[band ? "raised" : "bg"]}
      />
      <rect {...line} width={round(width)} fill={tokens.rule} />
      {row.collapsed ? (
        row.work.map((initiative) => {
          const span = spanOf(initiative, scale);
          return (
            <rect
              key={initiative.id}
              x={round(span.x + 0.5)}
              y={y - 2}
              width={round(Math.max(2, span.width - 1))}
              height={4}
              rx={2}
              fill={initiative.status === "completed" ? tokens.doneEdge : tokens.workEdge}
              stroke={tokens.bg}
              stroke-width={0.5}
            />
          );
        })
      ) : (
        <rect {...line} width={round(width * (group.progress ?? 0))} fill={tokens.ink2} />
      )}
      {place !== undefined && (
        <Label
          text={label}
          x={place}
          middle={y}
          size={11}
          fill="ink2"
          halo={band ? "raised" : "bg"}
          figures
        />
      )}
    </>
  );
}

/** Where the percent of a summary line stands: behind its end, else before its start, else nowhere. */
function percentPlace(
  { row, scale, frame, view, arrows }: PlotProps & { readonly row: GroupRow },
  start: number,
  end: number,
  width: number,
): number | undefined {
  const today = xOf(scale, dayOf(view.today));
  const taken = [...crossings(arrows, row), [today - 3, today + 3] as const];
  return [end + 8, start - 8 - width].find(
    (x) =>
      x >= 0 &&
      x + width <= scale.width + frame.margin &&
      taken.every(([from, to]) => x + width <= from || x >= to),
  );
}

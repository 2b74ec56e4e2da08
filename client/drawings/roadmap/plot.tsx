// The rows over the calendar: grounds, lines, today, arrows, bars, summary lines and the frame of the gap.

import { lap } from "../frame.ts";
import { Label, round, useLook } from "../look.tsx";
import { dayOf, xOf } from "../time.ts";
import { crossings } from "./arrows.ts";
import { BarMarks } from "./bar.tsx";
import { barOf } from "./bars.ts";
import { groundOf, RowGround } from "./columns.tsx";
import { GapText } from "./gap.tsx";
import { rowSentence } from "./row-sentences.ts";
import type { InitiativeRow, Row } from "./rows.ts";
import { type PlotProps, SummaryLine } from "./summary.tsx";

/** The calendar's part of the rows; its left edge is where the calendar starts. */
export function Plot(props: PlotProps) {
  const { rows, frame, lit, view, scale, interactive } = props;
  const narrow = frame.stacked;
  return (
    <g>
      {!narrow && (
        <>
          {rows.map((row) => (
            <RowGround
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
            {!arrow.goesOn && (
              <path
                d={`M${round(arrow.x)} ${round(arrow.y)}l-3.5 ${tip}h7z`}
                fill={colour}
                stroke="none"
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

function InitiativeMarks(props: PlotProps & { readonly row: InitiativeRow }) {
  const { row, frame, scale, view, lit, arrows } = props;
  const { measure } = useLook();
  const { initiative, ghost } = row;
  const taken = crossings(arrows, row);
  const bar = initiative.start
    ? barOf(initiative, scale, dayOf(view.today), frame, measure, { taken, ghost })
    : undefined;
  const ring = lit.cursor === row.key ? "cursor" : lit.hover === row.key ? "hover" : undefined;
  return (
    <>
      {frame.stacked && <Lines {...props} top={row.y + 20} bottom={row.y + row.height - 4} />}
      {bar ? (
        <BarMarks
          mark={row.key}
          initiative={initiative}
          bar={bar}
          middle={row.y + frame.barMiddle}
          height={frame.bar}
          ground={groundOf(row, lit)}
          critical={props.critical && ghost === undefined && initiative.critical === true}
          {...(ring ? { ring } : {})}
          sentence={rowSentence(row, view.currency)}
          interactive={props.interactive}
          focusable={lit.focus === row.key}
        />
      ) : (
        <Undated {...props} />
      )}
    </>
  );
}

/** Work without dates has no bar, but its row, so that the column adds up. */
function Undated(props: PlotProps & { readonly row: InitiativeRow }) {
  const { row, frame, view, interactive, lit, scale } = props;
  const today = xOf(scale, dayOf(view.today));
  const text = "No dates yet";
  const focus = interactive ? { tabindex: lit.focus === row.key ? 0 : -1 } : {};
  const x = Math.max(8, Math.min(today + 10, scale.width - 100));
  return (
    <g
      class="mark bar"
      data-mark={row.key}
      role={interactive ? "button" : "img"}
      aria-label={rowSentence(row, view.currency)}
      {...focus}
    >
      <Label
        text={text}
        x={x}
        middle={row.y + frame.barMiddle}
        size={12}
        fill="amber"
        halo={groundOf(row, lit)}
      />
    </g>
  );
}

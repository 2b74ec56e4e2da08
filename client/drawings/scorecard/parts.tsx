// Parts of the row of a KPI: a figure that fits its column, its progress, its pill, what it measures.
import type { ScoredKpi } from "../../../server/views/scorecard/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, type LabelProps, round, useLook } from "../look.tsx";
import { shorten } from "../text.ts";
import type { ColourToken } from "../theme.ts";
import type { Column } from "./columns.ts";

/** What a state is written in; what is on plan, or not known, in no colour. */
export function inkOf(health: Health, otherwise: ColourToken): ColourToken {
  return health === "amber" || health === "red" ? health : otherwise;
}

/** A text as large as asked for, or as its room allows, and cut only where it fits in no size. */
export function FittingLabel(props: LabelProps & { readonly room: number }) {
  const { room, ...label } = props;
  const { measure } = useLook();
  const { text, size = 13, weight = 400 } = label;
  const fits = [size, 15, 13, 11].find((one) => one <= size && measure(text, one, weight) <= room);
  const shown = fits === undefined ? shorten(text, room, 11, weight, measure) : text;
  return <Label {...label} text={shown} size={fits ?? 11} />;
}

/** A figure at the right of its column; a dash where it is not known. */
export function FigureLabel(props: {
  readonly column: Column;
  readonly text: string | undefined;
  readonly middle: number;
  readonly size?: number;
  readonly weight?: 400 | 500 | 600;
  readonly fill?: ColourToken;
}) {
  const { column, text, middle, size = 13, weight = 400, fill = "ink2" } = props;
  return (
    <FittingLabel
      text={text ?? "–"}
      x={column.x + column.width}
      room={column.width - 8}
      anchor="end"
      figures
      {...{ middle, size, weight, fill: text === undefined ? "ink2" : fill }}
    />
  );
}

/** How much of what is expected is reached: the bar ends at 130%, the tick stands at 100%. */
const furthest = 1.3;

export function ProgressBar(props: {
  readonly kpi: ScoredKpi;
  readonly column: Column;
  readonly middle: number;
  readonly height: number;
}) {
  const { tokens, contrast } = useLook();
  const { kpi, column, middle, height } = props;
  const share = Math.min(furthest, Math.max(0, kpi.progress ?? 0)) / furthest;
  const tick = round(column.x + column.width / furthest);
  const box = { x: round(column.x), y: round(middle - height / 2), height };
  const colour = kpi.stale === undefined ? inkOf(kpi.health, "work") : "grey";
  return (
    <g>
      <rect
        {...box}
        width={round(column.width)}
        rx={2}
        fill={contrast ? tokens.bg : tokens.grid}
        {...(contrast ? { stroke: tokens.rule } : {})}
      />
      <rect {...box} width={round(column.width * share)} rx={2} fill={tokens[colour]} />
      <line
        x1={tick}
        x2={tick}
        y1={round(middle - height / 2 - 4)}
        y2={round(middle + height / 2 + 4)}
        stroke={tokens.bg}
        stroke-width={4}
      />
      <line
        x1={tick}
        x2={tick}
        y1={round(middle - height / 2 - 4)}
        y2={round(middle + height / 2 + 4)}
        stroke={tokens.ink}
        stroke-width={2}
      />
    </g>
  );
}

/** "8 months ago" in amber, its right end at `right`. */
export function StalePill(props: {
  readonly text: string;
  readonly right: number;
  readonly middle: number;
}) {
  const { tokens, measure, contrast } = useLook();
  const width = measure(props.text, 11, 600) + 34;
  const left = props.right - width;
  return (
    <g>
      <rect
        x={round(left)}
        y={props.middle - 9.5}
        width={round(width)}
        height={19}
        rx={9.5}
        fill={tokens.amberTint}
        {...(contrast || tokens.amberTint === tokens.bg ? { stroke: tokens.amber } : {})}
      />
      <HealthGlyph x={left + 15} y={props.middle} health="amber" scale={0.75} />
      <Label
        text={props.text}
        x={left + 25}
        middle={props.middle}
        size={11}
        weight={600}
        fill={contrast ? "amber" : "ink"}
      />
    </g>
  );
}

/** What it measures and, where that is off its plan, what must not suffer for it. */
export function MeasuresLine(props: {
  readonly kpi: ScoredKpi;
  readonly x: number;
  readonly room: number;
  readonly middle: number;
}) {
  const { measure } = useLook();
  const { kpi, x, room, middle } = props;
  const { guardrail } = kpi;
  const least = 84;
  const wide = measure(kpi.measures, 11, 400);
  const own = guardrail === undefined ? room : Math.max(Math.min(wide, room - least), room * 0.5);
  const text = shorten(kpi.measures, own, 11, 400, measure);
  const next = x + measure(text, 11, 400) + (text === "" ? 0 : 14);
  const says = guardrail
    ? shorten(`Guardrail ${guardrail.title}`, x + room - next - 14, 11, 400, measure)
    : "";
  return (
    <g>
      <Label text={text} x={x} middle={middle} size={11} fill="ink2" />
      {guardrail && says !== "" && (
        <g>
          <HealthGlyph x={next + 4} y={middle} health={guardrail.health} scale={0.7} />
          <Label text={says} x={next + 14} middle={middle} size={11} fill="ink2" />
        </g>
      )}
    </g>
  );
}

// The geometry of a bar becomes its marks: ground, progress, edge, tail, diamonds and labels.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import { MilestoneGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { milestoneSentence } from "../sentences.ts";
import type { ColourToken, Tokens } from "../theme.ts";
import type { Bar } from "./bars.ts";
import type { BarLabel } from "./labels.ts";

export interface BarMarksProps {
  /** The key of its row. */
  readonly mark: string;
  readonly initiative: Initiative;
  readonly bar: Bar;
  /** The middle of the bar, and its height. */
  readonly middle: number;
  readonly height: number;
  /** What lies behind it: its halo has this colour. */
  readonly ground: ColourToken;
  readonly critical: boolean;
  readonly ring?: "hover" | "cursor";
  readonly sentence: string;
  readonly interactive: boolean;
  readonly focusable: boolean;
}

/** The bar and its milestones, each with a sentence. */
export function BarMarks(props: BarMarksProps) {
  const { initiative, bar, interactive } = props;
  const role = interactive ? "button" : "img";
  const focus = interactive ? { tabindex: props.focusable ? 0 : -1 } : {};
  return (
    <g>
      <g class="mark bar" data-mark={props.mark} role={role} aria-label={props.sentence} {...focus}>
        <BarShape {...props} />
      </g>
      {bar.diamonds.map((diamond) => (
        <g
          key={diamond.milestones[0]?.id}
          class="mark milestone"
          data-mark={`milestone:${initiative.id}:${diamond.milestones[0]?.id}`}
          role={role}
          aria-label={milestoneSentence(diamond.milestones)}
          {...(interactive ? { tabindex: -1 } : {})}
        >
          {interactive && <circle class="focus" cx={round(diamond.x)} cy={props.middle} r={10} />}
          <MilestoneGlyph
            x={diamond.x}
            y={props.middle}
            status={diamond.status}
            several={diamond.milestones.length > 1}
          />
        </g>
      ))}
      {/* What is written on a bar is no mark of its own: the pointer means the bar. */}
      <g pointer-events="none">
        {bar.labels.map((label) => (
          <BarText key={`${label.role}:${label.text}`} {...props} label={label} />
        ))}
      </g>
    </g>
  );
}

function BarShape(props: BarMarksProps) {
  const { tokens } = useLook();
  const { bar, middle, height } = props;
  const x = round(bar.x);
  const width = round(bar.width);
  const y = middle - height / 2;
  const ring = { x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 5, fill: "none" };
  return (
    <>
      {bar.first && <FirstPlan {...props} first={bar.first} />}
      <rect
        x={x - 2}
        y={y - 2}
        width={width + 4}
        height={height + 4}
        rx={5}
        fill={tokens[props.ground]}
      />
      {bar.overdue && (
        <rect
          x={round(bar.overdue.x + 1)}
          y={y + 2.5}
          width={round(Math.max(0, bar.overdue.width - 1))}
          height={height - 5}
          fill="url(#hatch-red)"
          stroke={tokens.red}
          stroke-width={1}
          stroke-dasharray="3 2"
        />
      )}
      {bar.form === "bracket" ? (
        <Bracket {...props} x={x} width={width} />
      ) : bar.form === "ghost" ? (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={radius}
          fill="none"
          stroke={tokens.doneEdge}
          stroke-dasharray="3 3"
        />
      ) : bar.look === "cancelled" ? (
        <path
          d={`M${x} ${y + 2}V${y + height - 2}M${x} ${middle}H${x + width}M${x + width} ${y + 2}V${y + height - 2}`}
          stroke={tokens.doneEdge}
          stroke-width={1.5}
          fill="none"
        />
      ) : (
        <Body {...props} x={x} y={y} width={width} />
      )}
      {bar.form === "bar" && bar.look === "completed" && bar.width > 16 && (
        <path
          d={`M${x + 7} ${middle}l2.6 2.8l5-6`}
          stroke={tokens.ink2}
          stroke-width={1.4}
          fill="none"
        />
      )}
      {props.interactive && (
        <rect
          class="focus"
          {...ring}
          x={x - 4}
          y={y - 4}
          width={width + 8}
          height={height + 8}
          rx={6}
        />
      )}
      {props.ring === "cursor" && <rect {...ring} stroke={tokens.focus} stroke-width={2} />}
      {props.ring === "hover" && (
        <rect
          {...ring}
          x={x - 2.5}
          y={y - 2.5}
          width={width + 5}
          height={height + 5}
          stroke={tokens.ink}
        />
      )}
    </>
  );
}

/** The plan as first approved: a dotted outline behind the bar, and a little below, to be seen under it. */
function FirstPlan(props: BarMarksProps & { readonly first: NonNullable<Bar["first"]> }) {
  const { tokens } = useLook();
  const { x, width } = props.first;
  return (
    <rect
      x={round(x)}
      y={props.middle - props.height / 2 + 6}
      width={round(width)}
      height={props.height}
      rx={2}
      fill="none"
      stroke={tokens.ink2}
      stroke-dasharray="1.5 3"
      stroke-linecap="round"
      stroke-width={1.4}
    />
  );
}

/** A programme over its parts: a beam with its ends turned down, solid as far as it is. */
function Bracket(props: BarMarksProps & { readonly x: number; readonly width: number }) {
  const { tokens } = useLook();
  const { bar, x, width, middle } = props;
  const done = bar.look === "completed" || bar.look === "cancelled";
  const edge = props.critical ? tokens.ink : done ? tokens.doneEdge : tokens.workEdge;
  const top = middle - 5;
  const leg = Math.min(5, width / 2);
  const end = x + width;
  const solid = round(Math.min(bar.solid, width));
  return (
    <>
      <path
        d={`M${x} ${top}H${end}V${top + 11}L${end - leg} ${top + 6}H${x + leg}L${x} ${top + 11}Z`}
        fill={done ? tokens.done : tokens.workTint}
        stroke={edge}
        stroke-width={props.critical ? 2 : 1.25}
        stroke-linejoin="round"
      />
      {solid > 0 && (
        <rect x={x} y={top} width={solid} height={6} fill={done ? tokens.ink2 : tokens.work} />
      )}
    </>
  );
}

function colours(bar: Bar, tokens: Tokens) {
  switch (bar.look) {
    case "active":
      return { fill: tokens.workTint, edge: tokens.workEdge, solid: tokens.work };
    case "on-hold":
      return { fill: tokens.bg, edge: tokens.doneEdge, solid: tokens.ink2 };
    case "completed":
      return { fill: tokens.done, edge: tokens.doneEdge, solid: tokens.done };
    default:
      return { fill: tokens.bg, edge: tokens.workEdge, solid: tokens.work };
  }
}

const radius = 3;

function Body(
  props: BarMarksProps & { readonly x: number; readonly y: number; readonly width: number },
) {
  const { tokens } = useLook();
  const { bar, x, y, width, height } = props;
  const { fill, edge, solid } = colours(bar, tokens);
  const box = { x, y, width, height, rx: radius };
  const line = {
    fill: "none",
    stroke: props.critical ? tokens.ink : edge,
    "stroke-width": props.critical ? 2 : 1.25,
  };
  const dashed = bar.look === "proposed" ? { "stroke-dasharray": "4 3" } : {};
  const sure = round(x + width * (1 - bar.unsure));
  return (
    <>
      <rect {...box} fill={fill} />
      {bar.look === "on-hold" && <rect {...box} fill="url(#hatch-grey)" />}
      {bar.solid > 0 && <path d={leftPart(x, y, bar.solid, width, height)} fill={solid} />}
      {bar.unsure > 0 && bar.look !== "proposed" ? (
        <>
          <path
            d={`M${sure} ${y}H${x + radius}Q${x} ${y} ${x} ${y + radius}V${y + height - radius}Q${x} ${y + height} ${x + radius} ${y + height}H${sure}`}
            {...line}
          />
          <path
            d={`M${sure} ${y}H${x + width - radius}Q${x + width} ${y} ${x + width} ${y + radius}V${y + height - radius}Q${x + width} ${y + height} ${x + width - radius} ${y + height}H${sure}`}
            {...line}
            stroke-dasharray="3 3"
          />
        </>
      ) : (
        <rect {...box} {...line} {...dashed} />
      )}
    </>
  );
}

/** The solid part: round at the left, square at the right unless it fills the bar. */
function leftPart(x: number, y: number, solid: number, width: number, height: number): string {
  const end = round(x + Math.min(solid, width));
  const right = solid >= width - 0.5 ? radius : 0;
  const left = Math.min(radius, solid / 2);
  return [
    `M${x + left} ${y}H${end - right}`,
    right ? `Q${end} ${y} ${end} ${y + right}V${y + height - right}` : "",
    right ? `Q${end} ${y + height} ${end - right} ${y + height}` : `V${y + height}`,
    `H${x + left}Q${x} ${y + height} ${x} ${y + height - left}V${y + left}Q${x} ${y} ${x + left} ${y}Z`,
  ].join("");
}

function BarText(props: BarMarksProps & { readonly label: BarLabel }) {
  const { label, bar } = props;
  const quiet = bar.look === "completed" || bar.look === "proposed" || bar.look === "on-hold";
  const fill: ColourToken =
    label.role === "overdue"
      ? "red"
      : label.role === "slip" && label.wrong
        ? "amber"
        : label.on === "solid"
          ? "onSolid"
          : label.on === "ground" || label.role === "ghost" || (label.role === "status" && quiet)
            ? "ink2"
            : "ink";
  const halo = label.on === "ground" || label.on === "over" ? props.ground : undefined;
  const { tokens } = useLook();
  const text = (
    <Label
      text={label.text}
      x={label.x}
      middle={props.middle}
      size={11}
      weight={label.weight}
      fill={fill}
      {...(halo ? { halo } : {})}
      figures={label.role === "progress"}
    />
  );
  if (bar.look !== "on-hold" || label.on !== "bar") return text;
  // A hatch leaves no word readable: it stands on a ground of its own.
  const { x, width } = label;
  const box = { x: round(x - 4), width: round(width + 8), y: props.middle - 6, height: 12 };
  return (
    <>
      <rect {...box} rx={2} fill={tokens.bg} />
      {text}
    </>
  );
}

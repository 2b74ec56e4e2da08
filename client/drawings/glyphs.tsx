// The signs of the picture: status, health, risk, milestones, reviews, targets, each told apart by its shape.
import type { InitiativeStatus, RiskMark } from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import { round, useLook } from "./look.tsx";
import type { MilestoneState } from "./roadmap/bar-shape.ts";

interface At {
  /** The middle of the glyph. */
  readonly x: number;
  readonly y: number;
}

function move({ x, y }: At): string {
  return `translate(${round(x)} ${round(y)})`;
}

/** Before the title: dashed ring, ring, half-filled disc, two strokes, tick, cross. */
export function StatusGlyph(props: At & { readonly status: InitiativeStatus }) {
  const { tokens } = useLook();
  const line = { fill: "none", stroke: tokens.ink2, "stroke-width": 1.5 };
  const transform = move(props);
  switch (props.status) {
    case "proposed":
      return <circle transform={transform} r={5} {...line} stroke-dasharray="2.2 1.72" />;
    case "planned":
      return <circle transform={transform} r={5} {...line} />;
    case "active":
      return (
        <g transform={transform}>
          <circle r={5} fill="none" stroke={tokens.work} stroke-width={1.5} />
          <path d="M0-5A5 5 0 0 1 0 5Z" fill={tokens.work} />
        </g>
      );
    case "on-hold":
      return (
        <path transform={transform} d="M-2.2-4.2V4.2M2.2-4.2V4.2" {...line} stroke-width={2.2} />
      );
    case "completed":
      return <path transform={transform} d="M-4.6 0.4L-1.5 3.6L4.8-3.4" {...line} />;
    case "cancelled":
      return <path transform={transform} d="M-4-4L4 4M4-4L-4 4" {...line} />;
  }
}

/** Disc with tick, triangle with !, rounded square with ×, dashed ring. */
export function HealthGlyph(
  props: At & {
    readonly health: Health;
    readonly scale?: number;
    /** Only its outline: it is reported, and not what can be seen. */
    readonly hollow?: boolean;
  },
) {
  const { tokens } = useLook();
  const transform = `${move(props)}${props.scale ? ` scale(${props.scale})` : ""}`;
  if (props.hollow) return <HollowHealth transform={transform} health={props.health} />;
  const sign = { fill: "none", stroke: tokens.onSolid, "stroke-width": 1.7 };
  switch (props.health) {
    case "green":
      return (
        <g transform={transform}>
          <circle r={6.2} fill={tokens.green} />
          <path d="M-2.8 0.2L-0.9 2.2L2.9-2" {...sign} stroke-linecap="round" />
        </g>
      );
    case "amber":
      return (
        <g transform={transform}>
          <path
            d="M0-6.4L7 5.4H-7Z"
            fill={tokens.amber}
            stroke={tokens.amber}
            stroke-width={1.4}
            stroke-linejoin="round"
          />
          <path d="M0-2.6V1.4" {...sign} stroke-linecap="round" />
          <circle cy={3.9} r={0.95} fill={tokens.onSolid} />
        </g>
      );
    case "red":
      return (
        <g transform={transform}>
          <rect x={-6} y={-6} width={12} height={12} rx={2.2} fill={tokens.red} />
          <path d="M-2.4-2.4L2.4 2.4M2.4-2.4L-2.4 2.4" {...sign} stroke-linecap="round" />
        </g>
      );
    case "grey":
      return (
        <circle
          transform={transform}
          r={5.6}
          fill="none"
          stroke={tokens.grey}
          stroke-width={1.4}
          stroke-dasharray="2.4 2"
        />
      );
  }
}

function HollowHealth(props: { readonly transform: string; readonly health: Health }) {
  const { tokens } = useLook();
  const line = { fill: tokens.bg, "stroke-width": 1.4, "stroke-linejoin": "round" } as const;
  const sign = { fill: "none", "stroke-width": 1.4, "stroke-linecap": "round" } as const;
  switch (props.health) {
    case "green":
      return (
        <g transform={props.transform} stroke={tokens.green}>
          <circle r={5.8} {...line} />
          <path d="M-2.6 0.2L-0.8 2L2.6-1.8" {...sign} />
        </g>
      );
    case "amber":
      return (
        <g transform={props.transform} stroke={tokens.amber}>
          <path d="M0-6L6.4 5H-6.4Z" {...line} />
          <path d="M0-2.2V1M0 2.9V3.1" {...sign} />
        </g>
      );
    default:
      return <circle transform={props.transform} r={5.6} {...line} stroke={tokens.grey} />;
  }
}

const shield = "M0-6.4L5.2-4.6V-0.4C5.2 3 3 5.3 0 6.6C-3 5.3-5.2 3-5.2-0.4V-4.6Z";

/** Red shield, tinted; ink-2 shield; filled red shield. */
export function RiskGlyph(props: At & { readonly state: RiskMark["state"] }) {
  const { tokens } = useLook();
  const within = props.state === "within";
  const fill = props.state === "occurred" ? tokens.red : within ? "none" : tokens.redTint;
  return (
    <path
      transform={move(props)}
      d={shield}
      fill={fill}
      stroke={within ? tokens.ink2 : tokens.red}
      stroke-width={1.4}
      stroke-linejoin="round"
    />
  );
}

/** Hollow, ink, red with ×, or hollow red with a dot where its day has passed; behind it a second outline where it stands for several. */
export function MilestoneGlyph(
  props: At & { readonly status: MilestoneState; readonly several?: boolean },
) {
  const { tokens } = useLook();
  const fill =
    props.status === "reached" ? tokens.ink : props.status === "missed" ? tokens.red : tokens.bg;
  const isLate = props.status === "late";
  const edge = props.status === "missed" || isLate ? tokens.red : tokens.ink;
  const diamond = "M0-5.4L5.4 0L0 5.4L-5.4 0Z";
  const line = { "stroke-width": 1.4, "stroke-linejoin": "round" } as const;
  return (
    <g transform={move(props)}>
      {props.several && (
        <path d={diamond} transform="translate(-4 0)" fill={tokens.bg} stroke={edge} {...line} />
      )}
      <path d={diamond} fill="none" stroke={tokens.bg} stroke-width={3.4} />
      <path d={diamond} fill={fill} stroke={edge} {...line} />
      {isLate && <circle r={1.6} fill={tokens.red} />}
      {props.status === "missed" && (
        <path d="M-1.8-1.8L1.8 1.8M1.8-1.8L-1.8 1.8" stroke={tokens.onSolid} stroke-width={1.3} />
      )}
    </g>
  );
}

/** The target of a KPI: ring with dot. */
export function TargetGlyph(props: At) {
  const { tokens } = useLook();
  return (
    <g transform={move(props)}>
      <circle r={4.8} fill={tokens.bg} stroke={tokens.ink} stroke-width={1.5} />
      <circle r={1.9} fill={tokens.ink} />
    </g>
  );
}

/** A review: a flag, filled once it was held. `x` is its pole. */
export function ReviewGlyph(props: At & { readonly held: boolean }) {
  const { tokens } = useLook();
  return (
    <g transform={move(props)}>
      <path
        d="M0-5.4H9L6.8-2.2L9 1H0Z"
        fill={props.held ? tokens.ink2 : "none"}
        stroke={tokens.ink2}
        stroke-width={1.3}
        stroke-linejoin="round"
      />
      <path d="M0-6V6.4" stroke={tokens.ink2} stroke-width={1.4} fill="none" />
    </g>
  );
}

/** Points down where the group is open. */
export function Chevron(props: At & { readonly collapsed: boolean }) {
  const { tokens } = useLook();
  return (
    <path
      transform={move(props)}
      d={props.collapsed ? "M-2-4L2 0L-2 4" : "M-4-2L0 2L4-2"}
      fill="none"
      stroke={tokens.ink2}
      stroke-width={1.4}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}

/** Achieved: tick; missed: red ×; in place of the health glyph. */
export function ObjectiveGlyph(props: {
  x: number;
  y: number;
  status: "achieved" | "missed" | "retired";
}) {
  const { tokens } = useLook();
  if (props.status === "achieved") {
    return <StatusGlyph x={props.x} y={props.y} status="completed" />;
  }
  if (props.status === "retired") return null;
  return (
    <path
      transform={`translate(${props.x} ${props.y})`}
      d="M-4-4L4 4M4-4L-4 4"
      stroke={tokens.red}
      stroke-width={2}
      fill="none"
    />
  );
}

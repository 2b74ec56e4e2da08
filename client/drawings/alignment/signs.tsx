// KPIs and risks → their lines in the columns, and their counts where there is no room for those.
import type { GoalKpi, GoalRisk } from "../../../server/views/alignment/shape.ts";
import type { RiskMark } from "../../../server/views/roadmap/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import { HealthGlyph, RiskGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { LabelLines } from "../parts.tsx";
import type { MeasureText } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import type { ColourToken } from "../theme.ts";
import { count } from "../time.ts";
import { signHeight } from "./place.ts";

const size = 12;
/** From the glyph to its text. */
const titleInset = 21;

const lineHeight = 15;
/** A sign whose title takes two lines is higher. */
const twoLines = 34;

interface OnLine {
  readonly x: number;
  readonly middle: number;
  readonly width: number;
  readonly height: number;
}

export function kpiHeight(kpi: GoalKpi, width: number, measure: MeasureText): number {
  return measure(kpi.title, size, 400) > width - titleInset ? twoLines : signHeight;
}

export function riskHeight(risk: GoalRisk, width: number, measure: MeasureText): number {
  const room = width - titleInset - scoresRoom(risk, measure);
  return measure(risk.title, size, weightOf(risk)) > room ? twoLines : signHeight;
}

function weightOf({ state }: GoalRisk): 400 | 600 {
  return state === "within" ? 400 : 600;
}

function scoresRoom(risk: GoalRisk, measure: MeasureText): number {
  return measure(risk.scores ?? "–", size, weightOf(risk)) + 10;
}

function Title(props: {
  readonly text: string;
  readonly at: OnLine;
  readonly room: number;
  readonly weight: 400 | 600;
  readonly fill: ColourToken;
}) {
  const { measure } = useLook();
  const { text, at, room, weight, fill } = props;
  const lines = linesOfText(text, room, size, weight, measure, at.height > signHeight ? 2 : 1);
  return (
    <LabelLines
      lines={lines}
      step={lineHeight}
      x={at.x + titleInset}
      middle={at.middle - ((lines.length - 1) * lineHeight) / 2}
      size={size}
      weight={weight}
      fill={fill}
    />
  );
}

export function KpiLine({ kpi, ...at }: OnLine & { readonly kpi: GoalKpi }) {
  return (
    <g>
      <HealthGlyph x={at.x + 7} y={at.middle} health={kpi.health} scale={0.85} />
      <Title text={kpi.title} at={at} room={at.width - titleInset} weight={400} fill="ink" />
    </g>
  );
}

export function RiskLine({ risk, ...at }: OnLine & { readonly risk: GoalRisk }) {
  const { measure } = useLook();
  const isBad = risk.state !== "within";
  const weight = weightOf(risk);
  const room = at.width - titleInset - scoresRoom(risk, measure);
  return (
    <g>
      <RiskGlyph x={at.x + 6} y={at.middle} state={risk.state} />
      <Title text={risk.title} at={at} room={room} weight={weight} fill={isBad ? "red" : "ink"} />
      <Label
        text={risk.scores ?? "–"}
        x={at.x + at.width}
        middle={at.middle}
        size={size}
        weight={weight}
        fill={isBad ? "red" : "ink2"}
        anchor="end"
        figures
      />
    </g>
  );
}

const worstHealth: readonly Health[] = ["red", "amber", "green", "grey"];
const worstState: readonly RiskMark["state"][] = ["above", "occurred", "within"];

interface Counted {
  readonly x: number;
  readonly middle: number;
  /** "KPIs" behind the count, where there is room. */
  readonly noun?: string;
}

/** How many KPIs, under the sign of the worst. */
export function CountedKpis(props: Counted & { readonly kpis: readonly GoalKpi[] }) {
  const { kpis, x, middle } = props;
  const worst = worstHealth.find((one) => kpis.some(({ health }) => health === one));
  if (worst === undefined) return null;
  return (
    <g>
      <HealthGlyph x={x + 7} y={middle} health={worst} scale={0.85} />
      <Label text={countText(kpis.length, props.noun)} x={x + 18} middle={middle} size={size} />
    </g>
  );
}

export function CountedRisks(props: Counted & { readonly risks: readonly GoalRisk[] }) {
  const { risks, x, middle } = props;
  const worst = worstState.find((one) => risks.some(({ state }) => state === one));
  if (worst === undefined) return null;
  const isBad = worst !== "within";
  return (
    <g>
      <RiskGlyph x={x + 6} y={middle} state={worst} />
      <Label
        text={countText(risks.length, props.noun)}
        x={x + 18}
        middle={middle}
        size={size}
        weight={isBad ? 600 : 400}
        fill={isBad ? "red" : "ink"}
      />
    </g>
  );
}

function countText(amount: number, noun: string | undefined): string {
  return noun === undefined ? String(amount) : count(amount, noun);
}

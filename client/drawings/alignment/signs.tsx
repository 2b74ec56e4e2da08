// KPIs and risks → their lines in the columns, and their counts where there is no room for those.
import type { GoalKpi, GoalRisk } from "../../../server/views/alignment/shape.ts";
import type { RiskMark } from "../../../server/views/roadmap/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import { HealthGlyph, RiskGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { shorten } from "../text.ts";

const size = 12;
/** From the glyph to its text. */
const titleInset = 21;

interface OnLine {
  readonly x: number;
  readonly middle: number;
  readonly width: number;
}

export function KpiLine({ kpi, x, middle, width }: OnLine & { readonly kpi: GoalKpi }) {
  const { measure } = useLook();
  return (
    <g>
      <HealthGlyph x={x + 7} y={middle} health={kpi.health} scale={0.85} />
      <Label
        text={shorten(kpi.title, width - titleInset, size, 400, measure)}
        x={x + titleInset}
        middle={middle}
        size={size}
      />
    </g>
  );
}

export function RiskLine({ risk, x, middle, width }: OnLine & { readonly risk: GoalRisk }) {
  const { measure } = useLook();
  const isBad = risk.state !== "within";
  const weight = isBad ? 600 : 400;
  const scores = risk.scores ?? "–";
  const room = width - titleInset - measure(scores, size, weight) - 10;
  return (
    <g>
      <RiskGlyph x={x + 6} y={middle} state={risk.state} />
      <Label
        text={shorten(risk.title, room, size, weight, measure)}
        x={x + titleInset}
        middle={middle}
        size={size}
        weight={weight}
        fill={isBad ? "red" : "ink"}
      />
      <Label
        text={scores}
        x={x + width}
        middle={middle}
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
      <Label text={countText(kpis.length, props.noun)} x={x + 17} middle={middle} size={size} />
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
        x={x + 17}
        middle={middle}
        size={size}
        weight={isBad ? 600 : 400}
        fill={isBad ? "red" : "ink"}
      />
    </g>
  );
}

function countText(count: number, noun: string | undefined): string {
  if (noun === undefined) return String(count);
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

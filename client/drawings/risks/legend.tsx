// The signs of the matrix with their words: only those that are drawn.
import type { RiskStanding, RisksView } from "../../../server/views/risks/shape.ts";
import type { LegendItem } from "../legend.tsx";
import type { Tokens } from "../theme.ts";
import { hasMoved } from "./numbered.ts";

export function risksLegend(view: RisksView): readonly LegendItem[] {
  const { risks, squares } = view;
  const has = (standing: RiskStanding) =>
    risks.some((risk) => risk.standing === standing && risk.today !== undefined);
  return [
    ...(risks.some(hasMoved) ? [before] : []),
    ...(has("within") ? [within] : []),
    ...(has("rated") ? [{ ...within, text: "Today" }] : []),
    ...(has("above") ? [above] : []),
    ...(has("occurred") ? [occurred] : []),
    ...(risks.some(({ standing }) => standing === "unrated") ? [unrated] : []),
    ...(squares.some((square) => square.above) ? [line] : []),
  ];
}

const before: LegendItem = {
  text: "Before mitigation",
  width: 14,
  draw: (tokens, y) => ring(tokens, y, {}),
};

const unrated: LegendItem = {
  text: "Not rated",
  width: 14,
  draw: (tokens, y) => ring(tokens, y, { "stroke-dasharray": "2.4 2" }),
};

function ring(tokens: Tokens, y: number, extra: Record<string, unknown>) {
  return (
    <circle
      cx={7}
      cy={y}
      r={6}
      fill={tokens.bg}
      stroke={tokens.ink2}
      stroke-width={1.5}
      {...extra}
    />
  );
}

const within: LegendItem = {
  text: "Today, within appetite",
  width: 16,
  draw: (tokens, y) => <circle cx={8} cy={y} r={8} fill={tokens.ink} />,
};

const above: LegendItem = {
  text: "Today, above",
  width: 16,
  draw: (tokens, y) => <rect y={y - 8} width={16} height={16} rx={3} fill={tokens.red} />,
};

const occurred: LegendItem = {
  text: "Occurred",
  width: 18,
  draw: (tokens, y) => (
    <>
      <rect
        x={0.75}
        y={y - 8.25}
        width={16.5}
        height={16.5}
        rx={4}
        fill="none"
        stroke={tokens.red}
        stroke-width={1.5}
      />
      <rect x={3.5} y={y - 5.5} width={11} height={11} rx={2} fill={tokens.red} />
    </>
  ),
};

const line: LegendItem = {
  text: "Appetite",
  width: 22,
  draw: (tokens, y) => <path d={`M0 ${y}h22`} stroke={tokens.ink} stroke-width={2.5} />,
};

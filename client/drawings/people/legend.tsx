// The signs of the people view, each with its word; only those that are drawn.
import type { LoadUse, PeopleView } from "../../../server/views/people/shape.ts";
import type { LegendItem } from "../legend.tsx";
import { CellGround } from "./cell.tsx";
import { KeySign } from "./lines.tsx";

const uses: readonly (readonly [LoadUse, string])[] = [
  ["half", "Under half of the capacity"],
  ["most", "to 80%"],
  ["full", "to 100%"],
  ["over", "above capacity, and by how much"],
];

export function peopleLegend({ teams, lines }: PeopleView): readonly LegendItem[] {
  const cells = teams.flatMap((team) => team.cells);
  const shown = new Set(cells.map(({ use }) => use));
  const items = uses.flatMap(([use, text]): readonly LegendItem[] =>
    shown.has(use) ? [swatch(text, use)] : [],
  );
  if (cells.some(({ fte }) => fte === undefined))
    items.push(swatch("How much is not written", undefined));
  if (lines.some(({ key }) => key))
    items.push({
      text: "Key role",
      width: 12,
      apart: true,
      draw: (_, y) => <KeySign x={6} y={y} />,
    });
  if (lines.some(({ fault }) => fault !== undefined && fault !== "unclear"))
    items.push({
      text: "Reports to nobody, in a circle, or has no lead",
      width: 30,
      draw: (tokens, y) => (
        <rect
          x={0.5}
          y={y - 6}
          width={29}
          height={12}
          rx={2.5}
          fill={tokens.amberTint}
          stroke={tokens.amber}
          stroke-width={1.5}
          stroke-dasharray="5 4"
        />
      ),
    });
  return items;
}

function swatch(text: string, use: LoadUse | undefined): LegendItem {
  return {
    text,
    width: 30,
    draw: (_, y) => (
      <g transform={`translate(0 ${y - 7})`}>
        <CellGround use={use} isSilent={use === undefined} width={30} height={14} />
      </g>
    ),
  };
}

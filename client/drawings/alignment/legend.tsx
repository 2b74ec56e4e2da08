// The signs of the picture, each with its word: only those that are drawn.
import type { AlignmentView } from "../../../server/views/alignment/shape.ts";
import type { RiskMark } from "../../../server/views/roadmap/shape.ts";
import { StatusGlyph } from "../glyphs.tsx";
import { barItem, healthItem, type LegendItem, riskItem } from "../legend.tsx";
import { useLook } from "../look.tsx";
import { allHealth, statusWords } from "../sentences.ts";
import { mostSupportLines } from "./ribbons.ts";

const statuses = ["proposed", "planned", "active", "on-hold", "completed"] as const;
const riskWords: readonly (readonly [RiskMark["state"], string])[] = [
  ["above", "Risk above appetite"],
  ["occurred", "Risk has occurred"],
  ["within", "Risk within appetite"],
];

export function alignmentLegend(view: AlignmentView): readonly LegendItem[] {
  const signs = [...view.goals, ...view.initiatives, view.loose];
  const seen = new Set<string | undefined>();
  for (const { kpis, risks } of signs) {
    for (const { health } of kpis) seen.add(health);
    for (const { state } of risks) seen.add(state);
  }
  for (const { health } of view.goals) seen.add(health);
  for (const { trouble, status } of view.initiatives) {
    if (trouble === "red" || trouble === "amber") seen.add(trouble);
    seen.add(status ?? "planned");
  }
  const parts: readonly (readonly LegendItem[])[] = [
    statuses
      .filter((status) => seen.has(status))
      .map((status) => ({
        text: statusWords[status],
        width: 12,
        draw: (_, y) => <StatusGlyph x={6} y={y} status={status} />,
      })),
    allHealth.filter((health) => seen.has(health)).map((health) => healthItem(health)),
    riskWords.filter(([state]) => seen.has(state)).map(([state, text]) => riskItem(state, text)),
    ribbonsIn(view),
  ];
  return parts.flatMap((items) => items.map((item, index) => ({ ...item, apart: index === 0 })));
}

/** Where tints are the ground, as ribbons are drawn there. */
function Swatch({ y }: { readonly y: number }) {
  const { tokens, contrast } = useLook();
  return (
    <rect
      x={0.5}
      y={y - 5.5}
      width={29}
      height={11}
      fill={contrast ? tokens.workEdge : tokens.ribbon}
      stroke={tokens.workEdge}
      {...(contrast ? { "fill-opacity": 0.6 } : {})}
    />
  );
}

function ribbonsIn(view: AlignmentView): readonly LegendItem[] {
  const second = [...view.goals, ...view.initiatives].flatMap(({ also }) => also).length;
  const isSecond = second > 0 && second <= mostSupportLines;
  const isClosed = view.initiatives.some(({ closed }) => closed);
  return [
    ...(view.initiatives.length > view.unaligned.initiatives.length
      ? [
          {
            text: "Money, by its width",
            width: 30,
            draw: (_, y) => <Swatch y={y} />,
          } satisfies LegendItem,
        ]
      : []),
    ...(isClosed
      ? [
          {
            text: "Completed, counts no more",
            width: 30,
            draw: (t, y) => (
              <rect x={0.5} y={y - 1.5} width={29} height={3} fill={t.done} stroke={t.doneEdge} />
            ),
          } satisfies LegendItem,
        ]
      : []),
    ...(isSecond
      ? [
          {
            text: "Second support, counted once",
            width: 30,
            draw: (t, y) => <path d={`M0 ${y}H30`} stroke={t.workEdge} stroke-dasharray="3 3" />,
          } satisfies LegendItem,
        ]
      : []),
    ...(view.unaligned.initiatives.length > 0
      ? [
          barItem("Supports no objective", ({ amber }) => ({
            ...{ fill: "url(#hatch-amber)", stroke: amber, "stroke-width": 1, rx: 0 },
          })),
        ]
      : []),
  ];
}

// The rows of a roadmap → its legend: only the signs that are drawn, each with its word.
import type { InitiativeStatus, RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { HealthGlyph, MilestoneGlyph, ReviewGlyph, TargetGlyph } from "../glyphs.tsx";
import { BarSign, healthItem, type LegendItem, riskItem } from "../legend.tsx";
import { allHealth } from "../sentences.ts";
import type { Tokens } from "../theme.ts";
import type { MilestoneState } from "./bar-shape.ts";
import type { Row } from "./rows.ts";
import { signsOf } from "./signs.ts";

/** A sign, and by what it is told whether it is drawn. */
interface Sign extends LegendItem {
  readonly sign: string;
}

function statusSign(status: InitiativeStatus, text: string, draw: LegendItem["draw"]): Sign {
  return { sign: status, text, width: 30, draw, filter: { field: "status", value: status } };
}

const work: readonly Sign[] = [
  statusSign("proposed", "Proposed", (t, y) => (
    <BarSign y={y} fill={t.bg} stroke={t.workEdge} stroke-dasharray="4 3" />
  )),
  statusSign("planned", "Planned", (t, y) => <BarSign y={y} fill={t.bg} stroke={t.workEdge} />),
  statusSign("active", "Active, with progress", (t, y) => (
    <>
      <BarSign y={y} fill={t.workTint} stroke={t.workEdge} />
      <rect x={0.5} y={y - 5.5} width={12} height={11} rx={2} fill={t.work} />
    </>
  )),
  statusSign("on-hold", "On hold", (t, y) => (
    <>
      <BarSign y={y} fill={t.bg} stroke={t.doneEdge} />
      <BarSign y={y} fill="url(#hatch-grey)" stroke={t.doneEdge} />
    </>
  )),
  statusSign("completed", "Completed", (t, y) => (
    <>
      <BarSign y={y} fill={t.done} stroke={t.doneEdge} />
      <path d={`M11 ${y}l2.6 2.6l4.6-5.4`} stroke={t.ink2} stroke-width={1.4} fill="none" />
    </>
  )),
  statusSign("cancelled", "Cancelled", (t, y) => (
    <path
      d={`M1 ${y - 4}V${y + 4}M1 ${y}H29M29 ${y - 4}V${y + 4}`}
      stroke={t.doneEdge}
      stroke-width={1.5}
    />
  )),
  {
    sign: "programme",
    text: "Programme",
    width: 30,
    draw: (t, y) => (
      <path
        d={`M1 ${y - 4}H29V${y + 5}L25 ${y + 1}H5L1 ${y + 5}Z`}
        fill={t.workTint}
        stroke={t.workEdge}
        stroke-width={1.25}
        stroke-linejoin="round"
      />
    ),
  },
  {
    sign: "critical",
    text: "Critical path",
    width: 30,
    draw: (t, y) => <BarSign y={y} fill={t.bg} stroke={t.ink} stroke-width={2} />,
  },
  {
    sign: "late",
    text: "Starts before what it waits for has ended",
    width: 30,
    draw: (t, y) => (
      <path d={`M1 ${y}H29`} stroke={t.red} stroke-width={1.25} stroke-dasharray="4 3" />
    ),
  },
  {
    sign: "overdue",
    text: "Over its end",
    width: 30,
    draw: (t, y) => (
      <rect
        x={0.5}
        y={y - 5}
        width={29}
        height={10}
        fill="url(#hatch-red)"
        stroke={t.red}
        stroke-dasharray="3 2"
      />
    ),
  },
  {
    sign: "unsure",
    text: "Less than sure",
    width: 30,
    draw: (t, y) => (
      <>
        <path
          d={`M20 ${y - 5.5}H1V${y + 5.5}H20`}
          fill="none"
          stroke={t.workEdge}
          stroke-width={1.25}
        />
        <path
          d={`M20 ${y - 5.5}H29V${y + 5.5}H20`}
          fill="none"
          stroke={t.workEdge}
          stroke-width={1.25}
          stroke-dasharray="3 3"
        />
      </>
    ),
  },
  {
    sign: "first",
    text: "First approved",
    width: 30,
    draw: (t, y) => (
      <rect
        x={0.5}
        y={y - 4.5}
        width={29}
        height={9}
        rx={2}
        fill="none"
        stroke={t.ink2}
        stroke-dasharray="1.5 3"
        stroke-linecap="round"
        stroke-width={1.4}
      />
    ),
  },
  {
    sign: "ghost",
    text: "Counted elsewhere",
    width: 30,
    draw: (t, y) => (
      <BarSign y={y} fill="none" stroke={t.doneEdge} stroke-dasharray="3 3" stroke-width={1} />
    ),
  },
];

const health: readonly Sign[] = allHealth.map((value) => ({
  ...healthItem(value),
  sign: value,
  filter: { field: "health", value },
}));

const marks: readonly Sign[] = [
  {
    sign: "reported",
    text: "Reported better than it is",
    width: 14,
    draw: (_, y) => <HealthGlyph x={7} y={y} health="green" scale={0.9} hollow />,
  },
  { ...riskItem("above", "Risk above appetite"), sign: "above" },
  { ...riskItem("occurred", "Risk has occurred"), sign: "occurred" },
  ...milestoneSigns(),
  { sign: "target", text: "KPI target", width: 12, draw: (_, y) => <TargetGlyph x={6} y={y} /> },
  {
    sign: "review held",
    text: "Review held",
    width: 11,
    draw: (_, y) => <ReviewGlyph x={1} y={y} held />,
  },
  {
    sign: "review",
    text: "Review",
    width: 11,
    draw: (_, y) => <ReviewGlyph x={1} y={y} held={false} />,
  },
];

function milestoneSigns(): readonly Sign[] {
  const words = [
    ["reached", "Milestone reached"],
    ["planned", "Milestone planned"],
    ["late", "Milestone past, not reached"],
    ["missed", "Milestone missed"],
  ] as const;
  return words.map(([status, text]) => ({
    sign: `milestone ${status}`,
    text,
    width: 12,
    draw: (_: Tokens, y: number) => (
      <MilestoneGlyph x={6} y={y} status={status satisfies MilestoneState} />
    ),
  }));
}

/** The signs that the rows and the lane show, in three parts. */
export function roadmapLegend(
  view: RoadmapView,
  rows: readonly Row[],
  frame: Frame,
): readonly LegendItem[] {
  const drawn = signsOf(view, rows, frame);
  const shown = [work, health, marks].map((part) => part.filter(({ sign }) => drawn.has(sign)));
  return shown.flatMap((part) =>
    part.map(({ sign: _, ...item }, index) => (index === 0 ? { ...item, apart: true } : item)),
  );
}

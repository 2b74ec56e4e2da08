// The money view → its picture: budget and kinds of work as bars, costs by head and year, and where the money goes.
import type { MoneyView, MoneyWay } from "../../server/views/money/shape.ts";
import type { LaidOut, PictureChoice, Room, SheetDrawing } from "./drawing.ts";
import { barItem, type LegendItem } from "./legend.tsx";
import { budgetSection, kindSection } from "./money/bars.tsx";
import { costSection } from "./money/costs.tsx";
import { GhostBox } from "./money/row.tsx";
import { paragraphOf, type SectionRoom } from "./money/section.tsx";
import { whereSection } from "./money/where.tsx";
import { moneyTable } from "./money/words.ts";
import { Hairline, type Section } from "./parts.tsx";
import { groupWords } from "./sentences.ts";

const gutter = 48;
/** No column gets wider: bars and figures would drift apart. */
const widest = 880;
const between = 28;
const top = 16;

export const moneyDrawing: SheetDrawing<MoneyView> = {
  stage: "sheet",
  name: "money",
  label: "Money",
  choices,
  folds: "below",
  layOut,
  table: moneyTable,
  legend,
  empty: (view) =>
    view.none && {
      title: "No money yet",
      sentence:
        "Write a budget on the strategy, and a budget, costs and a benefit on each initiative.",
      kind: "initiative",
      button: "Add an initiative",
    },
};

function choices({ ways }: MoneyView): readonly PictureChoice[] {
  return [
    { key: "by", label: "Where it goes, by", options: ways.map(({ by }) => [by, groupWords[by]]) },
  ];
}

function chosenWay({ ways }: MoneyView, { chosen }: Room): MoneyWay | undefined {
  return ways.find(({ by }) => by === chosen.by) ?? ways[0];
}

/** Two columns where there is room; else one, in narrow rooms with the lists first. */
function layOut(view: MoneyView, room: Room): LaidOut {
  const way = chosenWay(view, room);
  const where = (box: SectionRoom) => withMeaning(view, way, box);
  const budget = (box: SectionRoom) => budgetSection(view.budget, box);
  const kinds = (box: SectionRoom) => kindSection(view.kinds, box);
  const costs = (box: SectionRoom) => costSection(view.costs, box);
  if (room.mode === "wide") return inTwo(room, [budget, kinds], [costs, where]);
  return inOne(
    room,
    room.mode === "narrow" ? [where, costs, budget, kinds] : [budget, kinds, where, costs],
  );
}

type Lay = (box: SectionRoom) => Section;

function inOne(room: Room, lays: readonly Lay[]): LaidOut {
  const width = room.width - 2 * room.margin;
  const sections: Section[] = [];
  let y = top;
  for (const lay of lays) {
    const section = lay({ x: room.margin, y, width, measure: room.measure, alone: true });
    sections.push(section);
    y = section.bottom + between;
  }
  return joined(sections, y);
}

function inTwo(room: Room, first: readonly [Lay, Lay], second: readonly [Lay, Lay]): LaidOut {
  const column = Math.min(widest, (room.width - 2 * room.margin - gutter) / 2);
  const boxes = (y: number): readonly [SectionRoom, SectionRoom] => {
    const box = { y, width: column, measure: room.measure, alone: false };
    return [
      { ...box, x: room.margin },
      { ...box, x: room.margin + column + gutter },
    ];
  };
  const [a, b] = boxes(top);
  const bars = [first[0](a), first[1](b)];
  const rule = Math.max(bars[0]?.bottom ?? 0, bars[1]?.bottom ?? 0) + 20;
  const line = {
    key: "rule",
    top: rule,
    bottom: rule + 1,
    between: true as const,
    draw: () => <Hairline x={room.margin} y={rule} width={2 * column + gutter} strong />,
  };
  const [c, d] = boxes(rule + 20);
  const lists = [second[0](c), second[1](d)];
  const bottom = Math.max(lists[0]?.bottom ?? 0, lists[1]?.bottom ?? 0);
  return joined([...bars, { bottom: rule, blocks: [line], marks: [] }, ...lists], bottom + between);
}

function joined(sections: readonly Section[], height: number): LaidOut {
  return {
    height,
    blocks: sections.flatMap(({ blocks }) => blocks),
    marks: sections.flatMap(({ marks }) => marks),
  };
}

/** Where it goes, and what open work is. */
function withMeaning(view: MoneyView, way: MoneyWay | undefined, box: SectionRoom): Section {
  if (way === undefined) return { bottom: box.y, blocks: [], marks: [] };
  const section = whereSection(way, box);
  const meaning = paragraphOf({ ...box, y: section.bottom + 4 }, "where:meaning", view.meaning);
  return { ...section, bottom: meaning.bottom, blocks: [...section.blocks, meaning] };
}

type Sign = readonly [LegendItem, isDrawn: (view: MoneyView) => boolean];

const signs: readonly Sign[] = [
  [barItem("Amount or cost", ({ workEdge }) => ({ fill: workEdge, stroke: workEdge })), () => true],
  [
    barItem("Not aligned", ({ amber }) => ({ fill: "url(#hatch-amber)", stroke: amber })),
    ({ budget }) => budget.parts.some(({ key }) => key === "unaligned"),
  ],
  [
    barItem("Over the budget", ({ red }) => ({ fill: "url(#hatch-red)", stroke: red })),
    ({ budget }) => budget.over !== undefined,
  ],
  [
    barItem("Left of the budget", ({ workEdge }) => ({ fill: "none", stroke: workEdge })),
    ({ budget }) => budget.left !== undefined,
  ],
  [
    barItem("Kept for surprises", ({ doneEdge }) => ({
      ...{ fill: "url(#hatch-grey)", stroke: doneEdge },
    })),
    ({ costs }) => costs.rows.some(({ head }) => head === "contingency"),
  ],
  [
    { text: "Counted elsewhere", width: 9, draw: (_, y) => <GhostBox x={0.5} middle={y} /> },
    ({ ways }) => ways.some(({ rows }) => rows.some((row) => row.elsewhere.length > 0)),
  ],
];

function legend(view: MoneyView): readonly LegendItem[] {
  return signs.flatMap(([item, isDrawn]) => (isDrawn(view) ? [item] : []));
}

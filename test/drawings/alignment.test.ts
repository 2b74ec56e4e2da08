// The alignment picture as facts: nothing overlaps or leaves its room, ribbons have one scale, parents stand beside their children, branches close.
import { expect, test } from "vitest";
import { columnsFor } from "../../client/drawings/alignment/columns.ts";
import { placeGoal } from "../../client/drawings/alignment/place.ts";
import { ribbonScale, ribbonsFrom } from "../../client/drawings/alignment/ribbons.ts";
import { growOf } from "../../client/drawings/alignment/tree.ts";
import { alignmentDrawing } from "../../client/drawings/alignment.tsx";
import type { LaidOut, PictureMark, Room } from "../../client/drawings/drawing.ts";
import { drawSheet } from "../../client/drawings/picture.tsx";
import { interWidth } from "../../client/drawings/text.ts";
import { linesOfText } from "../../client/drawings/text-lines.ts";
import type { Theme } from "../../client/drawings/theme.ts";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { roomOf, svgOf } from "./drawn.ts";
import {
  deepGoals,
  departmentGoals,
  goalsOfText,
  japaneseTitle,
  longTitle,
  manySigns,
  strangeGoals,
} from "./goals-drawn.ts";
import { boxOfMark, collisions, textsIn } from "./texts-in.ts";

const widths = [300, 320, 622, 900, 1200, 1600, 2500];
const pictures = {
  department: departmentGoals,
  strange: strangeGoals,
  deep: deepGoals,
  many: manySigns,
  unpriced: goalsOfText(`objective b "B" { level: business }
initiative last "Last" { timeline: 2026 }`),
};
const everywhere = Object.entries(pictures).flatMap(([name, view]) =>
  widths.flatMap((width) =>
    [true, undefined].map((still) => ({ name, view, width, ...(still && { still }) })),
  ),
);

/** The heads of its columns. */
function headOf({ head }: LaidOut): string {
  return head === undefined ? "" : svgOf([head]);
}

test.each(everywhere)(
  "$name at $width px: no two labels overlap, and all lies within the room",
  ({ view, width, ...more }) => {
    const laid = alignmentDrawing.layOut(view, roomOf(width, more));
    const body = svgOf(laid.blocks);
    for (const svg of [body, headOf(laid)]) {
      const labels = textsIn(svg);
      expect(collisions(labels)).toEqual([]);
      expect(labels.filter(({ left, right }) => left < 0 || right > width + 0.5)).toEqual([]);
      expect(labels.every(({ top }) => top >= 0 && top < Math.max(laid.height, 40))).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
    }
    expect(textsIn(body).length).toBeGreaterThan(3);
    const out = laid.marks.filter(
      (mark) =>
        mark.x < 0 ||
        mark.y < 0 ||
        mark.x + mark.width > width ||
        mark.y + mark.height > laid.height,
    );
    expect(out.map(({ key }) => key)).toEqual([]);
  },
);

test.each(everywhere)(
  "$name at $width px: marks have keys of their own, words, and room beside each other",
  ({ view, width, ...more }) => {
    const { marks } = alignmentDrawing.layOut(view, roomOf(width, more));
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    expect(marks.filter(({ sentence }) => sentence === "" || sentence.endsWith("."))).toEqual([]);
    // What opens and counts stands in the node of its goal.
    const own = marks.filter(({ key }) => /^(objective|initiative|kpi|risk|stub):/.test(key));
    expect(collisions(own.map(boxOfMark))).toEqual([]);
    const known = new Set(marks.map(({ key }) => key));
    for (const { id } of [...view.goals]) expect(known).toContain(`objective:${id}`);
    for (const { id } of view.initiatives) expect(known).toContain(`initiative:${id}`);
  },
);

function markOf(laid: LaidOut, key: string): PictureMark {
  const mark = laid.marks.find((one) => one.key === key);
  if (mark === undefined) throw new Error(`Nothing is drawn as '${key}'.`);
  return mark;
}

function middleOf({ y, height }: PictureMark): number {
  return y + height / 2;
}

test.each([622, 1600])(
  "at %i px parents stand in the middle of their children, in source order",
  (width) => {
    const laid = alignmentDrawing.layOut(departmentGoals, roomOf(width));
    const own = (ids: readonly string[]) => ids.map((id) => markOf(laid, `initiative:${id}`));
    for (const goal of departmentGoals.goals) {
      const goals = departmentGoals.goals.filter(({ parent }) => parent === goal.id);
      const works = departmentGoals.initiatives.filter(
        ({ id, inside }) => goal.initiatives.includes(id) && !inside,
      );
      const children = [
        ...own(works.map(({ id }) => id)),
        ...goals.map(({ id }) => markOf(laid, `objective:${id}`)),
      ];
      const middles = children.map(middleOf);
      expect(middles).toEqual(middles.toSorted((a, b) => a - b));
      const centre = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
      expect(Math.abs(middleOf(markOf(laid, `objective:${goal.id}`)) - centre)).toBeLessThan(2);
      expect(children.every(({ x }) => x > markOf(laid, `objective:${goal.id}`).x)).toBe(true);
    }
  },
);

test("ribbons are as wide as their money on one scale, two px at least, and side by side", () => {
  const room = roomOf(1600);
  const grove = growOf(departmentGoals, room);
  const columns = columnsFor(room, grove.depth);
  if (columns === undefined) throw new Error("Five columns fit here.");
  const heights = { goal: () => 60, work: () => 30, kpi: () => 24, risk: () => 24 };
  const scale = ribbonScale(departmentGoals);
  let drawn = 0;
  for (const tree of grove.tops) {
    const place = placeGoal(tree, 0, columns, heights);
    for (const one of [place, ...place.children]) {
      const ribbons = ribbonsFrom(one, scale, 70);
      const money = [
        ...one.work.filter(({ work }) => !work.inside).map(({ work }) => work.money ?? 0),
        ...one.children.map(({ goal }) => goal.money ?? 0),
      ];
      expect(ribbons.map(({ width }) => width)).toEqual(
        money.map((amount) => Math.max(2, amount * scale)),
      );
      for (const [index, ribbon] of ribbons.entries()) {
        const next = ribbons[index + 1];
        if (next === undefined) continue;
        expect(next.y1 - next.width / 2).toBeGreaterThanOrEqual(
          ribbon.y1 + ribbon.width / 2 - 0.01,
        );
        expect(next.y2).toBeGreaterThan(ribbon.y2);
      }
      drawn += ribbons.length;
    }
  }
  expect(drawn).toBeGreaterThan(15);
});

test("what supports nothing leads nowhere, and what a goal lacks is said", () => {
  for (const width of [320, 622, 1600]) {
    const body = svgOf(alignmentDrawing.layOut(departmentGoals, roomOf(width)).blocks);
    const texts = textsIn(body).map(({ text }) => text);
    expect(texts).toContain("Supports no objective");
    expect(texts).toContain("Leads nowhere");
    expect(texts.join(" ")).toContain("1 initiative, 1.2M, 7% of the money");
    expect(texts.join(" ")).toContain("Align it with an objective, or write why it stands alone");
    expect(body).toContain("url(#hatch-amber)");
    const odd = svgOf(alignmentDrawing.layOut(strangeGoals, roomOf(width)).blocks);
    expect(
      textsIn(odd)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("No initiative supports it yet");
  }
});

test("columns: five where there is room, counts below, a tree where nothing else fits", () => {
  const texts = (view: AlignmentView, width: number) =>
    textsIn(headOf(alignmentDrawing.layOut(view, roomOf(width)))).map(({ text }) => text);
  expect(texts(departmentGoals, 1600)).toEqual([
    "Business objectives",
    "IT objectives",
    "Initiatives",
    "KPIs",
    "Risks: before and today",
  ]);
  expect(texts(departmentGoals, 622).slice(2)).toEqual(["Initiatives", "KPIs", "Risks"]);
  expect(texts(departmentGoals, 599)).toEqual(["Objectives, initiatives", "EUR"]);
  expect(texts(deepGoals, 1199)).toEqual(["Objectives, initiatives", "Money"]);
});

const crowd = goalsOfText(`
  objective top { level: business
    objective a { level: it kpi k { unit: % }
      ${Array.from({ length: 150 }, (_, at) => `initiative a${at} { budget: 1k }`).join("\n")}
    }
    objective b { level: it
      ${Array.from({ length: 60 }, (_, at) => `initiative b${at} { budget: 1k }`).join("\n")}
    }
  }
  ${Array.from({ length: 30 }, (_, at) => `initiative lost${at} { budget: 1k }`).join("\n")}
`);

test.each([320, 900, 1600])(
  "at %i px much work is closed away, opens by a click, and an export has it all",
  (width) => {
    const keys = (part: Partial<Room>) =>
      alignmentDrawing.layOut(crowd, roomOf(width, part)).marks.map(({ key }) => key);
    const works = (part: Partial<Room>) =>
      keys(part).filter((key) => key.startsWith("initiative:")).length;
    expect(works({})).toBe(0);
    expect(works({ toggled: new Set(["goal:a"]) })).toBe(150);
    expect(works({ toggled: new Set(["goal:a", "goal:b", "unaligned"]) })).toBe(240);
    expect(works({ still: true })).toBe(240);
    expect(keys({ still: true }).filter((key) => key.startsWith("toggle:"))).toEqual([]);
    const closed = alignmentDrawing.layOut(crowd, roomOf(width));
    const texts = textsIn(svgOf(closed.blocks)).map(({ text }) => text);
    for (const says of ["150 initiatives", "60 initiatives", "30 initiatives"])
      expect(texts).toContain(says);
    expect(markOf(closed, "toggle:a")).toMatchObject({ toggles: "goal:a", open: false });
    const shut = alignmentDrawing.layOut(crowd, roomOf(width, { toggled: new Set(["goal:top"]) }));
    expect(shut.marks.some(({ key }) => key === "objective:a")).toBe(false);
  },
);

test("a long picture comes in parts, each of which draws only what lies within it", () => {
  const laid = alignmentDrawing.layOut(crowd, roomOf(1600, { still: true }));
  expect(laid.blocks.length).toBeGreaterThan(20);
  for (const { draw, top, bottom, key } of laid.blocks) {
    const outside = textsIn(svgOf([{ draw }])).filter(
      (text) => text.top < top - 1 || text.bottom > bottom + 1,
    );
    expect([key, outside.map(({ text }) => text)]).toEqual([key, []]);
  }
  expect(new Set(laid.blocks.map(({ key }) => key)).size).toBe(laid.blocks.length);
});

test("the table has a row for each initiative under its business objective, and for each gap", () => {
  const { columns, rows } = alignmentDrawing.table(departmentGoals);
  expect(columns.map(({ head }) => head)).toEqual([
    "Initiative",
    "Supports",
    "Status",
    "Money",
    "KPIs",
    "Risks",
  ]);
  expect(rows.length).toBe(departmentGoals.initiatives.length);
  expect([...new Set(rows.map(({ section }) => section))]).toEqual([
    "Grow digital revenue",
    "Run at lower cost",
    "Earn and keep trust",
    "Supports no objective",
  ]);
  const text = (row: (typeof rows)[number] | undefined) =>
    row?.cells.map((cell) => (typeof cell === "string" ? cell : cell.text)).join(" | ");
  expect(text(rows.find(({ key }) => key === "initiative:cloud-migration"))).toBe(
    "Move 120 workloads to the cloud | Workloads in the cloud › Run at lower cost | Active | of which 3.9M | Workloads in the cloud: on track | Cloud engineers leave: 20 to 16; Migration costs run away: 16 to 9",
  );
  expect(text(rows.at(-1))).toBe("Loyalty points on a blockchain | – | Proposed | 1.2M | – | –");
  expect(rows.at(-1)?.gap).toBe("Supports no objective");
  expect(alignmentDrawing.table(strangeGoals).rows.filter(({ gap }) => gap).length).toBe(3);
});

test("the legend explains what is drawn, and nothing else", () => {
  const words = (view: AlignmentView) => alignmentDrawing.legend(view).map(({ text }) => text);
  expect(words(departmentGoals)).not.toContain("Risk has occurred");
  expect(words(departmentGoals)).toContain("Supports no objective");
  expect(
    words(goalsOfText("objective o { level: business initiative a { status: planned } }")),
  ).toEqual(["Planned", "Not known", "Money, by its width"]);
});

test("nothing at all says what to write", () => {
  expect(alignmentDrawing.empty(goalsOfText(""))?.kind).toBe("objective");
  expect(alignmentDrawing.empty(goalsOfText("initiative a {}"))).toBeUndefined();
  expect(alignmentDrawing.empty(departmentGoals)).toBeUndefined();
});

test.each(["light", "dark", "high-contrast", "print"] satisfies Theme[])(
  "%s: literal colours only, and the same bytes again",
  (theme) => {
    for (const width of [340, 800, 1600]) {
      const svg = drawSheet(alignmentDrawing, departmentGoals, { theme, width });
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity|var\(/);
      expect(drawSheet(alignmentDrawing, departmentGoals, { theme, width })).toBe(svg);
    }
  },
);

test("titles break between words, in CJK anywhere but before closing punctuation, and end in …", () => {
  const lines = (text: string, width: number, most = 2) =>
    linesOfText(text, width, 13, 400, interWidth, most);
  expect(lines("Short", 200)).toEqual(["Short"]);
  expect(lines("Move 120 workloads to the cloud", 130)).toEqual([
    "Move 120 workloads",
    "to the cloud",
  ]);
  for (const line of lines(japaneseTitle, 100, 3)) {
    expect(line).not.toMatch(/^[、。]/);
    expect(interWidth(line, 13, 400)).toBeLessThanOrEqual(100);
  }
  expect(lines(longTitle, 120).at(-1)).toMatch(/…$/);
  expect(lines("x".repeat(200), 100)).toHaveLength(2);
  expect(lines("", 100)).toEqual([]);
});

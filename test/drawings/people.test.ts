// The people view in any width: nothing overlaps, nothing leaves the page, and what is said adds up.
import { expect, test } from "vitest";
import type { LaidOut, Room } from "../../client/drawings/drawing.ts";
import { peopleDrawing } from "../../client/drawings/people.tsx";
import type { PeopleView } from "../../server/views/people/shape.ts";
import { peopleView as view } from "../../server/views/people.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { roomOf, svgOf } from "./drawn.ts";
import { boxOfMark, collisions, overlaps, type TextBox, textsIn } from "./texts-in.ts";

const widths = [300, 320, 622, 900, 1199, 1200, 1600, 2500];

function viewIn(source: string): PeopleView {
  return viewOf(view, universeOf(source).model());
}

function lay(data: PeopleView, width: number, part: Partial<Room> = {}): LaidOut {
  return peopleDrawing.layOut(data, roomOf(width, part));
}

/** The texts of a picture. */
function textsOf(laid: LaidOut, contrast = false): readonly TextBox[] {
  return textsIn(svgOf(laid.blocks, contrast));
}

/** Texts that cover one another, and texts that leave the picture. */
function faultsIn(laid: LaidOut, width: number, contrast = false): readonly string[] {
  const texts = textsOf(laid, contrast);
  const out = texts.filter(
    ({ left, right, top, bottom }) =>
      left < 0 || right > width + 0.5 || top < 0 || bottom > laid.height,
  );
  return [...out.map(({ text }) => `'${text}' leaves the page`), ...collisions(texts)];
}

/** Marks that lie on others, and those that leave the picture. */
function markFaults({ marks, height }: LaidOut, width: number): readonly string[] {
  const boxes = marks.map(boxOfMark);
  const out = boxes.filter(
    ({ left, right, bottom }) => left < 0 || right > width || bottom > height,
  );
  return [...out.map(({ text }) => `${text} leaves the page`), ...collisions(boxes)];
}

/** Texts that stand across the edge of a mark, or touch it. */
function edgeFaults(laid: LaidOut): readonly string[] {
  const texts = textsOf(laid).map((one) => ({ ...one, bottom: one.bottom + 4 }));
  return texts.flatMap((text) =>
    laid.marks.map(boxOfMark).flatMap((mark) => {
      const isInside =
        text.left >= mark.left - 1 &&
        text.right <= mark.right + 1 &&
        text.top >= mark.top - 1 &&
        text.bottom <= mark.bottom + 1;
      return overlaps(text, mark) && !isInside ? [`'${text.text}' leaves ${mark.text}`] : [];
    }),
  );
}

const long =
  "A title that goes on and on, as titles do where somebody writes a whole sentence in them and does not stop before two hundred characters are full, which is far too long for any box or row of any picture";

const house = `strategy s "House" { horizon: 2026 .. 2028 owner: boss }
role boss "Boss" { critical: yes successors: ar }
role ar "مدير تقنية المعلومات في المنطقة الشرقية" { holder: "أحمد" reports-to: boss critical: yes successors: boss, ghost, a, b, c, d, e, f }
role ja "情報システム部門の責任者である部長" { holder: "山田" reports-to: boss critical: yes }
role endless "${long}" { holder: "${long}" reports-to: boss }
role odd "<script>alert(1)</script>" { reports-to: endless holder: "x" }
role deep1 "Deep 1" { reports-to: odd } role deep2 "Deep 2" { reports-to: deep1 }
role deep3 "Deep 3" { reports-to: deep2 } role deep4 "Deep 4" { reports-to: deep3 }
role deep5 "Deep 5" { reports-to: deep4 } role deep6 "Deep 6" { reports-to: deep5 }
role round "Round" { reports-to: circle } role circle "Circle" { reports-to: round }
role alone "Alone" { } role under "Under a phantom" { reports-to: phantom }
team alpha "Alpha" { capacity: 10 FTE lead: boss skills: x
  team sub "Sub of alpha" { lead: ar skills: y learning: z
    team subsub "${long}" { lead: ar capacity: 2 FTE skills: z } } }
team nolead "Without a lead" { capacity: 3 FTE }
team nocap "情報システム部門" { lead: boss }
team arab "الفريق" { lead: boss capacity: 0.5 FTE skills: x }
team large "Large" { lead: boss capacity: 1234567.25 FTE }
initiative one "One" { timeline: 2026-10-15 .. 2027-05 teams: alpha 12.25 FTE, sub 1.3 FTE, subsub 3 FTE, ghosts 2 FTE, nocap 4 FTE skills: x, y, z, w }
initiative two "${long}" { timeline: 2027-02 .. 2028-12 teams: nolead, alpha, arab 0.3 FTE, large 2234567.75 FTE skills: x }
initiative three "Three" { timeline: 2027-Q3 .. 2031-12 teams: subsub 30 FTE }`;

const many = [
  `strategy s "Many" { horizon: 2026-10 .. 2029-09 owner: r0 }`,
  ...Array.from({ length: 100 }, (_, index) => {
    const line = index === 0 ? "" : `reports-to: r${Math.floor((index - 1) / 13)}`;
    return `role r${index} "Role number ${index}" { holder: "Person ${index}" ${line} critical: yes }`;
  }),
  ...Array.from(
    { length: 100 },
    (_, index) =>
      `team t${index} "Team ${index}" { capacity: 5 FTE lead: r${index} skills: s${index} }`,
  ),
  ...Array.from(
    { length: 100 },
    (_, index) =>
      `initiative i${index} "Work ${index}" { timeline: 2027 teams: t${index} ${(index % 9) + 0.5} FTE skills: s${index} }`,
  ),
].join("\n");

const sources = {
  house,
  many,
  "only teams": `strategy s { horizon: 2026 .. 2027 } team a "A" { capacity: 5 FTE } team b {}`,
  "only roles": 'role a "A" { critical: yes } role b "B" {}',
  "only skills": "initiative x { timeline: 2027 skills: a, b }",
  nothing: "",
};

for (const [name, source] of Object.entries(sources)) {
  const data = viewIn(source);
  test(`${name}: no text covers another or leaves the page, in any width`, () => {
    for (const width of widths)
      for (const still of [undefined, true] as const) {
        const laid = lay(data, width, still && { still });
        expect([width, ...faultsIn(laid, width)]).toEqual([width]);
        expect([width, ...markFaults(laid, width)]).toEqual([width]);
        for (const { top, bottom } of laid.blocks) {
          expect(top).toBeLessThanOrEqual(bottom);
          expect(bottom).toBeLessThanOrEqual(laid.height);
        }
        expect(laid.width).toBeUndefined();
      }
  });
}

test("a text lies in a mark or beside it", () => {
  for (const width of widths) {
    expect([width, ...edgeFaults(lay(viewIn(house), width))]).toEqual([width]);
    expect([width, ...edgeFaults(lay(viewIn(sources["only roles"]), width))]).toEqual([width]);
  }
});

test("what a block draws lies between its top and its bottom, and keys are told apart", () => {
  for (const width of widths) {
    const laid = lay(viewIn(house), width);
    for (const block of laid.blocks)
      for (const { top, bottom } of textsIn(svgOf([block]))) {
        expect(top).toBeGreaterThanOrEqual(block.top - 0.5);
        expect(bottom).toBeLessThanOrEqual(block.bottom + 0.5);
      }
    expect(new Set(laid.blocks.map(({ key }) => key)).size).toBe(laid.blocks.length);
    expect(new Set(laid.marks.map(({ key }) => key)).size).toBe(laid.marks.length);
  }
});

test("each declaration has its mark with its place, and a key role has one in tree and list", () => {
  const { marks } = lay(viewIn(house), 1600, { still: true });
  const keys = new Set(marks.map(({ key }) => key));
  for (const key of ["team:alpha", "team:sub", "role:boss", "key:boss", "role:deep6", "skill:w"])
    expect(keys).toContain(key);
  for (const { key, source, card } of marks) {
    expect([key, source !== undefined || card !== undefined]).toEqual([key, true]);
  }
});

test("the card of a cell adds up to its figure, also where not all work is named", () => {
  const busy = `strategy s { horizon: 2027 } team a "A" { capacity: 3 FTE }
    ${Array.from({ length: 20 }, (_, index) => `initiative i${index} "I${index}" { timeline: 2027-01-${10 + index} .. 2027-03-0${1 + (index % 9)} teams: a 0.7 FTE }`).join("\n")}`;
  const data = viewIn(busy);
  const mark = lay(data, 1600).marks.find(({ key }) => key === "load:a:2027-Q1");
  const facts = mark?.card?.facts ?? [];
  const [told, ...shares] = facts.toReversed().map(([fte]) => Number(fte.replace(" FTE", "")));
  expect(facts.at(-1)?.[1]).toBe("together");
  expect(facts.at(-2)?.[1]).toBe("13 other initiatives");
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(told ?? 0, 9);
  const [cell] = data.teams[0]?.cells ?? [];
  expect(String(told)).toBe(cell?.sum ?? cell?.fte);
  expect(mark?.sentence).toContain(`A, Q1 2027: ${cell?.fte} of 3 FTE, ${cell?.over} too many`);
});

test("two levels are open, the rest is opened by a click; what is still is all open", () => {
  const data = viewIn(house);
  const keys = (part: Partial<Room>) =>
    lay(data, 1600, part)
      .marks.map(({ key }) => key)
      .filter((key) => /^(?:role:deep|more:)/.test(key));
  expect(keys({})).toEqual(["more:odd"]);
  expect(keys({ toggled: new Set(["lines:odd", "lines:deep1"]) })).toEqual([
    "more:odd",
    "role:deep1",
    "more:deep1",
    "role:deep2",
    "more:deep2",
  ]);
  expect(keys({ still: true })).toEqual([1, 2, 3, 4, 5, 6].map((level) => `role:deep${level}`));
  const more = lay(data, 1600).marks.find(({ key }) => key === "more:odd");
  expect(more).toMatchObject({ toggles: "lines:odd", open: false });
  expect(textsOf(lay(data, 1600)).map(({ text }) => text)).toContain("1 more");
  expect(more?.height).toBeGreaterThanOrEqual(24);
});

test("what is missing stands in words", () => {
  const said = textsOf(lay(viewIn(house), 1600, { still: true })).map(({ text }) => text);
  for (const words of [
    "No successor",
    "Nobody yet",
    "No line written",
    "No lead written",
    "Reports in a circle",
    "Not declared",
    "No capacity written",
    "Counts for Alpha",
    "No team",
    "at least",
  ])
    expect(said).toContain(words);
});

test("quarters that do not fit are hinted at, with what is over capacity in them", () => {
  const data = viewIn(house);
  const texts = (width: number) => textsOf(lay(data, width)).map(({ text }) => text);
  const shown = (width: number) =>
    lay(data, width).marks.filter(({ key }) => key.startsWith("load:subsub:")).length;
  expect(shown(320)).toBe(5);
  expect(texts(320).some((text) => /more quarters to Q4 2031/.test(text))).toBe(true);
  expect(texts(320)).toContain("2 FTE, over in 16 later");
  expect(texts(1600)).toContain(`Over in ${21 - shown(1600)} later quarters`);
  expect(shown(2500)).toBe(data.quarters.length);
  expect(texts(2500).some((text) => /later|more quarter/.test(text))).toBe(false);
});

test("lists come first where there is least room, the loads first in one column, else side by side", () => {
  const heads = (width: number) => {
    const wanted = ["Load against capacity", "Skills", "Reporting lines", "Key roles"];
    return textsOf(lay(viewIn(many), width))
      .filter(({ text }) => wanted.includes(text))
      .toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)
      .map(({ text }) => text.split(" ")[0]);
  };
  expect(heads(320)).toEqual(["Skills", "Key", "Load", "Reporting"]);
  expect(heads(900)).toEqual(["Load", "Skills", "Key", "Reporting"]);
  expect(heads(1600)).toEqual(["Load", "Skills", "Reporting", "Key"]);
});

test("where tints are not told apart, a bar says how much of the capacity is used", () => {
  const use = (fte: number) => {
    const data = viewIn(
      `strategy s { horizon: 2027-Q1 } team a { capacity: 10 FTE } initiative x { timeline: 2027-Q1 teams: a ${fte} FTE }`,
    );
    const svg = svgOf(lay(data, 1600).blocks, true);
    return Number(/<rect x="3" y="31" width="([\d.]+)"/.exec(svg)?.[1]);
  };
  const [half = 0, most = 0, full = 0] = [2, 6, 9].map(use);
  expect(half).toBeGreaterThan(10);
  expect(most).toBeGreaterThan(half + 10);
  expect(full).toBeGreaterThan(most + 10);
});

test("the table holds every load, skill, line and key role", () => {
  const data = viewIn(house);
  const { rows, columns } = peopleDrawing.table(data);
  const count = (section: string) => rows.filter((row) => row.section === section).length;
  expect(count("Load")).toBe(data.teams.reduce((sum, { cells }) => sum + cells.length, 0));
  expect(count("Skills")).toBe(data.skills.length);
  expect(count("Reporting lines")).toBe(data.lines.length);
  expect(count("Key roles")).toBe(data.keyRoles.length);
  for (const { cells } of rows) expect(cells.length).toBe(columns.length);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test("the legend has only signs that are drawn, and nothing at all is empty", () => {
  const words = (source: string) => peopleDrawing.legend(viewIn(source)).map(({ text }) => text);
  expect(
    words("team a { capacity: 5 FTE } initiative x { timeline: 2027 teams: a 1 FTE }"),
  ).toEqual(["Under half of the capacity"]);
  expect(words("role a { critical: yes }")).toEqual(["Key role"]);
  expect(peopleDrawing.empty(viewIn(""))).toMatchObject({
    title: "No teams and roles yet",
    kind: "team",
  });
  for (const source of ["team a {}", "role a {}", "initiative x { skills: a timeline: 2027 }"])
    expect(peopleDrawing.empty(viewIn(source))).toBeUndefined();
});

// A strategy as text → its people as a compact text: sentence, figures, loads, skills, reporting lines, key roles.
import { Big } from "big.js";
import { expect, test } from "vitest";
import { loadOf } from "../../server/model/derive/people.ts";
import type { PeopleView, TeamLoad } from "../../server/views/people/shape.ts";
import { peopleView } from "../../server/views/people.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

function viewIn(source: Sources, folder?: string): PeopleView {
  return viewOf(peopleView, universeOf(source).model(folder));
}

/** "Cloud 10: 2026-Q4 9, 2027-Q1 12.5 +2.5" */
function load({ title, depth, capacity, reason, cells }: TeamLoad): string {
  const words = cells.map(({ quarter, fte, over, atLeast, use }) => {
    const number = fte === undefined ? "?" : `${atLeast ? "at least " : ""}${fte}`;
    return `${quarter} ${number}${over ? ` +${over}` : use ? ` ${use}` : ""}`;
  });
  return `${"  ".repeat(depth)}${title} ${capacity ?? reason}: ${words.join(", ")}`;
}

function loads(source: Sources): readonly string[] {
  return viewIn(source).teams.map(load);
}

function figures(source: Sources): readonly string[] {
  return viewIn(source).figures.map(({ value, label }) => `${value} ${label}`);
}

const horizon = `strategy s "House" { horizon: 2026 .. 2027 }`;

const cloud = `${horizon}
team cloud "Cloud" { capacity: 10 FTE }
team data "Data" { capacity: 6 FTE }
initiative move "Move" { timeline: 2026-Q4 .. 2027-Q1 teams: cloud 8 FTE, data 3 FTE }
initiative exit "Exit" { timeline: 2027-Q1 teams: cloud 4.5 FTE }
initiative idea "Idea" { timeline: 2027-Q1 teams: cloud 9 FTE status: proposed }`;

test("quarters run from this one to the end of the horizon, with the use of the capacity", () => {
  const { quarters } = viewIn(cloud);
  expect(quarters.map(({ year, label }) => `${label} ${year}`)).toEqual([
    "Q4 2026",
    "Q1 2027",
    "Q2 2027",
    "Q3 2027",
    "Q4 2027",
  ]);
  expect(loads(cloud)).toEqual([
    "Cloud 10: 2026-Q4 8 full, 2027-Q1 12.5 +2.5",
    "Data 6: 2026-Q4 3 most, 2027-Q1 3 most",
  ]);
});

test("the shares of a cell come to its figure, however they are rounded", () => {
  const thirds = `${horizon} team a "A" { capacity: 1 FTE }
    initiative x { timeline: 2027-04 teams: a 1 FTE }
    initiative y { timeline: 2027-04 teams: a 1 FTE }
    initiative z { timeline: 2027-04 teams: a 1 FTE }
    initiative w { timeline: 2027-04-01 .. 2027-04-01 teams: a 1 FTE }`;
  const [cell] = viewIn(thirds).teams[0]?.cells ?? [];
  // 91 days, of which 91 are worked: three times 30 and once 1.
  expect(cell).toMatchObject({ fte: "1", sum: undefined, use: "full" });
  expect(cell?.shares.map(([, fte]) => fte)).toEqual(["0.33", "0.33", "0.33", "0.01"]);
  for (const source of [thirds, cloud])
    for (const { cells } of viewIn(source).teams)
      for (const { shares, sum, fte } of cells) {
        const total = shares.reduce((all, [, share]) => all.plus(share), new Big(0));
        expect(total.toFixed()).toBe(sum ?? fte);
      }
});

test("the loads of the example are those of the model, quarter by quarter", () => {
  const { model, all } = department();
  const view = viewOf(peopleView, model());
  const over = new Set<string>();
  let cells = 0;
  for (const team of model().of("team")) {
    const row = view.teams.find(({ id }) => id === team.name);
    for (const { quarter, end, fte, capacity } of loadOf(all, team)) {
      if (end < model().today) continue;
      const cell = row?.cells.find((one) => one.quarter === quarter);
      expect(Number(cell?.fte)).toBeCloseTo(fte.toNumber(), 1);
      expect(cell?.over !== undefined).toBe(capacity?.lt(fte) ?? false);
      if (capacity?.lt(fte)) over.add(`${team.name} ${quarter}`);
      cells += 1;
    }
  }
  expect(cells).toBeGreaterThan(40);
  expect(view.sentence).toBe("1 team is over capacity in 2027 and 2028");
  expect(view.figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
    "68 FTE in 8 teams",
    `${over.size} team quarters over capacity`,
    "1 of 5 key roles without a successor",
    "1 skill nobody has or learns",
  ]);
  expect(view.teams.reduce((sum, one) => sum + one.over, 0)).toBe(over.size);
});

test("a figure that is compared shows that it is above", () => {
  const slightly = `${horizon} team a "A" { capacity: 2 FTE }
    initiative x { timeline: 2027-Q1 teams: a 2.01 FTE }`;
  expect(loads(slightly)).toEqual(["A 2: 2027-Q1 2.01 +0.01"]);
  expect(loads(slightly.replace("2.01 FTE", "0.02 FTE"))).toEqual(["A 2: 2027-Q1 0.02 half"]);
});

test("steps of use: under half, under 80%, up to all, above", () => {
  const of = (fte: number) =>
    viewIn(
      `${horizon} team a { capacity: 10 FTE } initiative x { timeline: 2027-Q1 teams: a ${fte} FTE }`,
    ).teams[0]?.cells[0]?.use;
  expect([4.9, 5, 7.9, 8, 10, 10.1].map(of)).toEqual([
    "half",
    "most",
    "most",
    "full",
    "full",
    "over",
  ]);
});

test("a sub-team without capacity counts for its parent, and stands below it", () => {
  const nested = `${horizon}
    team cloud "Cloud" { capacity: 5 FTE
      team edge "Edge" { }
      team core "Core" { capacity: 2 FTE }
    }
    initiative x "X" { timeline: 2027-Q1 teams: cloud 1 FTE, edge 3 FTE, core 1 FTE }`;
  expect(loads(nested)).toEqual([
    "Cloud 5: 2027-Q1 4 full",
    "  Edge Counts for Cloud: 2027-Q1 3",
    "  Core 2: 2027-Q1 1 most",
  ]);
  // One piece of work that counts on both is told once.
  expect(viewIn(nested).teams[0]?.cells[0]?.shares).toEqual([[0, "4"]]);
  expect(figures(nested)).toEqual(["7 FTE in 2 teams", "0 team quarters over capacity"]);
});

test("a circle of teams is cut at its first, which stands for both", () => {
  const round = `${horizon} team a "A" { reports-to: b } team b "B" { reports-to: a }
    initiative x "X" { timeline: 2027-Q1 teams: a 1 FTE, b 2 FTE }`;
  expect(viewIn(round).teams.map(({ title, depth }) => `${title} ${depth}`)).toEqual([
    "A 0",
    "B 1",
  ]);
  expect(figures(round)[0]).toBe("– FTE in 1 team");
});

test("without a capacity there are numbers without a use, and the reason in words", () => {
  const none = `${horizon} team a "A" { } team b "B" { capacity: lots }
    initiative x "X" { timeline: 2027-Q1 teams: a 3 FTE, b 1 FTE, ghosts 2 FTE }`;
  expect(loads(none)).toEqual([
    "A No capacity written: 2027-Q1 3",
    "B Capacity not understood: 2027-Q1 1",
    "ghosts Not declared: 2027-Q1 2",
  ]);
  const view = viewIn(none);
  expect(view.sentence).toBe("Whether the 3 teams are over capacity is not known");
  expect(figures(none)).toEqual(["– FTE in 3 teams", "– team quarters over capacity"]);
  // Where nobody declares a team, its row leads to where it is named.
  expect(view.teams[2]?.source?.range.start.line).toBe(1);
});

test("work that does not say how much it takes makes a lower bound, or an unknown load", () => {
  const silent = `${horizon} team a "A" { capacity: 4 FTE }
    initiative x "X" { timeline: 2027-Q1 teams: a 2 FTE }
    initiative y "Y" { timeline: 2027-Q1 .. 2027-Q2 teams: a }`;
  expect(loads(silent)).toEqual(["A 4: 2027-Q1 at least 2 most, 2027-Q2 ?"]);
  expect(viewIn(silent).sentence).toBe("Whether the team is over capacity is not known");
  expect(figures(silent)[1]).toBe("None known team quarters over capacity");
  // A programme leaves it to its parts.
  const parts = `${horizon} team a "A" { capacity: 4 FTE }
    initiative y "Y" { timeline: 2027 teams: a
      initiative x "X" { timeline: 2027-Q1 teams: a 2 FTE } }`;
  expect(loads(parts)).toEqual(["A 4: 2027-Q1 2 most"]);
});

test("the sentence reads right for none, one, two, one quarter, years and what is not known", () => {
  const sentence = (...parts: string[]) => viewIn([horizon, ...parts].join("\n")).sentence;
  const team = (name: string) => `team ${name} { capacity: 1 FTE }`;
  const work = (name: string, teams: string, timeline: string) =>
    `initiative ${name} { timeline: ${timeline} teams: ${teams} }`;
  expect(sentence(team("a"))).toBe("No team is over capacity");
  expect(sentence(team("a"), "team b { }")).toBe("No team is over capacity, 1 not known");
  expect(sentence(team("a"), work("x", "a 2 FTE", "2027-Q1"))).toBe(
    "1 team is over capacity in Q1 2027",
  );
  expect(sentence(team("a"), team("b"), work("x", "a 2 FTE, b 2 FTE", "2027"))).toBe(
    "2 teams are over capacity in 2027",
  );
  expect(sentence(team("a"), work("x", "a 2 FTE", "2026-Q4 .. 2027-Q1"))).toBe(
    "1 team is over capacity in 2026 and 2027",
  );
  expect(sentence(team("a"), work("x", "a 2 FTE", "2026-Q4 .. 2029"))).toBe(
    "1 team is over capacity from 2026 to 2029",
  );
  // What is over is over.
  expect(sentence(team("a"), work("x", "a 2 FTE", "2026-Q1 .. 2026-Q3"))).toBe(
    "No team is over capacity",
  );
  expect(sentence()).toBe("No team is written yet");
  expect(sentence("role r { critical: yes }")).toBe("The key role has no successor");
  expect(sentence("role r { critical: yes successors: q }")).toBe("The key role has a successor");
  expect(sentence("role r { critical: yes }", "role q { critical: yes successors: r }")).toBe(
    "1 of 2 key roles has no successor",
  );
});

test("fiscal quarters have the name of their year, and loads beyond the horizon are shown", () => {
  const fiscal = `strategy s { horizon: 2026 .. 2027 fiscal-year-start: 4 }
    team a "A" { capacity: 1 FTE }
    initiative x { timeline: 2028-Q1 teams: a 2 FTE }`;
  const { quarters, sentence, teams } = viewIn(fiscal);
  expect(quarters.map(({ year, label }) => `${label} ${year}`)).toEqual([
    "Q3 FY27",
    "Q4 FY27",
    "Q1 FY28",
  ]);
  expect(sentence).toBe("1 team is over capacity in Q1 FY28");
  expect(teams[0]?.later).toBeUndefined();
});

test("what is over capacity too far away to be shown is counted all the same", () => {
  const far = `${horizon} team a "A" { capacity: 1 FTE }
    initiative x { timeline: 2026-Q4 .. 2046 teams: a 2 FTE }`;
  const view = viewIn(far);
  expect(view.quarters.length).toBeLessThan(45);
  expect(view.teams[0]).toMatchObject({ over: 81, later: 81 - view.quarters.length });
  expect(figures(far)[1]).toBe("81 team quarters over capacity");
});

test("skills are told worst first: nobody, only learned, one only, not where it is needed, covered", () => {
  const skilled = `${horizon}
    team a "A" { skills: one, two, away lead: chief learning: new }
    team b "B" { skills: two, both }
    team c "C" { skills: away }
    role chief "Chief" { skills: both }
    initiative x "X" { teams: a 1 FTE, b 1 FTE skills: two, one, new, both, gone timeline: 2027 }
    initiative y "Y" { teams: b 1 FTE skills: away, two timeline: 2027 }
    initiative idea "Idea" { skills: dreams status: proposed timeline: 2027 }`;
  expect(
    viewIn(skilled).skills.map(({ title, state, presentIn, learning, note, neededBy }) =>
      [title, state, presentIn.join("+"), note, learning.join("+"), neededBy.length].join(" "),
    ),
  ).toEqual([
    "gone nobody    1",
    "new learned   A 1",
    "one one A only  1",
    "away lacking A+C not in the teams of 1 initiative  1",
    "two covered A+B   2",
    "both covered A+B   1",
  ]);
  expect(figures(skilled).at(-1)).toBe("1 skill nobody has or learns");
});

test("a skill that somebody may have is not understood, and a sub-team's is not its parent's too", () => {
  const state = (teams: string) =>
    viewIn(`${horizon} ${teams} initiative x "X" { skills: k timeline: 2027 }`).skills.map(
      (one) => `${one.state} ${one.presentIn.join("+")}`,
    );
  expect(state("team a { skills: 5 }")).toEqual(["unclear "]);
  expect(state('team a "A" { team b "B" { skills: k } }')).toEqual(["one B"]);
  expect(state('role r "R" { skills: k }')).toEqual(["one R"]);
  expect(state('role r "R" { skills: k } team a "A" { lead: r } team b "B" { lead: r }')).toEqual([
    "one A+B",
  ]);
});

test("titles are texts, whatever stands in them", () => {
  const odd = viewIn(`team a "<b>\u202eA</b>" { } role r "R\u0007" { holder: " " }`);
  expect(odd.teams[0]?.title).toBe("<b>\\u{202e}A</b>");
  expect(odd.lines[0]).toMatchObject({ title: "R\\u{7}", holder: undefined });
});

test("an empty strategy has no people", () => {
  const view = viewIn("");
  expect([view.teams, view.skills, view.lines, view.keyRoles, view.figures]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});

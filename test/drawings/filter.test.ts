// A roadmap and a filter → who passes, what is counted, and every sum of what is left.
import { Big } from "big.js";
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import { type Filter, facets, filterSentence } from "../../client/drawings/roadmap/filter.ts";
import { headFor } from "../../client/drawings/roadmap/filtered-head.ts";
import { arrange, type Row } from "../../client/drawings/roadmap/rows.ts";
import { matchInWords, matchOf, searchWords } from "../../client/drawings/roadmap/search.ts";
import { siftedGroups, siftOf } from "../../client/drawings/roadmap/sift.ts";
import { amountInWords } from "../../server/views/amounts.ts";
import { wholeScope } from "../../server/views/roadmap/heading.ts";
import type { GroupBy, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { exampleRoadmap, roadmapOf } from "./example.ts";

const example = exampleRoadmap();

function ids(view: RoadmapView, filter: Filter): string {
  return [...siftOf(view, filter).shown].join(" ");
}

const plan = roadmapOf(`
strategy s "S" { currency: EUR budget: 10M horizon: 2026 .. 2027 }
objective grow "Grow" { level: business kpi share "Share" { unit: % baseline: 1 on 2026-01 target: 3 by 2026-12 actual: 1 on 2026-10 } }
objective cloud "Cloud" { level: it supports: grow health: amber kpi up "Uptime" { unit: % } }
objective calm "Calm" { level: it supports: grow health: green }
role chief "Head of Cloud"
initiative move "Move to the cloud" {
  supports: cloud owner: chief teams: ops, dev timeline: 2026 .. 2027 status: active priority: must tags: big
  initiative wave "First wave" { budget: 1.25M timeline: 2026 teams: dev }
  initiative wave2 "Second wave" { budget: 2.5M timeline: 2027 owner: dev-lead }
}
initiative desk "Service desk" { supports: calm teams: ops budget: 333333 timeline: 2026 status: planned }
initiative bots "Bots" { supports: calm, cloud teams: dev budget: 666667 timeline: 2027 status: planned
  risk odd "Odd" { probability: very-high impact: very-high } }
initiative coin "Coin" { budget: 1M timeline: 2027 status: proposed teams: dev }
initiative coin2 "Coin again" { budget: 2M timeline: 2027 status: proposed }
initiative old "Old" { supports: calm status: cancelled timeline: 2025 budget: 9M }
initiative later "Later" { supports: calm budget: 0.5M status: planned }
`);

test("values of a field are alternatives, fields go together, cancelled work shows where it is wanted", () => {
  expect(ids(plan, {})).toBe("move wave wave2 desk bots coin coin2 later");
  expect(ids(plan, { team: ["ops"] })).toBe("move desk");
  expect(ids(plan, { team: ["ops", "dev"] })).toBe("move wave desk bots coin");
  expect(ids(plan, { team: ["dev"], status: ["planned"] })).toBe("bots");
  expect(ids(plan, { status: ["cancelled"] })).toBe("old");
  expect(ids(plan, { team: [""] })).toBe("wave2 coin2 later");
  expect(ids(plan, { owner: ["Head of Cloud"] })).toBe("move wave");
  expect(ids(plan, { priority: ["must"], tag: ["big"] })).toBe("move");
});

test("the values of each field are counted under what is chosen in the others", () => {
  const values = (filter: Filter, of: string) =>
    facets(plan, filter)
      .find(({ field }) => field === of)
      ?.values.map(({ words, count }) => `${words} ${count}`);
  expect(values({}, "team")).toEqual(["dev 4", "ops 2", "No team 3"]);
  expect(values({ status: ["planned"] }, "team")).toEqual(["dev 1", "ops 1", "No team 1"]);
  expect(values({ status: ["planned"], team: ["ops"] }, "team")).toEqual([
    "dev 1",
    "ops 1",
    "No team 1",
  ]);
  expect(values({ team: ["ops"] }, "status")).toEqual([
    "Proposed 0",
    "Planned 1",
    "Active 1",
    "Cancelled 0",
    "No status 0",
  ]);
  expect(values({ search: "wave" }, "priority")).toEqual(["Must have 2", "No priority 0"]);
});

test("a search says which words it found where", () => {
  const found = (id: string, search: string) => {
    const one = plan.initiatives.find((initiative) => initiative.id === id);
    const match = one && matchOf(one, searchWords(search));
    return match && [match.title, matchInWords(match)];
  };
  expect(found("move", "CLOUD")).toEqual([[[12, 17]], ""]);
  expect(found("move", "move the")).toEqual([
    [
      [0, 4],
      [8, 11],
    ],
    "",
  ]);
  expect(found("desk", "calm ops")).toEqual([[], "supports: Calm, team: ops"]);
  expect(found("wave", "head first")).toEqual([[[0, 5]], "owner: Head of Cloud"]);
  expect(found("desk", "nothing")).toBeUndefined();
  expect(found("desk", "d.sk")).toBeUndefined();
  expect(found("desk", "(")).toBeUndefined();
});

test("every figure follows, and says what it counts", () => {
  const head = headFor(plan, siftOf(plan, { team: ["dev"] }));
  expect(head.counted).toBe("4 of 8 initiatives");
  expect(head.sentence).toBe("4 of 8 initiatives: both IT objectives above them are off track");
  expect(head.figures.map(({ value, label, counts }) => [counts ?? value, label])).toEqual([
    // A part counts beside its programme where that is not among them; here it is.
    ["5.4M of 8.3M", "of the planned money is shown"],
    ["82%", "of the money shown is aligned"],
    [{ green: 0, amber: 0, red: 1, grey: 1 }, "KPIs of these: on, at risk, off, unknown"],
    ["1", "risk of these above appetite"],
  ]);
  expect(headFor(plan, siftOf(plan, { search: "first wave" })).figures[0]?.value).toBe(
    "1.3M of 8.3M",
  );
  expect(headFor(plan, siftOf(plan, { team: ["nobody"] }))).toEqual({
    sentence: "No initiative is in team nobody",
    figures: [],
    counted: "0 of 8 initiatives",
  });
});

const columns: readonly GroupBy[] = ["objective", "theme", "team", "owner", "status", "technology"];

/** What the rows of a picture add up to: those that count, with what has no dates. */
function columnOf(view: RoadmapView, rows: readonly Row[]): string {
  const counted = rows.flatMap((row) =>
    row.type === "initiative" && row.counts ? [row.initiative.weight?.amount ?? "0"] : [],
  );
  const sum = counted.reduce((all, one) => all.plus(one), new Big(0));
  return amountInWords({ amount: sum }, view.sums.inMillions);
}

test.each(columns)(
  "by %s the rows add up to the headline, with a filter and without",
  (groupBy) => {
    for (const view of [plan, example])
      for (const filter of [{}, { team: [view.initiatives[0]?.teams[0] ?? ""] }, { search: "a" }]) {
        const rows = arrange(view, { groupBy, filter, collapsed: new Set() }, frameFor(1600, 30));
        const { figures } = headFor(view, siftOf(view, filter));
        expect(figures[0]?.value.split(" of ")[0]).toBe(columnOf(view, rows));
        const keys = rows.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
  },
);

const every = ["", "proposed", "planned", "active", "on-hold", "completed", "cancelled"];

test("counted again from the rows, the head of the example says what the server says", () => {
  const { inMillions, budget } = example.sums;
  const scope = wholeScope(budget === undefined ? undefined : new Big(budget), inMillions);
  const { sentence, figures } = headFor(example, siftOf({ ...example }, { status: every }), scope);
  expect(sentence.split(": ")[1]).toBe(example.sentence);
  expect(figures).toEqual(example.figures);
});

test("and each group the amount that the server says", () => {
  const all = siftOf({ ...example }, { status: every });
  for (const { by, groups } of example.groupings) {
    const again = siftedGroups(example, groups, all);
    // Where no open work is left under a group it has no figure, as what it had was 0.
    const words = (list: typeof groups) =>
      list.map(({ id, amount = "0" }) => `${by} ${id}: ${amount}`);
    expect(words(again)).toEqual(words(groups));
    expect(again.map(({ health, start, end }) => [health, start, end])).toEqual(
      groups.map(({ health, start, end }) => [health, start, end]),
    );
  }
});

test("the gap and the tray hide nothing, and say how much of them passes", () => {
  const sifted = siftOf(plan, { team: ["dev"] });
  expect(sifted.unaligned).toMatchObject({
    initiatives: ["coin", "coin2"],
    passing: 1,
    amount: "1.0M",
    share: "18%",
  });
  expect(sifted.undated).toMatchObject({ initiatives: ["later"], passing: 0 });
  const rows = arrange(
    plan,
    { groupBy: "team", filter: { team: ["dev"] }, collapsed: new Set() },
    frameFor(1600, 9),
  );
  expect(
    rows
      .slice(-2)
      .map((row) => row.type === "initiative" && [row.initiative.id, row.dim, row.counts]),
  ).toEqual([
    ["coin", undefined, true],
    ["coin2", true, false],
  ]);
});

test("a filter without a result is named", () => {
  const said = (filter: Filter) => filterSentence(filter);
  expect(said({ health: ["grey"] })).toBe("No initiative is of unknown health");
  expect(said({ health: ["red", "grey"] })).toBe("No initiative is off track or of unknown health");
  expect(said({ status: ["", "active"] })).toBe("No initiative is active or has no status");
  expect(said({ owner: ["CIO", ""] })).toBe("No initiative is owned by CIO or has no owner");
  expect(said({ status: ["on-hold"], team: ["Data"] })).toBe(
    "No initiative is in team Data and is on hold",
  );
  expect(said({ search: "crm" })).toBe("No initiative matches “crm”");
  expect(
    said({ status: ["proposed", "planned", "active", "on-hold"], owner: ["CIO", "CFO"] }),
  ).toBe("No initiative is owned by CIO or CFO and is open");
  expect(said({ priority: ["must"], tag: [""] })).toBe(
    "No initiative is a must have and has no tag",
  );
});

test("parts that take more than their programme are no share of the plan, and break no budget", () => {
  const view = roadmapOf(`strategy s { currency: EUR budget: 10M horizon: 2026 .. 2027 }
objective grow { level: business }
initiative p { supports: grow budget: 1M timeline: 2026
  initiative part { owner: cto budget: 3M }
}`);
  const sifted = siftOf(view, { owner: ["cto"] });
  expect(headFor(view, sifted).figures[0]).toEqual({
    value: "3.0M",
    label: "is shown, in parts that take more than their programme",
  });
  expect([sifted.undated.amount, sifted.undated.share]).toEqual(["3.0M", "100%"]);
  expect([view.undated.amount, view.undated.share]).toEqual(["3.0M", undefined]);
});

test("under a filter, too, no sum is told of work of which nobody knows whether it counts", () => {
  const view = roadmapOf(`objective grow { level: business }
initiative a { supports: grow budget: 1M owner: cto }
initiative b { supports: grow budget: 2M owner: cto status: bogus }`);
  const groups = view.groupings[0]?.groups ?? [];
  expect(groups[0]?.amount).toBe(undefined);
  expect(siftedGroups(view, groups, siftOf(view, { owner: ["cto"] }))[0]?.amount).toBe(undefined);
});

test("the head counts what hangs on the parts of what is shown, and the objectives that it supports itself", () => {
  const view = roadmapOf(`objective hold "Hold" { level: it health: green }
objective keep "Keep" { level: it health: red }
initiative p { supports: hold, keep owner: cio
  initiative part { owner: cto supports: keep kpi k { } risk r { probability: low impact: low } }
  initiative other { owner: cfo supports: hold }
}`);
  const head = (owner: string) => {
    const { sentence, figures } = headFor(view, siftOf(view, { owner: [owner] }));
    return [
      sentence,
      ...figures.map(({ value, counts, label }) => `${counts?.grey ?? value} ${label}`),
    ];
  };
  expect(head("cto")[0]).toBe("1 of 3 initiatives: the IT objective above it is off track");
  expect(head("cfo")).toEqual([
    "1 of 3 initiatives: the IT objective above it is on track",
    "1 of 1 initiative shown aligned",
  ]);
  expect(head("cio")).toEqual([
    "1 of 3 initiatives: 1 of 2 IT objectives above it is off track",
    "1 of 1 initiative shown aligned",
    "1 KPIs of these: on, at risk, off, unknown",
    "0 risks of these above appetite",
  ]);
});

// One strategy → the same figures, states and words of the same thing in every view.
import { expect, test } from "vitest";
import { gapSentence } from "../../client/drawings/roadmap/row-sentences.ts";
import { kpiSentence } from "../../client/drawings/scorecard/words.ts";
import { initiativeSentence } from "../../client/drawings/sentences.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import { moneyView } from "../../server/views/money.ts";
import { risksView } from "../../server/views/risks.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { scorecardView } from "../../server/views/scorecard.ts";
import type { HeadFigure } from "../../server/views/shape.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

/** What each view shows of a strategy. */
function viewsOf(source: Sources) {
  const model = universeOf(source).model();
  return {
    roadmap: viewOf(roadmapView, model),
    alignment: viewOf(alignmentView, model),
    scorecard: viewOf(scorecardView, model),
    risks: viewOf(risksView, model),
    money: viewOf(moneyView, model),
  };
}

/** The figures whose label has some words: "2 risks above appetite". */
function said(figures: readonly HeadFigure[], words: string): readonly string[] {
  return figures
    .map(({ value, label }) => `${value} ${label}`)
    .filter((one) => one.includes(words));
}

test("work that is red for a risk bears its shield: its own, of a technology, declared or not, of a part", () => {
  const { roadmap: view, risks: listed } = viewsOf(`
    objective goal { level: business }
    technology tape { risk worn { probability: high impact: very-high response: accept } }
    risk retired { affects: cobol probability: high impact: very-high response: accept }
    initiative a { supports: goal technologies: tape }
    initiative b { supports: goal technologies: cobol }
    initiative c { supports: goal
      initiative d { risk late { probability: high impact: very-high } }
    }
    initiative e { supports: goal risk hoped { probability: high impact: high residual { impact: low } } }
  `);
  const above = new Set(listed.risks.flatMap((one) => (one.standing === "above" ? one.title : [])));
  expect([...above]).toEqual(["worn", "retired", "late", "hoped"]);
  for (const { id, health, risk } of view.initiatives) {
    expect([id, health, risk?.state]).toEqual([id, "red", "above"]);
    expect(above).toContain(risk?.sentence.split(":")[0]);
  }
});

test("an objective is measured for all views as the rule has it: the only one under a measured one is", () => {
  const { alignment, scorecard: card } = viewsOf(`
    objective goal { level: business kpi k {} }
    objective only { supports: goal }
    objective bare {}
  `);
  expect(said(alignment.figures, "measured")).toEqual(["2 of 3 objectives measured"]);
  expect(said(card.figures, "measured")).toEqual(["2 of 3 objectives measured"]);
});

test.each([
  ["appetite: tiny", "probability: high impact: high", "–"],
  ["appetite: low", "impact: high", "–"],
  ["", "probability: high impact: very-high", "at least 1"],
  ["", "probability: low impact: low", "None known"],
])("what is not known of a risk is no 0 above the appetite: %s, %s", (appetite, rating, value) => {
  const other = value === "–" ? "" : "risk other { impact: low }";
  const { roadmap: view, risks: listed } = viewsOf(
    `strategy s { ${appetite} }\nrisk r { ${rating} }\n${other}`,
  );
  expect(view.figures.at(-1)?.value).toBe(value);
  expect(listed.figures[0]).toEqual({ value, label: "above appetite" });
});

test("where no risk is above the appetite, none of those lacks a response", () => {
  const { risks: listed } = viewsOf(
    "strategy s { appetite: high }\nrisk r { probability: high impact: high }",
  );
  expect(listed.figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
    "0 above appetite",
    "– expected loss",
  ]);
});

test("a figure and its label read right for one of one", () => {
  const one = viewsOf("objective goal { level: business kpi k }\ninitiative a { supports: goal }");
  expect(said(one.roadmap.figures, "aligned")).toEqual(["1 of 1 initiative aligned"]);
  expect(said(one.alignment.figures, "initiative")).toEqual([
    "1 of 1 initiative aligned",
    "0 of 1 initiative with a risk",
  ]);
});

const twice = `
  strategy s { currency: EUR budget: 9M }
  objective goal "Goal" { level: business }
  initiative a { supports: goal budget: 1M }
  initiative b { supports: goal budget: 2M status: bogus }
  initiative c { supports: goal budget: 3M }
  initiative d { budget: 3M status: bogus }
`;

test("where nobody can say whether some work counts, no view tells what it comes to", () => {
  const { roadmap: plan, alignment, money } = viewsOf(twice);
  const [groups] = plan.groupings;
  expect(groups?.groups.map(({ title, amount }) => [title, amount])).toEqual([
    ["Goal", undefined],
    ["What it supports is not clear", undefined],
  ]);
  expect(alignment.goals.map(({ title, amount }) => [title, amount])).toEqual([
    ["Goal", undefined],
    ["What it supports is not clear", undefined],
  ]);
  for (const { rows, total } of money.ways)
    expect([...rows, total].map(({ amount, says }) => [amount, says])).toEqual(
      [...rows, total].map(() => [undefined, "The amount is not clear"]),
    );
  expect(plan.undated.amount).toBe(undefined);
  expect(money.budget.unknown).toBe(
    "What is planned is not known: the amount of b and of 1 more is not clear",
  );
  expect(money.costs.notes).toEqual([
    "a and 1 more: 4.0M of budget with no cost written, so it is not in it",
  ]);
});

test("an amount for which there is no rate is written all the same", () => {
  const { money } = viewsOf(`strategy s { currency: EUR }
    objective goal { level: business }
    initiative a { supports: goal budget: 1M USD }`);
  expect(money.ways[0]?.rows.map(({ amount, says }) => [amount, says])).toEqual([
    [undefined, "The amount is not clear"],
  ]);
});

test("a risk of a technology that nobody declares affects that", () => {
  const { risks: listed } = viewsOf(`initiative a { technologies: cobol }
    risk r { affects: cobol }`);
  expect(listed.risks.map(({ affects, adrift }) => [affects, adrift])).toEqual([
    [["cobol"], undefined],
  ]);
});

test("what is aligned and the rest come to 100%, in every view", () => {
  const {
    roadmap: plan,
    alignment,
    money,
  } = viewsOf(`
    objective goal { level: business }
    initiative a { supports: goal budget: 92_500 }
    initiative b { budget: 7_500 }`);
  expect(plan.figures[1]?.value).toBe("93%");
  expect(alignment.sentence).toBe("93% of the money supports an objective");
  expect([plan.unaligned.share, alignment.unaligned.share]).toEqual(["7%", "7%"]);
  expect(money.sentence).toBe("100k is planned, 7% of it unaligned");
  expect(money.budget.parts.map(({ share }) => share)).toEqual(["93%", "7%"]);
});

test("a return that rounds to nothing keeps its sign, in the roadmap as beside the money", () => {
  const { roadmap: plan, money } = viewsOf(`strategy s { horizon: 2026 .. 2027 }
    objective goal { level: business }
    initiative a { supports: goal timeline: 2026 cost { upfront: 1000 } benefit: 1003 }`);
  expect(plan.initiatives[0]?.money.return).toBe("+0%");
  expect(money.ways[0]?.rows[0]?.return).toBe("+0%");
});

test("a part of which nobody knows whether it counts hides what its programme comes to, where that stands", () => {
  const {
    roadmap: plan,
    alignment,
    money,
  } = viewsOf(`strategy s { horizon: 2026 .. 2027 }
    objective one { level: business }
    objective two { level: business }
    initiative whole { supports: one budget: 1M }
    initiative part { part-of: whole supports: two status: bogus budget: 2M }
    initiative other { supports: two budget: 3M }`);
  const amounts = (rows: readonly { readonly amount?: string | undefined }[]) =>
    rows.map(({ amount }) => amount);
  expect(amounts(plan.groupings[0]?.groups ?? [])).toEqual([undefined, "3.0M"]);
  expect(amounts(alignment.goals)).toEqual([undefined, "3.0M"]);
  expect(amounts(money.ways[0]?.rows ?? [])).toEqual([undefined, "3.0M"]);
});

test("the gap counts a programme without its parts, as what is aligned does", () => {
  const { roadmap: plan, alignment } = viewsOf(`objective goal { level: business }
    initiative whole { initiative first { } initiative second { } }`);
  expect([plan.unaligned.initiatives.length, plan.unaligned.work]).toEqual([3, 1]);
  expect(gapSentence(plan.unaligned, false)).toBe(
    "1 initiative is not aligned with any objective.",
  );
  expect(alignment.unaligned.work).toBe(1);
  expect(said(plan.figures, "aligned")).toEqual(["0 of 1 initiative aligned"]);
});

test("a KPI says what it measures, that it measures nothing, or that nobody knows", () => {
  const sentence = (fields: string) => {
    const [band] = viewsOf(`objective goal "Goal" { level: business }\nkpi k { ${fields} }`)
      .scorecard.bands;
    const [kpi] = band?.kpis ?? [];
    return (
      kpi &&
      kpiSentence(kpi)
        .split(". ")
        .find((part) => /measures/i.test(part))
    );
  };
  expect(sentence("measures: goal")).toBe("Measures Goal");
  expect(sentence("")).toBe("Measures nothing");
  expect(sentence("measures: gaol")).toBe("What it measures is not clear");
});

test("large figures of a KPI are told in millions, wherever they stand", () => {
  const {
    roadmap: plan,
    alignment,
    scorecard: card,
  } = viewsOf(`objective goal { level: business
    kpi sales "Sales" { unit: EUR
      baseline: 1.2M on 2026-01 target: 2.4M by 2026-12 actual: 1.25M on 2026-10 } }`);
  expect(plan.events[0]?.sentence).toBe("Sales: 2.4M EUR by 31 Dec 2026");
  const reason = "Sales is behind plan: 1.25M EUR, expected 2.18M EUR";
  expect(plan.groupings[0]?.groups[0]?.wrong).toEqual([reason]);
  expect(alignment.goals[0]?.wrong).toEqual([reason]);
  const [sales] = card.bands[0]?.kpis ?? [];
  expect([sales?.latest?.text, sales?.expected?.text]).toEqual(["1.25M", "2.18M"]);
});

test.each([
  ["9970", "9.97%"],
  ["2300", "2%"],
])(
  "a contingency of %s on 100k is told alike in the figure, the sentence and the list",
  (kept, told) => {
    const { money } = viewsOf(`strategy s { horizon: 2026 .. 2027 currency: EUR }
    objective goal { level: business }
    initiative a "A" { supports: goal status: active timeline: 2026
      cost { upfront: 100k contingency: ${kept} } }`);
    expect(said(money.figures, "contingency")).toEqual([`${told} contingency, policy 10%`]);
    expect(money.costs.kept?.text).toBe(
      `Contingency is thin: ${told} of the other costs, policy at least 10%`,
    );
    expect(money.costs.kept?.facts).toEqual([["A", `keeps ${told}`]]);
  },
);

test("by team and by technology the roadmap and the money count alike: a programme where it says, its parts as ghosts", () => {
  const { roadmap: plan, money } = viewsOf(`objective goal { level: business }
    initiative a { supports: goal budget: 1M teams: x, y technologies: t }
    initiative p "P" { supports: goal teams: x
      initiative p1 "P1" { budget: 2M teams: y technologies: t }
      initiative p2 { budget: 3M }
    }`);
  for (const by of ["team", "technology"] as const) {
    const groups = plan.groupings.find((one) => one.by === by)?.groups ?? [];
    const way = money.ways.find((one) => one.by === by)?.rows ?? [];
    expect(new Map(way.map(({ title, amount }) => [title, amount]))).toEqual(
      new Map(groups.map(({ title, amount }) => [title, amount])),
    );
  }
  const ghosts = money.ways.map(({ rows }) =>
    rows.flatMap(({ title, elsewhere }) =>
      elsewhere.map((one) => `${title}: ${one.title} ${one.amount}, ${one.counted}`),
    ),
  );
  expect(ghosts.slice(1)).toEqual([
    ["y: a 1.0M, counted under x", "y: P1 2.0M, counted in P"],
    ["t: P1 2.0M, counted in P"],
  ]);
});

test("of a risk that is not rated no view says that it is within the appetite", () => {
  const {
    roadmap: plan,
    alignment,
    risks: listed,
  } = viewsOf(`objective goal { level: business }
    initiative a "A" { supports: goal risk r "R" { impact: high } }`);
  const [work] = plan.initiatives;
  expect(work && initiativeSentence(work)).toContain("How its risk stands is not known");
  expect(alignment.initiatives[0]?.risks[0]?.sentence).toBe("R: not rated");
  expect(listed.risks[0]?.standing).toBe("unrated");
});

test("a small plan is told in thousands, also where not all of it is known", () => {
  const { roadmap: plan } = viewsOf(`strategy s { currency: EUR }
    objective goal { level: business }
    initiative a { supports: goal budget: 60k }
    initiative b { supports: goal budget: 5k USD }`);
  expect(plan.initiatives.map(({ money }) => money.amount)).toEqual(["60k", undefined]);
  expect(plan.sums.inMillions).toBe(false);
});

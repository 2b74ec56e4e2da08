// A strategy as text → what each initiative is for, as a compact text: goals, work, money counted once, gaps, sentence.
import { expect, test } from "vitest";
import { totalAmount } from "../../server/model/derive/money.ts";
import { amountUnder } from "../../server/model/derive/under.ts";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

function look(source: Sources, folder?: string): AlignmentView {
  return viewOf(alignmentView, universeOf(source).model(folder));
}

/** Each goal on a line of its own, its work and signs below it. */
function outline(view: AlignmentView): string {
  const works = new Map(view.initiatives.map((work) => [work.id, work]));
  const signs = ({ kpis, risks }: Pick<AlignmentView["loose"], "kpis" | "risks">) =>
    [
      ...kpis.map(({ title, health }) => ` {${title} ${health}}`),
      ...risks.map(({ title, state, scores }) => ` <${title} ${state} ${scores ?? "–"}>`),
    ].join("");
  const workLine = (id: string, indent: string) => {
    const work = works.get(id);
    if (work === undefined) return `${indent}? ${id}`;
    const marks = [
      work.closed && "closed",
      work.programme && `in ${work.programme}`,
      work.inside && "inside",
      work.also.length > 0 && `also ${work.also.join(" ")}`,
    ].filter((mark) => mark);
    const told = marks.length > 0 ? `, ${marks.join(", ")}` : "";
    return `${indent}- ${work.title} ${work.amount ?? "–"}${told}${signs(work)}`;
  };
  return [
    ...view.goals.flatMap((goal) => {
      const indent = "  ".repeat(goal.depth);
      const marks = [
        goal.empty && "empty",
        goal.shared > 0 && `${goal.shared} elsewhere`,
        goal.elsewhere && `${goal.elsewhere.initiatives} in others ${goal.elsewhere.amount ?? "–"}`,
        goal.also.length > 0 && `also ${goal.also.join(" ")}`,
      ].filter((mark) => mark);
      const told = marks.length > 0 ? `, ${marks.join(", ")}` : "";
      return [
        `${indent}${goal.title} ${goal.amount ?? "–"} ${goal.share ?? "–"} of ${goal.work}${told}${signs(goal)}`,
        ...goal.initiatives.map((id) => workLine(id, `${indent}  `)),
      ];
    }),
    ...(view.unaligned.initiatives.length > 0
      ? [
          `! ${view.unaligned.amount ?? "–"} ${view.unaligned.share ?? "–"} of ${view.unaligned.work}`,
          ...view.unaligned.initiatives.map((id) => workLine(id, "  ")),
        ]
      : []),
    ...[signs(view.loose)].filter((text) => text).map((text) => `~${text}`),
  ].join("\n");
}

function figures(view: AlignmentView): readonly string[] {
  return view.figures.map(({ value, label }) => `${value} ${label}`);
}

/** What all that stands at the top comes to, with what supports nothing. */
function columnSum({ goals, unaligned }: AlignmentView): number {
  const tops = goals.filter(({ depth }) => depth === 0);
  return [...tops, unaligned].reduce((sum, { money = 0 }) => sum + money, 0);
}

const shop = `
strategy shop "Shop strategy" { currency: EUR budget: 9M horizon: 2026 .. 2028 }
objective revenue "Grow revenue" {
  level: business
  owner: cco
  kpi share "Digital share" { unit: % baseline: 10 on 2025-12 target: 20 by 2026-12 actual: 12 on 2026-10 }
}
objective service "Personal service" { supports: revenue level: it
  kpi churn "Churn" { unit: % }
  initiative hub "Data hub" { budget: 1.2M status: active
    kpi records "Clean records" { unit: % }
    risk leak "Leak" { probability: high impact: very-high response: mitigate mitigation: "Keys" residual { probability: very-low } }
  }
  initiative landing "Landing zone" { budget: 600k status: completed }
  initiative given-up "Given up" { budget: 900k status: cancelled risk gone "Gone" { probability: low impact: low } }
}
initiative direct "Right under the business" { supports: revenue budget: 800k status: planned }
initiative tokens "Loyalty tokens" { budget: 500k status: proposed }
`;

test("goals hold their work, KPIs and risks; closed work has no figure, and what was given up is hidden", () => {
  expect(outline(look(shop))).toBe(`Grow revenue 2.0M 80% of 3 {Digital share red}
  - Right under the business 0.8M
  Personal service 1.2M 48% of 2 {Churn grey}
    - Data hub 1.2M {Clean records grey} <Leak within 20 to 5>
    - Landing zone –, closed
! 0.5M 20% of 1
  - Loyalty tokens 0.5M`);
});

test("it opens with the share of the money that supports an objective, and figures of coverage", () => {
  const view = look(shop);
  expect(view.sentence).toBe("80% of the money supports an objective");
  expect(figures(view)).toEqual([
    "2.0M of 2.5M of the money is aligned",
    "2 of 3 initiatives aligned",
    "2 of 2 objectives measured",
    "1 of 3 initiatives with a risk",
  ]);
});

test.each([
  ["", "No initiative is open"],
  ["objective o { initiative a { budget: 1M } }", "All of the money supports an objective"],
  ["initiative a { budget: 1M }", "None of the money supports an objective"],
  ["objective o { initiative a {} }", "The initiative supports an objective"],
  ["initiative a {}", "The initiative supports no objective"],
  ["objective o { initiative a {} initiative b {} }", "Both initiatives support an objective"],
  [
    "objective o { initiative a {} initiative b {} initiative c {} }",
    "All 3 initiatives support an objective",
  ],
  ["initiative a {} initiative b {}", "No initiative supports an objective"],
  ["objective o { initiative a {} } initiative b {}", "1 of 2 initiatives supports an objective"],
  [
    "objective o { initiative a {} initiative b {} } initiative c {}",
    "2 of 3 initiatives support an objective",
  ],
  [
    "objective o { initiative a { budget: 1M } } initiative b { budget: 1M supports: nobody }",
    "How much of the money supports an objective is not known",
  ],
  [
    "objective o { initiative a { budget: 999M } } initiative b { budget: 1k }",
    "99% of the money supports an objective",
  ],
])("%s → %s", (source, sentence) => {
  expect(look(source).sentence).toBe(sentence);
});

test("a second support is told at both ends, and its money is counted once", () => {
  const view = look(`
    objective a { level: business initiative x { budget: 2M supports: b } }
    objective b { level: business
      objective c { level: it supports: a initiative y { budget: 1M } }
    }
  `);
  expect(outline(view)).toBe(`a 2.0M 67% of 1, 1 elsewhere
  - x 2.0M, also b
b 1.0M 33% of 1, 1 elsewhere
  c 1.0M 33% of 1, also a
    - y 1.0M`);
  expect(columnSum(view)).toBe(3_000_000);
  expect(view.goals.map(({ title, whole }) => `${title} ${whole ?? "–"}`)).toEqual([
    "a 3.0M",
    "b 3.0M",
    "c –",
  ]);
});

test("a part is in its programme already: beside it, under another goal, or without its support", () => {
  const view = look(`
    objective a { level: business
      initiative move { budget: 2M
        initiative first { budget: 1M }
        initiative second { budget: 500k supports: b }
      }
    }
    objective b { level: business }
  `);
  expect(outline(view)).toBe(`a 2.0M 100% of 1
  - move 2.0M
  - first 1.0M, in move, inside
b 0 – of 1
  - second 0.5M, in move`);
  const apart = look(`
    objective a { level: business }
    initiative move { budget: 2M
      initiative first { budget: 1M supports: a }
    }
  `);
  expect(outline(apart)).toBe(`a 0 – of 1
  - first 1.0M, in move
! 2.0M 100% of 1
  - move 2.0M`);
  expect(columnSum(apart)).toBe(2_000_000);
});

test("goals of any depth, goals that serve no business objective, and circles have their place", () => {
  const view = look(`
    objective top { level: business
      objective one { level: it
        objective two { level: team
          objective three { initiative deep { budget: 1M } }
        }
      }
    }
    objective lone { level: it initiative left { budget: 1M } }
    objective round { supports: trip level: it }
    objective trip { supports: round level: it initiative turning { budget: 1M } }
    objective broken { supports: nobody level: it initiative crack { budget: 1M } }
    initiative adrift { supports: nobody budget: 1M }
    initiative over { status: completed }
  `);
  expect(outline(view)).toBe(`top 1.0M 20% of 1
  one 1.0M 20% of 1
    two 1.0M 20% of 1
      three 1.0M 20% of 1
        - deep 1.0M
No business objective 2.0M 40% of 2
  lone 1.0M 20% of 1
    - left 1.0M
  round 1.0M 20% of 1
    trip 1.0M 20% of 1
      - turning 1.0M
What it supports is not clear 2.0M 40% of 2
  - adrift 1.0M
  broken 1.0M 20% of 1
    - crack 1.0M
Closed, without an objective – – of 1
  - over –, closed`);
  expect(columnSum(view)).toBe(5_000_000);
});

test("what nothing supports says so, and what is not known is no zero", () => {
  expect(
    outline(
      look(`
        objective empty { level: business }
        objective full { level: business initiative a {} }
        objective done { level: business initiative b { status: completed budget: 1M } }
        objective part { level: business initiative c { budget: 1M } initiative d {} }
      `),
    ),
  ).toBe(`empty 0 – of 0, empty
full – – of 1
  - a –
done 0 – of 1
  - b –, closed
part 1.0M 100% of 2
  - c 1.0M
  - d –`);
});

test("a lower bound is told as one", () => {
  const view = look(
    "objective o { level: business initiative a { cost { upfront: 2M licences: 100k per year } } }",
  );
  expect(view.goals[0]?.amount).toBe("at least 2.0M");
  expect(figures(view)[0]).toBe("at least 2.0M of at least 2.0M of the money is aligned");
});

test("risks of technologies stand beside the work that relies on them; what hangs on nothing stands alone", () => {
  expect(
    outline(
      look(`
        objective o { level: business
          risk slow "Slow" { probability: low impact: low }
          initiative a { technologies: cloud, mainframe }
          initiative b { technologies: cloud }
        }
        technology cloud { risk outage "Outage" { probability: high impact: very-high } }
        technology unused { risk rust "Rust" { probability: low impact: medium } }
        risk old "Too old" { affects: mainframe probability: low impact: high status: occurred }
        risk shut "Shut" { affects: o probability: low impact: high status: closed }
        kpi stray "Stray" { unit: % }
        risk storm "Storm" {}
      `),
    ),
  ).toBe(`o – – of 2 <Slow within 4>
  - a – <Outage above 20> <Too old occurred 8>
  - b – <Outage above 20>
~ {Stray grey} <Rust within 6> <Storm within –>`);
});

const cascade = {
  "group/strategy.config.json": "{}",
  "group/plan.strategy": `
    strategy group "Group" { currency: EUR }
    objective loyal "Loyal customers" { level: business }
    objective alone "Nobody yet" { level: business }
    initiative own { supports: loyal budget: 1M }
  `,
  "shop/strategy.config.json": "{}",
  "shop/plan.strategy": `
    import corporate from "../group"
    strategy shop "Shop" { currency: EUR }
    objective tills "Fast tills" { supports: corporate.loyal level: it
      initiative scan { budget: 400k }
      initiative queue { budget: 200k status: completed }
    }
    kpi back "Come back" { measures: corporate.loyal unit: % }
  `,
};

test("what importing projects do for a goal is told beside the own work, and counts there", () => {
  const view = look(cascade, "group");
  expect(outline(view)).toBe(`Loyal customers 1.0M 100% of 1, 2 in others 0.4M {Come back grey}
  - own 1.0M
Nobody yet 0 – of 0, empty`);
  expect(columnSum(view)).toBe(1_000_000);
  const [back] = view.goals[0]?.kpis ?? [];
  expect(back?.source.uri).toMatch(/shop\/plan\.strategy$/);
});

test("a business objective of another project stands at the top, where it is written", () => {
  const view = look(cascade, "shop");
  expect(outline(view)).toBe(`Loyal customers 400k 100% of 2 {Come back grey}
  Fast tills 400k 100% of 2
    - scan 400k
    - queue –, closed`);
  const [top] = view.goals;
  expect(top?.id).toBe("group.loyal");
  expect(top?.source?.uri).toMatch(/group\/plan\.strategy$/);
  expect(top?.source?.range.start.line).toBe(2);
});

test("in the example each column adds up to what is planned, and agrees with the model", () => {
  const { model: modelOf, entity } = department();
  const model = modelOf();
  const view = viewOf(alignmentView, model);
  const total = totalAmount(model)?.amount.toNumber();
  expect(columnSum(view)).toBe(total);
  const works = view.initiatives.reduce((sum, { money = 0 }) => sum + money, 0);
  expect(works).toBe(total);
  const leaves = view.goals.filter(({ depth }) => depth === 1);
  const aligned = leaves.reduce((sum, { money = 0 }) => sum + money, 0);
  expect(aligned + (view.unaligned.money ?? 0)).toBe(total);
  // A goal that shares work with another one has all of it in the model, and here what is counted.
  const apart = view.goals.filter(({ shared, parent, id }) => {
    const under = view.goals.filter((one) => one.parent === id);
    return shared === 0 && under.every((one) => one.shared === 0) && (parent ?? "") !== id;
  });
  expect(apart.length).toBeGreaterThan(5);
  for (const { id, money } of apart)
    expect([id, amountUnder(model.universe, entity(id))?.amount.toNumber()]).toEqual([id, money]);
  expect(view.sentence).toBe("93% of the money supports an objective");
});

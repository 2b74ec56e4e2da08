// A strategy as text → its money as a compact text: sentence, figures, bars, costs.
import { Big } from "big.js";
import { expect, test } from "vitest";
import { openWork } from "../../server/model/derive/alignment.ts";
import { costOf } from "../../server/model/derive/cost.ts";
import { totalAmount } from "../../server/model/derive/money.ts";
import type { MoneyView } from "../../server/views/money/shape.ts";
import { moneyView } from "../../server/views/money.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { moneyIn, shop, shopGoals } from "./shop.ts";

function costs({ costs: table }: MoneyView): readonly string[] {
  return [
    ["", ...table.years].join(" | "),
    ...table.rows.map(({ title, cells, total }) =>
      [title, ...cells.map((cell) => cell?.text ?? ""), total].join(" | "),
    ),
    ["All", ...table.sums.map((cell) => cell?.text ?? ""), table.total].join(" | "),
  ];
}

function parts({ parts: all }: MoneyView["budget"] | MoneyView["kinds"]): readonly string[] {
  return all.map(({ label, amount, share }) => `${label} ${amount} ${share}`);
}

test("the sentence says what is planned of what there is, and how much of it is unaligned", () => {
  const say = (source: string) => moneyIn(source).sentence;
  expect(say(shop)).toBe("4.2M of 6M is planned, 14% of it unaligned");
  const work = "initiative a { supports: growth budget: 2.5M }";
  expect(say(`${shopGoals} ${work}`)).toBe("2.5M of 6M is planned, all of it aligned");
  expect(say(`${shopGoals} ${work} initiative b { budget: 9M }`)).toBe(
    "11.5M is planned, 5.5M over the budget of 6M, 78% of it unaligned",
  );
  expect(say(`${shopGoals} initiative b { budget: 9k }`)).toBe(
    "9k of 6M is planned, all of it unaligned",
  );
  expect(say("objective g {} initiative a { supports: g budget: 3k }")).toBe(
    "3k is planned, all of it aligned",
  );
  expect(say(shopGoals)).toBe("Nothing of 6M is planned");
  expect(say("objective g {}")).toBe("Nothing is planned");
  expect(say(`${shopGoals} initiative a { budget: 1M USD }`)).toBe("What is planned is not known");
  expect(say(`${shopGoals} initiative a { supports: growth }`)).toBe(
    "What is planned is not known",
  );
  expect(say(`${shopGoals} initiative a { supports: nobody budget: 1M }`)).toBe(
    "1.0M of 6M is planned, how much of it is aligned is not known",
  );
  expect(
    say(`${shopGoals} initiative a { supports: growth cost { upfront: 1M staff: 1 per year } }`),
  ).toBe("At least 1.0M of 6M is planned, all of it aligned");
});

test("figures over the picture: cost, return, payback, contingency with its policy", () => {
  const figures = (source: string) =>
    moneyIn(source).figures.map(
      ({ value, label, wrong }) => `${value} ${label}${wrong ? " !" : ""}`,
    );
  expect(figures(shop)).toEqual([
    "1.6M cost over the horizon",
    "+84% return",
    "18 months until it is paid back",
    "10% contingency, policy 10%",
  ]);
  expect(
    figures(`${shopGoals} initiative a { timeline: 2026 cost { other: 5 } benefit: 2 }`),
  ).toEqual(["5 cost over the horizon", "−60% return !", "0% contingency, policy 10% !"]);
  expect(figures(`${shopGoals} initiative a { timeline: 2026 cost { other: 5 } }`)).toEqual([
    "5 cost over the horizon",
    "– no benefit is written",
    "0% contingency, policy 10% !",
  ]);
  expect(figures(`${shopGoals} initiative a { timeline: 2026 budget: 1M benefit: 2 }`)).toEqual([
    "– no cost is written",
    "– return is not known",
  ]);
  expect(
    figures(`${shopGoals} initiative a { cost { other: 5 staff: 1 per year } benefit: 2 }`),
  ).toEqual(["at least 5 cost over the horizon", "– return: not all cost is known"]);
  expect(figures(shopGoals)).toEqual([]);
});

test("the budget is one bar: aligned, not aligned, left or over", () => {
  const { budget } = moneyIn(shop);
  expect([budget.says, budget.limit?.text, budget.left, budget.over]).toEqual([
    "6M for the horizon",
    "6M",
    "1.8M left",
    undefined,
  ]);
  expect(parts(budget)).toEqual(["aligned 3.6M 86%", "not aligned 0.6M 14%"]);
  expect(budget.parts[0]?.facts).toEqual([
    ["App", "2.0M"],
    ["CRM", "1.6M"],
  ]);
  const over = moneyIn(`${shopGoals} initiative b { budget: 9M }`).budget;
  expect([over.left, over.over]).toEqual([undefined, "3.0M over"]);
  const full = moneyIn(`${shopGoals} initiative b { budget: 6M }`).budget;
  expect([full.left, full.over]).toEqual(["nothing left", undefined]);
  const least = moneyIn(`${shopGoals} initiative b { cost { other: 7M staff: 1 per year } }`);
  expect([least.sentence, least.budget.over]).toEqual([
    "At least 7.0M is planned, at least 1.0M over the budget of 6M, all of it unaligned",
    "at least 1.0M over",
  ]);
  const none = moneyIn("initiative b { budget: 9M }").budget;
  expect([none.says, none.limit, none.left]).toEqual([
    "No budget is written",
    undefined,
    undefined,
  ]);
  const of = (source: string) => moneyIn(`${shopGoals} ${source}`).budget.unknown;
  expect(of("initiative a { budget: 1M USD }")).toBe(
    "What is planned is not known: there is no rate for USD",
  );
  expect(of('initiative a "A" { budget: lots }')).toBe(
    "What is planned is not known: the amount of A is not clear",
  );
  expect(of("initiative a {}")).toBe(
    "What is planned is not known: no initiative says what it takes",
  );
});

test("the kind of work is one bar, with the policy where it is not switched off", () => {
  const { kinds } = moneyIn(shop);
  expect(parts(kinds)).toEqual(["Transform 1.6M 39%", "Grow 2.0M 47%", "No type 0.6M 14%"]);
  expect(kinds.policy).toBe(
    "Grow, transform and improve: 100% of decided work with a type, policy at least 20%",
  );
  const config = (rule: unknown) => ({
    "strategy.config.json": JSON.stringify({ rules: { "reactive-portfolio": rule } }),
    "a.strategy": `${shopGoals} initiative a { type: run budget: 3 } initiative b { type: grow budget: 1 }`,
  });
  const of = (rule: unknown) => {
    const { policy, wrong } = moneyIn(config(rule)).kinds;
    return [policy, wrong];
  };
  expect(of(["info", { min: 30 }])).toEqual([
    "Grow, transform and improve: 25%, policy at least 30%",
    true,
  ]);
  expect(of("info")).toEqual(["Grow, transform and improve: 25%, policy at least 20%", undefined]);
  expect(of("off")).toEqual([undefined, undefined]);
});

test("cost by head and fiscal year, the contingency last; every cell says what it is of", () => {
  const data = moneyIn(shop);
  expect(costs(data)).toEqual([
    " | 2026 | 2027",
    "Upfront | 1.0M |  | 1.0M",
    "Staff | 0.2M | 0.2M | 0.5M",
    "Contingency | 0.1M | 24k | 0.1M",
    "All | 1.4M | 0.3M | 1.6M",
  ]);
  expect(data.costs.says).toBe("the fiscal year is the calendar year");
  expect(data.costs.notes).toEqual([
    "App and 1 more: 2.6M of budget with no cost written, so it is not in it",
  ]);
  expect(data.costs.rows[1]?.cells[0]?.facts).toEqual([["CRM", "0.2M"]]);
  expect(data.costs.sums[0]?.facts).toEqual([
    ["Upfront", "1.0M"],
    ["Staff", "0.2M"],
    ["Contingency", "0.1M"],
  ]);
});

test("fiscal years have their own names; many years end in one; what has no dates stands apart", () => {
  const data =
    moneyIn(`strategy s { horizon: 2026-04 .. 2034-03 fiscal-year-start: 4 currency: EUR }
    initiative a "A" { timeline: 2026-05 .. 2026-06 cost { staff: 120 per year } }
    initiative b "B" { cost { other: 7 support: 1 per year } }`);
  expect(costs(data)).toEqual([
    " | FY27 | FY28 | FY29 | FY30 | FY31 and later | No dates",
    "Staff | 110 | 120 | 120 | 120 | 480 |  | 950",
    "Support |  |  |  |  |  | – | –",
    "Other |  |  |  |  |  | 7 | 7",
    "All | 110 | 120 | 120 | 120 | 480 | at least 7 | at least 957",
  ]);
  expect(data.costs.says).toBe("the fiscal year starts in April");
});

test("the largest stand in a card, and how much the others come to", () => {
  const work = Array.from(
    { length: 19 },
    (_, at) => `initiative a${at} "A${at}" { timeline: 2026 cost { other: ${at + 1} } }`,
  );
  const cell = moneyIn(`${shopGoals} ${work.join("\n")}`).costs.rows[0]?.cells[0];
  expect(cell?.text).toBe("190");
  expect(cell?.facts[0]).toEqual(["A18", "19"]);
  expect(cell?.facts.at(-1)).toEqual(["and 13 more", "91"]);
  expect(cell?.facts.reduce((sum, [, text]) => sum + Number(text), 0)).toBe(190);
});

test("contingency is thin only where the rule says so", () => {
  const kept = (source: Parameters<typeof moneyIn>[0]) => moneyIn(source).costs.kept;
  const work = (cost: string, risk = "") =>
    `${shopGoals} initiative a "A" { supports: growth timeline: 2026 cost { ${cost} } ${risk} }`;
  const risk =
    'risk r "R" { probability: high impact: low loss: 1000 owner: cio response: accept }';
  expect(kept(work("staff: 1000 contingency: 20%"))?.text).toBe(
    "Contingency 200, no open risk has an expected loss",
  );
  const thin = kept(work("staff: 1000 contingency: 20%", risk));
  expect([thin?.text, thin?.thin, thin?.facts]).toEqual([
    "Contingency is thin: 200 against an expected loss of 700 from open risks",
    true,
    [["A", "keeps 200, risks 700"]],
  ]);
  expect(kept(work("staff: 1000 contingency: 5%"))?.text).toBe(
    "Contingency is thin: 5% of the other costs, policy at least 10%",
  );
  expect(kept(work("staff: 1000"))?.text).toBe(
    "Contingency is thin: nothing is kept, policy at least 10%",
  );
  // The risk hangs on no work: no cost block has to cover it.
  const apart = kept(
    `${work("staff: 1000 contingency: 20%")} risk q { affects: growth ${risk.slice(12)}`,
  );
  expect([apart?.text, apart?.thin]).toEqual([
    "Contingency 200, expected loss of open risks 700, none of it in this work",
    undefined,
  ]);
  const off = {
    "strategy.config.json": '{ "rules": { "thin-contingency": "off" } }',
    "a.strategy": work("staff: 1000 contingency: 5%", risk),
  };
  expect([kept(off)?.text, moneyIn(off).figures.at(-1)?.label]).toEqual([
    "Contingency 50, expected loss of open risks 700",
    "contingency",
  ]);
});

test("there is nothing to draw where nothing is written about money", () => {
  expect(moneyIn("objective g {} initiative a { supports: g }").none).toBe(true);
  expect(moneyIn("initiative a { benefit: 3 }").none).toBeUndefined();
});

test("in the example all sums agree to the last cent", () => {
  const { all, model } = department();
  const data = viewOf(moneyView, model());
  const near = (a: number, b: Big | number | undefined) =>
    expect(Math.abs(a - Number(b))).toBeLessThan(0.005);
  const total = (list: readonly { readonly length: number }[]) =>
    list.reduce((sum, { length }) => sum + length, 0);
  const planned = totalAmount(model())?.amount;
  near(total(data.budget.parts), planned);
  near(total(data.kinds.parts), planned);
  for (const { rows, total: whole } of data.ways) {
    near(total(rows.filter(({ depth }) => depth === 0)), planned);
    near(whole.length, planned);
    rows.forEach((row, at) => {
      const below = rows.slice(at + 1);
      const end = below.findIndex(({ depth }) => depth <= row.depth);
      const own = (end < 0 ? below : below.slice(0, end)).filter(
        ({ depth }) => depth === row.depth + 1,
      );
      if (own.length > 0) near(row.length, total(own));
    });
  }
  const cost = openWork(model()).reduce(
    (sum, one) => sum.plus(costOf(all, one)?.amount ?? 0),
    new Big(0),
  );
  const { rows, sums } = data.costs;
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
  near(total(cells), cost);
  near(total(rows), cost);
  near(total(sums.filter((cell) => cell !== null)), cost);
  expect(data.costs.total).toBe(data.ways[0]?.total.cost);
});

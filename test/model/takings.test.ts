// Small strategies → what work takes and brings together, against what the model says of each.

import { Big } from "big.js";
import { expect, test } from "vitest";
import { openWork } from "../../server/model/derive/alignment.ts";
import { paybackMonthsOf, returnOf } from "../../server/model/derive/benefit.ts";
import { reserveOf } from "../../server/model/derive/contingency.ts";
import { costOf, costParts, headsOutOfTime } from "../../server/model/derive/cost.ts";
import { forwardPercent } from "../../server/model/derive/forward.ts";
import { totalAmount } from "../../server/model/derive/money.ts";
import { gatheredTakings, takingOf, takingsOf } from "../../server/model/derive/takings.ts";
import { universeOf } from "../workspace.ts";

function together(source: string) {
  const { all, model } = universeOf(source);
  const work = openWork(model());
  const takings = takingsOf(gatheredTakings(work.map((one) => takingOf(all, one))));
  return { all, model: model(), work, takings };
}

const head = "strategy s { horizon: 2026 .. 2028 currency: EUR }";

const plan = `${head}
initiative a { timeline: 2026-02 .. 2026-11 budget: 1M
  cost { upfront: 300k staff: 7k per month licences: 100k per year contingency: 15% } benefit: 40k per month }
initiative b { timeline: 2026-06 .. 2027-03 cost { staff: 1 per year other: 0.1 training: 333.33 contingency: 20k } benefit: 90k }
initiative p {
  cost { staff: 10k }
  initiative p1 { timeline: 2027 cost { hardware: 50k operations: 1k per quarter } benefit: 30k per year }
  initiative p2 { status: cancelled cost { hardware: 5M } }
}
initiative gone { status: completed cost { staff: 9M } timeline: 2026 }`;

test("of one piece of work they are what the model says of it", () => {
  const { all, work } = together(plan);
  for (const one of work) {
    const alone = takingsOf(gatheredTakings([takingOf(all, one)]));
    expect(alone.return).toBe(returnOf(all, one));
    expect(alone.paybackMonths).toBe(paybackMonthsOf(all, one));
    expect(alone.cost?.amount.eq(costOf(all, one)?.amount ?? -1)).toBe(true);
  }
  expect(work.map((one) => paybackMonthsOf(all, one))).not.toEqual(work.map(() => undefined));
});

test("of a plan they are sums: open work once, programmes with their parts, nothing cancelled or done", () => {
  const { all, model, work, takings } = together(plan);
  expect(work.map(({ name }) => name)).toEqual(["a", "b", "p"]);
  expect(takings.amount?.amount.eq(totalAmount(model)?.amount ?? 0)).toBe(true);
  const costs = work.reduce((sum, one) => sum.plus(costOf(all, one)?.amount ?? 0), new Big(0));
  expect(takings.cost?.amount.eq(costs)).toBe(true);
});

test("a payback of several is that of their flows together, month by month", () => {
  const { all, work, takings } = together(`${head}
    initiative a { timeline: 2026-01 .. 2026-03 cost { upfront: 100k staff: 3k per month contingency: 10% } benefit: 20k per month }
    initiative b { timeline: 2026-02 .. 2026-07 cost { upfront: 40k licences: 12k per year } benefit: 60k }
    initiative c { timeline: 2025-12 .. 2025-12 cost { staff: 0 } }`);
  expect(takings.paybackMonths).toBe(paybackMonthsOf(all, ...work));
  // From December 2025, in which the first starts and nothing flows.
  expect(takings.paybackMonths).toBe(11);
});

test("what says nothing adds nothing; what is unknown makes a sum a minimum, and a return unknown", () => {
  const known = "initiative a { timeline: 2026 budget: 5 cost { other: 10 } benefit: 30 }";
  const of = (more: string) => together(`${head} ${known} ${more}`).takings;
  expect(of("initiative b { timeline: 2026 }").return).toBe(2);
  expect(of("initiative b { budget: 7 }").amount?.amount.toFixed()).toBe("12");
  expect(of("initiative b { cost { staff: 1 per year } }").cost?.atLeast).toBe(true);
  expect(of("initiative b { cost { staff: 1 per year } }").return).toBeUndefined();
  // It brings something, and nobody says at what cost.
  const free = of("initiative b { timeline: 2026 benefit: 5 }");
  expect([free.benefit?.amount.toFixed(), free.return, free.paybackMonths]).toEqual([
    "35",
    undefined,
    undefined,
  ]);
  const strange = of("initiative b { budget: 5 USD cost { other: 5 USD } }");
  expect([strange.amount, strange.cost?.atLeast]).toEqual([undefined, true]);
  const nothing = takingsOf(gatheredTakings([]));
  expect([nothing.amount, nothing.cost, nothing.return, nothing.saysBenefit]).toEqual([
    undefined,
    undefined,
    undefined,
    false,
  ]);
});

test("the parts of a cost add up to it, whatever does not divide", () => {
  const { all, work } = together(plan);
  for (const one of work) {
    const sum = (costParts(all, one) ?? []).reduce(
      (all, { amount }) => all.plus(amount),
      new Big(0),
    );
    expect(sum.round(9).toFixed()).toBe(costOf(all, one)?.amount.round(9).toFixed());
  }
});

test("heads whose rates have no dates are named, with the contingency that is a share of them", () => {
  const out = (source: string) => {
    const { all, entity } = universeOf(`${head} ${source}`);
    return headsOutOfTime(all, entity("a"));
  };
  expect(out("initiative a { cost { upfront: 1 staff: 2 per year contingency: 10% } }")).toEqual([
    "staff",
    "contingency",
  ]);
  expect(out("initiative a { timeline: 2026 cost { staff: 2 per year } }")).toEqual([]);
  expect(out("initiative a { cost { upfront: 1 contingency: 10% } }")).toEqual([]);
  const part = "initiative b { cost { support: 2 per year contingency: 3 } }";
  expect(out(`initiative a { cost { upfront: 1 } ${part} }`)).toEqual(["support"]);
});

test("what a cost block lacks for surprises", () => {
  const lacks = (cost: string, risk = "") => {
    const { entity, model } = universeOf(
      `${head} initiative a { timeline: 2026 cost { ${cost} } ${risk} }`,
    );
    return reserveOf(model(), entity("a"), new Big(10))?.lacks;
  };
  const risk = "risk r { probability: high impact: low loss: 1000 }";
  expect(lacks("staff: 100")).toBe("all");
  expect(lacks("staff: 100 contingency: 9.9%")).toBe("policy");
  expect(lacks("staff: 100 contingency: 10")).toBe("nothing");
  expect(lacks("staff: 100 contingency: 20%", risk)).toBe("loss");
  expect(lacks("staff: 0")).toBeUndefined();
  expect(lacks("staff: 100 contingency: lots")).toBeUndefined();
});

test("the share that moves something forward counts decided work with a type, parts in their programme", () => {
  const percent = (source: string) =>
    forwardPercent(universeOf(`${head} ${source}`).model())?.toFixed();
  expect(
    percent("initiative a { type: run budget: 3 } initiative b { type: grow budget: 1 }"),
  ).toBe("25");
  const part = "initiative c { type: grow budget: 3 }";
  expect(percent(`initiative a { type: run budget: 4 ${part} }`)).toBe("0");
  // Of a programme without a type its parts count, each by its own.
  expect(percent(`initiative a { ${part} } initiative d { type: run budget: 1 }`)).toBe("75");
  expect(percent("initiative a { type: run budget: 3 status: proposed }")).toBeUndefined();
  expect(
    percent("initiative a { type: fun budget: 3 } initiative b { type: grow budget: 1 }"),
  ).toBe(undefined);
});

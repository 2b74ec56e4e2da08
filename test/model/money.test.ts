// Budgets, cost blocks and benefits → the figures that follow, each with its arithmetic.
import { expect, test } from "vitest";
import { benefitOf, paybackMonthsOf, returnOf } from "../../server/model/derive/benefit.ts";
import {
  contingencyOf,
  costByHead,
  costByYear,
  costOf,
  costParts,
  deliveryCostOf,
} from "../../server/model/derive/cost.ts";
import { currencyOf, type Figure, unconvertible } from "../../server/model/derive/currency.ts";
import { amountOf, budgetOf, sumOf, totalAmount } from "../../server/model/derive/money.ts";
import { universeOf } from "../workspace.ts";

type Source = Parameters<typeof universeOf>[0];

const strategy = "strategy acme { horizon: 2026-Q1 .. 2028-Q4 currency: EUR }\n";

const crm = `${strategy}
initiative crm {
  timeline: 2026-Q2 .. 2027-Q2
  budget: 1.9M
  cost {
    upfront: 700k
    integration: 150k
    training: 60k
    licences: 90k per year
    maintenance: 120k per year
    contingency: 15%
  }
  benefit: 1.4M per year
}`;

test("the example of the language", () => {
  // Once: 700k + 150k + 60k = 910k. Rates: 210k per year from April 2026 to December 2028, which
  // are 33 months: 210k × 33 ÷ 12 = 577.5k. 15% of 1487.5k are 223.125k.
  expect(cost(crm)).toBe("1710625 EUR");
  // Within the timeline the rates count for 15 months: (910k + 262.5k) × 1.15.
  expect(delivery(crm)).toBe("1348375 EUR");
  expect(amount(crm)).toBe("1900000 EUR");
  // From July 2027 to December 2028 are 18 months: 1.4M × 18 ÷ 12.
  expect(benefit(crm)).toBe("2100000 EUR");
  // (2.1M − 1.710625M) ÷ 1.710625M.
  expect(returned(crm)).toBeCloseTo(389_375 / 1_710_625, 12);
  // In month 28 13 months of benefit, 1516.7k, stand against 910k × 1.15 + 28 × 17.5k × 1.15 =
  // 1610k; in month 29 1633.3k against 1630.1k.
  expect(payback(crm)).toBe(29);
  const { all, entity } = universeOf(crm);
  expect(show(contingencyOf(all, entity("crm")))).toBe("223125 EUR");
});

test("cost by head and by year add up to the cost", () => {
  const { all, entity } = universeOf(crm);
  const heads = costByHead(all, entity("crm"))?.map((part) => `${part.head} ${part.amount}`);
  // 90k × 33 ÷ 12 and 120k × 33 ÷ 12.
  expect(heads).toEqual([
    "upfront 700000",
    "integration 150000",
    "training 60000",
    "licences 247500",
    "maintenance 330000",
    "contingency 223125",
  ]);
  const years = costByYear(all, entity("crm"))?.map((part) => `${part.year} ${part.amount}`);
  // 2026: (910k + 210k × 9 ÷ 12) × 1.15; then 210k × 1.15 each.
  expect(years).toEqual(["2026 1227625", "2027 241500", "2028 241500"]);
});

test("years of cost are fiscal", () => {
  const source = `strategy s { horizon: 2026-01 .. 2026-12 fiscal-year-start: 4 }
    initiative a { timeline: 2026-03 .. 2026-05 cost { upfront: 5 staff: 12 per month } }`;
  const { all, entity } = universeOf(source);
  // March lies in the year that ends in March 2026, the nine months from April in the next.
  const years = costByYear(all, entity("a"))?.map((part) => `${part.year} ${part.amount}`);
  expect(years).toEqual(["2026 17", "2027 108"]);
  const parts = costParts(all, entity("a"))?.map(
    (part) => `${part.head} ${part.year} ${part.amount}`,
  );
  expect(parts).toEqual(["upfront 2026 5", "staff 2026 12", "staff 2027 108"]);
});

test("a started month counts whole; a quarter is 3 months, a year 12", () => {
  // 15 March to the end of the horizon on 2 May touches March, April and May.
  const from = (rate: string) =>
    cost(`strategy s { horizon: 2026-01-01 .. 2026-05-02 }
      initiative a { timeline: 2026-03-15 .. 2026-03-20 cost { staff: ${rate} } }`);
  expect(from("10k per month")).toBe("30000");
  expect(from("30k per quarter")).toBe("30000");
  expect(from("120k per year")).toBe("30000");
});

test("what does not divide is divided once", () => {
  // (100 + 100) per year × 3 ÷ 12 are 50, not twice 25 of something rounded; 10 per year × 1 ÷ 12.
  const over = (months: string, heads: string) =>
    cost(`initiative a { timeline: 2026-01 for ${months} cost { ${heads} } }`);
  expect(over("3 months", "staff: 100 per year licences: 100 per year")).toBe("50");
  expect(over("1 month", "staff: 10 per year licences: 14 per year")).toBe("2");
});

test("without a horizon the rates run to the end of the timeline", () => {
  expect(cost("initiative a { timeline: 2026-Q1 cost { staff: 10 per month } }")).toBe("30");
  const open = "strategy s { horizon: 2026 .. }\n";
  expect(cost(`${open}initiative a { timeline: 2026-Q1 cost { staff: 10 per month } }`)).toBe("30");
});

test("after the horizon no rate counts", () => {
  const late = "initiative a { timeline: 2030 cost { upfront: 5 staff: 10 per month } }";
  expect(cost(strategy + late)).toBe("5 EUR");
  expect(delivery(strategy + late)).toBe("125 EUR");
});

test("without a timeline rates do not count, and it is at least that", () => {
  const block = "cost { upfront: 100 staff: 10 per month contingency: 10% }";
  expect(cost(`${strategy}initiative a { ${block} }`)).toBe("at least 110 EUR");
  expect(delivery(`${strategy}initiative a { ${block} }`)).toBe("at least 110 EUR");
  expect(
    cost(`${strategy}initiative a { timeline: after b for 1 month ${block} }
    initiative b`),
  ).toBe("at least 110 EUR");
  // No rate, nothing left out.
  expect(cost(`${strategy}initiative a { cost { upfront: 100 } }`)).toBe("100 EUR");
});

test("what rests on a faulty value is unknown, and nothing else is", () => {
  const of = (fields: string, before = strategy) => cost(`${before}initiative a { ${fields} }`);
  expect(of("cost { upfront: 100 staff: }")).toBe("unknown");
  expect(of("cost { upfront: 100 staf: 5 }")).toBe("unknown");
  expect(of("cost { upfront: 100 zebra: 5 }")).toBe("unknown");
  expect(of("timeline: 2026-13 .. 2027 cost { staff: 5 per year }")).toBe("unknown");
  expect(of("timeline: 2026-13 .. 2027 cost { upfront: 5 }")).toBe("5 EUR");
  const broken = "strategy s { horizon: 2026-13 }\n";
  expect(of("timeline: 2026 cost { staff: 5 per year }", broken)).toBe("unknown");
  expect(of("timeline: 2026 cost { upfront: 5 }", broken)).toBe("5");
  expect(of("cost { }")).toBe("unknown");
  expect(of("owner: cio")).toBe("unknown");
});

test("a contingency in money is added, one in percent is of all the rest", () => {
  expect(cost("initiative a { cost { upfront: 200 contingency: 50 } }")).toBe("250");
  expect(cost("initiative a { cost { contingency: 12.5% upfront: 200 } }")).toBe("225");
  const percent = (text: string) => {
    const { all, entity } = universeOf(`initiative a { cost { ${text} } }`);
    return contingencyOf(all, entity("a"))?.percent?.toFixed();
  };
  expect(percent("upfront: 200 contingency: 50")).toBe("25");
  expect(percent("upfront: 200 contingency: 12.5%")).toBe("12.5");
  expect(percent("upfront: 200")).toBe("0");
});

test("the amount is the budget, else the cost, and 0 is an amount", () => {
  expect(amount("initiative a { budget: 5 cost { upfront: 7 } }")).toBe("5");
  expect(amount("initiative a { cost { upfront: 7 } }")).toBe("7");
  expect(amount("initiative a { budget: 0 cost { upfront: 7 } }")).toBe("0");
  expect(amount("initiative a")).toBe("unknown");
  expect(amount("initiative a {\n budget:\n cost { upfront: 7 } }")).toBe("unknown");
});

test("proposed and cancelled work has its figures, and only open work is summed up", () => {
  const source = `${strategy}
    initiative a { budget: 1 status: proposed }
    initiative b { budget: 2 status: on-hold }
    initiative c { budget: 4 status: cancelled }
    initiative d { budget: 8 status: completed }
    initiative e { cost { upfront: 16 } }
    initiative f`;
  const { all, model, entity } = universeOf(source);
  expect(show(amountOf(all, entity("c")))).toBe("4 EUR");
  // a + b + e.
  expect(show(totalAmount(model()))).toBe("19 EUR");
  expect(show(sumOf(model(), [entity("c"), entity("d")]))).toBe("12 EUR");
});

test("a sum with something unknown in it is unknown, one with a minimum a minimum", () => {
  const sum = (text: string) => show(totalAmount(universeOf(text).model()));
  expect(sum("initiative a { budget: 1 } initiative b { budget: x }")).toBe("unknown");
  expect(sum("initiative a { budget: 1 } initiative b { status: dead budget: 1 }")).toBe("unknown");
  expect(sum("initiative a { budget: 1 } initiative b { cost { staff: 1 per year } }")).toBe(
    "at least 1",
  );
});

test("other currencies count at the rate of the configuration", () => {
  const rates = { "strategy.config.json": '{ "rates": { "USD": 0.92 } }' };
  const plan = `${strategy}initiative a { budget: 100 USD cost { upfront: 50 USD staff: 8 } }`;
  // 100 × 0.92, and 50 × 0.92 + 8.
  expect(amount({ ...rates, "plan.strategy": plan })).toBe("92 EUR");
  expect(cost({ ...rates, "plan.strategy": plan })).toBe("54 EUR");
  expect(amount(plan)).toBe("unknown");
});

test("names the amounts that have no rate, in project order", () => {
  const names = (text: string) =>
    unconvertible(universeOf(text).model()).map(({ entity, value }) => {
      return `${entity.name} ${value.amount} ${value.currency}`;
    });
  expect(
    names(`${strategy}
      initiative a { budget: 5 EUR cost { staff: 1 CHF per year upfront: 2 } benefit: 3 USD }
      risk b { loss: 4 CHF }`),
  ).toEqual(["a 1 CHF", "a 3 USD", "b 4 CHF"]);
  // A faulty currency may be any.
  expect(names("strategy s { currency: EURO } initiative a { budget: 5 USD }")).toEqual([]);
});

test("without a declared currency, amounts that all have the same one add up", () => {
  const currency = (text: string) => currencyOf(universeOf(text).model());
  expect(currency("initiative a { budget: 5 EUR } initiative b { budget: 1 EUR }")).toBe("EUR");
  expect(currency("initiative a { budget: 5 EUR } initiative b { budget: 1 }")).toBe(undefined);
  expect(currency("initiative a { budget: 5 EUR } initiative b { budget: 1 USD }")).toBe(undefined);
  expect(currency("initiative a { budget: 5 }")).toBe(undefined);
});

test("each project has its own currency, and a sum over projects converts", () => {
  const { model, entity } = universeOf({
    "a/strategy.config.json": '{ "rates": { "USD": 0.5 } }',
    "a/plan.strategy": "strategy a { currency: EUR budget: 7 } initiative own { budget: 1 }",
    "b/strategy.config.json": "{}",
    "b/plan.strategy": "strategy b { currency: USD } initiative other { budget: 10 }",
  });
  // 1 + 10 × 0.5; b has no rate for EUR.
  expect(show(sumOf(model("a"), [entity("own"), entity("other")]))).toBe("6 EUR");
  expect(show(sumOf(model("b"), [entity("own"), entity("other")]))).toBe("unknown");
  expect(show(budgetOf(model("a")))).toBe("7 EUR");
});

test("a technology costs and brings over the horizon", () => {
  const tool = (fields: string) => `${strategy}technology tool { ${fields} }`;
  const of = (fields: string) => {
    const { all, entity } = universeOf(tool(fields));
    const it = entity("tool");
    return [show(costOf(all, it)), show(benefitOf(all, it)), returnOf(all, it)];
  };
  // 36 months: 10 + 36 × 1; 36 × 2; (72 − 46) ÷ 46.
  expect(of("cost { upfront: 10 licences: 1 per month } benefit: 2 per month")).toEqual([
    "46 EUR",
    "72 EUR",
    26 / 46,
  ]);
  expect(cost("technology a { cost { upfront: 10 licences: 1 per month } }")).toBe("at least 10");
});

test("a benefit starts on the day after the end", () => {
  const to = (end: string) =>
    benefit(`${strategy}initiative a { timeline: 2028-01-01 .. ${end} benefit: 1 per month }`);
  // July to December; from the 16th on, June has begun; nothing is left.
  expect(to("2028-06-30")).toBe("6 EUR");
  expect(to("2028-06-15")).toBe("7 EUR");
  expect(to("2028-12-31")).toBe("0 EUR");
  expect(to("2029-12-31")).toBe("0 EUR");
});

test("a benefit that comes once needs no dates, one that comes as a rate does", () => {
  expect(benefit("initiative a { benefit: 5 }")).toBe("5");
  expect(benefit(`${strategy}initiative a { benefit: 5 per year }`)).toBe("unknown");
  expect(benefit("initiative a { timeline: 2026 benefit: 5 per year }")).toBe("unknown");
  expect(benefit("initiative a")).toBe("unknown");
});

test("there is no return on nothing, nor on a minimum", () => {
  expect(returned("initiative a { benefit: 5 cost { upfront: 4 } }")).toBe(0.25);
  expect(returned("initiative a { benefit: 0 cost { upfront: 4 } }")).toBe(-1);
  expect(returned("initiative a { benefit: 5 cost { upfront: 0 } }")).toBe(undefined);
  expect(returned("initiative a { benefit: 5 cost { staff: 1 per year } }")).toBe(undefined);
  expect(returned("initiative a { benefit: 5 budget: 4 }")).toBe(undefined);
});

test("payback counts months from the start until what came in covers what went out", () => {
  const of = (fields: string) => payback(`${strategy}initiative a { timeline: 2026-Q1 ${fields} }`);
  // 30 once, 10 in each month from the fourth on: covered in the sixth.
  expect(of("cost { upfront: 30 } benefit: 10 per month")).toBe(6);
  // 30 + 5n against 10 × (n − 3): n = 12.
  expect(of("cost { upfront: 30 staff: 5 per month } benefit: 10 per month")).toBe(12);
  // All at once, on the day after the end.
  expect(of("cost { upfront: 30 } benefit: 30")).toBe(4);
  // Never within the horizon.
  expect(of("cost { upfront: 3000 } benefit: 10 per month")).toBe(undefined);
  expect(of("cost { upfront: 30 }")).toBe(undefined);
  expect(of("cost { upfront: 0 } benefit: 10 per month")).toBe(undefined);
});

test("payback of several pieces of work starts with the first of them", () => {
  const { all, entity } = universeOf(`${strategy}
    initiative a { timeline: 2026-01 cost { upfront: 10 } benefit: 10 per month }
    initiative b { timeline: 2026-03 cost { upfront: 30 } benefit: 1 per month }`);
  // Covered in February, 10 of 10; not in March, 20 of 40; from May on for good, 42 of 40.
  expect(paybackMonthsOf(all, entity("a"), entity("b"))).toBe(5);
  // From March on its own: 30 against 1 a month from April: the 31st month is September 2028.
  expect(paybackMonthsOf(all, entity("b"))).toBe(31);
});

function show(figure: Figure | undefined): string {
  if (figure === undefined) return "unknown";
  const { amount: value, currency, atLeast } = figure;
  return [atLeast && "at least", value.toFixed(), currency].filter(Boolean).join(" ");
}

/** A figure of the initiative `crm` or `a`, or of the technology `a`. */
function of<Result>(
  source: Source,
  figure: (...given: Parameters<typeof costOf>) => Result,
): Result {
  const { all, model, entity } = universeOf(source);
  return figure(all, entity(model().names.has("crm") ? "crm" : "a"));
}

const cost = (source: Source) => show(of(source, costOf));
const delivery = (source: Source) => show(of(source, deliveryCostOf));
const amount = (source: Source) => show(of(source, amountOf));
const benefit = (source: Source) => show(of(source, benefitOf));
const returned = (source: Source) => of(source, returnOf);
const payback = (source: Source) => of(source, (all, entity) => paybackMonthsOf(all, entity));

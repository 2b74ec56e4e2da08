// Programmes and their parts → figures of both, and sums in which no money counts twice.
import { expect, test } from "vitest";
import { alignedShare } from "../../server/model/derive/alignment.ts";
import { benefitOf, paybackMonthsOf, returnOf } from "../../server/model/derive/benefit.ts";
import { costByHead, costByYear, costOf, deliveryCostOf } from "../../server/model/derive/cost.ts";
import type { Figure } from "../../server/model/derive/currency.ts";
import { amountOf, sumOf, totalAmount } from "../../server/model/derive/money.ts";
import { amountUnder } from "../../server/model/derive/under.ts";
import { universeOf } from "../workspace.ts";

const strategy = "strategy acme { horizon: 2026-Q1 .. 2028-Q4 currency: EUR }\n";

const programme = `${strategy}
initiative crm {
  cost { staff: 10k per month contingency: 10% }
  initiative pilot {
    timeline: 2026-Q1
    cost { upfront: 100k support: 1k per month }
    benefit: 10k per month
  }
  initiative rollout {
    timeline: 2026-Q3
    budget: 50k
    cost { training: 40k }
    benefit: 2k per month
  }
  initiative idea { status: proposed budget: 7k }
  initiative dropped { status: cancelled budget: 900k cost { upfront: 900k } benefit: 9M }
  initiative unsaid
}`;

test("a programme costs what its own block and those of its parts come to", () => {
  // It runs with its parts from January to September 2026; its rates run to the end of the horizon:
  // 36 × 10k × 1.1 = 396k; 100k + 36 × 1k; 40k.
  expect(cost(programme)).toBe("572000 EUR");
  // Until delivery 9 × 10k × 1.1 = 99k; 100k + 3 × 1k; 40k.
  expect(delivery(programme)).toBe("242000 EUR");
  // Its own cost, then the amounts of its parts: 136k, the budget of 50k, and that of the idea.
  expect(amount(programme)).toBe("589000 EUR");
  expect(amount(programme.replace("cost {", "budget: 1M cost {"))).toBe("1000000 EUR");
  // 33 months of 10k from April 2026, 27 of 2k from October.
  expect(benefit(programme)).toBe("384000 EUR");
  expect(returned(programme)).toBeCloseTo(384 / 572 - 1, 12);
  expect(benefit(programme.replace("cost {", "benefit: 1M cost {"))).toBe("1000000 EUR");
});

test("the cost of a programme by head and year is that of its parts too", () => {
  const { all, entity } = universeOf(programme);
  const shown = (parts: ReturnType<typeof costByHead>, key: "head" | "year") =>
    parts?.map((part) => `${part[key]} ${part.amount}`);
  expect(shown(costByHead(all, entity("crm")), "head")).toEqual([
    "staff 360000",
    "contingency 36000",
    "upfront 100000",
    "support 36000",
    "training 40000",
  ]);
  expect(shown(costByYear(all, entity("crm")), "year")).toEqual([
    "2026 284000",
    "2027 144000",
    "2028 144000",
  ]);
});

test("a programme is paid back with all that its parts cost and bring", () => {
  // 30 go out in January and 6 in March; 4 a month come in from February, 1 more from April.
  const plan = `${strategy}initiative crm {
    initiative a { timeline: 2026-01 cost { upfront: 30 } benefit: 4 per month }
    initiative b { timeline: 2026-03 cost { upfront: 6 } benefit: 1 per month }
  }`;
  // By August 4 × 7 + 5 = 33 of 36 have come in, by September 38.
  expect(payback(plan)).toBe(9);
  expect(payback(plan.replace("upfront: 6", "upfrnt: 6"))).toBe(undefined);
});

test("a sum takes a programme, not its parts beside it", () => {
  const plan = `${strategy}
    objective o {
      initiative crm {
        initiative part { budget: 10 supports: p }
        initiative done { budget: 5 status: completed }
      }
    }
    objective p
    initiative over { status: completed initiative left { budget: 100 } }
    initiative loose { budget: 15 initiative inside { budget: 900 } }`;
  const { all, model, entity } = universeOf(plan);
  // The completed part has been paid for by the programme; what is part of closed work is closed.
  expect(show(totalAmount(model()))).toBe("30 EUR");
  expect(show(sumOf(model(), [entity("part"), entity("crm")]))).toBe("15 EUR");
  expect(show(sumOf(model(), [entity("part"), entity("done")]))).toBe("15 EUR");
  expect(show(amountUnder(all, entity("o")))).toBe("15 EUR");
  expect(show(amountUnder(all, entity("p")))).toBe("10 EUR");
  expect(alignedShare(model())).toBe(0.5);
});

test("a part by its word is one by nesting, at any depth; one in a circle is none", () => {
  const plan = (more = "") => `${strategy}
    initiative crm
    initiative b { part-of: crm }
    initiative c { part-of: b budget: 7 }
    ${more}`;
  expect(amount(plan())).toBe("7 EUR");
  expect(amount(plan().replace("initiative crm", "initiative crm { part-of: c budget: 1 }"))).toBe(
    "1 EUR",
  );
});

test("what is not understood of a part makes the figures of its programme unknown", () => {
  const plan = (part: string, own = "") =>
    `${strategy}initiative crm { ${own} initiative a { budget: 5 cost { upfront: 5 } } ${part} }`;
  expect(amount(plan("initiative b { budget: lots }"))).toBe("unknown");
  expect(amount(plan("initiative b { budget: 5 status: cancled }"))).toBe("unknown");
  expect(cost(plan("initiative b { budget: 5 status: cancled }"))).toBe("unknown");
  expect(amount(plan("initative b { budget: 5 }"))).toBe("unknown");
  expect(amount(plan("initative b { budget: 5 }", "budget: 9"))).toBe("9 EUR");
  expect(cost(plan("initiative b { cost { upfront: } }"))).toBe("unknown");
  const total = (more: string) =>
    show(totalAmount(universeOf(plan("", "budget: 9") + more).model()));
  expect(total("\ninitiative c { budget: 5 part-of: crm }")).toBe("9 EUR");
  expect(total("\ninitiative c { budget: 5 part-of: crn }")).toBe("unknown");
});

test("a part in another project counts at the rate that the programme's project has", () => {
  const files = (rates: string) => ({
    "a/strategy.config.json": rates,
    "a/plan.strategy": "strategy a { currency: EUR } initiative crm { cost { upfront: 1 } }",
    "b/strategy.config.json": "{}",
    "b/plan.strategy": `import corporate from "../a"
      strategy b { currency: USD }
      initiative part { part-of: corporate.crm budget: 10 }`,
  });
  const of = (rates: string) => {
    const { all, entity } = universeOf(files(rates));
    return show(amountOf(all, entity("a/crm")));
  };
  expect(of('{ "rates": { "USD": 0.5 } }')).toBe("6 EUR");
  expect(of("{}")).toBe("unknown");
});

function show(figure: Figure | undefined): string {
  if (figure === undefined) return "unknown";
  const { amount: value, currency, atLeast } = figure;
  return [atLeast && "at least", value.toFixed(), currency].filter(Boolean).join(" ");
}

/** A figure of the programme `crm`. */
function of<Result>(
  source: string,
  figure: (...given: Parameters<typeof costOf>) => Result,
): Result {
  const { all, entity } = universeOf(source);
  return figure(all, entity("crm"));
}

const cost = (source: string) => show(of(source, costOf));
const delivery = (source: string) => show(of(source, deliveryCostOf));
const amount = (source: string) => show(of(source, amountOf));
const benefit = (source: string) => show(of(source, benefitOf));
const returned = (source: string) => of(source, returnOf);
const payback = (source: string) => of(source, (all, entity) => paybackMonthsOf(all, entity));

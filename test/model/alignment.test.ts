// Support → levels, paths upward, and the money under objectives.
import { expect, test } from "vitest";
import {
  alignedShare,
  alignmentPath,
  isAligned,
  levelOf,
} from "../../server/model/derive/alignment.ts";
import { allUnder, amountUnder } from "../../server/model/derive/under.ts";
import { universeOf, type WorkspaceOptions } from "../workspace.ts";

type Source = string | Readonly<Record<string, string>>;

function path(source: Source, name: string): string {
  const { all, entity } = universeOf(source);
  return alignmentPath(all, entity(name))
    .map((one) => one.name)
    .join(" → ");
}

function share(source: string): number | undefined {
  return alignedShare(universeOf(source).model());
}

function amount(source: Source, name: string, options?: WorkspaceOptions): string | undefined {
  const { all, entity } = universeOf(source, options);
  const figure = amountUnder(all, entity(name));
  return figure && `${figure.atLeast ? "at least " : ""}${figure.amount.toFixed()}`;
}

test("an objective that supports nothing and says nothing is a business objective", () => {
  const { all, entity } = universeOf(`
    objective top "Top" { }
    objective below { supports: top }
    objective it-goal { level: it }
    objective odd { level: buisness }
    objective lost { supports: tpo-goal }
    objective slip { supports: topp }
  `);
  const level = (name: string) => levelOf(all, entity(name));
  expect(["top", "below", "it-goal", "odd", "lost", "slip"].map(level)).toEqual([
    "business",
    undefined,
    "it",
    undefined,
    undefined,
    undefined,
  ]);
});

test("the way up follows the nesting first, then the first support written, to the top", () => {
  const source = `
    objective growth { objective digital { supports: trust } }
    objective trust { objective always-on { } }
    initiative crm {
      supports: always-on, digital
      milestone pilot { date: 2026-07 }
      kpi usage { measures: digital }
      risk lock-in { probability: low }
    }
    technology cloud { risk outage { affects: crm } }
  `;
  expect(path(source, "crm")).toBe("always-on → trust");
  expect(path(source, "digital")).toBe("growth");
  expect(path(source, "growth")).toBe("");
  expect(path(source, "crm.pilot")).toBe("crm → always-on → trust");
  expect(path(source, "usage")).toBe("crm → always-on → trust");
  expect(path(source, "lock-in")).toBe("crm → always-on → trust");
  // A technology leads nowhere, the initiative that the risk affects does.
  expect(path(source, "outage")).toBe("crm → always-on → trust");
});

test("a circle of support ends the way up before it repeats", () => {
  const source = "objective a { supports: b }\nobjective b { supports: a }\n";
  expect(path(source, "a")).toBe("b");
});

const cascade = {
  "corporate/strategy.config.json": "{}",
  "corporate/plan.strategy": `
    strategy corporate { currency: EUR }
    objective growth { }
    initiative campaign { supports: growth budget: 1M }
  `,
  "division/strategy.config.json": `{ "rates": { "USD": 0.9 } }`,
  "division/plan.strategy": `
    import corporate from "../corporate"
    strategy division { currency: EUR }
    objective loyalty { supports: corporate.growth }
    initiative card { supports: loyalty budget: 500k USD }
  `,
};

test("the way up crosses imports, and importing projects count for what is under an objective", () => {
  expect(path(cascade, "division/card")).toBe("loyalty → growth");
  // 1,000,000 + 500,000 × 0.9
  expect(amount(cascade, "corporate/growth")).toBe("1450000");
  expect(amount(cascade, "division/loyalty")).toBe("450000");
});

test("a project outside the workspace does not count for what is under an objective", () => {
  expect(amount(cascade, "corporate/growth", { outside: ["division"] })).toBe("1000000");
  expect(amount(cascade, "division/loyalty", { outside: ["division"] })).toBe("450000");
});

test("an initiative is aligned when it supports an objective, of whatever level or status", () => {
  const { all, entity } = universeOf(`
    objective team-goal { level: team status: retired
      initiative a { budget: 1M }
    }
    initiative b { supports: team-goal }
    initiative c { budget: 1M }
    initiative d { supports: tema-goal }
  `);
  const aligned = (name: string) => isAligned(all, entity(name));
  expect(["a", "b", "c", "d"].map(aligned)).toEqual([true, true, false, undefined]);
});

test("the aligned share is of the amounts of open initiatives", () => {
  const source = `
    strategy s { currency: EUR }
    objective goal {
      initiative a { budget: 600k }
      initiative done { budget: 5M status: completed }
      initiative idea { status: proposed cost { upfront: 200k } }
    }
    initiative b { budget: 150k status: proposed }
    initiative c { budget: 50k cost { upfront: 9M } }
    initiative unpriced { owner: cio }
    initiative stopped { budget: 5M status: cancelled }
  `;
  // Aligned: 600k + 200k. All that is open: 800k + 150k + 50k, the budget before the cost.
  expect(share(source)).toBe(0.8);
  expect(share("objective goal { initiative a { owner: cio } }")).toBeUndefined();
  expect(share("initiative a { budget: 0 }")).toBeUndefined();
  expect(share("initiative a { budget: 1M }")).toBe(0);
});

test("the aligned share is unknown where money or support is not understood", () => {
  const faulty = (line: string) => `
    objective goal { initiative a { budget: 600k } }
    initiative b { ${line} }
  `;
  expect(share(faulty("budget: 100k"))).toBeCloseTo(6 / 7);
  expect(share(faulty("budget: a-lot"))).toBeUndefined();
  expect(share(faulty("budget: 100k supports: gaol"))).toBeUndefined();
  expect(share(faulty("supports: gaol"))).toBe(1);
  expect(share(faulty("budget: 100k status: opne"))).toBeUndefined();
});

test("an amount counts once under an objective, however many ways lead up to it", () => {
  const source = `
    objective top {
      objective left { initiative a { supports: right, top budget: 1M } }
      objective right { initiative b { budget: 2M } }
    }
    objective empty { }
    objective unpriced { initiative c { owner: cio } }
    objective partly {
      initiative d { budget: 1M }
      initiative e { cost { upfront: 100k licences: 10k per year } }
      initiative f { owner: cio }
    }
  `;
  expect(amount(source, "top")).toBe("3000000");
  expect(amount(source, "right")).toBe("3000000");
  expect(amount(source, "left")).toBe("1000000");
  expect(amount(source, "empty")).toBe("0");
  expect(amount(source, "unpriced")).toBeUndefined();
  // e has no timeline, so nobody knows for how long the licences are paid.
  expect(amount(source, "partly")).toBe("at least 1100000");
});

test("all that is under an objective stands there once, in a circle too", () => {
  const { all, entity } = universeOf(`
    objective a { supports: b }
    objective b { supports: a
      initiative work { supports: a }
    }
  `);
  expect(allUnder(all, entity("a")).map(({ name }) => name)).toEqual(["b", "work"]);
});

const programme = `
  objective growth "Growth"
  objective trust "Trust"
  initiative renewal { supports: growth budget: 3M
    initiative counters { budget: 1M }
    initiative signs { supports: trust budget: 500k }
    initiative torn { budget: 900k status: cancelled }
  }
  initiative desks { part-of: renewal budget: 200k }
  initiative alone { budget: 1M
    initiative nobody { budget: 400k }
  }
`;

test("a part supports what its programme does, unless it writes its own", () => {
  expect(path(programme, "counters")).toBe("growth");
  expect(path(programme, "signs")).toBe("trust");
  expect(path(programme, "desks")).toBe("growth");
  const { all, entity } = universeOf(programme);
  expect(["counters", "nobody"].map((name) => isAligned(all, entity(name)))).toEqual([true, false]);
});

test("shares and sums take a programme, not its parts beside it", () => {
  // 3M of 3M + 1M.
  expect(share(programme)).toBe(0.75);
  expect(amount(programme, "growth")).toBe("3000000");
  expect(amount(programme, "trust")).toBe("500000");
});

test("a programme without a budget takes what its parts do, cancelled ones aside", () => {
  const source = `
    objective growth {
      initiative renewal { cost { upfront: 100k }
        initiative counters { budget: 1M }
        initiative torn { budget: 900k status: cancelled }
        initiative done { budget: 50k status: completed }
      }
    }
  `;
  expect(amount(source, "growth")).toBe("1150000");
});

test("what a part supports is unknown where its programme is", () => {
  const { all, entity } = universeOf(`
    initiative lost { supports: nothing
      initiative part { budget: 1M }
    }
    initiative stray { part-of: lots }
  `);
  expect(["part", "stray"].map((name) => isAligned(all, entity(name)))).toEqual([
    undefined,
    undefined,
  ]);
});

test("a theme groups and is no objective: what stands in it is at the top", () => {
  const source = `
    theme daily {
      objective uptime { owner: coo }
      initiative lamps { budget: 1M }
    }
  `;
  const { all, entity } = universeOf(source);
  expect(levelOf(all, entity("uptime"))).toBe("business");
  expect(isAligned(all, entity("lamps"))).toBe(false);
  expect(path(source, "lamps")).toBe("");
});

// Imports: names of another project, for reading, with the other project's own money and time.
import { describe, expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import { universeOf } from "../workspace.ts";
import { check } from "./faults.ts";

const corporate = `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    strategy group "Group" { currency: USD, horizon: 2026 .. 2030, fiscal-year-start: 4 }
    objective growth "Grow"
    initiative crm "CRM" {
      supports: growth
      timeline: 2026-Q1 .. 2026-Q4
      milestone pilot "Pilot" { date: 2026-07-01 }
    }
    role ceo "CEO"
`;

test("a name behind an import has two parts, a milestone three", () => {
  check(`${corporate}
    //- division/strategy.config.json
    {}
    //- division/plan.strategy
    import corporate from "../corporate"
    initiative app "App" {
      supports: corporate.growth
      depends-on: corporate.crm, corporate.crm.pilot
      owner: corporate.ceo
    }
  `);
});

test("behind an import every name must exist and fit, also a role", () => {
  check(`${corporate}
    //- division/strategy.config.json
    {}
    //- division/plan.strategy
    import corporate from "../corporate"
    initiative app "App" {
      supports: corporate.grwth, corporate.ceo, corporate.growth.more, corporate
                ^^^^^^^^^^^^^^^ unknown-name: Did you mean 'corporate.growth'? @Change to 'corporate.growth'
                                 ^^^^^^^^^^^^^ wrong-kind
                                                ^^^^^^^^^^^^^^^^^^^^^ unknown-name
                                                                       ^^^^^^^^^ unknown-name: 'corporate' is an import
      depends-on: corporate.crm.pilt
                  ^^^^^^^^^^^^^^^^^^ unknown-name: Did you mean 'corporate.crm.pilot'?
      owner: corporate.cto
             ^^^^^^^^^^^^^ unknown-name
    }
  `);
});

test("an import counts in its file only", () => {
  check(`${corporate}
    //- division/strategy.config.json
    {}
    //- division/a.strategy
    import corporate from "../corporate"
    //- division/b.strategy
    objective x "X" { supports: corporate.growth }
                                ^^^^^^^^^^^^^^^^ unknown-name
  `);
});

test("an unknown import is one fault, and what hangs on it is silent", () => {
  check(`
    import corporate from "../nowhere"
                          ^^^^^^^^^^^^ unknown-import
    objective trust "Trust" { supports: corporate.growth, owner: corporate.ceo }
    initiative app "App" {
      supports: corporate.growth
      depends-on: corporate.crm
      timeline: after corporate.crm.pilot for 3 months
    }
  `);
  const { findings } = diagnosed({
    "plan.strategy":
      'import corporate from "../nowhere"\ninitiative app "App" {\n  supports: corporate.growth\n  owner: corporate.ceo\n}\n',
  });
  const rules = findings.map((one) => one.rule);
  expect(rules).not.toContain("unaligned-initiative");
  expect(rules).not.toContain("undeclared-name");
});

test("a folder that is there, but in the own project or without a strategy, is no import", () => {
  check(`
    //- a.strategy
    import sub from "sub"
                    ^^^^^ unknown-import: Names of the same project need no import
    import file from "sub/b.strategy"
                     ^^^^^^^^^^^^^^^^ unknown-import
    import empty from ""
                      ^^ unknown-import
    //- sub/b.strategy
    role cio "CIO"
  `);
});

test("a folder that is not there is no import, wherever a project lies around it", () => {
  check(`
    //- plan.strategy
    role cio "CIO"
    //- division/strategy.config.json
    {}
    //- division/plan.strategy
    import nowhere from "../nowhere"
                        ^^^^^^^^^^^^ unknown-import
    import outer from ".."
    objective x "X" { owner: outer.cio }
  `);
});

test("imports may run in a circle, support may not: it is told in exactly one place", () => {
  check(`
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    import division from "../division"
    objective growth "Grow" { supports: division.sales }
                                        ^^^^^^^^^^^^^^ cycle: 'growth' → 'sales' → 'growth'
    //- division/strategy.config.json
    {}
    //- division/plan.strategy
    import corporate from "../corporate"
    objective sales "Sales" { supports: corporate.growth }
                                        ~~~~~~~~~~~~~~~~ cycle
  `);
});

test("a circle is told where the user can mend it, not in what is only imported", () => {
  const { diagnostics } = diagnosed(
    {
      "a/strategy.config.json": "{}",
      "a/plan.strategy": 'import z from "../z"\nobjective top "Top" { supports: z.low }\n',
      "z/strategy.config.json": "{}",
      "z/plan.strategy": 'import a from "../a"\nobjective low "Low" { supports: a.top }\n',
    },
    { outside: ["a"] },
  );
  const circles = diagnostics.filter((one) => one.code === "cycle");
  expect(circles.map((one) => one.root)).toEqual(["/workspace/z"]);
});

describe("each project keeps its own", () => {
  const files = {
    "corporate/strategy.config.json": '{ "today": "2026-01-01" }',
    "corporate/plan.strategy": `strategy group "Group" {
  currency: USD
  fiscal-year-start: 4
  horizon: 2026 .. 2030
}
objective growth "Grow"
initiative crm "CRM" { timeline: 2027-Q1 .. 2027-Q2, supports: growth }
`,
    "division/strategy.config.json": "{}",
    "division/plan.strategy": `import corporate from "../corporate"
strategy own "Own" { currency: EUR, horizon: 2026 .. 2027 }
initiative app "App" {
  supports: corporate.growth
  timeline: after corporate.crm for 1 month
}
`,
  };

  test("today, the fiscal year and the horizon", () => {
    const { model } = universeOf(files);
    expect(model("corporate").today).not.toBe(model("division").today);
    expect([model("corporate").fiscal?.month, model("division").fiscal?.month]).toEqual([4, 1]);
  });

  test("rules with two ends work across: the objective is supported from another project", () => {
    const { findings } = diagnosed(files);
    const of = (rule: string) => findings.filter((one) => one.rule === rule).map((one) => one.file);
    expect(of("unsupported-objective")).toEqual([]);
    expect(of("unknown-name")).toEqual([]);
  });

  test("an objective that only an importing project supports and measures is both", () => {
    const { findings } = diagnosed({
      "corporate/strategy.config.json": "{}",
      "corporate/plan.strategy": 'objective growth "Grow"\n',
      "division/strategy.config.json": "{}",
      "division/plan.strategy": `import corporate from "../corporate"
initiative app "App" { supports: corporate.growth }
kpi sales "Sales" { measures: corporate.growth }
`,
    });
    const rules = findings
      .filter((one) => one.file.startsWith("corporate/"))
      .map((one) => one.rule);
    expect(rules).not.toContain("unsupported-objective");
    expect(rules).not.toContain("unmeasured-objective");
  });
});

test("an empty path is said as such", () => {
  check(`
    import corporate from ""
                          ^^ unknown-import: The path is empty
    objective growth "Growth" {
      kpi churn "Churn" { actuals: "" }
                                   ^^ unreadable-data: The path is empty
    }
  `);
});

// Names of a project: each is taken once, by path and position, and references find what they name.
import { expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import { check } from "./faults.ts";

test("a name is unique in its project, whatever its kind", () => {
  check(`
    //- a.strategy
    objective growth "Grow"
    //- b.strategy
    role growth "Head of growth"
         ^^^^^^ duplicate-name: 'growth' is already taken
    //- c/d.strategy
    objective top "Top" {
      kpi growth "Growth" { unit: % }
          ^^^^^^ duplicate-name
    }
  `);
});

test("the first is the one whose file comes first by path, then by position", () => {
  check(`
    //- b.strategy
    role cio "CIO"
         ^^^ duplicate-name
    role cio "CIO"
         ^^^ duplicate-name
    //- a.strategy
    role cio "CIO"
  `);
});

test("names are compared in NFC and by case", () => {
  check(`
    role caf\u00e9 "One"
    role cafe\u0301 "The same, written in two characters"
         ^^^^^ duplicate-name
    role Caf\u00e9 "Another one"
  `);
});

test("milestones are unique in their initiative only, and share no names with the project", () => {
  check(`
    initiative crm "CRM" {
      milestone pilot "Pilot" { date: 2026-07 }
      milestone pilot "Pilot again" { date: 2026-08 }
                ^^^^^ duplicate-name: 'crm' already has a milestone 'pilot'
    }
    initiative pilot "Pilot" {
      milestone pilot "Pilot" { date: 2026-07 }
      depends-on: crm.pilot
    }
  `);
});

test("an import takes a name of the project too", () => {
  check(`
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective growth "Grow"
    //- division/strategy.config.json
    {}
    //- division/a.strategy
    import corporate from "../corporate"
    import corporate from "../corporate"
           ^^^^^^^^^ duplicate-name
    //- division/b.strategy
    role corporate "A role of the same name"
         ^^^^^^^^^ duplicate-name
  `);
});

test("each file imports for itself: the same name for the same project is no second declaration", () => {
  check(`
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective growth "Grow"
    //- group/strategy.config.json
    {}
    //- group/plan.strategy
    objective trust "Trust"
    //- division/strategy.config.json
    {}
    //- division/a.strategy
    import corporate from "../corporate"
    //- division/b.strategy
    import corporate from "../corporate"
    //- division/c.strategy
    import corporate from "../group"
           ^^^^^^^^^ duplicate-name: stands for another project
  `);
});

test("a second strategy, and a strategy inside a block", () => {
  check(`
    //- a.strategy
    strategy one "One"
    //- b.strategy
    strategy two "Two" {
             ^^^ second-strategy
      strategy three "Three"
      ^^^^^^^^ misplaced
    }
  `);
});

test("names may be used before they are declared, and in any file", () => {
  check(`
    //- a.strategy
    initiative crm "CRM" {
      supports: growth
      depends-on: data.clean
    }
    //- z/z.strategy
    objective growth "Grow"
    initiative data "Data" {
      milestone clean "Clean" { date: 2026-07 }
    }
  `);
});

test("a reference has one part, two for a milestone, and no more without an import", () => {
  check(`
    initiative crm "CRM" {
      milestone pilot "Pilot" { date: 2026-07 }
    }
    initiative app "App" {
      depends-on: crm.pilot, crm.pilt, crm.pilot.more, crn.pilot, pilot, nowhere
                             ^^^^^^^^ unknown-name: Did you mean 'crm.pilot'? @Change to 'crm.pilot'
                                       ^^^^^^^^^^^^^^ unknown-name
                                                       ^^^^^^^^^ unknown-name: Did you mean 'crm.pilot'?
                                                                  ^^^^^ unknown-name: Did you mean 'crm.pilot'?
                                                                         ^^^^^^^ unknown-name
    }
  `);
});

test("a name of another kind than the field takes", () => {
  check(`
    objective growth "Grow"
    role cio "CIO"
    initiative crm "CRM" {
      supports: cio
                ^^^ wrong-kind: 'cio' is a role, but 'supports' takes an objective
      depends-on: growth
                  ^^^^^^ wrong-kind
      owner: growth
             ^^^^^^ wrong-kind
      teams: growth 2 FTE
             ^^^^^^ wrong-kind
    }
  `);
});

test("roles, teams, stakeholders, skills and technologies need no declaration, milestones do", () => {
  check(`
    initiative crm "CRM" {
      owner: someone
      teams: platform 4 FTE
      stakeholders: board
      technologies: cloud
      skills: data
      risks: lock-in
             ^^^^^^^ unknown-name
    }
    review autumn "Autumn" { covers: crm, platform, nobody }
                                                    ^^^^^^ unknown-name
  `);
});

test("a related place leads to the first declaration", () => {
  const { findings } = diagnosed({ "a.strategy": "role x\n", "b.strategy": "team x\n" });
  const [found] = findings.filter((one) => one.rule === "duplicate-name");
  expect(found?.related?.map((one) => one.file)).toEqual(["a.strategy"]);
});

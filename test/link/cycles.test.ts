// Circles: each once, with its whole path, on its first reference in project order.
import { expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import { check } from "./faults.ts";

test("of support, by name and by nesting", () => {
  check(`
    objective a "A" {
      supports: c
                ^ cycle: These support each other in a circle: 'a' → 'c' → 'b' → 'a'.
      objective b "B" {
                ~ cycle
        objective c "C"
                  ~ cycle: 'c' leads on to 'b'
      }
    }
  `);
});

test("of something that names itself", () => {
  check(`
    objective a "A" { supports: a }
                                ^ cycle: 'a' names itself: 'a' → 'a'
    initiative crm "CRM" {
      milestone pilot "Pilot" { date: 2026-07 }
      depends-on: crm.pilot
                  ^^^^^^^^^ cycle: 'crm' names itself
    }
    team x "X" { reports-to: x }
                             ^ cycle
  `);
});

test("of dependencies, through milestones and after", () => {
  check(`
    //- b.strategy
    initiative b "B" {
      timeline: after a for 2 months
                      ~ cycle
    }
    //- a.strategy
    initiative a "A" {
      timeline: 2026 .. 2027
      depends-on: c.done
                  ^^^^^^ cycle: These wait for each other in a circle: 'a' → 'c' → 'b' → 'a'.
    }
    //- c.strategy
    initiative c "C" {
      milestone done "Done" { date: 2027 }
      depends-on: b
                  ~ cycle
    }
  `);
});

test("of reporting, of roles and of teams", () => {
  check(`
    role cio "CIO" { reports-to: cto }
                                 ^^^ cycle: These report to each other in a circle: 'cio' → 'cto' → 'cio'.
    role cto "CTO" { reports-to: cio }
                                 ~~~ cycle
    team platform "Platform" {
      reports-to: cloud
                  ^^^^^ cycle: 'platform' → 'cloud' → 'platform'
      team cloud "Cloud"
           ~~~~~ cycle
    }
  `);
});

test("of parts, by name and by nesting", () => {
  check(`
    initiative a "A" { part-of: b }
                                ^ cycle: These are part of each other in a circle: 'a' → 'b' → 'a'.
    initiative b "B" { part-of: a }
                                ~ cycle
    initiative self "Self" { part-of: self }
                                      ^^^^ cycle: 'self' names itself
    initiative outer "Outer" {
      part-of: inner
               ^^^^^ cycle: 'outer' → 'inner' → 'outer'
      initiative inner "Inner"
                 ~~~~~ cycle
    }
    initiative whole "Whole" {
      initiative half "Half" { part-of: whole }
    }
  `);
});

test("an event is waited for and waits for nothing", () => {
  check(`
    milestone law "Law" { date: 2027 }
    initiative a "A" { timeline: after law for 1 month depends-on: law }
  `);
});

test("of replacement", () => {
  check(`
    technology old "Old" { replaces: new }
                                     ^^^ cycle: These replace each other in a circle: 'old' → 'new' → 'old'.
    technology new "New" { replaces: old }
                                     ~~~ cycle
  `);
});

test("a circle within a larger tangle is told as the shortest way round", () => {
  check(`
    objective a "A" { supports: b }
                                ^ cycle: 'a' → 'b' → 'a'.
    objective b "B" { supports: c, a }
                                   ~ cycle
    objective c "C" { supports: d }
    objective d "D" { supports: e }
    objective e "E"
  `);
});

test("circles that share no reference are told each", () => {
  const { findings } = diagnosed({
    "plan.strategy":
      'objective a "A" { supports: b, c }\nobjective b "B" { supports: a }\nobjective c "C" { supports: a }\n',
  });
  const circles = findings.filter((one) => one.rule === "cycle");
  expect(circles.map((one) => [one.range.start.character, one.message.split(":")[1]])).toEqual([
    [28, " 'a' → 'b' → 'a'. Take one of the links out."],
    [31, " 'a' → 'c' → 'a'. Take one of the links out."],
  ]);
});

test("one wrong link across a chain with short cuts is one mistake", () => {
  const { findings } = diagnosed({
    "plan.strategy": `objective a "A" { supports: b, c, d }
objective b "B" { supports: c, d }
objective c "C" { supports: d }
objective d "D" { supports: a }
`,
  });
  expect(findings.filter((one) => one.rule === "cycle")).toHaveLength(1);
});

test("a long chain is no circle and takes no time", () => {
  const chain = Array.from(
    { length: 3000 },
    (_, index) => `initiative i${index} "I" { depends-on: i${index + 1} }`,
  );
  const { findings } = diagnosed({
    "plan.strategy": `${chain.join("\n")}\ninitiative i3000 "I"\n`,
  });
  expect(findings.filter((one) => one.rule === "cycle")).toEqual([]);
});

// A programme that spans its parts, or bars that wait for others, moved as a whole → each of them, and nothing twice.
import { describe, test } from "vitest";
import { all, check, drag, move } from "./check.ts";

describe("a programme that spans its parts", () => {
  const programme = (a: string, b: string, c: string, last = "2027-Q1") => `
    initiative all-of-it "All of it" {
      initiative a "A" { timeline: ${a} status: active }
      initiative b "B" {
        // Twice as long as it looks.
        initiative c "C" { timeline: ${b} }
      }
      milestone half "Half of it" { date: 2026-06-30 }
    }
    initiative d "D" { part-of: all-of-it timeline: ${c} }
    initiative e "E" { part-of: all-of-it timeline: after a for 2 weeks }
    initiative f "F" { part-of: all-of-it timeline: after a .. ${last} }
  `;

  test("moves with all of them, by the same steps", () =>
    check(
      programme("2026-Q1 .. 2026-Q2", "2026-03-10 for 2 months", "2026-05 ..", "2026-Q4"),
      move("all-of-it", 80),
      programme("2026-Q2 .. 2026-Q3", "2026-06-08 for 2 months", "2026-08 ..", "2027-Q1"),
    ));

  test("cannot be dragged at an edge", () =>
    check(
      programme("2026-Q1", "2026-Q2", "2026-Q3"),
      drag("all-of-it", { end: "2027-01-31" }),
      "'all-of-it' is as long as its parts. Drag the edge of a part.",
    ));

  test("moves together with one of them that is selected too", () =>
    check(
      programme("2026-Q1", "2026-Q2", "2026-Q3"),
      all(move("all-of-it", 91), move("a", 91)),
      programme("2026-Q2", "2026-Q3", "2026-Q4", "2027-Q2"),
    ));

  test("is refused where a part of it is dragged another way", () =>
    check(
      programme("2026-Q1", "2026-Q2", "2026-Q3"),
      all(move("all-of-it", 91), drag("a", { start: "2025-10-01" })),
      "Two of these change the same words. Drag them one after the other.",
    ));

  test("stays where a part of it is kept in another project", () =>
    check(
      `
      //- strategy.config.json
      {}
      //- plan.strategy
      initiative it "It"
      initiative a "A" { part-of: it timeline: 2026-Q1 }
      //- division/strategy.config.json
      {}
      //- division/plan.strategy
      import group from "../"
      initiative b "B" { part-of: group.it timeline: 2026-Q2 }
      `,
      move("it", 91),
      "'b' belongs to another project, 'division'. Change it there.",
    ));
});

test("what follows something that is moved with it keeps its length", () =>
  check(
    `
    initiative a "A" { timeline: 2026-Q1 }
    initiative b "B" { timeline: after a for 2 weeks }
    initiative c "C" { timeline: after b .. 2026-06 }
    initiative d "D" { timeline: after c .. }
    `,
    all(move("a", 90), move("b", 90), move("c", 90), move("d", 90)),
    `
    initiative a "A" { timeline: 2026-Q2 }
    initiative b "B" { timeline: after a for 2 weeks }
    initiative c "C" { timeline: after b .. 2026-09 }
    initiative d "D" { timeline: after c .. }
    `,
  ));

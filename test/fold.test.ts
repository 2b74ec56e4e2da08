// What many things lack → one finding for all of them: what counts, where it stands, what silences it.
import { describe, expect, test } from "vitest";
import { diagnosed } from "./diagnosed.ts";
import { readMarks, shownFindings, shownMarks } from "./marks.ts";

/** Compares marks with what some rules say. */
function check(source: string, ...judged: readonly string[]): void {
  const marks = readMarks(source);
  const { findings } = diagnosed(Object.fromEntries(marks.files));
  const own = findings.filter((one) => [...judged, "unused-suppression"].includes(one.rule));
  expect(shownFindings(marks, own)).toBe(shownMarks(marks));
}

describe("what counts", () => {
  test("each kind by itself", () => {
    check(
      `
        strategy plan "Plan"
                 ^^^^ missing-owner (warning): None of 5 initiatives has an owner.
        objective a "A"
                  ^ missing-owner
        objective b "B" { owner: cio }
        kpi c "C"
            ^ missing-owner
        initiative d "D"
                   ~ missing-owner
        initiative e "E"
                   ~ missing-owner
        initiative f "F"
                   ~ missing-owner
        initiative g "G"
                   ~ missing-owner
        initiative h "H"
                   ~ missing-owner
        kpi i "I"
            ^ missing-owner
        kpi j "J"
            ^ missing-owner
        kpi k "K"
            ^ missing-owner
      `,
      "missing-owner",
    );
  });

  test("two kinds may both be told once, each by its number", () => {
    check(
      `
        strategy plan "Plan" {
                 ^^^^ missing-owner: 5 of 6 objectives have no owner.
                 ^^^^ missing-owner: None of 5 KPIs has an owner.
          horizon: 2026 .. 2028
        }
        objective a "A" { owner: cio } objective b "B" objective c "C"
        objective d "D" objective e "E" objective f "F"
        kpi g "G" kpi h "H" kpi i "I" kpi j "J" kpi k "K"
      `,
      "missing-owner",
    );
  });

  test("nothing that a rule leaves in peace: what is closed, an idea, what is faulty", () => {
    // Five of six; with the ones below it would be five of ten.
    check(
      `
        strategy plan "Plan"
                 ^^^^ missing-risk: 5 of 6 initiatives name no risk.
        initiative a "A"
        initiative b "B"
        initiative c "C"
        initiative d "D"
        initiative e "E"
        initiative f "F" { risk g "G" }

        initiative idea "Idea" { status: proposed }
        initiative done "Done" { status: completed risk h "H" }
        initiative faulty "Faulty" { risks: nobody-knows }
        initiative odd "Odd" { status: lost risk i "I" }
      `,
      "missing-risk",
    );
  });

  test("the severity is the highest among them", () => {
    const only = (first: string) => `
        strategy plan "Plan"
                 ^^^^ incomplete-kpi (${first === "" ? "warning" : "info"}): None of 5 KPIs
        kpi a "A" { unit: % target: 1 by 2027 ${first} }
        kpi b "B" { unit: % target: 1 by 2027 }
        kpi c "C" { unit: % target: 1 by 2027 }
        kpi d "D" { unit: % target: 1 by 2027 }
        kpi e "E" { ${first === "" ? "" : "unit: %"} target: 1 by 2027 }
      `;
    check(only(""), "incomplete-kpi");
    check(only("owner: cio"), "incomplete-kpi");
  });

  test("the things of a project, not those of one that it imports or that imports it", () => {
    check(
      `
        //- strategy.config.json
        {}
        //- plan.strategy
        strategy plan "Plan"
                 ^^^^ missing-risk: None of 5 initiatives names a risk.
        initiative a "A"
        initiative b "B"
        initiative c "C"
        initiative d "D"
        initiative e "E"
        //- division/strategy.config.json
        {}
        //- division/plan.strategy
        import group from "../plan.strategy"
        initiative f "F"
                   ^ missing-risk
        initiative g "G"
                   ^ missing-risk
      `,
      "missing-risk",
    );
  });
});

describe("a suppression", () => {
  test("at its own place takes a thing out of both sides, and is used", () => {
    // Of six five are left: four that lack it are too few.
    check(
      `
        strategy plan "Plan"
        initiative a "A"
                   ^ missing-risk
        initiative b "B"
                   ^ missing-risk
        initiative c "C"
                   ^ missing-risk
        initiative d "D"
                   ^ missing-risk
        // ignore missing-risk: paper study only
        initiative e "E"
        initiative f "F" { risk g "G" }
      `,
      "missing-risk",
    );
    // Of eight one is left out: five of seven would be under four of five, five of six are not.
    check(
      `
        strategy plan "Plan"
                 ^^^^ missing-risk: 5 of 6 initiatives name no risk.
        initiative a "A"
                   ~ missing-risk
        initiative b "B"
                   ~ missing-risk
        initiative c "C"
                   ~ missing-risk
        initiative d "D" // ignore missing-risk: paper study only
        initiative e "E"
                   ~ missing-risk
        initiative f "F"
                   ~ missing-risk
        initiative g "G" { risk h "H" }
      `,
      "missing-risk",
    );
  });

  test("at the strategy takes out the one finding, is used, and ends the offers", () => {
    const source = `
      // ignore missing-risk until 2027-01-31: a workshop is planned
      strategy plan "Plan" {
        owner: ceo
      }
      initiative a "A" initiative b "B" initiative c "C" initiative d "D" initiative e "E"
    `;
    check(source, "missing-risk");
    const { offers } = diagnosed(Object.fromEntries(readMarks(source).files));
    expect(offers.filter(({ code }) => code === "missing-risk")).toEqual([]);
    expect(offers.filter(({ code }) => code === "missing-owner")).toHaveLength(5);
  });

  test("at the strategy says nothing where each is told for itself", () => {
    check(
      `
        // ignore missing-risk: a workshop is planned
                  ^^^^^^^^^^^^ unused-suppression: There is nothing here
        strategy plan "Plan"
        initiative a "A" initiative b "B" initiative c "C" initiative d "D"
                   ^ missing-risk
                                    ^ missing-risk
                                                     ^ missing-risk
                                                                      ^ missing-risk
      `,
      "missing-risk",
    );
  });

  test("without a strategy, at the first: the next is the first of those that are left", () => {
    check(
      `
        // ignore missing-risk: paper study only
        initiative a "A"
        initiative b "B"
                   ^ missing-risk: None of 5 initiatives names a risk.
        initiative c "C" initiative d "D" initiative e "E" initiative f "F"
      `,
      "missing-risk",
    );
  });

  test("of a file takes out what stands in it, the one finding too", () => {
    const work = [..."abcde"].map((name) => `initiative ${name} "Draft"`).join(" ");
    // All that is left stands in the other file, and the strategy too.
    check(
      `
        //- drafts.strategy
        // ignore-file missing-risk: drafts
        ${work}
        //- plan.strategy
        strategy plan "Plan"
                 ^^^^ missing-risk: None of 5 initiatives
        ${work.replaceAll(/ (?=. "Draft")/g, " later-")}
      `,
      "missing-risk",
    );
    check(
      `
        //- drafts.strategy
        ${work}
        //- plan.strategy
        // ignore-file missing-risk: a workshop is planned
        strategy plan "Plan"
        initiative f
      `,
      "missing-risk",
    );
  });

  test("that has no reason or is past its date leaves what it names on its side", () => {
    check(
      `
        strategy plan "Plan"
                 ^^^^ missing-risk: None of 6 initiatives
        // ignore missing-risk
        ^^^^^^^^^^^^^^^^^^^^^^ unused-suppression
        initiative a "A"
        // ignore missing-risk until 2026-01-31: pilot
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression
        initiative b "B"
        initiative c "C" initiative d "D" initiative e "E" initiative f "F"
      `,
      "missing-risk",
    );
  });
});

test("the first is so by path and position, and stands without a name on its kind", () => {
  const { findings } = diagnosed({
    "b.strategy": "initiative a\ninitiative b\ninitiative c",
    "a.strategy": 'initiative "Nameless" { }\ninitiative d',
  });
  const own = findings.filter(({ rule }) => rule === "missing-risk");
  expect(own.map(({ file, range, related }) => [file, range.start, related?.length])).toEqual([
    ["a.strategy", { line: 0, character: 0 }, 4],
  ]);
});

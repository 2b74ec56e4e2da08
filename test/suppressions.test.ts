// Comments that leave rules out: what they cover, when they hold, and what is said of them.
import { describe, expect, test } from "vitest";
import { diagnosed } from "./diagnosed.ts";
import { readMarks, shownFindings, shownMarks } from "./marks.ts";

/** The rules of which these tests speak; all others are left aside. */
const judged = ["missing-risk", "missing-owner", "missing-title", "unused-suppression"];

/** Compares marks with what those rules say. `config`: rules as in the configuration. */
function check(source: string, config: Readonly<Record<string, unknown>> = {}, eol = "\n"): void {
  const marks = readMarks(source);
  const files = Object.fromEntries(
    [...marks.files].map(([path, text]) => [path, text.replaceAll("\n", eol)]),
  );
  const found = diagnosed({ ...files, "strategy.config.json": JSON.stringify({ rules: config }) });
  const findings = found.findings.filter((one) => judged.includes(one.rule));
  expect(shownFindings(marks, findings)).toBe(shownMarks(marks));
}

const work = "status: active, timeline: 2026 .. 2027";

describe("a comment covers", () => {
  test("the declaration below it and what is nested in it", () => {
    check(`
      // ignore missing-title: names say enough
      objective growth {
                ^^^^^^ missing-owner
        initiative crm "CRM" { ${work} }
                   ^^^ missing-owner
                   ^^^ missing-risk
        kpi churn { unit: % }
            ^^^^^ missing-owner
      }
      kpi other { unit: % }
          ^^^^^ missing-owner
          ^^^^^ missing-title
    `);
  });

  test("the field below it", () => {
    check(`
      objective growth "Growth" {
                ^^^^^^ missing-owner
        // ignore missing-owner: that is not said of the field
                  ^^^^^^^^^^^^^ unused-suppression
        level: team
      }
    `);
  });

  test("at the end of a line, that line and no more", () => {
    check(`
      objective growth { // ignore missing-title, missing-owner: why
        initiative crm { ${work}
                   ^^^ missing-owner
                   ^^^ missing-risk
                   ^^^ missing-title
        } // ignore missing-risk: a line that says nothing
                    ^^^^^^^^^^^^ unused-suppression
      }
    `);
  });

  test("what is below, also with other comments between, around and before it", () => {
    check(`
      /* one */ // ignore missing-title: names say enough
      // a comment that is about something else

      /* and a long
         one */
      // ignore missing-owner: not yet
      objective growth { level: team }
    `);
  });

  test("in a block, and in a block on one line", () => {
    check(`
      objective growth "Growth" {
        owner: cio
        // ignore missing-risk: pilot
        initiative a "A" { owner: cio, ${work} }
        initiative b "B" { owner: cio, ${work} } // ignore missing-risk: pilot
        /* ignore missing-risk: not in such a comment */
        initiative c "C" { owner: cio, ${work} }
                   ^ missing-risk
      }
    `);
  });

  test("nothing, where nothing stands below it", () => {
    check(`
      objective growth "Growth" {
        owner: cio
        // ignore missing-risk: at the end of a block
                  ^^^^^^^^^^^^ unused-suppression
      }
      // ignore missing-risk: at the end of a file
                ^^^^^^^^^^^^ unused-suppression
    `);
  });

  test("the same in files with other line ends", () => {
    for (const eol of ["\r\n", "\r"]) {
      check(
        `
        // ignore missing-title: names say enough
        objective growth { // ignore missing-owner: not yet
          level: team
        }
        // ignore missing-risk
        ^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: Say why
        role cio "CIO"
      `,
        {},
        eol,
      );
    }
  });
});

describe("a file is covered", () => {
  test("by ignore-file before its first declaration", () => {
    check(`
      //- a.strategy
      // Some words first.
      // ignore-file missing-title, missing-owner: a draft
      import other from "../other"
      objective growth { level: team }
      objective trust { level: team }
      //- b.strategy
      objective later { level: team }
                ^^^^^ missing-owner
                ^^^^^ missing-title
    `);
  });

  test("not by one that comes too late", () => {
    check(`
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
      // ignore-file missing-title: too late
                     ^^^^^^^^^^^^^ unused-suppression: before the first declaration
      objective trust "Trust" { level: team, owner: cio }
    `);
  });
});

describe("a suppression holds", () => {
  const one = (comment: string) => `${comment}\n      objective growth { level: team, owner: cio }`;

  test("up to its date, which is inclusive, and a coarse one to its last day", () => {
    for (const date of ["2026-11-23", "2026-11", "2026-Q4", "2026", "2027-01-31"])
      check(one(`// ignore missing-title until ${date}: pilot`));
    check(`
      // ignore missing-title until 2026-11-22: pilot
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: held until 22 Nov 2026
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
    `);
    check(`
      // ignore missing-title until soon: pilot
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: 'soon' is no date
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
    `);
  });

  test("only with a reason", () => {
    for (const comment of [
      "// ignore missing-title",
      "// ignore missing-title:  ",
      "// ignore missing-title until 2027-01-31",
      "// ignore missing-title, missing-risk",
      "// ignore missing-title because",
    ]) {
      check(`
      ${comment.trimEnd()}
      ${"^".repeat(comment.trimEnd().length)} unused-suppression: Say why
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
      `);
    }
  });

  test("for each of its rules on its own", () => {
    check(`
      // ignore missing-title, missing-risk,missing-owner : a draft
                               ^^^^^^^^^^^^ unused-suppression @Remove 'missing-risk'
      objective growth { level: team }
    `);
  });
});

describe("a comment is meant as a suppression", () => {
  test("where its first word is a rule or within two letters of one", () => {
    check(`
      // ignore missing-titel: a slip
                ^^^^^^^^^^^^^ unused-suppression: Did you mean 'missing-title'? @Change to 'missing-title'
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
      // ignore overdu work of last year
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: Say why
      role cio "CIO"
    `);
  });

  test("or a hyphenated word before a colon, a comma, until or the end of the line", () => {
    check(`
      // ignore no-such-rule: why
                ^^^^^^^^^^^^ unused-suppression: There is no rule 'no-such-rule'
      // ignore no-such-rule
      ^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: Say why
      // ignore no-such-rule until 2027: why
                ^^^^^^^^^^^^ unused-suppression
      // ignore no-such-rule, missing-risk: why
                ^^^^^^^^^^^^ unused-suppression
                              ^^^^^^^^^^^^ unused-suppression
      // ignore unknown-name: a fault
                ^^^^^^^^^^^^ unused-suppression: is a fault of the text
      role cio "CIO"
    `);
  });

  test("else it is a comment", () => {
    check(`
      // ignore the old plan, it is history
      // ignore: all of this
      // ignore
      // ignored missing-title: why
      // ignore well-known numbers: they are old
      // ignore half - or more: of it
      // to ignore missing-title: why
      objective growth { level: team, owner: cio }
                ^^^^^^ missing-title
    `);
  });
});

describe("a suppression that suppresses nothing is told", () => {
  const comment = "// ignore missing-risk: pilot";
  const mark = "          ^^^^^^^^^^^^ unused-suppression";
  const risky = "risk r { probability: low, impact: low, owner: cio, response: accept }";

  test("also where a name near it is misspelt or unknown", () => {
    check(`
      role head-of-platform "Head"
      objective growth "Growth" { owner: cio, level: business }
      ${comment}
      ${mark}
      initiative crm "CRM" {
        supports: growht
        owner: haed-of-platform
        depends-on: nothing
        ${work}
        ${risky.replace("r {", 'r "R" {')}
      }
    `);
  });

  test("also where a fault lies beside what it covers", () => {
    check(`
      ${comment}
      ${mark}
      initiative crm "CRM" {
        owner: cio
        ${work}
        ${risky.replace("r {", 'r "R" {')}
      }
      initiative erp "ERP" { owner: cio, staus: proposed }
    `);
  });

  test("not where a fault in it hides what the rule would say", () => {
    for (const line of ["rissks: vendor", "status: soon", "timeline: 2026-13", "zzzzqqq: 1"]) {
      check(`
        ${comment}
        initiative crm "CRM" {
          owner: cio
          ${line}
          status: proposed
        }
      `);
    }
  });

  test("nor where the fault lies in the declaration of the line or field that it covers", () => {
    check(`
      objective growth "Growth" { // ignore missing-owner: not yet
        ownr: cio
      }
      objective trust "Trust" {
        // ignore missing-owner: not yet
        level: business
        ownr: cio
        initiative crm "CRM" { owner: cio, status: proposed }
      }
    `);
    check(`
      objective trust "Trust" {
        // ignore missing-owner: not yet
                  ^^^^^^^^^^^^^ unused-suppression
        level: business
        owner: cio
        initiative crm "CRM" { owner: cio, budgett: 1M, status: proposed }
      }
    `);
  });

  test("nor where it holds a block that is nested too deep to be read", () => {
    const deep = `${'objective o "O" { owner: cio\n'.repeat(65)}${"}\n".repeat(65)}`;
    const names = deep.replace(/objective o/g, (_, at: number) => `objective o${at}`);
    const { diagnostics } = diagnosed({
      "plan.strategy": `// ignore missing-title: why\n${names}`,
    });
    expect(diagnostics.map((one) => one.code)).not.toContain("unused-suppression");
  });
});

describe("a rule that is off", () => {
  test("is not judged, except for a missing reason", () => {
    check(
      `
      // ignore missing-title: why
      // ignore missing-title until 2020: why
      // ignore missing-risk, missing-title: why
                ^^^^^^^^^^^^ unused-suppression
      // ignore missing-title
      ^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: Say why
      objective growth { level: team, owner: cio }
    `,
      { "missing-title": "off" },
    );
  });

  test("unused-suppression itself can be off, or left out in a file", () => {
    check("// ignore missing-risk: nothing here\nrole cio", { "unused-suppression": "off" });
    check(`
      // ignore-file unused-suppression: kept for the next quarter
      // ignore missing-risk: nothing here
      role cio "CIO"
    `);
    check(`
      // ignore-file unused-suppression: nothing to leave out
                     ^^^^^^^^^^^^^^^^^^ unused-suppression
      role cio "CIO"
    `);
  });
});

// Names and texts that would move a cursor, clear a screen or pass for another message → seen, not obeyed.
import { mkdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { plainly } from "../../client/cli/arguments.ts";
import { githubOf } from "../../client/cli/formats/github.ts";
import { gitlabOf } from "../../client/cli/formats/gitlab.ts";
import { jsonOf } from "../../client/cli/formats/json.ts";
import { junitOf } from "../../client/cli/formats/junit.ts";
import { sarifOf } from "../../client/cli/formats/sarif.ts";
import { textOf } from "../../client/cli/formats/text.ts";
import type { Report } from "../../client/cli/report.ts";
import { paper } from "../../client/cli/screen.ts";
import { disarmed, disarmedJson, disarmedOffset } from "../../server/words/disarmed.ts";
import { folderWith } from "./strategy.ts";

/** What a terminal obeys: controls but for the end of a line, and what turns the direction of writing. */
const obeyed = /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029\uFEFF]/u;
/** What GitHub takes for a command of its own. */
const command = /^\s*::|##\w*\[/m;

const nasty = [
  "\x1b[2J\x1b]0;title\x07",
  "\u202egnp.exe\u2066",
  "a\nb",
  "a\r::error::gotcha",
  "\n::error file=x::gotcha",
  "::error file=x::gotcha",
  "##[error]gotcha",
  "##vso[task.setvariable variable=x]y",
  "\u009b2J\u0085\u2028\u2029",
  "\x00\x08\x7f\ufeff\ud800",
];

/** A report in which every text that comes from a file is the same. */
function reportOf(text: string): Report {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
  const related = [{ file: `${text}.strategy`, range, message: text }];
  const one = {
    file: `${text}.strategy`,
    range,
    severity: "warning",
    rule: "missing-risk",
  } as const;
  const diagnostics = [{ ...one, message: text, related, fixes: () => [text], line: text }];
  return { base: "/w", today: "2026-11-23", files: 1, alignedShare: null, diagnostics, broken: [] };
}

describe("a text", () => {
  test("shows what would be obeyed as it would be written in a program", () => {
    expect(nasty.map(disarmed)).toEqual([
      "\\x1b[2J\\x1b]0;title\\x07",
      "\\u202egnp.exe\\u2066",
      "a\\nb",
      "a\\r::error::gotcha",
      "\\n\\x3a:error file=x::gotcha",
      "\\x3a:error file=x::gotcha",
      "#\\x23[error]gotcha",
      "#\\x23vso[task.setvariable variable=x]y",
      "\\x9b2J\\x85\\u2028\\u2029",
      "\\x00\\x08\\x7f\\ufeff\\ud800",
    ]);
  });

  test("stays as it is where nothing is obeyed, in every script", () => {
    for (const one of [
      "CRM: 100 % – “ja”",
      "目標 🚀",
      "هدف",
      "family 👩‍👩‍👧 ::",
      "# a [b]",
      "C:\\x\\n",
    ])
      expect(disarmed(one)).toBe(one);
  });

  test("whatever it is, has one line, and each place in it is found again", () => {
    const any = fc.string({ unit: "binary" });
    const part = fc.oneof(any, fc.constantFrom(...nasty, "#", ":", " "));
    const texts = fc.array(part).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const seen = disarmed(text);
        expect(seen).not.toMatch(obeyed);
        expect(seen).not.toMatch(command);
        expect(seen).not.toContain("\n");
        expect(disarmedOffset(text, text.length)).toBe(seen.length);
        expect(JSON.parse(disarmedJson(text))).toBe(text);
        expect(disarmedJson(text)).not.toMatch(obeyed);
      }),
    );
  });
});

describe("a report", () => {
  test.each(nasty)("in text shows %j", (text) => {
    for (const on of [paper, { out: pc.createColors(false), width: 60 }]) {
      const printed = textOf(reportOf(text), on, 0);
      expect(printed).not.toMatch(obeyed);
      expect(printed).not.toMatch(command);
      expect(printed.startsWith(`${disarmed(`${text}.strategy`)}:1:1  warning`)).toBe(true);
    }
  });

  test("marks the place in a line that is shown longer than it is", () => {
    const report = reportOf("");
    const line = '\ta "\x1b[2J\u202e" crm';
    const start = line.indexOf("crm");
    const range = { start: { line: 0, character: start }, end: { line: 0, character: start + 3 } };
    const diagnostics = report.diagnostics.map((one) => ({ ...one, line, range }));
    const printed = textOf({ ...report, diagnostics }, paper, 0);
    const [code = "", marks = ""] = printed.split("\n").filter((one) => one.includes(" | "));
    expect(code).toContain(' a "\\x1b[2J\\u202e" crm');
    expect(marks.slice(stringWidth(code.split("crm")[0] ?? ""))).toBe("^^^");
  });

  test.each(nasty)("for GitHub is one annotation for %j", (text) => {
    const printed = githubOf(reportOf(text));
    expect(printed).not.toMatch(obeyed);
    expect(printed.trimEnd().split("\n")).toHaveLength(1);
    expect(printed).toMatch(
      /^::warning file=[^:,]*,line=1,endLine=1,col=1,endColumn=3,title=missing-risk::/,
    );
  });

  test("for GitHub keeps the end of a line in a name, by GitHub's rules", () => {
    expect(githubOf(reportOf("a\nb,c:d%"))).toContain("file=a%0Ab%2Cc%3Ad%25.strategy,");
  });

  test.each(nasty)(
    "in JSON, GitLab's and SARIF's, holds %j in ASCII escapes, and nothing is lost",
    (text) => {
      const whole = text.toWellFormed();
      const printed = [jsonOf, gitlabOf, sarifOf].map((print) => print(reportOf(text)));
      for (const one of printed) {
        expect(one).not.toMatch(obeyed);
        expect(one).not.toMatch(command);
      }
      const [json = "", gitlab = "", sarif = ""] = printed;
      expect(JSON.parse(json).diagnostics[0]).toMatchObject({
        file: `${text}.strategy`,
        message: text,
      });
      expect(JSON.parse(gitlab)[0].location.path).toBe(`${text}.strategy`);
      const [result] = JSON.parse(sarif).runs[0].results;
      expect(result.message.text).toBe(text);
      const { uri } = result.locations[0].physicalLocation.artifactLocation;
      expect(uri).toMatch(/^(?:[A-Za-z0-9._~!'()*-]|%[0-9A-F]{2})+$/);
      expect(decodeURIComponent(uri)).toBe(`${whole}.strategy`);
    },
  );

  test.each(nasty)("in XML holds nothing that XML cannot, for %j", (text) => {
    const printed = junitOf(reportOf(text));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    expect(printed).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(printed).not.toMatch(obeyed);
    expect(printed).not.toMatch(command);
  });
});

describe("the program", () => {
  const title = "\x1b[2J\u202e\u009b";
  const names = [
    "\x1b[2J.strategy",
    "\u202ea.strategy",
    "b\n::error::gotcha.strategy",
    "::error::c.strategy",
  ];
  const files = Object.fromEntries(
    names.map((name, at) => [
      name,
      `role   r${at} "${title}"\ngoal ${title} "x" // @ignore ${title}\n`,
    ]),
  );

  test.each([
    ["check"],
    ["check", "--summary"],
    ["check", "--format", "github"],
    ["check", "--format", "junit"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "gitlab"],
    ["export", "model", "--to", "json"],
    ["format", "--check"],
    ["format"],
  ])("%s %s %s obeys no file", async (...args) => {
    const folder = folderWith(files);
    const run = await folder.strategy(...args);
    expect(run.out.length).toBeGreaterThan(0);
    for (const text of [run.out, run.talk]) {
      expect(text).not.toMatch(obeyed);
      const lines = text.split("\n").filter((line) => /^\s*::/.test(line));
      if (args.includes("github")) for (const line of lines) expect(line).toMatch(/^::\w+ file=/);
      else expect(lines).toEqual([]);
    }
  });

  test("says names in its sentences so that they are seen, each on one line", async () => {
    const folder = folderWith({ "plan.strategy": "" });
    mkdirSync(path.join(folder.path, "empty\x1b[2J\n::error::x"));
    const bad = "\x1b[2J\u202e\n::error::x";
    for (const args of [
      ["check", bad],
      ["check", "--project", bad],
      ["check", "--project", "empty\x1b[2J\n::error::x"],
      ["check", `--rule=${bad}`],
      ["check", `--baseline=${bad}`],
      ["check", `--output=${bad}/x`],
      ["check", `--limit=${bad}`],
      ["check", `--today=${bad}`],
      ["check", `--${bad}`],
      ["explain", bad],
      ["help", bad],
      [bad],
    ]) {
      const run = await folder.strategy(...args);
      expect([args, run.code, run.out]).toEqual([args, 2, ""]);
      expect([args, run.talk.match(obeyed), run.talk.match(command)]).toEqual([args, null, null]);
      expect(run.talk).toContain("\\x1b[2J");
    }
  });
});

test("what the library of the command line says of odd arguments is one sentence", () => {
  expect(plainly("error: unknown option '--a\nb'\n(Did you mean --ab?)\n")).toEqual([
    "There is no option '--a\nb'.",
    "(Did you mean --ab?)",
  ]);
  expect(plainly("error: unknown command 'a\nb'\n")).toEqual(["There is no command 'a\nb'."]);
});

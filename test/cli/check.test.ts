// `strategy check`: exit codes, formats, filters, limits and baselines.
import { describe, expect, test } from "vitest";
import { folderWith, oneWarning } from "./strategy.ts";

const today = ["--today", "2026-11-23"];

describe("exit codes", () => {
  test("0 where there is nothing to mend", async () => {
    const folder = folderWith({
      "plan.strategy": oneWarning.replace("budget: 0", "budget: 0\n    status: proposed"),
    });
    const run = await folder.strategy("check", ...today);
    expect(run.out).toBe("Nothing to mend in 1 file, as of 2026-11-23.\n");
    expect(run.code).toBe(0);
  });

  test("1 where there is an error or a warning", async () => {
    expect(
      (await folderWith({ "plan.strategy": oneWarning }).strategy("check", ...today)).code,
    ).toBe(1);
  });

  test("2 for a fault of use, in a sentence that says what to do", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    for (const [args, says] of [
      [["check", "--rule", "mising-risk"], "Did you mean 'missing-risk'?"],
      [["check", "--today", "soon"], "--today 2026-11-23"],
      [["check", "--format", "yaml"], "Allowed choices are text, json"],
      [["check", "--project", "nowhere"], "There is no folder 'nowhere'"],
      [["check", "nowhere.strategy"], "There is no file or folder 'nowhere.strategy'"],
      [["check", "--max-warnings", "many"], "Write a whole number"],
      [["chek"], "Did you mean check?"],
    ] as const) {
      const run = await folder.strategy(...args);
      expect(run.talk).toContain(says);
      expect([run.code, run.out]).toEqual([2, ""]);
    }
    expect((await folderWith({ "readme.md": "" }).strategy("check")).code).toBe(2);
  });

  test("2 where the configuration is faulty, and the rest of it still holds", async () => {
    const folder = folderWith({
      "plan.strategy": oneWarning,
      "strategy.config.json": '{ "today": "soon", "rules": { "missing-risk": "off" } }',
    });
    const run = await folder.strategy(
      "check",
      "--format",
      "json",
      "--rule",
      "configuration,missing-risk",
      ...today,
    );
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out).diagnostics).toMatchObject([
      { file: "strategy.config.json", rule: "configuration", severity: "error" },
    ]);
  });
});

describe("formats", () => {
  test("text shows the line, the place and what to do", async () => {
    const run = await folderWith({ "plan.strategy": oneWarning }).strategy("check", ...today);
    expect(run.out).toContain("plan.strategy:10:14  warning  missing-risk\n  Initiative 'crm' ");
    expect(run.out).toContain('  10 |   initiative crm "CRM" {\n     |              ^^^\n');
    expect(run.out).toContain("  fix: Add a risk\n");
    expect(run.out).not.toContain("\u001b[");
  });

  test("json has the shape of the contract, with places as LSP counts", async () => {
    const run = await folderWith({ "plan.strategy": oneWarning }).strategy(
      "check",
      "--format",
      "json",
      ...today,
    );
    expect(JSON.parse(run.out)).toEqual({
      version: 1,
      today: "2026-11-23",
      diagnostics: [
        {
          file: "plan.strategy",
          range: { start: { line: 9, character: 13 }, end: { line: 9, character: 16 } },
          severity: "warning",
          rule: "missing-risk",
          message: expect.stringContaining("'crm'"),
          related: [],
          fixes: ["Add a risk"],
        },
      ],
      summary: { error: 0, warning: 1, info: 0, hint: 0, files: 1, alignedShare: null },
    });
  });

  test("github is one command a line, with lines from 1", async () => {
    const run = await folderWith({ "plan.strategy": oneWarning }).strategy(
      "check",
      "--format",
      "github",
      ...today,
    );
    expect(run.out).toMatch(
      /^::warning file=plan\.strategy,line=10,endLine=10,col=14,endColumn=17,title=missing-risk::Initiative 'crm' [^\n]*\n$/,
    );
  });

  test("gitlab is a list of issues whose fingerprints outlive new lines above", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const [first] = JSON.parse(
      (await folder.strategy("check", "--format", "gitlab", ...today)).out,
    );
    expect(first).toMatchObject({
      check_name: "missing-risk",
      severity: "major",
      location: { path: "plan.strategy", lines: { begin: 10 } },
    });
    folder.write("plan.strategy", `// a comment\n${oneWarning}`);
    const [second] = JSON.parse(
      (await folder.strategy("check", "--format", "gitlab", ...today)).out,
    );
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(second.location.lines.begin).toBe(11);
  });

  test("junit is a suite a file, in which a warning is a failure", async () => {
    const { out } = await folderWith({ "plan.strategy": oneWarning }).strategy(
      "check",
      "--format",
      "junit",
      ...today,
    );
    expect(out).toContain('<testsuite name="plan.strategy" tests="1" failures="1"');
    expect(out).toContain('classname="missing-risk"');
    expect(out).toContain(`<failure message="plan.strategy:10:14 Initiative 'crm'`);
  });

  test("a result goes to a file where one is named", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    expect(
      (await folder.strategy("check", "--format", "json", "--output", "out.json", ...today)).out,
    ).toBe("");
    expect(JSON.parse(folder.read("out.json")).version).toBe(1);
  });
});

describe("many findings", () => {
  const texts = Array.from({ length: 205 }, (_, index) => `team t${index} { lead: r${index} }`);
  const many = {
    "plan.strategy": [...texts, "goal x", oneWarning].join("\n"),
    "strategy.config.json":
      '{ "rules": { "unused-declaration": "off", "unclear-reporting": "off" } }',
  };

  test("--summary counts by rule, then in all", async () => {
    const run = await folderWith(many).strategy("check", "--summary", ...today);
    expect([run.code, run.out]).toEqual([
      1,
      "    1  error    unknown-kind\n    1  warning  missing-risk\n  205  info     undeclared-name\n\n" +
        "1 error, 1 warning, 205 notes in 1 file, as of 2026-11-23.\n",
    ]);
    expect(
      (await folderWith({ "a.strategy": "" }).strategy("check", "--summary", ...today)).out,
    ).toBe("Nothing to mend in 1 file, as of 2026-11-23.\n");
  });

  test("what is said once shows its first places, and how many more there are", async () => {
    const work = Array.from({ length: 6 }, (_, at) => `initiative w${at} "W" { budget: 0 }`);
    const { out } = await folderWith({
      "plan.strategy": `strategy house "House" { cadence: yearly }\n${work.join("\n")}`,
    }).strategy("check", "--rule", "missing-risk", ...today);
    expect(out).toContain("None of 6 initiatives names a risk.");
    expect(out).toContain("see plan.strategy:4:12: 'w2' is one of them.\n  and 3 more places\n");
  });

  test("more than 200 end with the counts; --limit says how many are shown, 0 for all", async () => {
    const folder = folderWith(many);
    const shown = async (...args: readonly string[]) => {
      const { code, out } = await folder.strategy("check", ...today, ...args);
      return [code, out.match(/^plan\.strategy:/gm)?.length, out.includes("207 findings shown")];
    };
    expect(await shown()).toEqual([1, 200, true]);
    expect(await shown("--limit", "2")).toEqual([1, 2, true]);
    expect(await shown("--limit", "207")).toEqual([1, 207, false]);
    expect(await shown("--limit", "0")).toEqual([1, 207, false]);
  });

  test("the most severe are shown, in their order", async () => {
    const { out } = await folderWith(many).strategy("check", "--limit", "2", ...today);
    expect(out.match(/^plan\S+ {2}.*$/gm)).toEqual([
      "plan.strategy:206:1  error  unknown-kind",
      "plan.strategy:216:14  warning  missing-risk",
    ]);
    expect(out).toContain("2 of 207 findings shown, the most severe ones; --limit 0 shows all.");
    expect(out).toContain("\n  205  info     undeclared-name\n\n1 error, 1 warning, 205 notes");
  });

  test("other formats give all findings, whatever is asked for, and say so", async () => {
    const folder = folderWith(many);
    const plain = await folder.strategy("check", "--format", "json", ...today);
    const brief = await folder.strategy(
      "check",
      ...["--format", "json", "--limit", "2", "--summary", ...today],
    );
    expect(JSON.parse(plain.out).diagnostics).toHaveLength(207);
    expect([brief.out, plain.talk]).toEqual([plain.out, ""]);
    expect(brief.talk).toBe("--summary is for text: json gives all findings.\n");
  });
});

describe("filters and limits", () => {
  test("--rule tells only of the rules that it names", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    expect((await folder.strategy("check", "--rule", "missing-owner", ...today)).code).toBe(0);
    expect(
      (await folder.strategy("check", "--rule", "missing-owner,missing-risk", ...today)).code,
    ).toBe(1);
  });

  test("paths tell only of the files that they name, in the same project", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning, "more/idea.strategy": "goal x" });
    const of = async (...paths: string[]) => {
      const run = await folder.strategy("check", ...paths, "--format", "json", ...today);
      return JSON.parse(run.out).diagnostics.map((one: { rule: string }) => one.rule);
    };
    expect(await of("more")).toEqual(["unknown-kind"]);
    expect(await of("plan.strategy")).toEqual(["missing-risk"]);
  });

  test("--max-warnings says how many are fine", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    expect((await folder.strategy("check", "--max-warnings", "1", ...today)).code).toBe(0);
    expect((await folder.strategy("check", "--max-warnings", "0", ...today)).code).toBe(1);
  });

  test("--min-aligned fails where less of the money is aligned", async () => {
    const half = `objective a "A" {\n  initiative b "B" { budget: 1k }\n}\n\ninitiative c "C" { budget: 1k }\n`;
    const folder = folderWith({ "plan.strategy": half, "strategy.config.json": "{}" });
    const only = ["--rule", "missing-framework"];
    expect((await folder.strategy("check", ...only, "--min-aligned", "50%", ...today)).code).toBe(
      0,
    );
    const run = await folder.strategy("check", ...only, "--min-aligned", "51%", ...today);
    expect([run.code, run.talk]).toEqual([
      1,
      "50% of the money is aligned; at least 51% should be.\n",
    ]);
  });

  test("--baseline tells only what is new", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    expect((await folder.strategy("check", "--baseline", "known.json", ...today)).code).toBe(2);
    await folder.strategy("check", "--write-baseline", "known.json", ...today);
    expect((await folder.strategy("check", "--baseline", "known.json", ...today)).code).toBe(0);
    const second =
      '\ninitiative app "App" {\n  supports: trust\n  owner: cio\n  timeline: 2027\n  budget: 0\n}\n';
    folder.write("plan.strategy", `// moved\n${oneWarning}${second}`);
    const run = await folder.strategy(
      "check",
      "--baseline",
      "known.json",
      "--format",
      "json",
      ...today,
    );
    expect(JSON.parse(run.out).diagnostics.map((one: { message: string }) => one.message)).toEqual([
      expect.stringContaining("'app'"),
    ]);
  });
});

test("a project inside a repository counts what its neighbours say of it, and tells of itself alone", async () => {
  const folder = folderWith({
    ".git/HEAD": "ref: refs/heads/main\n",
    "corporate/strategy.config.json": "{}",
    "corporate/plan.strategy":
      'objective growth "Grow" {\n  owner: ceo\n  sponsor: ceo\n  due: 2028\n}\n',
    "division/strategy.config.json": "{}",
    "division/plan.strategy":
      'import corporate from "../corporate"\n\ninitiative app "App" {\n  supports: corporate.growth\n}\n',
  });
  const run = await folder.strategy(
    "check",
    "--project",
    "corporate",
    "--format",
    "json",
    ...today,
  );
  const { diagnostics } = JSON.parse(run.out);
  expect(diagnostics.map((one: { rule: string }) => one.rule)).toEqual([
    "unmeasured-objective",
    "undeclared-name",
  ]);
});

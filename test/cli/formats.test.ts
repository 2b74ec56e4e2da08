// `strategy check` in the formats that other programs read: each is what its standard asks for.
import Ajv from "ajv";
import { expect, test } from "vitest";
import { folderWith } from "./strategy.ts";

const today = ["--today", "2026-11-23"];

/** Names, paths and texts that formats have to escape, and findings with related places. */
const hard = {
  "strategy.config.json": '{ "exclud": [] }',
  "plans & <ideas>/änd #1 %.strategy": 'objective a "A" { level: "]]>" }\r\nrole cio "CIO"\r\n',
  "z.strategy": 'role cio "100%: \\"yes\\", & <no>"\n',
};

const position = { type: "integer", minimum: 1 };
const region = {
  type: "object",
  required: ["startLine"],
  additionalProperties: false,
  properties: {
    startLine: position,
    startColumn: position,
    endLine: position,
    endColumn: position,
  },
};
const text = {
  type: "object",
  required: ["text"],
  additionalProperties: false,
  properties: {
    text: { type: "string", minLength: 1 },
    markdown: { type: "string", minLength: 1 },
  },
};
const artifactLocation = {
  type: "object",
  additionalProperties: false,
  properties: {
    // RFC 3986, a relative reference without characters that would have to be escaped.
    uri: { type: "string", pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=@/:-]|%[0-9A-F]{2})+$" },
    index: { type: "integer", minimum: -1 },
  },
};
const location = {
  type: "object",
  additionalProperties: false,
  properties: {
    id: { type: "integer", minimum: -1 },
    message: text,
    physicalLocation: {
      type: "object",
      required: ["artifactLocation"],
      additionalProperties: false,
      properties: { artifactLocation, region },
    },
  },
};
const level = { enum: ["none", "note", "warning", "error"] };

/** The constraints of SARIF 2.1.0 (OASIS, 3.13 to 3.52) for the objects that are written. */
const sarif = {
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", pattern: "^https?://.*sarif.*2\\.1\\.0.*\\.json$" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: {
        type: "object",
        required: ["tool"],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          tool: {
            type: "object",
            required: ["driver"],
            additionalProperties: false,
            properties: {
              driver: {
                type: "object",
                required: ["name"],
                additionalProperties: false,
                properties: {
                  name: { type: "string", minLength: 1 },
                  version: { type: "string" },
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: {
                      type: "object",
                      required: ["id"],
                      additionalProperties: false,
                      properties: {
                        id: { type: "string" },
                        shortDescription: text,
                        fullDescription: text,
                        help: text,
                        defaultConfiguration: {
                          type: "object",
                          additionalProperties: false,
                          properties: { enabled: { type: "boolean" }, level },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          artifacts: {
            type: "array",
            uniqueItems: true,
            items: {
              type: "object",
              additionalProperties: false,
              properties: { location: artifactLocation, sourceLanguage: { type: "string" } },
            },
          },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["message"],
              additionalProperties: false,
              properties: {
                ruleId: { type: "string" },
                ruleIndex: { type: "integer", minimum: -1 },
                level,
                message: text,
                locations: { type: "array", items: location },
                relatedLocations: { type: "array", uniqueItems: true, items: location },
                partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
              },
            },
          },
        },
      },
    },
  },
};

test("sarif is a log of version 2.1.0, with rules, their pages and related places", async () => {
  const { out } = await folderWith(hard).strategy("check", "--format", "sarif", ...today);
  const log = JSON.parse(out);
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(sarif, log);
  expect(ajv.errors).toBe(null);
  const [{ tool, results }] = log.runs;
  for (const { ruleId, ruleIndex } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  }
  const of = (id: string) => results.find((one: { ruleId: string }) => one.ruleId === id);
  expect(of("duplicate-name")).toMatchObject({
    level: "error",
    locations: [
      { physicalLocation: { artifactLocation: { uri: "z.strategy" }, region: { startLine: 1 } } },
    ],
    relatedLocations: [
      {
        message: { text: "'cio' is first declared here." },
        physicalLocation: {
          artifactLocation: { uri: "plans%20%26%20%3Cideas%3E/%C3%A4nd%20%231%20%25.strategy" },
          region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 9 },
        },
      },
    ],
  });
  expect(of("configuration").level).toBe("warning");
  const rule = tool.driver.rules.find((one: { id: string }) => one.id === "unmeasured-objective");
  expect(rule.help.markdown).toMatch(/^# unmeasured-objective\n/);
});

test("sarif without findings is a run without results", async () => {
  const { out } = await folderWith({ "a.strategy": "" }).strategy("check", "--format", "sarif");
  const ajv = new Ajv();
  expect([ajv.validate(sarif, JSON.parse(out)), JSON.parse(out).runs[0].results]).toEqual([
    true,
    [],
  ]);
});

/** Fails unless each element is closed in turn and nothing stands unescaped. */
function wellFormed(xml: string): readonly string[] {
  const [declaration = "", ...rest] = xml.trim().split(/(?=<)/);
  expect(declaration).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*$/);
  const open: string[] = [];
  const names: string[] = [];
  const body = rest.join("").replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  expect(body).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  expect(body).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  for (const tag of body.match(/<(?:[^">]|"[^"]*")*>/g) ?? []) {
    const parts = /^<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>$/.exec(tag);
    expect([tag, parts !== null]).toEqual([tag, true]);
    const [, close, name = "", , single] = parts ?? [];
    if (close) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!single) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

test("junit is well-formed XML, whatever the names are", async () => {
  const folder = folderWith({
    ...hard,
    "odd.strategy": 'import x from "\u0001\uFFFE]]>"',
  });
  const { out } = await folder.strategy("check", "--format", "junit", ...today);
  const names = wellFormed(out);
  expect(names.slice(0, 3)).toEqual(["testsuites", "testsuite", "testcase"]);
  expect(out).toContain('<testsuite name="plans &amp; &lt;ideas>/änd #1 %.strategy"');
});

test("junit without findings is one case that passes", async () => {
  const { out } = await folderWith({ "a.strategy": "" }).strategy("check", "--format", "junit");
  expect(wellFormed(out)).toEqual(["testsuites", "testsuite", "testcase"]);
});

test("github escapes what its commands give a meaning", async () => {
  const { out } = await folderWith(hard).strategy("check", "--format", "github", ...today);
  for (const line of out.trimEnd().split("\n"))
    expect(line).toMatch(
      /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=[a-z-]+::\S/,
    );
  expect(out).toContain("file=plans & <ideas>/änd #1 %25.strategy,line=");
});

test("gitlab is an array of issues, each with a fingerprint of its own", async () => {
  const { out } = await folderWith(hard).strategy("check", "--format", "gitlab", ...today);
  const issues = JSON.parse(out);
  const issue = {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string" },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)" },
          lines: { type: "object", required: ["begin"], properties: { begin: position } },
        },
      },
    },
  };
  const ajv = new Ajv({ allErrors: true });
  ajv.validate({ type: "array", items: issue }, issues);
  expect(ajv.errors).toBe(null);
  const prints = issues.map((one: { fingerprint: string }) => one.fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

test("in a repository, files are named from its top for those that look there, and from the project in JSON", async () => {
  const folder = folderWith({
    ".git/HEAD": "",
    "strategy/strategy.config.json": "{}",
    "strategy/a/plan.strategy": "objective a { level: x }\n",
  });
  const run = async (format: string) =>
    (
      await folder.strategy(
        "check",
        "--project",
        "strategy",
        "--format",
        format,
        "--rule",
        "unknown-value",
      )
    ).out;
  expect(await run("text")).toContain("strategy/a/plan.strategy:1:22");
  expect(await run("github")).toContain("file=strategy/a/plan.strategy,");
  expect(JSON.parse(await run("gitlab"))[0].location.path).toBe("strategy/a/plan.strategy");
  expect(JSON.parse(await run("json")).diagnostics[0].file).toBe("a/plan.strategy");
});

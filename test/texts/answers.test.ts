// Strategies full of nasty texts → hovers, messages, links and labels in which these do nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds } from "../../grammar/vocabulary.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { hover } from "../../server/features/hover.ts";
import { links } from "../../server/features/links.ts";
import { placeIn } from "../features/at.ts";
import { universeOf } from "../workspace.ts";
import { everywhere, inPlace, quoted } from "./nasty.ts";
import { harmIn, hidden, isRead, linksOf, pieces } from "./rendered.ts";

/** What every hover of a file says, at each of its words. */
function hovers(source: string) {
  const place = placeIn(source);
  const { text } = place.file.tree;
  const words = [...text.matchAll(/[\w-]{2,}/g)].map(({ index }) => index + 1);
  const found = new Map<string, string>();
  for (const offset of words) {
    const said = hover({ ...place, offset })?.text;
    if (said !== undefined) found.set(said.markdown, said.plain);
  }
  return found;
}

function checkAll(source: string): void {
  for (const [markdown, plain] of hovers(source)) {
    if (isRead(markdown)) expect(harmIn(markdown)).toEqual([]);
    expect(markdown).not.toMatch(hidden);
    expect(plain).not.toMatch(hidden);
  }
  const { model, file } = placeIn(source);
  for (const { message, related, fixes } of diagnose(model)) {
    const said = [message, ...related.map((one) => one.message), ...fixes.map((one) => one.title)];
    for (const line of said) {
      expect(line).not.toMatch(/\n|\t/);
      expect(line).not.toMatch(hidden);
      expect(line.length).toBeLessThan(3000);
    }
  }
  for (const { address } of links(model, file))
    if (address !== undefined) expect(address).toMatch(/^(?:https?:\/\/|mailto:)[^\s<>"\\]+$/i);
}

const nasty = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 });

test("whatever stands in any field of any kind does nothing in an editor", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(nasty, (all) => checkAll(everywhere(all.join("")))),
    { numRuns: 12 },
  );
  checkAll(everywhere(pieces.join(" ")));
});

test("whatever the texts of a whole strategy hold does nothing in an editor", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(nasty, (all) => checkAll(inPlace(all.join("")))),
    { numRuns: 25 },
  );
  checkAll(inPlace(pieces.join(" ")));
});

test("the texts are really there: of a short one no link is made, of a long one only those to pages", () => {
  const text = "[x](https://a.example) and [y](command:quit)";
  const shown = [...hovers(inPlace(text)).keys()].join("\n\n");
  expect(shown).toContain("**\\[x\\](https\\://a.example) and \\[y\\](command:quit)**");
  expect(linksOf(shown)).toContain("https://a.example");
  expect(new Set(linksOf(shown))).toEqual(new Set(["https://a.example"]));
  expect([...hovers(everywhere(text)).keys()].length).toBeGreaterThan(kinds.length);
});

test("a unit is no Markdown", () => {
  const source = `kpi churn "Churn" { unit: ${quoted("![x](https://evil.example/x.png)")} baseline: 1 on 2026-01 target: 5 by 2027-01 actual: 2 on 2026-06 }`;
  const said = [...hovers(source).keys()].join("\n");
  expect(said).toContain("!\\[x\\]");
  expect(linksOf(said)).toEqual([]);
});

test("a title over many lines, with what a terminal obeys, is one line of a message", () => {
  const title = "one\\ntwo\\u{1b}[2J\\u{202e}three";
  const { model } = placeIn(`initiative crm "${title}" { title: "CRM" }`);
  const said = diagnose(model).map(({ message }) => message);
  expect(said.join("")).toContain("one two");
  for (const message of said) expect(message).not.toMatch(/\p{Cc}|\u202e/u);
});

test("a message about a name without end keeps what is wrong and what to do", () => {
  const name = "x".repeat(100_000);
  const { model } = placeIn(`initiative ${name} { owner: cio supports: ${name}-2 }`);
  for (const { message } of diagnose(model)) {
    expect(message.length).toBeLessThan(2_000);
    expect(message).toMatch(/^[A-Z'].*\.$/);
  }
});

test.each([
  ["https://example.org/k?a=b", 1],
  ["http://example.org", 1],
  ["mailto:cio@example.org", 1],
  ["command:workbench.action.quit", 0],
  ["file:///etc/passwd", 0],
  ["javascript:alert(1)", 0],
  ["vscode://x.y/z", 0],
  ["data:text/html,x", 0],
  ["https://example.org/ x", 0],
  ["https://example.org\\u{202e}gro.live", 0],
  ["https://example.org\\u{0}", 0],
  ["//evil.example", 0],
])("in links and source %s makes %d link", (address, count) => {
  for (const field of ["links", "source"]) {
    const { model, file } = placeIn(`kpi k { ${field}: "${address}" }`);
    expect(links(model, file)).toHaveLength(count);
  }
});

test("only files of the workspace open from a strategy, whatever it imports and measures", () => {
  const { model } = universeOf(
    {
      "strategy.config.json": "{}",
      "plan.strategy": `import near from "near"
import far from "../far"
kpi a { actuals: "a.csv" }
kpi b { actuals: "../far/b.csv" }`,
      "a.csv": "date,value\n",
      "../far/b.csv": "date,value\n",
      "near/strategy.config.json": "{}",
      "near/plan.strategy": "objective n",
      "../far/strategy.config.json": "{}",
      "../far/plan.strategy": "objective f",
    },
    { outside: ["../far"] },
  );
  const own = model("");
  const file = own.project.files.get("plan.strategy");
  expect(file && links(own, file).map(({ path }) => path)).toEqual([
    "/workspace/near/plan.strategy",
    "/workspace/a.csv",
  ]);
});

// The TextMate grammars in the engine that VS Code runs → the scopes that the marked text says.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmateEngine from "vscode-textmate";
import { type Grammar, markdownInjection, textmate } from "../../grammar/textmate.ts";
import { type Finding, readMarks, shownFindings, shownMarks } from "../marks.ts";

const { INITIAL, Registry, parseRawGrammar } = textmateEngine;

/** As much of Markdown's grammar as could run away with the end of a text: a paragraph. */
const paragraph = {
  begin: "(^|\\G)[ ]*(?=[^ \\t\\n])",
  while: "(^|\\G)(?=[^\\n]*\\S)",
  name: "meta.paragraph.markdown",
};
const markdown: Grammar = {
  name: "Markdown",
  scopeName: "text.html.markdown",
  patterns: [paragraph],
  repository: {},
};
const grammars = new Map(
  [textmate(), markdownInjection(), markdown].map((one) => [one.scopeName, one]),
);

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
await oniguruma.loadWASM(readFileSync(wasm));
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) =>
    grammars.has(scope) ? parseRawGrammar(JSON.stringify(grammars.get(scope)), "g.json") : null,
  getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.strategy.codeblock"] : []),
});

/** The innermost scopes of a text, outer ones as far as they show; punctuation left out. */
async function colours(file: string, text: string, scope = "source.strategy"): Promise<Finding[]> {
  const grammar = await registry.loadGrammar(scope);
  let stack = INITIAL;
  return text.split("\n").flatMap((content, line) => {
    const result = grammar!.tokenizeLine(content, stack);
    stack = result.ruleStack;
    const runs = new Map<string, { start: number; end: number }[]>();
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      for (const name of new Set(scopes.map(shortened))) {
        const found = runs.get(name) ?? [];
        const last = found.at(-1);
        if (last?.end === startIndex) last.end = endIndex;
        else found.push({ start: startIndex, end: endIndex });
        runs.set(name, found);
      }
    }
    return [...runs].flatMap(([rule, spans]) =>
      spans.map((span) => {
        const run = content.slice(span.start, span.end);
        const start = span.start + run.length - run.trimStart().length;
        const end = start + run.trim().length;
        const range = { start: { line, character: start }, end: { line, character: end } };
        return { file, rule, range, message: "" };
      }),
    );
  });
}

function shortened(scope: string): string {
  if (scope.startsWith("comment.")) return "comment";
  return scope.replace(/\.strategy$/, "");
}

test("the marked text has the colours it says, on each marked line no others", async () => {
  const marks = readMarks(readFileSync("test/grammar/colours.strategy", "utf8"));
  const lines = new Set(marks.expected.map((mark) => mark.line));
  const outer = new Set(marks.expected.map((mark) => mark.rule));
  const found = (await colours("plan.strategy", [...marks.files.values()].join(""))).filter(
    ({ rule, range }) =>
      lines.has(range.start.line) && !/^(source|punctuation|markup|meta\.embedded)/.test(rule),
  );
  expect(outer.size).toBeGreaterThan(15);
  expect(shownFindings(marks, found)).toBe(shownMarks(marks));
});

test("a block in Markdown is coloured as the language, and what follows is Markdown", async () => {
  const text = "Text\n\n```strategy title\nkpi k {\n```\n\nowner: cio\n";
  const found = await colours("a.md", text, "text.html.markdown");
  const at = (line: number) =>
    found.filter(({ range }) => range.start.line === line).map(({ rule }) => rule);
  expect(at(3)).toContain("storage.type.kpi");
  expect(at(3)).toContain("meta.embedded.block");
  expect(at(6)).toEqual(["text.html.markdown", "meta.paragraph.markdown"]);
});

test("every pattern is one that the engine knows", () => {
  const patterns = JSON.stringify([textmate(), markdownInjection()], (key, value) =>
    ["match", "begin", "end", "while"].includes(key) ? { regex: value } : value,
  ).matchAll(/\{"regex":("(?:[^"\\]|\\.)*")\}/g);
  for (const [, quoted = ""] of patterns) {
    const regex: unknown = JSON.parse(quoted);
    expect(
      () => new oniguruma.OnigScanner([String(regex).replaceAll("\\2", "").replaceAll("\\3", "")]),
    ).not.toThrow();
  }
});

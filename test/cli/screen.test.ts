// Pages and findings as they stand on a terminal of some width, and off it.
import { readdirSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { textOf } from "../../client/cli/formats/text.ts";
import { pageText } from "../../client/cli/markdown.ts";
import type { Report } from "../../client/cli/report.ts";
import { paper, wrapped } from "../../client/cli/screen.ts";

const pages = ["docs/rules", "docs/faults"].flatMap((folder) =>
  readdirSync(folder).map((file) => `${folder}/${file}`),
);

describe("pages", () => {
  test.each(pages)("%s keeps its words and loses its marks", (file) => {
    const markdown = readFileSync(file, "utf8");
    const examples = [...markdown.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
    for (const width of [60, 80, 140]) {
      const text = pageText(markdown, { out: pc.createColors(true), width });
      const seen = stripVTControlCharacters(text);
      const prose = seen.split("\n").filter((line) => !line.startsWith("    "));
      // What the renderer does not know of Markdown would stand here as it is written.
      expect(prose.filter((line) => /^#|^```|^\||^>|`|\]\(|\*\*/.test(line))).toEqual([]);
      expect(prose.filter((line) => stringWidth(line) > Math.min(width, 100))).toEqual([]);
      for (const code of examples) {
        const indented = code?.trimEnd().replace(/^(?=.)/gm, "    ");
        expect(seen).toContain(`\n\n${indented}\n`);
      }
      const words = (one: string) =>
        one
          .replace(/^```\w*$|^#+ |`/gm, "")
          .split(/\s+/)
          .join(" ");
      expect(words(seen).trim()).toBe(words(markdown).trim());
    }
  });

  test("lists, links and bold words", () => {
    const text = pageText(
      "# A `b`\n\nSee [the page](../x.md), **now**:\n\n- one of *two*, which goes on and on\n  over the line\n- [two](https://example.org)\n\n1. first\n",
      { ...paper, width: 30 },
    );
    expect(text).toBe(
      "A 'b'\n\nSee the page, now:\n\n  - one of two, which goes on\n    and on over the line\n  - two (https://example.org)\n\n  1. first\n",
    );
  });
});

describe("findings", () => {
  const report = (line: string, start: number, end: number): Report => ({
    base: "/w",
    today: "2026-11-23",
    files: 1,
    broken: [],
    alignedShare: null,
    diagnostics: [
      {
        file: "plan.strategy",
        range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
        severity: "warning",
        rule: "missing-risk",
        message:
          "Initiative 'crm' names no risk. Add what could go wrong and what you do about it.",
        related: [],
        fixes: () => ["Add a risk"],
        line,
      },
    ],
  });

  test("wrap on a terminal, and are one line a message elsewhere", () => {
    const one = report("initiative crm {}", 11, 14);
    expect(textOf(one, { ...paper, width: 50 }, 0)).toBe(`plan.strategy:1:12  warning  missing-risk
  Initiative 'crm' names no risk. Add what could
  go wrong and what you do about it.
  1 | initiative crm {}
    |            ^^^
  fix: Add a risk

1 warning in 1 file, as of 2026-11-23.
'strategy explain missing-risk' says why it
matters and what to do.
`);
    expect(textOf(one, paper, 0)).toContain(`\n  ${one.diagnostics[0]?.message}\n`);
  });

  test("a blank line shows nothing, so it is not shown", () => {
    expect(textOf(report("  ", 0, 0), paper, 0)).not.toContain(" | ");
  });

  test("long lines are cut to the width, with the marks below their place", () => {
    const line = `${"目標".repeat(40)} crm 🚀${" x".repeat(100)}`;
    const start = line.indexOf("crm");
    for (const width of [40, 80, undefined]) {
      const text = textOf(report(line, start, start + 3), { ...paper, width }, 0);
      const [code = "", marks = ""] = text.split("\n").filter((one) => one.includes(" | "));
      expect(stringWidth(code)).toBeLessThanOrEqual(width ?? 126);
      const [before = ""] = code.split("crm");
      expect(stringWidth(before)).toBe(marks.indexOf("^"));
    }
  });

  test("words that are wider than the terminal stay whole", () => {
    expect(wrapped(`see ${"x".repeat(50)} there`, 30, "  ")).toBe(
      `see\n  ${"x".repeat(50)}\n  there`,
    );
  });
});

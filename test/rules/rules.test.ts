// Every fixture of a rule: what the rule says about it, and what its quick fixes make of it.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import type { Diagnostic } from "../../server/diagnosis/diagnostic.ts";
import { rules } from "../../server/rules/index.ts";
import { diagnosed, type Files } from "../diagnosed.ts";
import { readMarks, shownFindings, shownMarks } from "../marks.ts";

const folder = "test/rules";
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".strategy"));

/** The findings of one rule and all language faults are those that are marked. */
function check(id: string, source: string): void {
  const marks = readMarks(source);
  const { findings, diagnostics } = diagnosed(Object.fromEntries(marks.files));
  const own = findings.filter((one, at) => one.rule === id || diagnostics[at]?.isFault);
  expect(shownFindings(marks, own)).toBe(shownMarks(marks));
}

/** Each fix mends what it is offered for, breaks nothing, and leaves canonical text canonical. */
function checkFixes(id: string, files: Files): number {
  const { diagnostics, after } = diagnosed(files);
  const own = diagnostics.filter((one) => one.code === id);
  let count = 0;
  for (const one of own) {
    for (const fix of one.fixes) {
      count++;
      const fixed = after(fix);
      const now = diagnosed(fixed).diagnostics;
      const says = `${fix.title}\n${Object.values(fixed).join("\n")}`;
      expect(messages(now, id), says).not.toContain(one.message);
      expect(now.filter((other) => other.isFault).length, says).toBeLessThanOrEqual(
        diagnostics.filter((other) => other.isFault).length,
      );
      for (const [file, text] of Object.entries(fixed)) {
        if (file.endsWith(".strategy") && formatText(files[file] ?? "") === files[file])
          expect(text, fix.title).toBe(formatText(text));
      }
    }
  }
  return count;
}

function messages(found: readonly Diagnostic[], id: string): readonly string[] {
  return found.filter((one) => one.code === id).map((one) => one.message);
}

describe.each(fixtures.map((name) => basename(name, ".strategy")))("%s", (id) => {
  const source = readFileSync(`${folder}/${id}.strategy`, "utf8");
  test("says what is marked", () => check(id, source));

  test("offers the fixes that the rule table names", () => {
    const rule = rules.find((one) => one.id === id);
    // The blank line above the name of the next file is no part of a text.
    const files = [...readMarks(source).files].map(([name, text]) => [
      name,
      text.replace(/\n+$/, "\n"),
    ]);
    const count = checkFixes(id, Object.fromEntries(files));
    expect(count > 0).toBe(rule?.fix !== undefined);
  });
});

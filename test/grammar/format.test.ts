// Texts through the formatter: cases of before and after, and what must hold for any document.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { applied, format, formatRange, formatText } from "../../grammar/format.ts";
import { chunksThatDiffer, meaningOf } from "../../grammar/meaning.ts";
import { parseFile } from "../../grammar/parser.ts";
import { brokenDocuments, documents } from "../documents.ts";
import { readMarks } from "../marks.ts";

const cases = readFileSync("test/grammar/format.txt", "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((text) => {
    const [, name = "", before = "", after = ""] =
      /^(.*)\n([\s\S]*?)^==>\n([\s\S]*)$/m.exec(text) ?? [];
    return { name, before, after: after.trimEnd() === "" ? "" : `${after.trimEnd()}\n` };
  });

describe("cases", () => {
  for (const { name, before, after } of cases)
    test(name, () => {
      expect(formatText(before)).toBe(after);
      expect(formatText(after)).toBe(after);
    });
});

/** Formatting says the same, says it once for all, and loses no more than space and commas. */
function holds(text: string): void {
  const once = formatText(text);
  expect(formatText(once)).toBe(once);
  const meaning = (one: string) => meaningOf(parseFile(one));
  expect(chunksThatDiffer(meaning(text), meaning(once))).toEqual(new Set());
}

// Each run tries others; `npm run fuzz` tries them for as long as one likes.
test("3,000 documents", { timeout: 120_000 }, () => {
  fc.assert(fc.property(documents, holds), { numRuns: 3000 });
});

test("documents are sound, and all of them is formatted", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const faults = parseFile(text).chunks.flatMap((chunk) => chunk.faults);
      expect(faults).toEqual([]);
      // Inside texts and comments of several lines the author's spaces stand.
      const kept = /"|# Markdown|- a list|not: a field|^ +comment$|\*\/|\/\*/;
      const lines = formatText(text)
        .replace(/^\ufeff/, "")
        .split(/\r\n|\r|\n/);
      const wild = lines.filter((line) => !kept.test(line) && !/^( {2})*(\S( ?\S)*)?$/.test(line));
      expect(wild).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("half-typed documents", { timeout: 60_000 }, () => {
  fc.assert(fc.property(brokenDocuments, holds), { numRuns: 1500 });
});

/** What opens or ends a comment, a text or a block, and so may leave either without its partner. */
const lone = fc.constantFrom(
  ...[
    "/*",
    "/* a",
    " /* \n",
    "/*\r",
    "/*  \n\n  ",
    "/* {",
    "/* } */ /*",
    "*/ /*",
    "{ /*",
    "\t/*\t",
  ],
  ...['"""', '"', "//", "`", "#", "# a", "/* x */", "{", "}", '/* " */', "} /*  "],
);

test("a comment, text or brace without its partner, anywhere", { timeout: 60_000 }, () => {
  const any = fc.oneof(documents, brokenDocuments);
  const insert = (text: string, place: number, mark: string) => {
    const at = place % (text.length + 1);
    holds(`${text.slice(0, at)}${mark}${text.slice(at)}`);
  };
  fc.assert(fc.property(any, fc.nat(), lone, insert), {
    numRuns: 1500,
  });
});

test("signs and braces that belong to nothing, in any order", { timeout: 60_000 }, () => {
  holds("}`{`{\n");
  const sign = fc.constantFrom("{", "}", "`", "x", ":", ",", " ", "\n", '"', "//", "/*", "*/");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (all) => holds(all.join(""))),
    {
      numRuns: 8000,
    },
  );
});

test("a comment survives wherever it may stand", { timeout: 60_000 }, () => {
  const text = readFileSync("examples/first/plan.strategy", "utf8");
  let sound = 0;
  for (const { index } of text.matchAll(/\s+|(?=[{}:,.])/g))
    for (const comment of ["/* @ */", "// @\n", "\n// @\n", "\n/* @\n@ */"]) {
      const marked = `${text.slice(0, index)} ${comment} ${text.slice(index)}`;
      holds(marked);
      const formatted = formatText(marked);
      if (parseFile(marked).chunks.some((chunk) => chunk.faults.length > 0)) continue;
      sound++;
      expect(formatted).toContain(comment.trim());
    }
  expect(sound).toBeGreaterThan(300);
});

test("every example and every fixture", () => {
  const files = globSync(["examples/**/*.strategy", "test/**/*.strategy"], {
    ignore: "**/node_modules/**",
  });
  expect(files.length).toBeGreaterThan(5);
  for (const file of files)
    for (const text of readMarks(readFileSync(file, "utf8")).files.values()) holds(text);
});

test("examples are in canonical form", () => {
  for (const file of globSync("examples/**/*.strategy")) {
    const text = readFileSync(file, "utf8");
    expect(formatText(text), file).toBe(text);
  }
});

test("a range takes in the fields and heads that it touches, and no others", () => {
  const { files, cursor } = readMarks(`
    objective   o {
        owner:cio
      $0due:2026$0
        level:it
    }
  `);
  const text = files.get("plan.strategy") ?? "";
  const edits = formatRange(parseFile(text), cursor?.offset ?? 0, cursor?.end ?? 0);
  expect(applied(text, edits)).toBe(text.replace("due:2026", "due: 2026"));
});

test("line ends and the byte order mark are kept", () => {
  expect(formatText("\ufeffskill  a\r\nskill b")).toBe("\ufeffskill a\r\n\r\nskill b\r\n");
  expect(formatText("skill  a\rskill b\r")).toBe("skill a\r\rskill b\r");
});

test("edits touch only what changes", () => {
  const text = "skill a\n\nskill  b\n";
  expect(format(parseFile(text))).toEqual([{ start: 14, end: 16, text: " " }]);
});

// An offset → the nodes it lies in, in whole and in half-typed text.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { spotIn } from "../../server/cursor/spot.ts";
import { readMarks } from "../marks.ts";

/** The types of the nodes at the cursor, the outermost first. */
function check(source: string, expected: string): void {
  const { files, cursor } = readMarks(source);
  const tree = parseFile(files.get("plan.strategy") ?? "");
  const found = spotIn(tree, cursor?.offset ?? 0);
  expect(found?.path.map((node) => node.type).join(" ")).toBe(expected);
}

test("a value, down to its innermost part", () => {
  check(
    'initiative crm "CRM" { teams: platform 4 $0FTE }',
    "declaration block field value reference measure",
  );
  check(
    'initiative crm "CRM" { timeline: 2026-01 for 6$0 weeks }',
    "declaration block field value measure",
  );
  check(
    'initiative crm "CRM" { timeline: after da$0ta .. 2027 }',
    "declaration block field value after reference",
  );
});

test("between entries it is the block, between declarations nothing", () => {
  check('objective a "A" {\n  $0\n  owner: cio\n}', "declaration block");
  check('skill a "A"\n\n$0\n\nskill b "B"', "");
});

test("in half-typed text it is what is there so far", () => {
  check('objective a "A" {\n  owner: c$0', "declaration block field value reference");
  check('objective a "A$0', "declaration text");
});

test("offsets count from the chunk, wherever it stands", () => {
  const text = 'skill a "A"\n\nobjective b "B" { owner: cio }\n';
  const found = spotIn(parseFile(text), text.indexOf("cio"));
  const { start = 0, path = [] } = found ?? {};
  const last = path.at(-1);
  expect(last && text.slice(start + last.start, start + last.end)).toBe("cio");
});

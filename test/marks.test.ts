// The one helper for marked-up tests, tested itself.
import { expect, test } from "vitest";
import { readMarks, shownFindings, shownMarks } from "./marks.ts";

const finding = (line: number, start: number, end: number, rule: string, message: string) => ({
  file: "plan.strategy",
  range: { start: { line, character: start }, end: { line, character: end } },
  rule,
  message,
});

test("marks are taken out and count from the line above", () => {
  const marks = readMarks(`
    risk r {
         ^ incomplete-risk (warning): owner @Add them
    //   ^ unused-declaration
    ^^^^ misplaced: some: text
      owner: $0cio
    }
  `);
  expect(marks.files.get("plan.strategy")).toBe("risk r {\n  owner: cio\n}\n");
  expect(marks.cursor).toEqual({ file: "plan.strategy", offset: 18, line: 1, character: 9 });
  expect(shownMarks(marks)).toBe(
    [
      "plan.strategy:1:1-5 ^ misplaced: some: text",
      "plan.strategy:1:6-7 ^ incomplete-risk (warning): owner @Add them",
      "plan.strategy:1:6-7 ^ unused-declaration",
    ].join("\n"),
  );
});

test("files start at their names, and a selection lies between two cursors", () => {
  const marks = readMarks("//- a.strategy\nkpi k\n//- data/k.csv\ndate,$0value$0\n");
  expect([...marks.files]).toEqual([
    ["a.strategy", "kpi k\n"],
    ["data/k.csv", "date,value\n"],
  ]);
  expect(marks.cursor).toMatchObject({ file: "data/k.csv", offset: 5, end: 10 });
});

test("a finding that fits shows as its mark, another shows whole", () => {
  const marks = readMarks("kpi k\n    ^ rule-a: part\nkpi j\n");
  const fits = finding(0, 4, 5, "rule-a", "The part of a message");
  expect(shownFindings(marks, [fits])).toBe(shownMarks(marks));
  expect(shownFindings(marks, [])).toBe("");
  expect(shownFindings(marks, [fits, fits])).not.toBe(shownMarks(marks));
  expect(shownFindings(marks, [finding(0, 4, 5, "rule-a", "Else")])).not.toBe(shownMarks(marks));
  expect(shownFindings(marks, [finding(1, 4, 5, "rule-a", "The part")])).not.toBe(
    shownMarks(marks),
  );
});

test("related places are compared where some are marked", () => {
  const marks = readMarks("kpi k\n    ~ twice: here\nkpi k\n    ^ twice\n");
  const found = finding(1, 4, 5, "twice", "Two of them");
  const related = [
    { file: "plan.strategy", range: finding(0, 4, 5, "", "").range, message: "It is here" },
  ];
  expect(shownFindings(marks, [{ ...found, related }])).toBe(shownMarks(marks));
  expect(shownFindings(marks, [found])).not.toBe(shownMarks(marks));
});

// Bytes that are no text in UTF-8, as a decoder gives them → one fault a file, at the first of them.
import { expect, test } from "vitest";
import { diagnosed } from "./diagnosed.ts";
import { check } from "./link/faults.ts";

test("a title in Latin-1", () =>
  check(`
    objective g "Gr��e" { owner: cio }
                   ^ syntax: 'plan.strategy' is not written in UTF-8. Save it as UTF-8
    goal x "X"
    ^^^^ unknown-kind
  `));

test("a name in Latin-1 stays one name, and can be referred to", () =>
  check(`
    objective gr��e "X" { owner: �ric }
                ^ syntax: is not written in UTF-8
    initiative �� "Y" { supports: gr��e teams: �, �� }
    initiative crm "Z" { status: actif� }
  `));

test("names that differ only in what is lost are not told as twice the same", () =>
  check(`
    objective gr�e "A"
                ^ syntax: is not written in UTF-8
    objective gr�e "B"
  `));

test("quotation marks, spaces and signs in Windows-1252", () =>
  check(`
    objective g �My big title� {
                ^ syntax: is not written in UTF-8
      owner:�cio
    }
    initiative crm "CRM" { budget: 5� }
    initiative app "App" { budget: �5M }
  `));

test("a comment, behind a file that is sound", () =>
  check(
    `
    role cio "CIO"
    // Gr��e
         ^ syntax: 'more/b.strategy' is not written in UTF-8
    //- more/a.strategy
    role cto "CTO"
  `.replace(/^/, "\n    //- more/b.strategy"),
  ));

test("a file in another script's encoding is told as such, not as no text", () => {
  const text = `objective ���� "���� �� ��������" {\n  owner: ���\n}\n`.repeat(20);
  const faults = diagnosed({ "plan.strategy": text }).diagnostics.filter((one) => one.isFault);
  expect(faults.map(({ start, end, message }) => [start, end, message])).toEqual([
    [10, 11, expect.stringContaining("is not written in UTF-8")],
  ]);
});

test("a file that is no text, or in UTF-16, has that one fault and no findings", () => {
  const says = (text: string) =>
    diagnosed({ "plan.strategy": text }).diagnostics.map(({ start, message }) => [start, message]);
  const wide = `\uFFFD\uFFFD${'objective g "Grow" {\0}'.split("").join("\0")}`;
  expect(says(wide)).toEqual([[0, expect.stringContaining("is not written in UTF-8")]]);
  const picture = `\uFFFDPNG\r\n\x1A\n${"\0\x02\uFFFD\x11 objective g {".repeat(30)}`;
  expect(says(picture)).toEqual([[0, expect.stringContaining("This file is not text.")]]);
});

// A strategy as text → the reporting lines and key roles of its people, as a compact text.
import { expect, test } from "vitest";
import type { LineNode, PeopleView } from "../../server/views/people/shape.ts";
import { peopleView } from "../../server/views/people.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

function viewIn(source: Sources, folder?: string): PeopleView {
  return viewOf(peopleView, universeOf(source).model(folder));
}

function figures(source: Sources): readonly string[] {
  return viewIn(source).figures.map(({ value, label }) => `${value} ${label}`);
}

function line({ title, depth, fault, below, key }: LineNode): string {
  const marks = [fault, key && "key", below > 0 && `${below} below`].filter(Boolean).join(", ");
  return `${"  ".repeat(depth)}${title}${marks ? ` (${marks})` : ""}`;
}

function lines(source: Sources): readonly string[] {
  return viewIn(source).lines.map(line);
}

test("reporting lines are a tree; what reports to nobody is told apart from the top", () => {
  const roles = `strategy s { owner: cio }
    role cio "CIO" { critical: yes }
    role head "Head" { reports-to: cio }
    role loose "Loose" { }
    role odd "Odd" { reports-to: phantom }
    team t "T" { lead: head role dev "Dev" { } }
    team leaderless "Leaderless" { }`;
  expect(lines(roles)).toEqual([
    "CIO (key, 1 below)",
    "  Head (1 below)",
    "    Dev",
    "Loose (none)",
    "phantom (1 below)",
    "  Odd",
    "Leaderless (lead)",
  ]);
  expect(viewIn(roles).lines[4]?.source).toBeUndefined();
});

test("without any line nothing is missing in it", () => {
  expect(lines("role a {} role b {} team t {}")).toEqual(["a", "b"]);
  expect(viewIn("role a {} role b {}").hasLines).toBe(false);
});

test("a circle of reporting is cut at its first role, and said", () => {
  const round = `role a "A" { reports-to: b } role b "B" { reports-to: c } role c "C" { reports-to: a }
    role own "Own" { reports-to: own }`;
  expect(lines(round)).toEqual(["A (circle, 1 below)", "  C (1 below)", "    B", "Own (circle)"]);
  const [first, , , own] = viewIn(round).lines;
  expect(first?.sentence).toBe("A reports to B, who reports to C, who reports to A: a circle");
  expect(own?.sentence).toBe("Own reports to itself");
});

test("a superior in another project is shown with its place there", () => {
  const both = {
    "corporate/strategy.config.json": "{}",
    "corporate/a.strategy": `role ceo "CEO" { holder: "Marta" }`,
    "it/strategy.config.json": "{}",
    "it/b.strategy": `import corporate from "../corporate"\nrole cio "CIO" { reports-to: corporate.ceo }`,
  };
  const view = viewIn(both, "it");
  expect(view.lines.map(line)).toEqual(["CEO (1 below)", "  CIO"]);
  expect(view.lines[0]?.source?.uri).toContain("corporate/a.strategy");
});

test("key roles are told worst first, with who mentors each successor", () => {
  const keys = `
    role fine "Fine" { holder: "F" critical: yes successors: heir }
    role half "Half" { holder: "H" critical: yes successors: heir, ghost }
    role bare "Bare" { holder: "B" critical: yes }
    role empty "Empty" { critical: yes successors: heir }
    role heir "Heir" { mentored-by: fine }
    role plain "Plain" { }`;
  expect(
    viewIn(keys).keyRoles.map(({ title, health, missing, successors }) => {
      const who = successors.map((one) => `${one.title} by ${one.mentor ?? "nobody"}`);
      return `${title} ${health}: ${missing ?? who.join(", ")}`;
    }),
  ).toEqual([
    "Bare red: No successor",
    "Empty red: Heir by Fine",
    "Half amber: Heir by Fine, ghost by nobody",
    "Fine green: Heir by Fine",
  ]);
  expect(figures(keys)).toEqual(["1 of 4 key roles without a successor"]);
});

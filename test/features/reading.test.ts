// What the editor shows of a text without changing it: outline, folds, selections, colours, hints, lenses.
import { expect, test } from "vitest";
import { folds } from "../../server/features/folding.ts";
import { hints } from "../../server/features/hints.ts";
import { lenses } from "../../server/features/lenses.ts";
import { selections } from "../../server/features/selection.ts";
import {
  documentSymbols,
  type OutlineItem,
  workspaceSymbols,
} from "../../server/features/symbols.ts";
import { placeIn } from "./at.ts";
import { tokens } from "./tokens.ts";

/** The outline of a text, one line a thing, indented as it is nested. */
function outlined(source: string): readonly string[] {
  const lines = (items: readonly OutlineItem[], depth = ""): readonly string[] =>
    items.flatMap((one) => [
      `${depth}${one.kind} ${one.name}: ${one.detail}${one.cancelled ? " (struck out)" : ""}`,
      ...lines(one.children, `${depth}  `),
    ]);
  const { model, file } = placeIn(source);
  return lines(documentSymbols(model, file));
}

test("the outline follows the nesting and says in words how things stand", () => {
  expect(
    outlined(`
      strategy s "Our plan" { horizon: 2026 .. 2028 owner: cio }
      objective a "A" {
        due: 2026-Q4
        owner: cio
        kpi k "K" { unit: % baseline: 0 on 2025-12 target: 10 by 2026-12 actual: 12 on 2026-12 }
        risk r "R" { probability: high impact: high response: mitigate mitigation: "M" residual { impact: low } }
      }
      initiative b {
        status: on-hold
        timeline: 2026-Q4 .. 2027-Q1
        milestone m { date: 2026-12 }
      }
      initiative c "C" { timeline: after b for 2 weeks owner: cio }
      team t "T" { lead: cio capacity: 12 FTE }
      role cio "Chief Information Officer" { holder: "Ines Adler" }
      technology old { lifecycle: phase-out end-of-support: 2027 }
      review spring { date: 2027-04-13 }
    `),
  ).toEqual([
    "strategy s: Our plan · 1 Jan 2026 to 31 Dec 2028",
    "objective a: A · Due 31 Dec 2026, Chief Information Officer",
    "  kpi k: K · 12%, better than plan",
    "  risk r: R · High, medium after mitigation",
    "initiative b: On hold, 1 Oct 2026 to 31 Mar 2027",
    "  milestone m: 31 Dec 2026",
    "initiative c: C · 1 Apr 2027 to 14 Apr 2027, Chief Information Officer",
    "team t: T · 12 FTE, led by Chief Information Officer",
    "role cio: Chief Information Officer · Ines Adler",
    "technology old: Being phased out, support to 31 Dec 2027",
    "review spring: 13 Apr 2027",
  ]);
});

test("only cancelled work is struck out, and what is done is not", () => {
  expect(
    outlined(`
      objective a { status: retired }
      initiative b { status: completed }
      initiative c { status: cancelled milestone m { status: reached } }
      risk r { status: closed }
    `),
  ).toEqual([
    "objective a: Retired",
    "initiative b: Completed",
    "initiative c: Cancelled (struck out)",
    "  milestone m: Reached",
    "risk r: Closed",
  ]);
});

test("things are found by letters of their name or title, the closest first", () => {
  const { model } = placeIn(
    'objective retention "Keep customers"\nkpi customers-kept\nrisk r "Crumbling"',
  );
  const found = (query: string) => workspaceSymbols(model.universe, query).map((one) => one.name);
  expect(found("cust")).toEqual(["customers-kept", "retention"]);
  expect(found("kc")).toEqual(["retention"]);
  expect(found("zz")).toEqual([]);
});

test("blocks, comments, imports and long texts fold", () => {
  const { file } = placeIn(`
    import a from "a"
    import b from "b"
    // one
    // two
    objective a {
      description: """
        long
      """
      kpi k { unit: % }
    }
  `);
  expect(folds(file).map((one) => one.kind)).toEqual(["imports", "comment", "block", "text"]);
});

test("a selection grows from the word to the file", () => {
  const place = placeIn('objective a "A" {\n  stakeholders: ceo, c$0io\n}\nkpi k');
  const steps = selections(place).map(({ start, end }) => place.file.tree.text.slice(start, end));
  expect(steps).toEqual([
    "cio",
    "ceo, cio",
    "stakeholders: ceo, cio",
    "{\n  stakeholders: ceo, cio\n}",
    'objective a "A" {\n  stakeholders: ceo, cio\n}',
    place.file.tree.text,
  ]);
});

test("each word has its colour", () => {
  const source = `import corp from "../corp"
initiative x "X" { // why
  supports: corp.growth, own
  status: active, timeline: after y .. 2027-Q1
  budget: 5k EUR
}`;
  const { model, file } = placeIn(source);
  const shown = tokens(model, file).map(
    ({ start, end, role }) => `${source.slice(start, end)} ${role}`,
  );
  expect(shown).toEqual([
    "import keyword",
    "corp namespace",
    "from keyword",
    '"../corp" string',
    "initiative keyword",
    "x class",
    '"X" string',
    "// why comment",
    "supports property",
    "corp namespace",
    "growth variable",
    "own variable",
    "status property",
    "active enumMember",
    "timeline property",
    "after operator",
    "y variable",
    ".. operator",
    "2027-Q1 number",
    "budget property",
    "5k number",
    "EUR type",
  ]);
});

test("no two colours lie over one another, whatever is wrong with the words", () => {
  const shown = (source: string) => {
    const { model, file } = placeIn(source);
    return tokens(model, file).map(({ start, end, role }) => `${source.slice(start, end)} ${role}`);
  };
  expect(shown("initiative x { status: active 1 }").slice(-2)).toEqual([
    "active enumMember",
    "1 number",
  ]);
  expect(shown("timeline: 6-.7-")).toEqual(["6- number", ". operator", "7- number"]);
  expect(shown("kpi a/* why */b")).toEqual(["kpi keyword", "a/* why */b class"]);
});

test("hints say titles, computed dates and attainment", () => {
  const source = `
    objective retention "Keep customers" {}
    objective growth "Growth" {}
    initiative a "A" { timeline: 2026-10 .. 2026-11 supports: retention, growth }
    initiative b "B" { timeline: after a for 2 months }
    kpi k "K" { baseline: 0 on 2026-01-01 target: 10 by 2026-12-31 actual: 5 on 2026-12-31 }
  `;
  const { model, file } = placeIn(source);
  const { text } = file.tree;
  const shown = hints(model, file, { start: 0, end: text.length }).map((one) => {
    const word = /\S*$/.exec(text.slice(0, one.offset))?.[0] ?? "";
    return `${word} ‹${one.label}›`;
  });
  expect(shown).toEqual([
    "2026-11 ‹on the critical path›",
    "retention ‹Keep customers›",
    "months ‹1 Dec 2026 – 31 Jan 2027 · on the critical path›",
    '"K" ‹far behind plan, 50% of the planned rise›',
  ]);
});

test("a lens says what supports an objective and what an initiative serves", () => {
  const { model, file } = placeIn(`
    strategy s { currency: EUR }
    objective a "A" { kpi k "K" }
    initiative x "X" { supports: a budget: 1.5M risk r "R" }
    initiative y "Y"
  `);
  expect(lenses(model, file).map((one) => one.title)).toEqual([
    "1 initiative · 1.5M EUR · 1 KPI",
    "supports 1 objective · 1.5M EUR · 1 risk",
    "supports no objective · no risks",
  ]);
});

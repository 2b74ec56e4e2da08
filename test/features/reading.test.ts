// What the editor shows of a text without changing it: hover, outline, folds, selections, colours, hints, lenses.
import { expect, test } from "vitest";
import { folds } from "../../server/features/folding.ts";
import { hints } from "../../server/features/hints.ts";
import { hover } from "../../server/features/hover.ts";
import { lenses } from "../../server/features/lenses.ts";
import { selections } from "../../server/features/selection.ts";
import {
  documentSymbols,
  type OutlineItem,
  workspaceSymbols,
} from "../../server/features/symbols.ts";
import { tokens } from "../../server/features/tokens.ts";
import { placeIn, shownIn } from "./at.ts";

/** Hover at `$0` explains the bracketed word and says each of these. */
function checkHover(source: string, word: string, says: readonly string[]): void {
  const place = placeIn(source);
  const found = hover(place);
  expect(found && shownIn(place.file, found.span)).toBe(word);
  for (const part of says) expect(found?.text).toContain(part);
}

test("hover on a name is its card", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 currency: EUR }
    objective growth "Grow the business" {
      objective retention "Keep customers" {}
    }
    initiative crm "CRM for all" {
      supports: retention
      owner: cio
      status: active
      progress: 40%
      timeline: 2026-Q4 .. 2027-Q1
      budget: 500k
      risk lock-in "Locked in" { probability: medium impact: high owner: cio response: mitigate mitigation: "Exit" }
    }
    initiative later { depends-on: c$0rm }
  `;
  checkHover(source, "initiative later { depends-on: [crm] }", [
    "**CRM for all** · initiative `crm`",
    "active · 40% done · owner `cio`",
    "Serves: Keep customers → Grow the business",
    "When: 1 Oct 2026 – 31 Mar 2027",
    "budget 500k EUR",
    "Risks: Locked in",
    "Waited for by: `later`",
  ]);
});

test("hover on a KPI says where it stands", () => {
  const source = `
    kpi c$0hurn "Monthly churn" {
      unit: %
      baseline: 4 on 2026-01-01
      target: 2 by 2026-12-31
      actual: 3.5 on 2026-06-30
      actual: 2.9 on 2026-09-30
    }
  `;
  checkHover(source, 'kpi [churn] "Monthly churn" {', [
    "now 2.9% on 30 Sep 2026",
    "next 2% by 31 Dec 2026",
    "3.5 · 2.9 ↘",
  ]);
});

test("hover on a word of the language explains it", () => {
  checkHover("initi$0ative a", "[initiative] a", ["Work with a start"]);
  checkHover("initiative a { bud$0get: 5k }", "initiative a { [budget]: 5k }", ["**budget**"]);
  checkHover("initiative a { status: on-h$0old }", "initiative a { status: [on-hold] }", [
    "**on-hold**",
  ]);
  checkHover("initiative a { cost { sta$0ff: 5k } }", "initiative a { cost { [staff]: 5k } }", [
    "People of the own house",
  ]);
  checkHover("risk a { residual { impact: lo$0w } }", "risk a { residual { impact: [low] } }", [
    "**low**",
  ]);
  checkHover("objective a { owner: c$0io }", "objective a { owner: [cio] }", ["not declared"]);
});

test("the outline follows the nesting", () => {
  const lines = (items: readonly OutlineItem[], depth = ""): readonly string[] =>
    items.flatMap((one) => [
      `${depth}${one.kind} ${one.name} "${one.title}"${one.closed ? " closed" : ""}`,
      ...lines(one.children, `${depth}  `),
    ]);
  const { file } = placeIn(`
    objective a "A" {
      status: achieved
      kpi k "K"
    }
    initiative b {
      milestone m
    }
  `);
  expect(lines(documentSymbols(file))).toEqual([
    'objective a "A" closed',
    '  kpi k "K"',
    'initiative b ""',
    '  milestone m ""',
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
    '"K" ‹50% of plan›',
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
    "1 initiative · 1.5M EUR · 1 KPI · 0% done",
    "supports 1 objective · 1.5M EUR · 1 risk",
    "supports no objective · no risks",
  ]);
});

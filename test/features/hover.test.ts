// Hover at a place → what it says of names, words of the language, dates, amounts and silenced rules.
import { expect, test } from "vitest";
import { hover } from "../../server/features/hover.ts";
import { placeIn, shownIn } from "./at.ts";

/** Hover at `$0` explains the bracketed word and says each of these. */
function check(source: string, word: string, says: readonly string[]): void {
  const place = placeIn(source);
  const found = hover(place);
  expect(found && shownIn(place.file, found.span)).toBe(word);
  for (const part of says) expect(found?.text.markdown).toContain(part);
}

test("on a name it is the card of what stands behind it", () => {
  check(
    'initiative crm "CRM for all" {}\ninitiative later { depends-on: c$0rm }',
    "initiative later { depends-on: [crm] }",
    ["**CRM for all** · initiative `crm`", "Waited for by: `later`"],
  );
  check("objective a { owner: c$0io }", "objective a { owner: [cio] }", ["not declared"]);
});

test("on a word of the language it explains it", () => {
  check("initi$0ative a", "[initiative] a", ["Work with a start", "at the top level"]);
  check("initiative a { bud$0get: 5k }", "initiative a { [budget]: 5k }", ["**budget**"]);
  check("initiative a { status: on-h$0old }", "initiative a { status: [on-hold] }", [
    "**on-hold**",
    "waiting",
  ]);
  check("initiative a { framework: sa$0fe }", "initiative a { framework: [safe] }", [
    "**safe** · SAFe — Agile across many teams.",
  ]);
  check("initiative a { prio$0rity: must }", "initiative a { [priority]: must }", [
    "`wont` (Won't have this time)",
  ]);
  check("initiative a { cost { sta$0ff: 5k } }", "initiative a { cost { [staff]: 5k } }", [
    "People of the own house",
  ]);
  check("risk a { residual { impact: lo$0w } }", "risk a { residual { impact: [low] } }", [
    "**low**",
  ]);
});

test.each([
  // As a start, an end, a deadline, behind `by`, and alone.
  ["timeline: 2026-$0Q2 .. 2027", "2026-Q2", "1 April to 30 June 2026: 3 months, 91 days"],
  ["timeline: 2026-$0Q2 .. 2027", "2026-Q2", "As a start it means its first day: 1 April 2026"],
  ["timeline: 2026 .. 2026-$0H2", "2026-H2", "As an end it means its last day: 31 December 2026"],
  ["timeline: 2026-0$03", "2026-03", "**March 2026** is 1 to 31 March 2026: 1 month, 31 days."],
  ["timeline: 2026 .$0. 2027", "2026 .. 2027", "**1 January 2026 to 31 December 2027**: 2 years"],
  ["timeline: 2026-03-01 for 6 we$0eks", "2026-03-01 for 6 weeks", "6 weeks, 42 days"],
  ["timeline: 2026-10 $0..", "2026-10 ..", "to the end of the horizon, 31 December 2028"],
  [
    "timeline: 2026-0$03-15 .. 2027",
    "2026-03-15",
    "**Sunday, 15 March 2026**, about 8 months ago.",
  ],
  ["milestone m { date: 2026$0-12 }", "2026-12", "its last day: 31 December 2026, in 38 days"],
  ["kpi k { target: 5 by 20$026-Q4 }", "2026-Q4", "Behind 'by' it means its last day"],
  ["kpi k { actual: 5 on 20$026-Q3 }", "2026-Q3", "30 September 2026, 54 days ago"],
])("%s says which days it means", (field, word, says) => {
  const plain = field.replace("$0", "");
  const at = plain.lastIndexOf(word);
  const marked = `${plain.slice(0, at)}[${word}]${plain.slice(at + word.length)}`;
  const strategy = "strategy s { horizon: 2026 .. 2028 }";
  check(`${strategy}\ninitiative a { ${field} }`, `initiative a { ${marked} }`, [says]);
});

test("a fiscal year shifts what a quarter means, and the hover says so", () => {
  const plan = (more: string) =>
    `strategy s { fiscal-year-start: 4 ${more} }\nobjective a { due: 20$026-Q2 }`;
  check(plan(""), "objective a { due: [2026-Q2] }", [
    "**2026-Q2**, a fiscal quarter, is 1 July to 30 September 2025",
    "The fiscal year begins in April and bears the calendar year in which it ends.",
  ]);
  check(plan("fiscal-year-named-by: start"), "objective a { due: [2026-Q2] }", [
    "is 1 July to 30 September 2026",
    "in which it starts",
  ]);
  check(plan("fiscal-year-named-by: nobody"), "objective a { due: [2026-Q2] }", [
    "is not known, since the fiscal year of the strategy cannot be read",
  ]);
});

test("behind 'after' it says when that is, and of what it comes", () => {
  const plan = (timeline: string) => `
    initiative crm "CRM" { timeline: 2026-Q2 }
    initiative idea
    initiative app { timeline: ${timeline} }
  `;
  check(plan("af$0ter crm for 3 months"), "initiative app { timeline: [after crm for 3 months] }", [
    "**1 July to 30 September 2026**: 3 months, 92 days.",
    "It starts on 1 July 2026, the day after CRM ends, and moves with it.",
  ]);
  check(plan("af$0ter crm .. 2026-05"), "initiative app { timeline: [after crm .. 2026-05] }", [
    "From 1 July 2026, though its end is written as 31 May 2026",
  ]);
  check(
    plan("af$0ter crm, idea for 1 day"),
    "initiative app { timeline: [after crm, idea for 1 day] }",
    ["is not known: no end is known of 'idea'"],
  );
});

test("an amount is written out, converted and added up", () => {
  const plan = (fields: string) => `
    strategy s { horizon: 2026 .. 2028 currency: EUR }
    initiative a { timeline: 2026-Q2 .. 2027-Q2 ${fields} }
//- strategy.config.json
{ "rates": { "USD": 0.92 } }
  `;
  const shown = (fields: string) => `initiative a { timeline: 2026-Q2 .. 2027-Q2 ${fields} }`;
  check(plan("budget: 1.$09M"), shown("budget: [1.9M]"), ["**1,900,000 euros**."]);
  check(
    plan("cost { licences: 90k US$0D per year }"),
    shown("cost { licences: [90k USD per year] }"),
    [
      "**90,000 US dollars** per year. That is 7,500 US dollars a month.",
      "At 0.92 EUR for a USD that is 82,800 euros.",
      "Over 33 calendar months, 1 April 2026 to 31 December 2028, it comes to 227.7k EUR.",
    ],
  );
  check(
    plan("cost { staff: 200k contingency: 1$05% }"),
    shown("cost { staff: 200k contingency: [15%] }"),
    ["**30k EUR**: 15% of all the rest."],
  );
  check(plan("benefit: 10$0k per month"), shown("benefit: [10k per month]"), [
    "That is 120,000 euros a year.",
    "Over 18 calendar months, 1 July 2027 to 31 December 2028",
  ]);
  check(
    "initiative a { cost { staff: 5$0k per month } }",
    "initiative a { cost { staff: [5k per month] } }",
    ["Without dates it does not count in any sum."],
  );
});

test("progress is told beside the time that has passed", () => {
  check(
    "initiative a { timeline: 2026 progress: 4$00% }",
    "initiative a { timeline: 2026 progress: [40%] }",
    ["**40% done**, 90% of the time has passed."],
  );
});

test("a silenced rule says what it says", () => {
  const place = placeIn("// ignore missing-$0risk, hidden-costs: a study\ninitiative a");
  const found = hover(place);
  expect(found && shownIn(place.file, found.span)).toBe(
    "// ignore [missing-risk], hidden-costs: a study",
  );
  expect(found?.text.markdown).toMatch(
    /^\*\*missing-risk\*\* · rule on risk\n\n.*no risk.*a warning\.$/s,
  );
  expect(found?.page).toBe("rules/missing-risk.md");
  check(
    "// ignore missing-risk until 2026-$012: a pilot\ninitiative a",
    "// ignore missing-risk until [2026-12]: a pilot",
    ["Behind 'until' it means its last day: 31 December 2026, in 38 days."],
  );
  expect(hover(placeIn("// ignore my-ru$0le: a study\ninitiative a"))).toBeUndefined();
});

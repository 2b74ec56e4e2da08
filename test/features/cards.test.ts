// The card of a thing → plain sentences, line by line, as people read them.
import { expect, test } from "vitest";
import { kinds } from "../../grammar/vocabulary.ts";
import { card } from "../../server/cursor/card.ts";
import { choicesOf } from "../../server/cursor/docs.ts";
import { phrase } from "../../server/words/phrases.ts";
import { universeOf } from "../workspace.ts";

/** The lines of a card that are not blank. */
function cardOf(source: string, name: string): readonly string[] {
  const { all, entity } = universeOf(source);
  const one = entity(name);
  return card(one, all.modelOf(one))
    .text.markdown.split("\n")
    .filter((line) => line.trim() !== "");
}

/** The card has each of these lines. */
function check(source: string, name: string, lines: readonly string[]): void {
  const found = cardOf(source, name);
  expect(found.filter((line) => lines.includes(line))).toEqual(lines);
}

test("an initiative: what kind of work it is, how it stands, what it serves, costs and waits for", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 currency: EUR }
    objective growth "Grow the business" {
      objective retention "Keep customers" {}
    }
    role cio "Chief Information Officer" { holder: "Ines Adler" }
    initiative crm "CRM for all" {
      supports: retention
      owner: cio
      teams: platform 4 FTE, data
      type: transform
      priority: must
      framework: safe
      status: on-hold
      progress: 40%
      confidence: high
      timeline: 2026-Q4 .. 2027-Q1
      budget: 500k
      description: "Not *just* a tool"
      milestone pilot "Pilot live" { date: 2026-10-15 status: reached }
      milestone done "All stores" { date: 2027-03-15 }
      risk lock-in "Locked in" { probability: medium impact: high owner: cio response: mitigate mitigation: "Exit" }
    }
    initiative later { timeline: after crm for 1 month }
  `;
  expect(cardOf(source, "crm")).toEqual([
    "**CRM for all** · initiative `crm`",
    "▲ **At risk.** On hold. 40% done, 30% of the time has passed.",
    "- CRM for all is on hold.",
    "Transform. Must have. Run with SAFe. High confidence.",
    "- Serves: Keep customers → Grow the business",
    "- Owner: Chief Information Officer (Ines Adler)",
    "- Teams: `platform` (4 FTE) and `data`",
    "- When: 1 October 2026 to 31 March 2027; on the critical path",
    "- Milestones: 1 of 2 reached; next is All stores on 15 March 2027",
    "- Budget: 500k EUR",
    "- Risks: Locked in (medium)",
    "- Waited for by: `later`",
    "Not \\*just\\* a tool",
  ]);
});

/** A KPI on 31 December 2026, the day of its target. */
const kpi = (from: number, to: number, actual: number, more = "") =>
  `kpi k "K" { unit: % baseline: ${from} on 2025-12 target: ${to} by 2026-12 actual: ${actual} on 2026-12 ${more} }`;

test.each([
  // Higher is better.
  [kpi(0, 10, 12), "12%", "10%", "better than plan (120% of the planned rise)"],
  [kpi(0, 10, 10), "10%", "10%", "on plan (100% of the planned rise)"],
  [kpi(0, 10, 9.99), "9.99%", "10%", "on plan, within the tolerance (99.9% of the planned rise)"],
  [kpi(0, 10, 8.5), "8.5%", "10%", "behind plan (85% of the planned rise)"],
  [kpi(0, 10, 5), "5%", "10%", "far behind plan (50% of the planned rise)"],
  [kpi(4, 10, 3), "3%", "10%", "far behind plan (worse than at the start)"],
  // Lower is better.
  [kpi(4.2, 3.4, 3.2), "3.2%", "3.4%", "better than plan (125% of the planned fall)"],
  [kpi(4.2, 3.4, 3.52), "3.52%", "3.4%", "behind plan (85% of the planned fall)"],
  [kpi(4.2, 3.4, 4.4), "4.4%", "3.4%", "far behind plan (worse than at the start)"],
  // To be kept.
  [kpi(5, 5, 5), "5%", "5%", "kept"],
  [kpi(5, 5, 4.8), "4.8%", "5%", "kept, within the tolerance"],
  [kpi(5, 5, 5.8), "5.8%", "5%", "too high"],
  [kpi(5, 5, 3), "3%", "5%", "far too low"],
])("%s stands in words", (source, is, should, says) => {
  check(source, "k", [
    `- Stands at: ${is} on 31 December 2026, where ${should} was expected: ${says}`,
  ]);
});

test("a KPI that is not measured, or against nothing, says so", () => {
  check("kpi k { unit: hours baseline: 4 on 2026-06 target: 2 by 2026-12 }", "k", [
    "○ **Not known.**",
    "Lower is better.",
    "- Stands at: Not measured yet; it began at 4 hours on 30 June 2026",
    "- Next target: 2 hours by 31 December 2026",
  ]);
  check("kpi k { unit: hours actual: 4 on 2026-06 actual: 4.004 on 2026-09 }", "k", [
    "- Stands at: 4.004 hours on 30 September 2026",
    "- Lately: 4, 4.004: rising",
  ]);
});

test.each([
  [
    'probability: high impact: high response: mitigate mitigation: "M" residual { probability: low }',
    "High (16 of 25), medium after mitigation (8), within the appetite",
  ],
  [
    'probability: very-high impact: high response: transfer mitigation: "M" residual { probability: high }',
    "High (20 of 25), still high after transfer (16), above the appetite, which is medium",
  ],
  ["probability: low impact: low", "Low (4 of 25), within the appetite"],
  [
    "probability: high impact: high",
    "High (16 of 25), above the appetite, which is medium, and nothing is done about it",
  ],
  ["probability: high impact: high status: closed", "High (16 of 25)"],
  ["impact: high", "Not known: it has no probability"],
])("a risk of %s", (fields, says) => {
  check(`risk r "R" { ${fields} }`, "r", [`- Severity: ${says}`]);
});

test("a team: its lead, what it has, what it is asked for, what it works on", () => {
  const source = `
    team cloud "Cloud" { lead: head department: "Technology" capacity: 4 FTE reports-to: cio framework: devops }
    role head "Head of Cloud" { holder: "Mara Lindt" team: cloud }
    role cio "CIO" {}
    initiative a "Move" { timeline: 2026-Q1 .. 2027-Q1 teams: cloud 3 FTE }
    initiative b "Build" { timeline: 2027-Q1 .. 2027-Q2 teams: cloud 1.01 FTE }
    initiative c "Idea" { timeline: 2027 teams: cloud 9 FTE status: proposed }
  `;
  expect(cardOf(source, "cloud")).toEqual([
    "**Cloud** · team `cloud`",
    "Works with DevOps.",
    "- Lead: Head of Cloud (Mara Lindt)",
    "- Department: Technology",
    "- Reports to: CIO",
    "- Capacity: 4 FTE",
    "- Load: 3 of 4 FTE in 2026-Q4, 4.01 in 2027-Q1 (0.01 too many), 1.01 in 2027-Q2",
    "- Works on: Move (3 FTE) and Build (1.01 FTE)",
    "- Roles: Head of Cloud (Mara Lindt)",
  ]);
});

test("a role: who holds it, what it answers for, who could take it over", () => {
  const source = `
    role cio "CIO" { holder: "Ines Adler" critical: yes successors: head }
    role head "Head" { holder: "Mara Lindt" reports-to: cio mentored-by: cio critical: yes }
    objective a "A" { owner: head }
    objective b "B" { owner: head status: achieved }
  `;
  expect(cardOf(source, "head")).toEqual([
    "**Head** · role `head`",
    "Held by Mara Lindt. Critical: the plan suffers if it falls empty.",
    "- Reports to: CIO (Ines Adler)",
    "- Answers for: A",
    "- Successors: nobody yet",
    "- Could take over from: CIO (Ines Adler)",
    "- Mentored by: CIO (Ines Adler)",
  ]);
  check(source, "cio", ["- Successors: Head (Mara Lindt), mentored by CIO (Ines Adler)"]);
});

test("a technology: where it stands in its life, how long it is supported, who relies on it", () => {
  const source = `
    technology old "Old hall" { category: infrastructure lifecycle: phase-out end-of-support: 2026-12 vendor: "A & B" }
    technology new "New hall" { replaces: old end-of-support: 2026-06 }
    initiative a "Move" { technologies: old }
  `;
  expect(cardOf(source, "old")).toEqual([
    "**Old hall** · technology `old`",
    "Infrastructure. Being phased out.",
    "- Support: ends on 31 December 2026, in 38 days",
    "- Vendor: A & B",
    "- Relied on by: Move",
    "- Replaced by: New hall",
  ]);
  check(source, "new", ["- Support: ended on 30 June 2026, about 5 months ago"]);
});

test("a strategy: its frame, its money, and what there is of everything", () => {
  const source = `
    strategy s "Our plan" { horizon: 2026 .. 2027 currency: EUR budget: 3M cadence: half-yearly vision: "One click" }
    objective a "A" { objective b "B" }
    initiative x "X" { supports: b budget: 900k status: active }
    initiative y "Y" { budget: 100k status: planned }
    risk r "R" { affects: a probability: high impact: high }
    review spring "Spring" { date: 2026-04-14 }
    review autumn "Autumn" { date: 2026-12-01 }
  `;
  expect(cardOf(source, "s")).toEqual([
    "**Our plan** · strategy `s`",
    "Reviewed half-yearly. Risks are accepted up to medium severity.",
    "- Vision: One click",
    "- Horizon: 1 January 2026 to 31 December 2027; 45% of the time has passed",
    "- Budget: 3M EUR",
    "- Planned: 1M EUR in open initiatives, 90% of it aligned with an objective",
    "- Objectives: 2 open, 1 of them at business level",
    "- Initiatives: 2 open: 1 active and 1 planned",
    "- Risks: 1 open: 1 above the appetite",
    "- Reviews: last on 14 April 2026, about 7 months ago; next on 1 December 2026, in 8 days",
  ]);
});

test("reviews, stakeholders, milestones and skills", () => {
  const source = `
    review autumn "Autumn" { date: 2026-10-05 attendees: board covers: crm decisions: """
      - Wait
      - Then go
    """ }
    stakeholder board "Board" { power: high interest: medium engagement: neutral desired-engagement: supportive }
    initiative crm "CRM" {
      owner: board
      skills: ai
      milestone pilot "Pilot" { date: 2026-11-20 }
    }
    skill ai "AI design"
  `;
  expect(cardOf(source, "autumn").slice(1)).toEqual([
    "- Date: 5 October 2026, 49 days ago",
    "- Attendees: Board",
    "- Covers: CRM",
    "- Decisions:",
    "  - Wait",
    "  - Then go",
  ]);
  expect(cardOf(source, "board").slice(1)).toEqual([
    "High power, medium interest.",
    "- Engagement: Neutral, should be supportive",
    "- Has a say in: CRM",
    "- Takes part in: Autumn",
  ]);
  expect(cardOf(source, "crm.pilot").slice(1)).toEqual([
    "Overdue by 3 days.",
    "- Date: 20 November 2026, 3 days ago",
    "- Initiative: CRM",
    "- Owner: Board, who owns what it stands in",
  ]);
  expect(cardOf(source, "ai").slice(1)).toEqual(["- Present in: nobody yet", "- Needed by: CRM"]);
});

test("every choice has a phrase that can stand in a sentence", () => {
  const shown = kinds.flatMap((kind) =>
    kind.fields.flatMap((field) =>
      choicesOf(field).map((choice) => [choice.name, phrase(field.name, choice.name)] as const),
    ),
  );
  expect(shown.length).toBeGreaterThan(100);
  for (const [name, said] of shown) expect(said, name).toMatch(/^[A-Z][A-Za-z0-9 '-]+$/);
  expect(shown.find(([name]) => name === "safe")).toEqual(["safe", "SAFe"]);
});

test("no card shows a coloured circle, and no sign stands without its word", () => {
  const source = `objective a "A" { ${kpi(0, 10, 5)} }`;
  const text = cardOf(source, "a").join("\n");
  expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
  expect(text).toContain("■ **Off track.**");
});

test("a part names its programme, and work how far it has moved from its first plan", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 currency: EUR }
    initiative move "The move" {
      priority: must
      initial { timeline: 2026 budget: 1M }
      initiative pack "Packing" { timeline: 2026-Q1 .. 2026-Q4 budget: 700k }
      initiative carry "Carrying" { timeline: 2027-Q1 budget: 450k }
    }
  `;
  check(source, "move", [
    "- First approved: 1 January to 31 December 2026 for 1M EUR; since then 90 days later and +15% of the money",
    "- Parts: Packing and Carrying",
    "- Takes: 1.15M EUR with its parts",
  ]);
  check(source, "pack", ["Must have.", "- Part of: The move"]);
});

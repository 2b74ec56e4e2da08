// Every practice that many things lack → one finding for all of them, and fixes that stay on offer at each.
import { describe, expect, test } from "vitest";
import { rules } from "../server/rules/index.ts";
import { diagnosed, type Files } from "./diagnosed.ts";

/** A thing that a practice looks at, by its name: one that lacks what it asks for, one that has it. */
interface Pair {
  readonly rule: string;
  readonly kind: string;
  readonly lacks: string;
  readonly has: string;
}

const practices: readonly Pair[] = [
  pair("missing-risk", "initiative", "", 'risk $-fire "Fire" { status: closed }'),
  pair("incomplete-risk", "risk", "", "probability: low impact: low owner: cio"),
  pair("unmeasured-objective", "objective", "", 'kpi $-rate "Rate" { unit: % }'),
  pair("incomplete-kpi", "kpi", "", "unit: % baseline: 1 on 2026-11 target: 2 by 2027"),
  pair("stale-kpi", "kpi", "actual: 1 on 2025-01", "actual: 1 on 2026-11"),
  pair("unscheduled-initiative", "initiative", "", "timeline: 2027"),
  pair("undated-objective", "objective", "", "due: 2027"),
  pair(
    "missing-milestone",
    "initiative",
    "timeline: 2027 .. 2028",
    'timeline: 2027 .. 2028 milestone pilot "Pilot"',
  ),
  pair(
    "unreported-progress",
    "initiative",
    "status: active timeline: 2026 .. 2027",
    "status: active timeline: 2026 .. 2027 progress: 40%",
  ),
  pair("unbudgeted-initiative", "initiative", "", "budget: 0"),
  ...["initiative", "technology"].flatMap((kind) => [
    pair(
      "hidden-costs",
      kind,
      "cost { upfront: 5 }",
      "cost { migration: 0 training: 0 support: 0 }",
    ),
    pair("thin-contingency", kind, "cost { upfront: 5 }", "cost { upfront: 5 contingency: 10% }"),
  ]),
  pair("bare-budget", "initiative", "budget: 5", "budget: 5 cost { upfront: 4 }"),
  pair("unproven-spend", "initiative", "budget: 5", "budget: 5 benefit: 9"),
  ...["objective", "initiative", "kpi"].map((kind) =>
    pair("missing-owner", kind, "", "owner: cio"),
  ),
  pair("missing-stakeholders", "objective", "", "sponsor: ceo"),
  ...["objective", "initiative", "kpi", "risk"].map((kind) => ({
    rule: "missing-title",
    kind,
    lacks: `${kind} $`,
    has: `${kind} $ "Title"`,
  })),
];

/** Fields of a thing that lacks something, and of one that has it; `$` is its name. */
function pair(rule: string, kind: string, lacks: string, has: string): Pair {
  const text = (fields: string) => `${kind} $ "Title" {\n  ${fields}\n}`;
  return { rule, kind, lacks: text(lacks), has: text(has) };
}

const strategy = 'strategy plan "Plan" {\n  owner: ceo\n}\n';

/** A project in which some things lack something, and others have it. */
function plan({ lacks, has }: Pair, lacking: number, having: number, head = strategy): Files {
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  const lines = [
    ...names("lack", lacking).map((name) => lacks.replaceAll("$", name)),
    ...names("have", having).map((name) => has.replaceAll("$", name)),
  ];
  return { "plan.strategy": `${head}${lines.join("\n")}\n` };
}

/** What a rule says, and what it leaves on offer. */
function said(files: Files, rule: string) {
  const { diagnostics, offers, after } = diagnosed(files);
  const text = (one: { start: number; end: number; path: string }) =>
    files[one.path]?.slice(one.start, one.end);
  const own = diagnostics.filter((one) => one.code === rule);
  const onOffer = offers.filter((one) => one.code === rule);
  return { own, onOffer, after, text };
}

function configured(files: Files, rule: string, ...setting: readonly unknown[]): Files {
  return { ...files, "strategy.config.json": JSON.stringify({ rules: { [rule]: setting } }) };
}

test("every rule that is said once has its pair here, and the option", () => {
  const said = rules.filter((rule) => rule.practice !== undefined);
  expect(new Set(practices.map(({ rule }) => rule))).toEqual(new Set(said.map(({ id }) => id)));
  for (const { id, options } of rules)
    expect(options?.fold?.default, id).toBe(said.some((one) => one.id === id) ? 80 : undefined);
});

describe.each(practices)("$rule of $kind", (one) => {
  const { rule } = one;

  test("fewer than five are told where they stand", () => {
    const { own, onOffer } = said(plan(one, 4, 0), rule);
    expect(own).toHaveLength(4);
    expect(own.flatMap(({ related }) => related).map(({ message }) => message)).not.toContain(
      "'lack1' is one of them.",
    );
    expect(onOffer).toEqual([]);
  });

  test("five are one, on the strategy, with what each would be offered", () => {
    const files = plan(one, 5, 0);
    const { own, onOffer, text } = said(files, rule);
    expect(own.map((it) => `${text(it)}: ${it.message}`)).toEqual([
      expect.stringMatching(/^plan: None of 5 [A-Za-z ]+ [^.]+\. [A-Z].*\.$/),
    ]);
    expect(own[0]?.related.map(text)).toEqual(["lack1", "lack2", "lack3", "lack4", "lack5"]);
    expect(own[0]?.fixes).toEqual([]);
    const each = said(configured(files, rule, "warning", { fold: 101 }), rule).own;
    const shown = ({ start, end, fixes }: (typeof each | typeof onOffer)[number]) => ({
      start,
      end,
      titles: fixes.map(({ title }) => title),
    });
    expect(onOffer.map(shown).toSorted((a, b) => a.start - b.start)).toEqual(each.map(shown));
  });

  test("it takes four of five to be one, and says how many of how many", () => {
    const { own, onOffer } = said(plan(one, 8, 2), rule);
    expect(own.map(({ message }) => message)).toEqual([expect.stringMatching(/^8 of 10 /)]);
    expect(onOffer).toHaveLength(8);
    expect(said(plan(one, 8, 3), rule).own).toHaveLength(8);
    expect(said(configured(plan(one, 8, 3), rule, "info", { fold: 72 }), rule).own).toHaveLength(1);
    expect(said(configured(plan(one, 8, 3), rule, "info", { fold: 73 }), rule).own).toHaveLength(8);
  });

  test("without a strategy it stands on the first, with the others beside it", () => {
    const { own, text } = said(plan(one, 5, 1, ""), rule);
    expect(own.map(text)).toEqual(["lack1"]);
    expect(own[0]?.related.map(text)).toEqual(["lack2", "lack3", "lack4", "lack5"]);
  });

  test("a configured severity holds for the one finding, and off is off", () => {
    const at = (level: string) => said(configured(plan(one, 6, 0), rule, level), rule);
    expect(at("error").own.map(({ severity }) => severity)).toEqual(["error"]);
    expect(at("hint").own.map(({ severity }) => severity)).toEqual(["hint"]);
    expect(at("off").own).toEqual([]);
    expect(at("off").onOffer).toEqual([]);
  });

  test("101 never folds", () => {
    const files = configured(plan(one, 30, 0), rule, "error", { fold: 101 });
    expect(said(files, rule).own).toHaveLength(30);
    expect(said(configured(plan(one, 30, 0), rule, "error", { fold: 100 }), rule).own).toHaveLength(
      1,
    );
  });

  test.runIf(rules.some(({ id, fix }) => id === rule && fix !== undefined))(
    "what is mended one by one is told where it stands as soon as fewer lack it",
    () => {
      let files = plan(one, 6, 0);
      for (const left of [5, 4]) {
        const { onOffer, after } = said(files, rule);
        const fix = onOffer[0]?.fixes[0];
        if (fix === undefined) throw new Error("Nothing is on offer.");
        files = after(fix);
        const now = said(files, rule);
        expect(now.own).toHaveLength(left < 5 ? left : 1);
        expect(now.onOffer).toHaveLength(left < 5 ? 0 : left);
        if (left === 5) expect(now.own[0]?.message).toMatch(/^5 of 6 /);
      }
    },
  );
});

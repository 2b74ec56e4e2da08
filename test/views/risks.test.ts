// A strategy as text → its risks as a compact text: the sentence, the figures, the list and its sum.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import { withFile } from "../../server/project/project.ts";
import { differenceOf } from "../../server/views/difference.ts";
import { modelExport } from "../../server/views/model.ts";
import type { ListedRisk, RisksView } from "../../server/views/risks/shape.ts";
import { risksView } from "../../server/views/risks.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { sheetOf, viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { universeOf, workspaceOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

const shown = (source: Sources): RisksView => viewOf(risksView, universeOf(source).model());

/** "1 above crew People leave | 20 → 16 | Mitigate | Head of Cloud | 0.98M" */
function line(risk: ListedRisk, index: number): string {
  const { standing, id, title, before, today, treated, lack, response, owner, ownerless } = risk;
  const scores = treated ? `${before?.score ?? "–"} → ${today?.score ?? "–"}` : today?.score;
  return [
    `${index + 1} ${standing} ${id} ${title}`,
    scores ?? risk.missing ?? "–",
    lack ?? response ?? "–",
    ownerless ? "No owner" : (owner ?? "–"),
    risk.loss ?? "–",
  ].join(" | ");
}

const listOf = (view: RisksView) => view.risks.map(line).join("\n");
const figuresOf = (view: RisksView) => view.figures.map(({ value, label }) => `${value} ${label}`);

const plan = `
strategy shop "Shop" { currency: EUR horizon: 2026 .. 2027 appetite: medium }

role cfo "CFO" {}

initiative cloud "Move to the cloud" {
  owner: cfo
  timeline: 2026
  cost { upfront: 9M contingency: 20% }
  risk crew "Cloud engineers leave" {
    probability: very-high
    impact: high
    loss: 1.4M
    response: mitigate
    mitigation: "Pay"
    residual { probability: high }
    next-review: 2026-10
  }
  risk region "One region fails" {
    probability: medium
    impact: very-high
    loss: 4M
  }
  risk overrun "Costs run away" {
    probability: 85%
    impact: high
    response: mitigate
    mitigation: "Wave by wave"
    residual { impact: low }
    loss: 500k
  }
}

risk vendor "One vendor" {
  affects: cloud
  probability: 20%
  impact: low
  loss: 100k
  response: accept
}

risk unclear "Nobody looked yet" { affects: cloud probability: low }
risk past "It happened" { affects: cloud probability: high impact: high loss: 1M status: occurred }
risk gone "It is over" { affects: cloud probability: high impact: high loss: 1M status: closed }
`;

test("the list has those above the appetite first, then those within, not rated, and occurred", () => {
  expect(
    listOf(shown(plan)),
  ).toBe(`1 above crew Cloud engineers leave | 20 → 16 | Mitigate | CFO | 0.980M
2 above region One region fails | 15 | No response | CFO | 2.000M
3 within overrun Costs run away | 20 → 10 | Mitigate | CFO | 0.425M
4 within vendor One vendor | 4 | Accept | No owner | 0.020M
5 unrated unclear Nobody looked yet | No impact | – | No owner | –
6 occurred past It happened | 16 | – | No owner | –`);
});

test("what a probability, an impact and a residual say is a square before and one today", () => {
  const [crew, , overrun, vendor] = shown(plan).risks;
  expect(crew?.before).toEqual({ probability: 5, impact: 4, score: 20, severity: "high" });
  expect(crew?.today).toEqual({ probability: 4, impact: 4, score: 16, severity: "high" });
  expect(overrun?.today).toEqual({ probability: 5, impact: 2, score: 10, severity: "medium" });
  // 20% is not under 20: it is low.
  expect(vendor?.today).toEqual({ probability: 2, impact: 2, score: 4, severity: "low" });
  expect(vendor?.treated).toBeUndefined();
  expect(crew?.affects).toEqual(["Move to the cloud"]);
  expect([crew?.review, crew?.reviewOver]).toEqual(["31 Oct 2026", 23]);
});

test("the head counts what the list shows, and its loss is the sum of the list", () => {
  const view = shown(plan);
  expect(view.sentence).toBe("2 of 5 risks stay above the appetite, 1 is not rated");
  expect(figuresOf(view)).toEqual([
    "at least 2 above appetite",
    "1 of them without a response",
    "3.4M expected loss",
    "1.8M contingency in the plan",
  ]);
  expect([view.loss, view.unnamed]).toEqual(["3.425M", 1]);
  expect(view.closed).toBe(1);
  const sum = view.risks.reduce((all, { lossBy = 0 }) => all + lossBy, 0);
  expect(sum).toBe(3_425_000);
});

test.each([
  [[], "The risk stays above the appetite"],
  [["high"], "Both risks stay above the appetite"],
  [["high", "high"], "All 3 risks stay above the appetite"],
  [["low"], "1 of 2 risks stays above the appetite"],
  [["low", "?"], "1 of 3 risks stays above the appetite, 1 is not rated"],
])("one above, and %s", (others, sentence) => {
  expect(shown(withRisks("appetite: medium", ["high", ...others])).sentence).toBe(sentence);
});

test.each([
  [["low"], "The risk is within the appetite"],
  [["low", "medium"], "No risk is above the appetite"],
  [["low", "?", "?"], "1 of 3 risks is within the appetite, 2 are not rated"],
  [["?"], "The risk is not rated"],
  [["?", "?"], "Neither of 2 risks is rated"],
  [["?", "?", "?"], "None of 3 risks is rated"],
])("none above: %s", (risks, sentence) => {
  expect(shown(withRisks("appetite: medium", risks)).sentence).toBe(sentence);
});

/** A strategy with a risk of each severity that is named; `?` is not rated. */
function withRisks(appetite: string, severities: readonly string[]): string {
  const impacts = new Map([
    ["low", "probability: low impact: low"],
    ["medium", "probability: medium impact: medium"],
    ["high", "probability: very-high impact: very-high"],
  ]);
  const texts = severities.map((one, at) => `risk r${at} { ${impacts.get(one) ?? ""} }`);
  return `strategy s { ${appetite} }\n${texts.join("\n")}`;
}

test("without a written appetite medium is accepted, and it is said", () => {
  const view = shown(withRisks("", ["high", "medium"]));
  expect(view.sentence).toBe("1 of 2 risks stays above medium; no appetite is written");
  expect(view.appetite).toEqual({ accepts: "medium", written: false });
  expect(shown(withRisks("", ["low", "medium"])).sentence).toBe(
    "No risk is above medium; no appetite is written",
  );
  expect(shown("risk r { probability: low impact: low }").sentence).toBe(
    "The risk is at most medium; no appetite is written",
  );
});

test("an appetite that is not understood puts nothing above it, and nothing within", () => {
  const view = shown(withRisks("appetite: tiny", ["high", "low"]));
  expect(view.appetite).toEqual({ accepts: undefined, written: true });
  expect(view.sentence).toBe("How 2 risks stand against the appetite is not known");
  expect(view.risks.map(({ standing, lack }) => [standing, lack])).toEqual([
    ["rated", undefined],
    ["rated", undefined],
  ]);
  expect(figuresOf(view).slice(0, 2)).toEqual(["– above appetite", "– expected loss"]);
});

test("a high appetite accepts all, a low one only the low", () => {
  expect(shown(withRisks("appetite: high", ["high", "low"])).sentence).toBe(
    "No risk is above the appetite",
  );
  expect(shown(withRisks("appetite: low", ["medium", "low"])).sentence).toBe(
    "1 of 2 risks stays above the appetite",
  );
});

test("nothing open, nothing written", () => {
  expect(shown("strategy s {}").sentence).toBe("No risk is written");
  const closed = shown("risk r { status: closed }");
  expect([closed.sentence, closed.closed, closed.risks]).toEqual(["No risk is open", 1, []]);
  const happened = shown("risk r { status: occurred }\nrisk t { status: closed }");
  expect(happened.sentence).toBe("No risk is open, 1 has occurred");
  expect(happened.risks.map(({ standing }) => standing)).toEqual(["occurred"]);
});

test("what is missing is said in words", () => {
  const view = shown(`
    risk a { }
    risk b { probability: often impact: low }
    risk c { probability: low impact: low residual { impact: tiny } }
    risk d { probability: low impact: low status: perhaps }
    risk e { impact: high residual { probability: low impact: low } }
    risk f { probability: high impact: very-high response: mitigate }
  `);
  const said = Object.fromEntries(view.risks.map((one) => [one.id, one.missing ?? one.lack]));
  expect(said).toEqual({
    a: "No probability, no impact",
    b: "Probability is not understood",
    c: "Residual is not understood",
    d: "Status is not understood",
    e: undefined,
    f: "No mitigation",
  });
  const e = view.risks.find(({ id }) => id === "e");
  expect([e?.before, e?.today?.score]).toEqual([undefined, 4]);
  expect(view.risks.every(({ adrift, ownerless }) => adrift && ownerless)).toBe(true);
  expect(figuresOf(view)[1]).toBe("1 of them without response or mitigation");
});

test("losses print as exactly as they are: in one unit, and they add up as printed", () => {
  const losses = (...amounts: readonly string[]) => {
    const view = shown(
      `strategy s { currency: EUR }\n${amounts
        .map((loss, at) => `risk r${at} { probability: 50% impact: low loss: ${loss} }`)
        .join("\n")}`,
    );
    return [...view.risks.map(({ loss }) => loss), view.loss];
  };
  expect(losses("4M", "200k")).toEqual(["2.00M", "0.10M", "2.10M"]);
  expect(losses("420k", "30k")).toEqual(["210k", "15k", "225k"]);
  expect(losses("1.2M", "1.95M")).toEqual(["600k", "975k", "1.575M"]);
  expect(losses("25k", "1k")).toEqual(["12.5k", "0.5k", "13.0k"]);
  expect(losses("1500", "1")).toEqual(["750.0", "0.5", "750.5"]);
  expect(losses("9M", "3")).toEqual(["4.50M", "<0.01M", "4.50M"]);
  expect(losses("0")).toEqual(["0", "0"]);
});

test("a loss that is named and whose probability nobody knows makes the sum a minimum", () => {
  const view = shown(`${plan}\nrisk vague { loss: 1M }\nrisk other { loss: 1M status: closed }`);
  expect([view.loss, view.unnamed]).toEqual(["at least 3.425M", 1]);
  expect(figuresOf(view)[2]).toBe("at least 3.4M expected loss");
  const vague = shown("risk vague { loss: 1M }");
  expect([vague.loss, vague.unnamed, figuresOf(vague)[1]]).toEqual([
    undefined,
    0,
    "– expected loss",
  ]);
});

test("as many are above the appetite as in the roadmap; what is hoped for does not count while nothing is done", () => {
  const source = `
    strategy s { appetite: medium }
    initiative work { }
    risk treated { affects: work probability: high impact: high response: mitigate mitigation: "x" }
    risk accepted { affects: work probability: high impact: high response: accept }
    risk claimed { affects: work probability: high impact: high residual { impact: low } loss: 100 }
  `;
  const view = shown(source);
  expect(view.sentence).toBe("All 3 risks stay above the appetite");
  expect(view.risks.map(({ id, standing, lack }) => [id, standing, lack])).toEqual([
    ["treated", "above", undefined],
    ["accepted", "above", undefined],
    ["claimed", "above", "No response"],
  ]);
  const claimed = view.risks.find(({ id }) => id === "claimed");
  expect([claimed?.today?.score, claimed?.treated, claimed?.loss]).toEqual([16, undefined, "70"]);
  expect(figuresOf(view).slice(0, 2)).toEqual(["3 above appetite", "1 of them without a response"]);
  const figures = viewOf(roadmapView, universeOf(source).model()).figures;
  expect(figures.find(({ label }) => label === "risks above appetite")?.value).toBe("3");
});

test("of two with the same name each has its own id", () => {
  const view = shown("risk r { }\nrisk r { }\ninitiative r { }");
  expect(view.risks.map(({ id }) => id)).toEqual(["r~2", "r~3"]);
});

test("after an edit only what it touched is made again", () => {
  const text = Array.from(
    { length: 50 },
    (_, at) => `risk r${at} "Risk ${at}" { probability: 50% impact: low loss: ${2 + at * 2}k }\n`,
  ).join("");
  let workspace = workspaceOf(text);
  succeed(undefined, workspace);
  const model = (): Model => {
    const [one] = universe(workspace).models.values();
    if (one === undefined) throw new Error("There is a project.");
    return one;
  };
  const changed = (from: string, to: string) => {
    const before = sheetOf(risksView, model());
    const [[root, project] = []] = workspace.projects;
    const tree = project?.files.get("plan.strategy")?.tree;
    const after = parseFile((tree?.text ?? "").replace(from, to), tree);
    const next = withFile(workspace, `${root}/plan.strategy`, after);
    succeed(workspace, next);
    workspace = next;
    const now = sheetOf(risksView, model());
    const others = now.risks.filter((row) => !before.risks.includes(row));
    return [others.map(({ id }) => id), differenceOf(before.risks, now.risks)];
  };
  sheetOf(risksView, model());
  expect(changed('"Risk 7"', '"Risk X"')).toEqual([
    ["r7"],
    { list: [[0, 7], { of: 7, change: { parts: { title: { put: "Risk X" } } } }, [8, 42]] },
  ]);
  expect(changed("loss: 4k", "loss: 6k")[0]).toEqual(["r1"]);
  // One that is worse than all others goes to the top, and makes none of them again.
  expect(
    changed(
      'r3 "Risk 3" { probability: 50% impact: low',
      'r3 "Risk 3" { probability: 50% impact: medium',
    )[0],
  ).toEqual(["r3"]);
  // A loss that needs a decimal gives all of them one.
  expect(changed("loss: 8k", "loss: 8.2k")[0]).toHaveLength(50);
});

const example = department().model();

test("the example shows what the model derives", () => {
  const view = viewOf(risksView, example);
  const derived = modelExport(example).entities.filter(({ kind }) => kind === "risk");
  const open = derived.filter(({ fields }) => !["closed", "occurred"].includes(`${fields.status}`));
  expect(view.risks.filter(({ standing }) => standing !== "occurred")).toHaveLength(open.length);
  let sum = 0;
  for (const { name, derived: figures } of open) {
    const { score, residualScore, expectedLoss } = figures;
    const row = view.risks.find(({ id }) => id === name);
    expect(row?.before?.score ?? null).toBe(score);
    expect(row?.today?.score ?? null).toBe(residualScore ?? score);
    const loss = expectedLoss as { amount: string } | null;
    expect(row?.lossBy ?? null).toBe(loss && Number(loss.amount));
    sum += Number(loss?.amount ?? 0);
  }
  expect(view.loss?.replace("at least ", "")).toBe(`${sum / 1_000_000}M`);
});

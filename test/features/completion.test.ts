// What completion offers, first things first, in whole and in half-typed text.
import { expect, test } from "vitest";
import { completion, explainSuggestion } from "../../server/features/completion.ts";
import { placeIn } from "./at.ts";

/** The labels that are offered at `$0` begin with these; those behind `not` are not among them. */
function check(source: string, first: readonly string[], not: readonly string[] = []): void {
  const labels = completion(placeIn(source)).items.map((one) => one.label);
  expect(labels.slice(0, first.length), source).toEqual(first);
  expect(
    not.filter((one) => labels.includes(one)),
    source,
  ).toEqual([]);
}

/** These labels are offered, in any place. */
function checkAmong(source: string, some: readonly string[]): void {
  const labels = completion(placeIn(source)).items.map((one) => one.label);
  expect(
    some.filter((one) => !labels.includes(one)),
    `${source}\noffers ${labels.join(", ")}`,
  ).toEqual([]);
}

/** The text after the first item with this label was taken. */
function checkTaken(source: string, label: string, text: string): void {
  const place = placeIn(source);
  const { items, span } = completion(place);
  const item = items.find((one) => one.label === label);
  const before = place.file.tree.text;
  const written = item?.insert ?? label;
  expect(before.slice(0, span.start) + written + before.slice(span.end)).toBe(text);
}

const plan = `
  objective growth "Grow" { status: active }
  objective old "Done" { status: achieved }
  objective retention "Keep customers" { owner: cco }
  initiative crm "CRM" {
    supports: retention
    milestone pilot "Pilot" { date: 2026-12 }
  }
  kpi churn "Churn" { unit: % measures: retention }
`;

test("kinds stand at the top level", () => {
  check("$0", ["objective", "initiative", "kpi", "risk"], ["owner"]);
  checkAmong("obj$0", ["objective", "import", "strategy", "milestone", "kpi-availability"]);
  check("strategy s {}\n\n$0", ["objective"], ["strategy"]);
});

test("a block offers the fields that are not used in it, then what may stand in it", () => {
  check("objective a {\n  $0\n}", ["supports", "theme", "level"], ["strategy", "benefit"]);
  check("objective a {\n  owner: cio\n  $0\n}", ["supports", "theme"], ["owner"]);
  checkAmong("kpi a {\n  target: 5 by 2026\n  $0\n}", ["target", "actual"]);
  checkAmong("initiative a {\n  $0\n}", ["cost", "milestone", "risk", "kpi"]);
  check(
    "initiative a {\n  cost {\n    upfront: 5k\n    $0\n  }\n}",
    ["staff"],
    ["upfront", "owner"],
  );
  check("risk a {\n  residual { $0 }\n}", ["probability", "impact"]);
});

test("blocks that are still open are blocks", () => {
  check("objective a {\n  $0", ["supports", "theme"]);
  check(
    "objective a {\n  owner: cio\n  st$0\n\nobjective b {\n  owner: cio\n}",
    ["supports", "theme"],
    ["strategy"],
  );
  check("initiative a {\n  cost {\n    $0\n\nobjective b {\n}", ["upfront"]);
});

test("names fit the field, open ones first", () => {
  check(`${plan}initiative x {\n  supports: $0\n}`, ["growth", "retention", "old"], ["crm", "cco"]);
  check(`${plan}initiative x {\n  supports: ret$0\n}`, ["growth", "retention"]);
  check(`${plan}initiative x {\n  supports: retention, $0\n}`, ["growth", "old"], ["retention"]);
  check(`${plan}initiative x {\n  supports: retention,\n    $0\n}`, ["growth"], ["retention"]);
  check(`${plan}initiative x {\n  depends-on: $0\n}`, ["crm", "crm.pilot"], ["x"]);
  check(`${plan}initiative x {\n  depends-on: crm.$0\n}`, ["pilot"], ["crm"]);
  check(`${plan}initiative x {\n  timeline: after $0\n}`, ["crm", "crm.pilot"], ["x"]);
  check(`${plan}initiative x {\n  owner: $0\n}`, ["cco"], ["crm"]);
});

test("names behind an import", () => {
  const files = `
//- strategy.config.json
{}
//- corporate/strategy.config.json
{}
//- corporate/plan.strategy
objective growth "Grow"
initiative hub "Hub" { milestone live "Live" }
//- it.strategy
import corporate from "corporate"
initiative x {
`;
  checkAmong(`${files}  supports: $0\n}`, ["corporate.growth"]);
  check(`${files}  supports: corporate.$0\n}`, ["growth"], ["hub"]);
  check(`${files}  depends-on: corporate.hub.$0\n}`, ["live"], ["hub"]);
  check(files.replace('"corporate"', '"$0"').concat("}"), ["corporate"]);
  check(files.replace('"corporate"', '"co$0rp"').concat("}"), ["corporate"]);
  checkTaken(
    '//- a/strategy.config.json\n{}\n//- it.strategy\nimport x from "b$0"\n',
    "a",
    'import x from "a"\n',
  );
});

test("a half-typed word is not its own offer", () => {
  const cio = "role cio\nobjective o { owner: cto }\n";
  check(`${cio}initiative x { owner: ci$0 }`, ["cio", "cto"], ["ci"]);
  check("initiative x { teams: pla$0 }", [], ["pla"]);
  check("initiative x { teams: web 2 FTE, pla$0 }", [], ["pla", "web"]);
  check("initiative x { tags: gr$0 }", [], ["gr"]);
  check("initiative x { tags: idea, gr$0 }\nobjective o { tags: green, idea }", ["green"], ["gr"]);
  check("initiative x { skills: ru$0st, technologies: ru }", [], ["rust", "ru"]);
  check("kpi x { unit: incid$0 }", ["%"], ["incid"]);
  check("role x { mentored-by: so$0 }", [], ["so"]);
  check("strategy s { owner: c$0 }", [], ["c"]);
});

test("a word that is used elsewhere is offered where it is written too", () => {
  check("initiative x { teams: pla$0tform }\nteam hub { reports-to: platform }", [
    "hub",
    "platform",
  ]);
  check("initiative x { tags: gr$0 }\nobjective o { tags: gr }", ["gr"]);
});

test("the CSV files that no KPI has yet, from the folder of the file", () => {
  const files = (value: string) => `
//- strategy.config.json
{}
//- top.csv
date,value
//- data/with space.csv
date,value
//- data/taken.csv
date,value
//- other/strategy.config.json
{}
//- other/own.csv
date,value
//- plans/plan.strategy
kpi a { actuals: "../data/taken.csv" }
kpi b { actuals: ${value} }
`;
  const free = ["../top.csv", "../data/with space.csv"];
  const not = [".", "..", "../data", "../data/taken.csv", "../other/own.csv"];
  check(files('"$0"'), free, not);
  check(files('"../t$0"'), free, not);
  check(files('"../top$0.csv"'), free, not);
  check(files("$0"), free, not);
  checkTaken(
    "//- top.csv\ndate,value\n//- it.strategy\nkpi a { actuals:$0 }\n",
    "top.csv",
    'kpi a { actuals: "top.csv" }\n',
  );
  checkTaken(
    '//- top.csv\ndate,value\n//- it.strategy\nkpi a { actuals: "t$0" }\n',
    "top.csv",
    'kpi a { actuals: "top.csv" }\n',
  );
});

test("an import names folders that hold a project", () => {
  const files = `
//- top.csv
date,value
//- corporate/strategy.config.json
{}
//- corporate/plan.strategy
objective growth
//- it/strategy.config.json
{}
//- it/plan.strategy
import corporate from "$0"
`;
  check(files, ["../corporate"], ["..", ".", "../it", "../top.csv"]);
});

test("choices, with the words of the vocabulary", () => {
  check("initiative a {\n  status: $0\n}", ["proposed", "planned", "active"]);
  check("initiative a {\n  status: pl$0\n}", ["proposed", "planned"]);
  check("initiative a { owner: cio, status: $0 }", ["proposed"]);
  checkTaken("initiative a { status: pla$0nned }", "active", "initiative a { status: active }");
});

test("dates lie around the horizon", () => {
  const dated = "strategy s { horizon: 2026-Q1 .. 2027-Q2 }\n";
  check(`${dated}initiative a { timeline: $0 }`, ["2026-Q4", "2027-Q1", "2027-Q2"]);
  check(`${dated}initiative a { timeline: 2027-Q1 .. $0 }`, ["2027-Q1", "2027-Q2"], ["2026-Q4"]);
  check(`${dated}kpi a { actual: 5 on $0 }`, ["2026-11", "2026-10"]);
  check(`${dated}milestone a { date: $0 }`, ["2026-11-23", "2026-Q4"]);
});

test("units and currencies behind a number", () => {
  check("strategy s { currency: CHF }\ninitiative a { budget: 5k $0 }", ["CHF", "EUR"]);
  check("strategy s { currency: $0 }", ["EUR", "USD", "GBP"]);
  check("team a { capacity: 4 $0 }", ["FTE"]);
  checkAmong("initiative a { cost { licences: 5k $0 } }", ["per year", "EUR"]);
  check("initiative a { cost { licences: 5k per $0 } }", ["year", "quarter", "month"]);
  check("initiative a { timeline: 2026-03 for 6 $0 }", ["days", "weeks"]);
  check("kpi a { unit: $0 }", ["%"]);
  check("kpi a { unit: min target: 5 $0 }", ["by", "min"]);
});

test("a new declaration is offered the names that are wanted", () => {
  check("objective a { owner: cio }\nrole $0", ["cio"]);
  check('initiative x { supports: later }\nobjective $0 "Later"', ["later"]);
});

test("rules to ignore", () => {
  checkAmong("// ignore mis$0\ninitiative a {}", ["missing-risk", "unaligned-initiative"]);
  check("// ignore missing-risk, $0", ["unaligned-initiative"], ["missing-risk"]);
});

test("nothing in texts, comments and new names", () => {
  for (const source of [
    'objective a "Ti$0tle" {}',
    "// a com$0ment\nobjective a {}",
    'objective a {\n  description: """\n    Some $0words\n  """\n}',
    "objective my-$0",
  ])
    check(source, []);
});

test("a blank asks only where a value begins", () => {
  expect(completion(placeIn("objective a {\n $0\n}"), " ").items).toEqual([]);
  expect(completion(placeIn("initiative a { status $0 }"), " ").items).toEqual([]);
  expect(completion(placeIn("initiative a { status: $0 }"), " ").items).not.toEqual([]);
  expect(completion(placeIn("initiative a { status -> $0 }"), " ").items).not.toEqual([]);
});

test("values where something else than a colon stands", () => {
  for (const sign of [" ->", " =", " :=", "：", ""])
    check(`initiative a {\n  status${sign} $0\n}`, ["proposed", "planned"]);
  check("initiative a { owner: [cio, $0] }", ["supports"]);
});

test("names that the list has already, wherever they stand in it, are not offered again", () => {
  check(`${plan}initiative x {\n  supports: $0, retention\n}`, ["growth", "old"], ["retention"]);
});

test("a block that lacks its brace ends before a declaration that is not indented", () => {
  const open = "initiative a {\n  owner: cio\n\n$0";
  check(open, ["objective", "initiative"], ["owner"]);
  checkAmong(open, ["review", "import", "supports"]);
});

test("a field that has its colon is only renamed", () => {
  checkTaken("initiative a {\n  sta$0: active\n}", "status", "initiative a {\n  status: active\n}");
  checkTaken("initiative a {\n  sta$0\n}", "status", "initiative a {\n  status: \n}");
  checkTaken("initiative a {\n  sta$0：active\n}", "status", "initiative a {\n  status：active\n}");
  checkTaken("obj$0 growth {}", "initiative", "initiative growth {}");
  check("initiative a {\n  sta$0: active\n}", ["supports"], ["milestone", "kpi-availability"]);
});

test("among thousands of names, those that begin with what is typed come first", () => {
  const many = Array.from({ length: 2000 }, (_, index) => `objective c${index}r "Crowd"\n`).join(
    "",
  );
  check(`${many}objective crm\ninitiative x { supports: cr$0 }`, ["crm"]);
});

test("a value directly behind a colon gets its blank", () => {
  checkTaken("initiative a {\n  status:$0\n}", "active", "initiative a {\n  status: active\n}");
  checkTaken("initiative a {\n  status: $0\n}", "active", "initiative a {\n  status: active\n}");
});

test("a name is explained by its card", () => {
  const place = placeIn(`${plan}initiative x {\n  supports: $0\n}`);
  const item = completion(place).items.find((one) => one.label === "retention");
  const doc = item?.key && explainSuggestion(place.model.universe, item.key);
  expect(doc?.text.markdown).toContain("**Keep customers** · objective `retention`");
});

// Where names lead: definition, implementation, references, highlights, links.
import { expect, test } from "vitest";
import { definition, implementation } from "../../server/features/definition.ts";
import { neighbours, root } from "../../server/features/hierarchy.ts";
import { links } from "../../server/features/links.ts";
import { highlights, references } from "../../server/features/references.ts";
import { placeIn, shownAt, shownIn } from "./at.ts";

const cascade = `
//- corporate/strategy.config.json
{}
//- corporate/plan.strategy
strategy acme "Acme"
objective growth "Grow" {}
initiative hub "Hub" {
milestone live "Live" { date: 2026-12 }
}
//- it/strategy.config.json
{}
//- it/plan.strategy
`;

function check(
  answer: (place: ReturnType<typeof placeIn>) => readonly Parameters<typeof shownAt>[1][],
  source: string,
  places: readonly string[],
): void {
  const place = placeIn(source);
  expect(answer(place).map((one) => shownAt(place, one))).toEqual(places);
}

test("a name leads to its declaration", () => {
  check(definition, 'objective a "A"\ninitiative x { supports: $0a }', [
    'plan.strategy: objective [a] "A"',
  ]);
  check(definition, "objective $0a", ["plan.strategy: objective [a]"]);
  check(definition, "initiative x { owner: c$0io }", []);
  check(definition, "//- b.strategy\nrole cio\n//- a.strategy\nobjective a { owner: ci$0o }", [
    "b.strategy: role [cio]",
  ]);
});

test("a dotted name leads to what each of its words names", () => {
  const source = (ref: string) =>
    `${cascade}import corp from "../corporate"\ninitiative x {\n  depends-on: ${ref}\n}`;
  check(definition, source("corp.hub.li$0ve"), [
    'corporate/plan.strategy: milestone [live] "Live" { date: 2026-12 }',
  ]);
  check(definition, source("corp.hu$0b.live"), [
    'corporate/plan.strategy: initiative [hub] "Hub" {',
  ]);
  check(definition, source("cor$0p.hub.live"), [
    'it/plan.strategy: import [corp] from "../corporate"',
  ]);
});

test("an import leads to the strategy of its project", () => {
  check(definition, `${cascade}import corp from "../corp$0orate"`, [
    'corporate/plan.strategy: strategy [acme] "Acme"',
  ]);
});

test("an objective is realised by the work under it, open work first", () => {
  const source = `
    objective a { objective b {} }
    initiative x { supports: $0a status: completed }
    initiative y { supports: b }
    initiative z
  `;
  check(implementation, source, [
    "plan.strategy: initiative [y] { supports: b }",
    "plan.strategy: initiative [x] { supports: a status: completed }",
  ]);
});

test("references are found over files and projects", () => {
  const source = `${cascade}import corp from "../corporate"
objective a { supports: corp.gro$0wth }
initiative x { supports: corp.growth, a }`;
  check((place) => references(place, true), source, [
    'corporate/plan.strategy: objective [growth] "Grow" {}',
    "it/plan.strategy: objective a { supports: corp.[growth] }",
    "it/plan.strategy: initiative x { supports: corp.[growth], a }",
  ]);
  check(
    (place) => references(place, false),
    "objective a { owner: c$0io }\nobjective b { owner: cio }",
    ["plan.strategy: objective a { owner: [cio] }", "plan.strategy: objective b { owner: [cio] }"],
  );
});

test("the uses of a name in its file are lit up, and of a brace its partner", () => {
  const lit = (source: string) => {
    const place = placeIn(source);
    return highlights(place).map((one) => shownIn(place.file, one) + (one.declares ? " *" : ""));
  };
  expect(lit("role cio\nobjective a { owner: c$0io }")).toEqual([
    "role [cio] *",
    "objective a { owner: [cio] }",
  ]);
  expect(lit("objective a $0{ owner: cio }")).toEqual([
    "objective a [{] owner: cio }",
    "objective a { owner: cio [}]",
  ]);
});

test("paths and addresses are links", () => {
  const { model, file } = placeIn(`${cascade}import corp from "../corporate"$0
kpi k { actuals: "data/k.csv" links: "https://example.org/k", "page 7" }
//- it/data/k.csv
date,value`);
  const found = links(model, file);
  expect(found.map((one) => shownIn(file, one).split("[")[1]?.split("]")[0])).toEqual([
    "../corporate",
    "data/k.csv",
    "https://example.org/k",
  ]);
  expect(found.map((one) => one.path ?? one.address)).toEqual([
    "/workspace/corporate/plan.strategy",
    "/workspace/it/data/k.csv",
    "https://example.org/k",
  ]);
});

test("objectives have a tree, work has a line in which it waits", () => {
  const source = `
    objective a "A" { objective b "B" {} }
    initiative x { supports: $0b }
    initiative y { depends-on: x supports: b }
  `;
  const place = placeIn(source);
  const all = place.model.universe;
  const b = root(place, "support");
  if (b === undefined) throw new Error("'b' has no place in the tree.");
  const names = (found: ReturnType<typeof neighbours>) => found.map((one) => one.name);
  expect(names(neighbours(all, b.key, "support", "up"))).toEqual(["a"]);
  expect(names(neighbours(all, b.key, "support", "down"))).toEqual(["x", "y"]);
  const waiting = neighbours(all, { root: b.root, name: "x" }, "depend", "down");
  expect(waiting.map((one) => shownAt(place, one.written))).toEqual([
    "plan.strategy: initiative y { depends-on: [x] supports: b }",
  ]);
  expect(root(place, "depend")).toBeUndefined();
});

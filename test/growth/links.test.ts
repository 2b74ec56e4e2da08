// Strategies in which everything is linked → they cost more as there are more links, not more ways
// along them, and no chain is too long.
import { expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { memo } from "../../server/cells/memo.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { completion } from "../../server/features/completion.ts";
import { neighbours, root } from "../../server/features/hierarchy.ts";
import { hints } from "../../server/features/hints.ts";
import { hover } from "../../server/features/hover.ts";
import { lenses } from "../../server/features/lenses.ts";
import { prepareRename, rename } from "../../server/features/rename.ts";
import { documentSymbols } from "../../server/features/symbols.ts";
import { type Model, universe } from "../../server/model/universe.ts";
import type { SourceFile } from "../../server/project/project.ts";
import { views } from "../../server/views/index.ts";
import { modelExport } from "../../server/views/model.ts";
import { viewOf } from "../../server/views/view.ts";
import { workspaceOf } from "../workspace.ts";
import { growth, judged, type Shape, type Work } from "./cost.ts";
import {
  chain,
  circle,
  count,
  dependsOn,
  imports,
  isPartOf,
  levels,
  plan,
  replaces,
  reportsTo,
  succeeds,
  supports,
  tangle,
  teamOf,
  waitsAfter,
} from "./shapes.ts";

/** What eight times the size may cost: a machine with other work to do is far from even, but eight times as many links in each would be 64. */
const most = 24;

type Files = Readonly<Record<string, string>>;

/** Initiatives in waves of three, each `after` the whole wave before it; the first waits for the last. */
const waves: Shape = (size) => {
  const files = levels(3, waitsAfter)(size);
  const late = `after n${size - 1}-0 for 1 week`;
  return { "plan.strategy": (files["plan.strategy"] ?? "").replace("2026-01-01", late) };
};

/** All support each other: so many links that a size of four times has sixteen times as many. */
const clique: Shape = (size) => {
  const all = count(size).map((index) => `n${index}`);
  return plan(
    all.map((name) =>
      supports(
        name,
        all.filter((other) => other !== name),
      ),
    ),
  );
};

/** Lattices of 24 levels of two side by side: each has millions of ways from its foot to its top. */
const lattices: Shape = (size) => {
  const lattice = levels(2, supports)(24)["plan.strategy"] ?? "";
  return plan(count(size).map((index) => lattice.replaceAll(/\bn(?=\d)/g, `l${index}-`)));
};

/** Programmes in programmes, with money and dates at the foot of the line. */
const programmes: Shape = (size) =>
  plan([
    `initiative n0 "Work" { part-of: n1 timeline: 2026-Q1 cost { staff: 1k per month } benefit: 9k }`,
    ...count(size)
      .slice(1)
      .map((index) => isPartOf(`n${index}`, index + 1 < size ? [`n${index + 1}`] : [])),
  ]);

/** A chain of objectives, each with a KPI, work with money, and a report that all is well. */
const busy: Shape = (size) =>
  plan(
    count(size).flatMap((index) => [
      `objective n${index} "Goal" { ${index === 0 ? "" : `supports: n${index - 1}`} due: 2027-01 health: green }`,
      `kpi k${index} "Figure" { measures: n${index} }`,
      `initiative w${index} "Work" { supports: n${index} budget: 1k timeline: 2026 .. 2027 health: green ${index + 1 < size ? "" : "status: on-hold"} }`,
    ]),
  );

/** Teams in teams without capacity of their own; work asks only for the innermost. */
const units: Shape = (size) => {
  const teams = chain(teamOf)(size)["plan.strategy"] ?? "";
  const work = `initiative w "Work" { teams: n${size - 1} 2 FTE timeline: 2026 .. 2027 skills: sums }`;
  return plan([teams, "role boss", work]);
};

const shapes: readonly (readonly [string, Shape, number])[] = [
  ["a chain of supports", chain(supports), 200],
  ["a circle of supports", circle(supports), 200],
  ["a lattice of supports, two wide", levels(2, supports), 100],
  ["a lattice of supports, three wide", levels(3, supports), 60],
  ["goals that each support up to six earlier ones", tangle(6, "earlier", supports), 125],
  ["goals that each support three at random", tangle(3, "all", supports), 125],
  ["a chain of after", chain(waitsAfter), 200],
  ["a circle of after", circle(waitsAfter), 200],
  ["waves of after, in a circle", waves, 40],
  ["work that is after three at random", tangle(3, "all", waitsAfter), 125],
  ["a chain of depends-on", chain(dependsOn), 200],
  ["a circle of depends-on", circle(dependsOn), 200],
  ["work that depends on three at random", tangle(3, "all", dependsOn), 125],
  ["a chain of part-of", chain(isPartOf), 200],
  ["a circle of part-of", circle(isPartOf), 200],
  ["programmes in programmes, with money at the foot", programmes, 200],
  ["a chain of roles that report", chain(reportsTo), 500],
  ["a circle of roles that report", circle(reportsTo), 500],
  ["a chain of teams", units, 200],
  ["a circle of teams", circle(teamOf), 200],
  ["a chain of successors", chain(succeeds), 500],
  ["a circle of replacements", circle(replaces), 200],
  ["a chain of goals with figures, work and reports", busy, 75],
];

test.for(shapes)(
  "%s costs as much more as it is longer",
  { timeout: 120_000 },
  ([, shape, size]) => {
    expect(growth(shape, [size, size * 8], most)).toBeLessThan(most);
  },
);

test("goals that all support each other cost as much more as there are links", {
  timeout: 120_000,
}, () => {
  // Of three times as many there are nine times the links.
  expect(growth(clique, [20, 60], most)).toBeLessThan(most);
});

/** Once for all runs: how projects are loaded is another matter. */
const loaded = memo((files: Files) => workspaceOf(files));

test("a chain of projects costs as much more as it is longer", { timeout: 120_000 }, () => {
  const work: Work = (files) => {
    for (const model of universe({ ...loaded(files) }).models.values()) diagnose(model);
  };
  expect(growth(imports, [12, 96], most, work)).toBeLessThan(most);
});

const eachModel =
  (look: (model: Model, file: SourceFile) => unknown): Work =>
  (files) => {
    for (const model of universe({ ...loaded(files) }).models.values())
      for (const file of model.project.files.values()) look(model, file);
  };

/** In the middle of the file, on the name that something supports. */
function middle(model: Model, file: SourceFile) {
  const { text } = file.tree;
  const at = text.indexOf("supports: ", text.length / 2) + "supports: ".length;
  return { model, file, offset: at };
}

const works: readonly (readonly [string, Work])[] = [
  ["a hover", eachModel((model, file) => hover(middle(model, file)))],
  ...views.map(
    (view) => [`the data of ${view.name}`, eachModel((model) => viewOf(view, model))] as const,
  ),
  ["the export of the model", eachModel((model) => modelExport(model))],
  ["the outline of the file", eachModel((model, file) => documentSymbols(model, file))],
  ["the lines over goals and work", eachModel((model, file) => lenses(model, file))],
  ["the hints", eachModel((model, file) => hints(model, file, { start: 0, end: 1e9 }))],
  ["suggestions", eachModel((model, file) => completion(middle(model, file)))],
  ["a renaming", eachModel((model, file) => rename(middle(model, file), "other"))],
  [
    "the tree of goals",
    eachModel((model, file) => {
      const key = root(middle(model, file), "support")?.key;
      if (key === undefined) throw new Error("Nothing stands there.");
      for (const way of ["up", "down"] as const) neighbours(model.universe, key, "support", way);
    }),
  ],
];

test.for(works)("%s does not follow every way of a lattice", { timeout: 120_000 }, ([, work]) => {
  expect(growth(lattices, [4, 32], most, work)).toBeLessThan(most);
});

test.for(works)(
  "%s comes to an end where all goals support each other",
  { timeout: 60_000 },
  ([, work]) => {
    work(clique(30));
  },
);

test("lines over goals cost as much more as a chain is longer", { timeout: 60_000 }, () => {
  expect(growth(chain(supports), [200, 1600], most, eachModel(lenses))).toBeLessThan(most);
});

const long = 10_000;

/** How many findings of each code a long strategy has. */
const counts: readonly (readonly [string, Files, Readonly<Record<string, number>>])[] = [
  [
    "a chain of supports",
    chain(supports)(long),
    {
      "missing-owner": 1,
      "missing-stakeholders": 1,
      overcomplicated: 1,
      "undated-objective": 1,
      "unmeasured-objective": 1,
      "unsupported-objective": 1,
    },
  ],
  [
    "a circle of supports",
    circle(supports)(long),
    { cycle: 1, "missing-owner": 1, "unmeasured-objective": 1 },
  ],
  [
    "a circle of after",
    circle(waitsAfter)(long),
    {
      cycle: 1,
      "missing-owner": 1,
      "missing-risk": 1,
      "unaligned-initiative": long,
      "unbudgeted-initiative": 1,
    },
  ],
  [
    "a circle of depends-on",
    circle(dependsOn)(long),
    {
      cycle: 1,
      "missing-owner": 1,
      "missing-risk": 1,
      overdue: long,
      "unaligned-initiative": long,
      "unbudgeted-initiative": 1,
    },
  ],
  [
    "a chain of part-of",
    chain(isPartOf)(long),
    {
      "missing-owner": 1,
      "missing-risk": 1,
      "unaligned-initiative": 1,
      "unbudgeted-initiative": 1,
      "unscheduled-initiative": 1,
    },
  ],
  ["a circle of roles that report", circle(reportsTo)(long), { cycle: 1 }],
  ["a chain of roles that report", chain(reportsTo)(long), {}],
  ["a circle of teams", circle(teamOf)(long), { cycle: 1, "undeclared-name": 1 }],
  [
    "a chain of successors",
    chain(succeeds)(long),
    { "missing-mentor": long - 1, "missing-successor": 1 },
  ],
  ["a circle of replacements", circle(replaces)(long), { cycle: 1 }],
];

test.for(counts)("10,000 in %s are judged right", { timeout: 120_000 }, ([, files, right]) => {
  expect(Object.fromEntries(judged(files))).toEqual(right);
});

/** The messages of a code in a strategy. */
function told(files: Files, code: string): readonly string[] {
  return [...universe(workspaceOf(files)).models.values()]
    .flatMap((model) => diagnose(model))
    .flatMap((one) => (one.code === code ? [one.message] : []));
}

test("a circle of 10,000 is told once, and each link of it is a related place", {
  timeout: 60_000,
}, () => {
  const found = [...universe(workspaceOf(circle(supports)(long))).models.values()]
    .flatMap((model) => diagnose(model))
    .filter(({ code }) => code === "cycle");
  expect(found.map(({ related }) => related.length)).toEqual([long - 1]);
  // Nobody reads ten thousand names: of a path that is too long the middle is left out.
  expect(found[0]?.message).toMatch(/ → .*….*Take one of the links out\.$/s);
});

test("36 initiatives in 12 waves and one slip are one circle", () => {
  const [message = "", ...others] = told(waves(12), "cycle");
  expect(others).toEqual([]);
  expect(message.split(" → ")).toHaveLength(13);
});

test("a lattice of 24 levels has no circle, and one place where it gets too deep", () => {
  expect(Object.fromEntries(judged(levels(2, supports)(24)))).toEqual({
    "missing-owner": 1,
    "missing-stakeholders": 2,
    overcomplicated: 2,
    "undated-objective": 1,
    "unmeasured-objective": 1,
    "unsupported-objective": 2,
  });
});

test("of goals that all support each other, each circle is told for which links are left", () => {
  expect(told(clique(10), "cycle")).toHaveLength(45);
});

test("of a tangle, no more circles are told than anybody mends at once", {
  timeout: 60_000,
}, () => {
  expect(told(clique(60), "cycle")).toHaveLength(50);
});

test("3,000 in a chain have their cards, drawings and figures", { timeout: 120_000 }, () => {
  for (const shape of [chain(supports), circle(supports), programmes, chain(waitsAfter)]) {
    const files = shape(shape === programmes ? 1000 : 3000);
    for (const [, work] of works.slice(0, 6)) work(files);
  }
});

test("blocks in blocks, however deep, closed or not", { timeout: 60_000 }, () => {
  for (const text of [
    "a b { ".repeat(long),
    `${count(long)
      .map((index) => `initiative n${index} "Work" {`)
      .join("\n")}${"}".repeat(long)}`,
    `objective o { ${"cost { ".repeat(long)}${"}".repeat(long)}`,
    "{ ".repeat(long),
  ]) {
    const files = { "plan.strategy": text };
    expect(judged(files).has("syntax")).toBe(true);
    formatText(text);
    eachModel(documentSymbols)(files);
    eachModel((model, file) => prepareRename({ model, file, offset: text.length / 2 }))(files);
  }
});

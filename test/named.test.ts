// A file → what it names outside itself, as a load reads it and as the model means it: the same.
import { expect, test } from "vitest";
import { parseFile } from "../grammar/parser.ts";
import { valueIn } from "../server/model/entity.ts";
import { outline } from "../server/model/outline.ts";
import { namedIn, namesSame } from "../server/project/named.ts";

const texts = {
  "a KPI of its own": 'kpi churn { actuals: "churn.csv" }',
  "a KPI in an objective, behind another": `kpi first { actuals: "first.csv" }
objective growth {
  kpi second { actuals: "second.csv" }
}`,
  "a misspelt kind": 'kpii churn { actuals: "churn.csv" }',
  "another kind": 'risk leak { actuals: "leak.csv" }',
  "written twice": 'kpi churn { actuals: "a.csv"\nactuals: "b.csv" }',
  "two values": 'kpi churn { actuals: "a.csv", "b.csv" }',
  "no text": "kpi churn { actuals: churn }",
  "a text that goes on": 'kpi churn { actuals: "a.csv" per year }',
  "a text that does not end": 'kpi churn { actuals: "a.csv }',
  "an escape": String.raw`kpi churn { actuals: "a\"b.csv" }`,
  "a block without a kind": 'kpi churn { { actuals: "a.csv" } }',
  "a block of a field": 'initiative crm { cost { kpi churn { actuals: "a.csv" } } }',
  "a field outside any block":
    'growth { kpi churn { actuals: "a.csv" } }\ncost: 5 { kpi loss { actuals: "b.csv" } }',
  "a brace too few": 'objective growth {\nkpi churn { actuals: "a.csv"\n\nrisk leak {}',
  "imports, one without a path and one in a block": `import group from "../group"
import other
objective growth { import third from "../third" }`,
};

test.each(Object.entries(texts))("%s", (_, text) => {
  const tree = parseFile(text);
  const outlines = tree.chunks.map(outline);
  const kpis = outlines.flatMap(({ entities }) => entities.filter(({ kind }) => kind === "kpi"));
  expect(namedIn(tree)).toEqual({
    imports: outlines.flatMap(({ imports }) => imports.flatMap(({ path }) => path?.value ?? [])),
    tables: kpis.flatMap((kpi) => valueIn(kpi, "actuals", "text")?.text ?? []),
  });
});

test("two versions name the same while neither a path nor their order has changed", () => {
  const one = parseFile('import group from "../group"\nkpi churn { actuals: "a.csv" }');
  const same = parseFile('import all from "../group"\nkpi loss { unit: %\nactuals: "a.csv" }');
  const other = parseFile('import group from "../group"\nkpi churn { actuals: "b.csv" }');
  expect([namesSame(one, same), namesSame(one, other)]).toEqual([true, false]);
});

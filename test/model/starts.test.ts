// The vocabulary → what no link can lead to: `owner.ts` and `above.ts` remember nothing for it on the way to something else.
import { expect, test } from "vitest";
import { type Kind, kinds } from "../../grammar/vocabulary.ts";

/** The kinds that a field names, in whatever kind it stands. */
function namedBy(field: string): readonly Kind[] {
  const rows = kinds.flatMap((kind) => kind.fields.filter(({ name }) => name === field));
  const named = rows.flatMap(({ types }) =>
    types.flatMap((type) => (type.is === "reference" ? type.to : [])),
  );
  return [...new Set(named)].sort();
}

test("only objectives are supported", () => {
  expect(namedBy("supports")).toEqual(["objective"]);
});

test("what a thing belongs to is no KPI, milestone or risk", () => {
  const holding = ["theme", "part-of", "measures"].flatMap(namedBy);
  expect(holding.length).toBeGreaterThan(0);
  for (const kind of ["kpi", "milestone", "risk"]) expect(holding).not.toContain(kind);
});

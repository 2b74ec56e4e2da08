// Goals of another project that support each other in a circle → the groups of a roadmap that names them.
import { expect, test } from "vitest";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

test("a circle of support in another project is cut as well, and its work is shown", () => {
  const { model } = universeOf({
    "group/strategy.config.json": "{}",
    "group/a.strategy": "objective a { supports: b }\nobjective b { supports: a }",
    "plan.strategy": 'import up from "group"\ninitiative x "X" { supports: up.b }',
  });
  const groups = viewOf(roadmapView, model("")).groupings[0]?.groups ?? [];
  expect(groups.map(({ id, depth }) => `${id} ${depth}`)).toEqual(["group.b 0", "group.a 1"]);
  expect(groups.flatMap(({ initiatives }) => initiatives)).toEqual(["x"]);
});

// One long line, value or file → what an editor asks while one types costs as much more as there is to read.
import { expect, test } from "vitest";
import { actions } from "../../server/features/actions.ts";
import { completion } from "../../server/features/completion.ts";
import { formatting, formattingOnType } from "../../server/features/formatting.ts";
import type { Model } from "../../server/model/universe.ts";
import { universe } from "../../server/model/universe.ts";
import type { SourceFile } from "../../server/project/project.ts";
import { workspaceOf } from "../workspace.ts";
import { growth, type Shape, type Work } from "./cost.ts";

const plan = "plan.strategy";
const goal = 'objective a "A" {\n owner: b\n}\n';
const many = (count: number, one: string) => one.repeat(count);

/** Asks of the plan, with a place in it: behind the first `@`, which is taken out, else its end. */
function asking(ask: (model: Model, file: SourceFile, offset: number) => unknown): Work {
  return (files) => {
    const marked = files[plan] ?? "";
    const at = marked.indexOf("@");
    const text = marked.replace("@", "");
    for (const model of universe(workspaceOf({ [plan]: text })).models.values())
      for (const file of model.project.files.values()) ask(model, file, at < 0 ? text.length : at);
  };
}

const complete = asking((model, file, offset) => completion({ model, file, offset }));
const mend = asking((model, file) =>
  actions(model, file, { start: 0, end: file.tree.text.length }),
);

const cases: Readonly<Record<string, readonly [Shape: (size: number) => string, Work]>> = {
  "a line end behind a long line": [
    (size) => `// ${many(size * 20, "x")}\n@${goal}`,
    asking((_, file, offset) => formattingOnType(file, offset, "\n")),
  ],
  "a range behind a long line": [
    (size) => `// ${many(size * 20, "x")}\n${goal}@`,
    asking((_, file, offset) => formatting(file, { start: offset - 5, end: offset })),
  ],
  "a range in a long line": [
    (size) => `// ${many(size * 20, "x")}@${many(size * 20, "x")}\n${goal}`,
    asking((_, file, offset) => formatting(file, { start: offset, end: offset })),
  ],
  "a declaration completed behind a long line": [
    (size) => `// ${many(size * 10, "x")}\n${goal}obj@`,
    complete,
  ],
  "a name behind a long list": [
    (size) => `initiative i "I" {\n depends-on: ${many(size * 10, "x, ")}@\n}\n`,
    complete,
  ],
  "a name behind a long path": [
    (size) => `initiative i "I" {\n depends-on: ${many(size * 10, "a.")}@\n}\n`,
    complete,
  ],
  "the mending of a whole file": [(size) => many(size, 'objective a "A" { owner: b }\n'), mend],
  "mending behind a long line": [(size) => `// ${many(size * 20, "x")}\n${goal}`, mend],
  "the reason of a long remark": [
    (size) => `// ignore cycle until ${many(size * 20, " ")}x: why\n${goal}`,
    mend,
  ],
  "figures of many digits": [
    (size) =>
      `initiative i "I" {\n cost { upfront: ${many(size * 10, "9")} contingency: ${many(size * 10, "9")}% }\n}\n`,
    mend,
  ],
};

test.each(Object.entries(cases))("%s costs as much more as it is longer", (_, [text, work]) => {
  const shape: Shape = (size) => ({ [plan]: text(size) });
  expect(growth(shape, 500, 4_000, work)).toBeLessThan(24);
});

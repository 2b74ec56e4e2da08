// What the editor changes for its user: fixes, formatting, paths of files that move.
import { expect, test } from "vitest";
import { applied } from "../../grammar/format.ts";
import { actions, fixAll } from "../../server/features/actions.ts";
import type { TextChange } from "../../server/features/feature.ts";
import { formatting, formattingOnType } from "../../server/features/formatting.ts";
import { moving } from "../../server/features/moving.ts";
import { placeIn, shownAt } from "./at.ts";

/** The text of the file at hand after some changes of it. */
function changed(source: string, changes: readonly TextChange[]): string {
  const { file } = placeIn(source);
  const own = changes.filter((one) => one.path === file.path);
  return applied(
    file.tree.text,
    own.toSorted((a, b) => a.start - b.start),
  );
}

/** The titles of what is offered at `$0`. */
function titles(source: string): readonly string[] {
  const { model, file, offset, end } = placeIn(source);
  return actions(model, file, { start: offset, end }).map((one) => one.title);
}

/** The file after the action with this title. */
function check(source: string, title: string, text: string): void {
  const { model, file, offset, end } = placeIn(source);
  const action = actions(model, file, { start: offset, end }).find((one) => one.title === title);
  expect(action && changed(source, action.edits()), titles(source).join("\n")).toBe(text);
}

test("fixes are offered where the cursor is", () => {
  check("initiativ$0 a", "Change to 'initiative'", "initiative a");
  check(
    "objective growth\ninitiative a { supports: growh$0t }",
    "Change to 'growth'",
    "objective growth\ninitiative a { supports: growth }",
  );
  expect(titles("initiative a$0")).toContain("Add a risk");
  expect(titles("\n$0\n\n\ninitiative a")).toEqual([]);
});

test("all that cannot go wrong is mended at once", () => {
  const source = "goal a { ownr: cio }\nproject b { supports: a }";
  const { model, file } = placeIn(source);
  const [all] = fixAll(model, file);
  expect(all && changed(source, all.edits())).toBe(
    "objective a { owner: cio }\ninitiative b { supports: a }",
  );
  expect(fixAll(...held("objective a"))).toEqual([]);
});

function held(source: string) {
  const { model, file } = placeIn(source);
  return [model, file] as const;
}

test("a file, a range, and what was just typed are formatted", () => {
  const source = "objective a {\nowner:cio\n}\nobjective b {\nowner:$0cio$0\n}\n";
  const { file, offset, end } = placeIn(source);
  const { text } = file.tree;
  expect(applied(text, formatting(file))).toBe(
    "objective a {\n  owner: cio\n}\n\nobjective b {\n  owner: cio\n}\n",
  );
  expect(applied(text, formatting(file, { start: offset, end }))).toBe(
    "objective a {\nowner:cio\n}\nobjective b {\n  owner: cio\n}\n",
  );
  const typed = (marked: string, sign: string) => {
    const place = placeIn(marked);
    return applied(place.file.tree.text, formattingOnType(place.file, place.offset, sign));
  };
  expect(typed("objective a {\nowner:cio\n}$0\nobjective  b\n", "}")).toBe(
    "objective a {\n  owner: cio\n}\nobjective  b\n",
  );
  expect(typed("objective a {\nowner:cio\n$0\n}\n", "\n")).toBe(
    "objective a {\n  owner: cio\n\n}\n",
  );
});

test("imports and data paths follow what is moved", () => {
  const source = `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective growth
    //- it/strategy.config.json
    {}
    //- it/plan.strategy
    import corp from "../corporate" $0
    kpi k { actuals: "data/k.csv" }
  `;
  const place = placeIn(source);
  const moves = (from: string, to: string) =>
    moving(place.model.universe, [{ from: `/workspace/${from}`, to: `/workspace/${to}` }]).map(
      (one) => `${shownAt(place, one)} → ${one.text}`,
    );
  const imported = 'it/plan.strategy: import corp from ["../corporate"]';
  const data = 'it/plan.strategy: kpi k { actuals: ["data/k.csv"] }';
  expect(moves("corporate", "group/corporate")).toEqual([`${imported} → "../group/corporate"`]);
  expect(moves("it/data", "it/figures")).toEqual([`${data} → "figures/k.csv"`]);
  expect(moves("it/plan.strategy", "it/plans/plan.strategy")).toEqual([
    `${imported} → "../../corporate"`,
    `${data} → "../data/k.csv"`,
  ]);
  expect(moves("it", "division")).toEqual([]);
});

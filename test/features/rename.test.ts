// Renaming: what changes, and why it is refused.
import { expect, test } from "vitest";
import { prepareRename, rename } from "../../server/features/rename.ts";
import { placeIn, shownAt } from "./at.ts";

/** The lines that change when the name at `$0` becomes `to`. */
function check(source: string, to: string, changed: readonly string[]): void {
  const place = placeIn(source);
  const result = rename(place, to);
  const lines =
    "refused" in result ? [result.refused] : result.edits.map((edit) => shownAt(place, edit));
  expect(lines).toEqual(changed);
}

function checkRefused(source: string, to: string, why: string): void {
  const result = rename(placeIn(source), to);
  expect("refused" in result ? result.refused : "renamed").toBe(why);
}

test("a name changes over files and projects", () => {
  const source = `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective gro$0wth "Grow"
    //- it/strategy.config.json
    {}
    //- it/plan.strategy
    import corp from "../corporate"
    initiative x { supports: corp.growth }
    objective growth
    initiative y { supports: growth }
  `;
  check(source, "revenue", [
    'corporate/plan.strategy: objective [growth] "Grow"',
    "it/plan.strategy: initiative x { supports: corp.[growth] }",
  ]);
});

test("a milestone, an initiative before its milestone, an alias, an undeclared role", () => {
  const source = "initiative x {\n  milestone m\n}\ninitiative y { timeline: after x.m .. 2027 }";
  check(source.replace("x.m", "x.$0m"), "go-live", [
    "plan.strategy: milestone [m]",
    "plan.strategy: initiative y { timeline: after x.[m] .. 2027 }",
  ]);
  check(source.replace("x.m", "$0x.m"), "z", [
    "plan.strategy: initiative [x] {",
    "plan.strategy: initiative y { timeline: after [x].m .. 2027 }",
  ]);
  const imported = `
    //- b/strategy.config.json
    {}
    //- b/plan.strategy
    objective o
    //- plan.strategy
    import b$0b from "b"
    objective a { supports: bb.o }
  `;
  check(imported, "corp", [
    'plan.strategy: import [bb] from "b"',
    "plan.strategy: objective a { supports: [bb].o }",
  ]);
  check("objective a { owner: c$0io }\nrole cto { reports-to: cio }", "ceo", [
    "plan.strategy: objective a { owner: [cio] }",
    "plan.strategy: role cto { reports-to: [cio] }",
  ]);
});

test("a name that is taken or cannot be one is refused", () => {
  const source = "objective $0a { owner: cio }\nkpi b";
  checkRefused(source, "b", "'b' is the name of a kpi already. Choose another name.");
  checkRefused(source, "cio", "'cio' is used already, for the owner of 'a'. Choose another name.");
  checkRefused(
    source,
    "new name",
    "'new name' cannot be a name. A name begins with a letter or _ and goes on with letters, digits, - and _, such as 'new-name'.",
  );
  checkRefused(
    source,
    "5g",
    "'5g' cannot be a name. A name begins with a letter or _ and goes on with letters, digits, - and _, such as '_5g'.",
  );
  checkRefused(
    "initiative x {\n  milestone $0m\n  milestone n\n}",
    "n",
    "'x' has a milestone 'n' already. Choose another name.",
  );
});

test("only names can be renamed", () => {
  expect(prepareRename(placeIn("objective a { own$0er: cio }"))).toBeUndefined();
  expect(prepareRename(placeIn('objective a "Ti$0tle"'))).toBeUndefined();
  expect(prepareRename(placeIn("objective a { owner: c$0io }"))).toMatchObject({ name: "cio" });
});

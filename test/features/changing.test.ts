// What the editor changes for its user: fixes, formatting, paths of files that move.
import { expect, test } from "vitest";
import { applied } from "../../grammar/format.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { actions, fixAll } from "../../server/features/actions.ts";
import type { TextChange } from "../../server/features/feature.ts";
import { formatting, formattingOnType } from "../../server/features/formatting.ts";
import { moving } from "../../server/features/moving.ts";
import { namesOutside } from "../../server/project/named.ts";
import { resolve } from "../../server/project/project.ts";
import { universeOf } from "../workspace.ts";
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

test("fixes that name things name their titles, three of them, then one entry for the rest", () => {
  const objectives = ["north", "east", "south", "west", "up"]
    .map((name) => `objective ${name} "Go ${name}"\n`)
    .join("");
  const source = `${objectives}objective bare\ninitiative a "Westward" { owner: cio } $0`;
  const place = placeIn(source);
  const offset = place.file.tree.text.indexOf("initiative a") + "initiative ".length;
  const all = actions(place.model, place.file, { start: offset, end: offset });
  const aligning = all.filter(({ title }) => /^Align/.test(title));
  expect(aligning.map(({ title }) => title)).toEqual([
    "Align with 'Go north' (north)",
    "Align with 'Go east' (east)",
    "Align with 'Go south' (south)",
    "Align with another objective …",
  ]);
  const rest = aligning.at(-1)?.choices ?? [];
  expect(rest.map(({ title }) => title)).toEqual([
    "Align with 'Go west' (west)",
    "Align with 'Go up' (up)",
    "Align with 'bare'",
  ]);
  expect(changed(source, rest[2]?.edits() ?? [])).toContain("{ supports: bare owner: cio }");
});

/** A text with its tab stop in brackets. */
function shownStop(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "[$1]").replace(/\\(.)/g, "$1");
}

/** The file after "Leave '…' out here, and say why", with the reason to be overwritten. */
function checkLeftOut(source: string, rule: string, text: string | undefined): void {
  const { model, file, offset, end } = placeIn(source);
  const title = `Leave '${rule}' out here, and say why`;
  const found = actions(model, file, { start: offset, end }).find((one) => one.title === title);
  const edits = found?.edits() ?? [];
  const rich = edits.map((one) => ({ ...one, text: shownStop(one.snippet ?? one.text) }));
  expect(found && changed(source, rich), titles(source).join("\n")).toBe(text);
  if (found === undefined) return;
  // Where nobody overwrites the reason, it is one, and the finding is gone.
  const after = placeIn(changed(source, edits));
  const codes = diagnose(after.model).map(({ code }) => code);
  expect(codes, changed(source, edits)).not.toContain(rule);
}

test("a finding is left out above its declaration or field, with the cursor in the reason", () => {
  checkLeftOut(
    'initiative a$0 "A"\n',
    "unaligned-initiative",
    '// ignore unaligned-initiative: [why]\ninitiative a "A"\n',
  );
  checkLeftOut(
    'objective o "O" {\r\n\t// A thought.\r\n\tinitiative a$0 "A" {\r\n\t}\r\n}\r\n',
    "missing-risk",
    'objective o "O" {\r\n\t// A thought.\r\n\t// ignore missing-risk: [why]\r\n\tinitiative a "A" {\r\n\t}\r\n}\r\n',
  );
  checkLeftOut(
    "initiative a {\n  cost {\n    upfront: 5k\n    contingency: 2$0%\n  }\n}\n",
    "thin-contingency",
    "initiative a {\n  cost {\n    upfront: 5k\n    // ignore thin-contingency: [why]\n    contingency: 2%\n  }\n}\n",
  );
  checkLeftOut(
    "initiative a { owner: ci$0o }\n",
    "undeclared-name",
    "// ignore undeclared-name: [why]\ninitiative a { owner: cio }\n",
  );
  checkLeftOut(
    "objective o {} initiative a$0 {}\n",
    "missing-risk",
    "objective o {} initiative a {} // ignore missing-risk: [why]\n",
  );
  checkLeftOut(
    'objective o {} initiative a$0 { links: "https://example.org" }\n',
    "missing-owner",
    'objective o {} initiative a { links: "https://example.org" } // ignore missing-owner: [why]\n',
  );
  checkLeftOut("objective o {} initiative a$0 {} // b\n", "missing-risk", undefined);
  checkLeftOut(
    'objective o {} initiative a$0 { description: """\n  A // b\n""" }\n',
    "missing-owner",
    undefined,
  );
  checkLeftOut("objektive a$0\n", "unknown-kind", undefined);
});

test("a finding joins the comment that leaves out others at its place", () => {
  checkLeftOut(
    "// ignore missing-risk: a $1 study\n\ninitiative a$0\n",
    "unaligned-initiative",
    "// ignore missing-risk, unaligned-initiative: [a $1 study]\n\ninitiative a\n",
  );
  checkLeftOut(
    "// ignore missing-risk until 2027-01-31: study\ninitiative a$0\n",
    "unaligned-initiative",
    "// ignore missing-risk, unaligned-initiative until 2027-01-31: [study]\ninitiative a\n",
  );
  checkLeftOut(
    "// ignore missing-risk\ninitiative a$0\n",
    "missing-risk",
    "// ignore missing-risk: [why]\ninitiative a\n",
  );
  checkLeftOut(
    "// ignore missing-risk paper only\ninitiative a$0\n",
    "unaligned-initiative",
    "// ignore missing-risk, unaligned-initiative: [paper only]\ninitiative a\n",
  );
  checkLeftOut(
    "// ignore the rest of this\ninitiative a$0\n",
    "missing-risk",
    "// ignore the rest of this\n// ignore missing-risk: [why]\ninitiative a\n",
  );
});

test("to leave out comes last, is never chosen unseen, and never part of mending everything", () => {
  const { model, file, offset, end } = placeIn(
    'initiative a$0 "A" { ownr: cio }\nobjective o { ownr: cio }',
  );
  const all = actions(model, file, { start: offset, end });
  const first = all.findIndex(({ title }) => title.startsWith("Leave "));
  expect(first).toBeGreaterThan(0);
  expect(
    all.slice(first).every(({ title, preferred }) => title.startsWith("Leave ") && !preferred),
  ).toBe(true);
  expect(fixAll(model, file)[0]?.diagnostics.every((one) => one.isFault)).toBe(true);
});

test("a fix is offered where nothing is told", () => {
  const { model, file, offset } = placeIn("initiative a$0\n");
  const at = {
    root: model.project.root,
    path: file.path,
    start: 11,
    end: 12,
    code: "missing-risk",
  };
  const edits = () => [];
  const offer = { ...at, fixes: [{ title: "Add a risk", edits }] };
  const found = actions(model, file, { start: offset, end: offset }, [offer]);
  expect(found.map(({ title, diagnostics }) => [title, diagnostics])).toEqual([["Add a risk", []]]);
  expect(actions(model, file, { start: 0, end: 5 }, [offer])).toEqual([]);
});

test("what is said once of the strategy is mended where it is missing", () => {
  const work = ["a", "b", "c", "d", "e"]
    .map((name) => `initiative ${name} "Work ${name}" { supports: o }\n`)
    .join("");
  const source = `strategy s\nobjective o\n${work}`;
  const place = placeIn(`${source}$0`);
  const at = (text: string) => {
    const start = place.file.tree.text.indexOf(text);
    return actions(place.model, place.file, { start, end: start });
  };
  const [risk] = at('c "Work').filter(({ title }) => title === "Add a risk");
  expect(risk?.diagnostics).toEqual([]);
  expect(changed(source, risk?.edits() ?? [])).toMatch(/initiative c [^}]*risk c-risk/);
  const told = at("s\nobjective").map(({ title }) => title);
  expect(told).toContain("Leave 'missing-risk' out here, and say why");
  expect(told).not.toContain("Add a risk");
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

test.for([
  'say "when".csv',
  "two\nlines\r\n.csv",
  "tab\t, bell\u0007 and separator\u2028.csv",
  " blanks around .csv",
  "50 %25 of größe 🚀.csv",
  "e\u0301 stays two signs.csv",
  "it's, {braces}: and # signs.csv",
])("a path that is moved to %j is written so that it is read back", (name) => {
  const place = placeIn(`
    //- it/strategy.config.json
    {}
    //- it/plan.strategy
    kpi k { actuals: "k.csv" } $0
  `);
  const to = `/workspace/it/${name}`;
  const [change, ...others] = moving(place.model.universe, [{ from: "/workspace/it/k.csv", to }]);
  expect(others).toEqual([]);
  const text = `kpi k { actuals: ${change?.text} }`;
  const { model } = universeOf({ "it/strategy.config.json": "{}", "it/plan.strategy": text });
  const [file] = model("it").project.files.values();
  expect(file?.tree.chunks.flatMap((chunk) => chunk.faults)).toEqual([]);
  const [table = ""] = file === undefined ? [] : namesOutside(file.tree).tables;
  expect(resolve("/workspace/it", table)).toEqual(to);
});

test("a path that no text can mean stays as it is", () => {
  const place = placeIn(`
    //- it/strategy.config.json
    {}
    //- it/plan.strategy
    kpi k { actuals: "k.csv" } $0
    kpi l { actuals: "l.csv" }
  `);
  const found = moving(place.model.universe, [
    { from: "/workspace/it/k.csv", to: "/workspace/it/back\\slash.csv" },
    { from: "/workspace/it/l.csv", to: "/workspace/it/m.csv" },
  ]);
  expect(found.map((one) => one.text)).toEqual(['"m.csv"']);
});

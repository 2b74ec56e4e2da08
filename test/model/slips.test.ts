// A word with a slip in it → the word that is meant, or nothing where that is in doubt.
import { describe, expect, test } from "vitest";
import { type FieldEntry, kinds, kindsIn } from "../../grammar/vocabulary.ts";
import { type Guessable, meant } from "../../server/words/guess.ts";
import { isSlipOf, slipsBetween } from "../../server/words/slips.ts";
import { diagnosed } from "../diagnosed.ts";

const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Every word that is one slip away: a letter lost, doubled, swapped with the next, or the key beside it. */
function slips(word: string): readonly string[] {
  const found = new Set<string>();
  for (const [at, letter] of [...word].entries()) {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    found.add(before + behind).add(before + letter + letter + behind);
    found.add(before + behind.slice(0, 1) + letter + behind.slice(1));
    for (const row of keyboard) {
      const place = row.indexOf(letter);
      for (const other of place < 0 ? [] : [row[place - 1], row[place + 1]])
        if (other !== undefined) found.add(before + other + behind);
    }
  }
  return [...found].filter((one) => one !== word);
}

/** The slips of all words of a list that are none of its words, by what is made of them. */
function outcomes(lists: readonly (readonly Guessable[])[], isWord: (word: string) => boolean) {
  const wrong: string[] = [];
  const lost: string[] = [];
  let all = 0;
  for (const words of lists) {
    for (const { name } of words) {
      for (const slip of slips(name)) {
        if (isWord(slip) || words.some((one) => one.name === slip)) continue;
        all++;
        const found = meant(slip, words);
        if (found === undefined) lost.push(`${slip} for ${name}`);
        else if (found !== name && !words.some((one) => one.synonyms?.includes(slip)))
          wrong.push(`${slip} for ${name} is taken for ${found}`);
      }
    }
  }
  return { all, wrong, lost };
}

describe("all one-slip misspellings", () => {
  const blocks = (fields: readonly FieldEntry[]) => fields.flatMap((one) => one.block ?? []);

  test("of all fields give the field, or nothing where two are as near", () => {
    const lists = kinds.flatMap(({ fields }) => [fields, blocks(fields)]);
    const { all, wrong, lost } = outcomes(lists, () => false);
    expect(all).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
    expect(lost.length / all, lost.join("\n")).toBeLessThan(0.005);
  });

  test("of all kinds give the kind", () => {
    const lists = (["file", ...kinds.map((kind) => kind.name)] as const).map(kindsIn);
    const isKind = (word: string) => kinds.some((kind) => kind.name === word);
    const { all, wrong, lost } = outcomes(lists, isKind);
    expect(all).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
    expect(lost.length / all, lost.join("\n")).toBeLessThan(0.005);
  });

  test("of all choices give the choice, or nothing where two are as near", () => {
    const lists = kinds.flatMap(({ fields }) =>
      fields.flatMap(({ types }) =>
        types.flatMap((type) => (type.is === "choice" ? [type.of] : [])),
      ),
    );
    const { all, wrong, lost } = outcomes(lists, () => false);
    expect(all).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
    expect(lost.length / all, lost.join("\n")).toBeLessThan(0.02);
  });
});

test("slips are counted: a letter more, less or other, or two swapped", () => {
  const count = (a: string, b: string) => slipsBetween(a, b, 2);
  expect(count("risk", "risk")).toBe(0);
  expect(count("Risk", "risk")).toBe(0);
  expect(count("rsik", "risk")).toBe(1);
  expect(count("rik", "risk")).toBe(1);
  expect(count("riisk", "risk")).toBe(1);
  expect(count("rosk", "risk")).toBe(1);
  expect(count("stauts", "status")).toBe(1);
  expect(count("satuts", "status")).toBe(2);
  expect(count("abc", "cab")).toBe(2);
  expect(count("growth", "initiative")).toBeGreaterThan(2);
});

test("a name is a slip of another from four letters on, and never in digits alone", () => {
  expect(isSlipOf("cto", "cio")).toBe(false);
  expect(isSlipOf("dtaa", "data")).toBe(true);
  expect(isSlipOf("squad-1", "squad-2")).toBe(false);
  expect(isSlipOf("platform2", "platform")).toBe(false);
  expect(isSlipOf("suqda-2", "squad-2")).toBe(false);
  expect(isSlipOf("plaftrom", "platform")).toBe(true);
});

/** What is proposed for the names and words in a text, in the order in which they stand. */
function proposed(text: string): readonly (string | undefined)[] {
  return diagnosed({ "plan.strategy": text })
    .diagnostics.filter((one) => one.code.startsWith("un"))
    .filter((one) => one.code !== "unaligned-initiative" && one.code !== "unused-declaration")
    .filter((one) => one.isFault || one.code === "undeclared-name")
    .map((one) => /Did you mean '([^']+)'/.exec(one.message)?.[1]);
}

describe("a name is proposed", () => {
  const named = (declared: string, used: string) =>
    proposed(`${declared}\ninitiative w "W" {\n  status: proposed\n  ${used}\n}\n`);

  test("whatever else is wrong with its declaration", () => {
    expect(named('objctive growth "Growth"', "supports: growht")).toEqual(["objective", "growth"]);
    expect(named('zzzzqqq growth "Growth"', "supports: growht")).toEqual([undefined, "growth"]);
    expect(named('taem platform "Platform"', "teams: plaform")).toEqual(["team", "platform"]);
  });

  test("where it is the only one so near", () => {
    const two = 'objective growth-a "A"\nobjective growth-b "B"';
    expect(named(two, "supports: growth-x")).toEqual([undefined]);
    expect(named(`${two}\nobjective growths-x "X"`, "supports: growth-x")).toEqual([undefined]);
  });

  test("not where only digits differ", () => {
    expect(named('objective q1-goal "Q1"', "supports: q2-goal")).toEqual([undefined]);
  });

  test("of a milestone with its initiative, where no other has one of that name", () => {
    const one = 'initiative crm "CRM" {\n  status: proposed\n  milestone pilot "Pilot"\n}';
    expect(named(one, "depends-on: pilot")).toEqual(["crm.pilot"]);
    expect(named(one, "depends-on: crm.pilto")).toEqual(["crm.pilot"]);
    expect(named(`${one}\n${one.replace("crm", "erp")}`, "depends-on: pilot")).toEqual([undefined]);
  });

  test("not that of the declaration itself", () => {
    expect(proposed('objective growth "Growth" {\n  supports: growht\n}\n')).toEqual([undefined]);
  });
});

describe("a field is proposed", () => {
  const field = (kind: string, line: string) => proposed(`${kind} x "X" {\n  ${line}\n}\n`);

  test("before a synonym of another that is as near", () => {
    expect(field("initiative", "progess: 40%")).toEqual(["progress"]);
    expect(field("initiative", "stauts: proposed")).toEqual(["status"]);
    expect(field("strategy", 'mision: "Serve"')).toEqual(["mission"]);
    expect(field("technology", "cos { upfront: 5k }")).toEqual(["cost"]);
  });

  test("that takes the value, where two are as near", () => {
    expect(field("kpi", 'actuas: "k.csv"')).toEqual(["actuals"]);
    expect(field("kpi", "actuas: 4 on 2026-01")).toEqual(["actual"]);
    expect(field("kpi", "actuas: oops")).toEqual([undefined]);
  });

  test("in a block too", () => {
    expect(field("technology", "cost { licenses: 5k  trianing: 1k }")).toEqual([
      "licences",
      "training",
    ]);
  });
});

test("a choice is proposed for what people write for it", () => {
  const choice = (kind: string, line: string) => proposed(`${kind} x "X" {\n  ${line}\n}\n`);
  expect(choice("initiative", "status: in-progress")).toEqual(["active"]);
  expect(choice("initiative", "status: done")).toEqual(["completed"]);
  expect(choice("objective", "status: done")).toEqual(["achieved"]);
  expect(choice("initiative", "status: canceled")).toEqual(["cancelled"]);
  expect(choice("initiative", "priority: must-have")).toEqual(["must"]);
  expect(choice("risk", "impact: critical")).toEqual([undefined]);
});

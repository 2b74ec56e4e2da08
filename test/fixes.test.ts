// Every fix that is offered anywhere, alone and all together: it mends, breaks nothing and changes nothing else.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../server/diagnosis/diagnostic.ts";
import { fixAll } from "../server/features/actions.ts";
import type { Files } from "./diagnosed.ts";
import { casesIn } from "./grammar/cases.ts";
import { readMarks } from "./marks.ts";
import { changed, flawsOfAll, flawsOfFix, flawsOfOffers, read } from "./mended.ts";

/**
 * The flaws of the fixes of some files: of all language faults, and of the rule that the files are
 * about. Of each other rule two findings are enough, of each of them two fixes.
 */
function check(files: Files, about?: string): readonly string[] {
  const before = read(files);
  const isAll = (one: Diagnostic) => one.isFault || one.code === about;
  const found = before.diagnostics.filter((one) => about !== undefined || one.isFault);
  const few = Map.groupBy(found, (one) => `${one.root} ${one.code}`).values();
  const asked = [...few].flatMap((same) => same.filter((one, at) => isAll(one) || at < 2));
  return [
    ...asked.flatMap((one) =>
      one.fixes.slice(0, isAll(one) ? undefined : 2).flatMap((fix) => flawsOfFix(before, one, fix)),
    ),
    ...(about === undefined ? [] : flawsOfOffers(before, about)),
    ...flawsOfAll(before),
  ];
}

const sourcesIn = (folder: string, end: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, "utf8")] as const);

/** The files of a marked-up source. The blank line above the name of the next file is no part of a text. */
function filesOf(source: string): Files {
  const files = [...readMarks(source).files];
  return Object.fromEntries(files.map(([path, text]) => [path, text.replace(/\n+$/, "\n")]));
}

/**
 * What is offered for the faults of a text, each with the words at fault; `*` marks what "fix all"
 * may write. Below it, the text after "fix all".
 */
function offered(source: string): string {
  const before = read({ "plan.strategy": source });
  const faults = before.diagnostics.filter((one) => one.isFault);
  const lines = faults.map((one) => {
    const titles = one.fixes.map((fix) => `${fix.title}${fix.safe ? " *" : ""}`);
    const words = source.slice(one.start, one.end).replace(/\s+/g, " ");
    return `! ${words}: ${titles.length === 0 ? "nothing" : titles.join(" | ")}`;
  });
  const changes = before.models.flatMap((model) =>
    [...model.project.files.values()].flatMap((file) =>
      fixAll(model, file).flatMap((action) => action.edits()),
    ),
  );
  return [...lines, "", changed(before.files, changes)["plan.strategy"]?.trimEnd()].join("\n");
}

describe("what is offered, and what becomes of it all", () => {
  test.each(casesIn("../fixes.txt").map((one) => [one.title, one] as const))("%s", (_, one) => {
    expect(offered(one.source)).toBe(one.expected);
    expect(check({ "plan.strategy": `${one.source}\n` })).toEqual([]);
  });
});

describe("fixes of the fixtures of the rules", () => {
  test.each(sourcesIn("test/rules", ".strategy"))("%s", (path, source) => {
    expect(check(filesOf(source), basename(path, ".strategy"))).toEqual([]);
  });
});

describe("fixes of the examples of the pages", () => {
  const pages = [...sourcesIn("docs/rules", ".md"), ...sourcesIn("docs/faults", ".md")];
  test.each(pages)("%s", (path, page) => {
    for (const [, source = ""] of page.matchAll(/^```strategy\n([\s\S]*?)^```$/gm))
      expect(check(filesOf(source), basename(path, ".md"))).toEqual([]);
  });
});

/** What the texts of the grammar import. */
const corporate = {
  "../corporate/strategy.config.json": "{}",
  "../corporate/plan.strategy": 'objective growth "Growth"\n',
};

describe("fixes of the texts of the grammar", () => {
  test.each(["text.txt", "grammar.txt", "braces.txt"])("%s", (file) => {
    const flaws = casesIn(file).flatMap((one) =>
      check({ "plan.strategy": one.source, ...corporate }).map((flaw) => `${one.title}: ${flaw}`),
    );
    expect(flaws).toEqual([]);
  });
});

const contract = readFileSync("test/grammar/contract.strategy", "utf8");

/** The words of a text outside quotes and comments, with where they stand. */
function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  const bare = text.replace(/\/\/.*|"[^"\n]*"/g, (quoted) => " ".repeat(quoted.length));
  return [...bare.matchAll(/[a-z][a-z-]{2,}/gi)].map(({ 0: word, index }) => ({ word, at: index }));
}

/** The slips of a word of which one is tried: which, depends on where the word stands. */
function slip(word: string, at: number): string {
  const place = at % word.length;
  const [before, letter, behind] = [word.slice(0, place), word[place], word.slice(place + 1)];
  const slips = [
    before + behind,
    `${before}${letter}${letter}${behind}`,
    `${before}${behind.slice(0, 1)}${letter}${behind.slice(1)}`,
    `${before}x${behind}`,
  ];
  return slips[(at >> 2) % slips.length] ?? word;
}

describe("fixes of mistakes in the contract's example", () => {
  test("a slip in each of its words", () => {
    const flaws = wordsOf(contract).flatMap(({ word, at }) => {
      const text = contract.slice(0, at) + slip(word, at) + contract.slice(at + word.length);
      return check({ "plan.strategy": text }).map((flaw) => `${slip(word, at)}: ${flaw}`);
    });
    expect(flaws).toEqual([]);
  });

  test("each of its fields with a value of another type", () => {
    const lines = contract.split("\n");
    const values = ["40%", "0.4", "3", "12 days", '"40%"', "head of it", "2027-13", "1,200,000"];
    const flaws = lines.flatMap((line, index) => {
      const field = /^\s*[a-z-]+: /.exec(line)?.[0];
      if (field === undefined) return [];
      // Two of the values for each line, others for the next.
      return [index, index + 3].flatMap((one) => {
        const value = values[one % values.length] ?? "";
        const text = lines.with(index, field + value).join("\n");
        return check({ "plan.strategy": text }).map((flaw) => `${field}${value}: ${flaw}`);
      });
    });
    expect(flaws).toEqual([]);
  });
});

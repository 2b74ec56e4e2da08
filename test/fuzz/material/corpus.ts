// The fixtures, examples and pages of this repository → the workspaces that random texts are made from.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { casesIn } from "../../grammar/cases.ts";
import { readMarks } from "../../marks.ts";

/** Texts by path, relative to the workspace. */
export type Files = Readonly<Record<string, string>>;

/** Everything in the language that is written anywhere here, as workspaces of one file or of several. */
export const corpus: readonly Files[] = [
  ...globSync(["test/rules/*.strategy", "test/grammar/*.strategy", "examples/**/*.strategy"])
    .toSorted()
    .map((path) => Object.fromEntries(readMarks(readFileSync(path, "utf8")).files)),
  ...globSync("docs/**/*.md")
    .toSorted()
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^```strategy\n([\s\S]*?)^```$/gm)])
    .map(([, text = ""]) => ({ "plan.strategy": text })),
  ...["text.txt", "grammar.txt", "braces.txt"]
    .flatMap(casesIn)
    .map(({ source }) => ({ "plan.strategy": source })),
];

/** The path of the first file in the language of a workspace. */
export function planOf(files: Files): string {
  return Object.keys(files).find((path) => path.endsWith(".strategy")) ?? "plan.strategy";
}

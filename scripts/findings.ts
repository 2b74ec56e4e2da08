// The rules and the pages of faults → the list of all that can be found, as the editor offers it to be explained.
import { readdirSync, readFileSync } from "node:fs";
import { pageOf } from "../server/diagnosis/pages.ts";
import { rules } from "../server/rules/index.ts";

/** Rules in the order of their table, then the faults by name: what each is called, and when it speaks. */
export function findingsList(): unknown {
  const faults = readdirSync("docs/faults")
    .map((file) => file.replace(/\.md$/, ""))
    .sort();
  return [
    ...rules.map(({ id, group, severity, says }) => ({
      ...{ code: id, page: pageOf(id), title: inWords(id), group, severity },
      says: `${says.charAt(0).toUpperCase()}${says.slice(1).replaceAll("`", "")}.`,
    })),
    ...faults.map((code) => ({
      ...{ code, page: pageOf(code), title: inWords(code), group: "Faults of the text" },
      severity: "error",
      says: firstSentences(code),
    })),
  ];
}

/** What is called by a word of programmers. */
const named: Readonly<Record<string, string>> = {
  syntax: "Cannot be read",
  unjudged: "Could not be judged",
};

/** "missing-risk" is "Missing risk", and "stale-kpi" is "Stale KPI". */
function inWords(code: string): string {
  if (named[code] !== undefined) return named[code];
  const words = code.replaceAll("-", " ").replace(/\bkpi\b/, "KPI");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function firstSentences(code: string): string {
  const [, first = ""] = readFileSync(`docs/${pageOf(code)}`, "utf8").split("\n\n");
  return first.replaceAll("`", "");
}

// The name of a rule or fault → its page, from the docs that come with the package.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pageOf } from "../../server/diagnosis/pages.ts";
import { rules } from "../../server/rules/index.ts";
import { meant } from "../../server/words/guess.ts";
import { UsageFault } from "./command.ts";

/** The folder that holds package.json: the command runs from the sources and from `dist`. */
function home(folder: string = import.meta.dirname): string {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, "package.json")) || above === folder ? folder : home(above);
}

const docs = path.join(home(), "docs");

/** The Markdown of a page, or undefined where there is none of this name. */
export function readPage(code: string): string | undefined {
  const file = path.join(docs, pageOf(code));
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** What a rule says, or the sentences with which the page of a fault begins. */
export function explanationOf(code: string): string {
  const says = rules.find((rule) => rule.id === code)?.says;
  if (says !== undefined) return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;
  return readPage(code)?.split(/\n\n/)[1] ?? `What is wrong is named '${code}'.`;
}

/** All names that have a page: faults and rules. */
export function pageNames(): readonly string[] {
  return ["rules", "faults"].flatMap((folder) =>
    readdirSync(path.join(docs, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => file.slice(0, -3)),
  );
}

/** What is said where a rule is asked for that is none of these. */
export function noRule(rule: string, names: readonly string[]): UsageFault {
  const near = meant(
    rule,
    names.map((name) => ({ name })),
  );
  const hint = near === undefined ? "'strategy explain' lists them." : `Did you mean '${near}'?`;
  return new UsageFault(`There is no rule '${rule}'. ${hint}`);
}

/** A file of the package's `dist`, such as the page of the preview. */
export function distFile(name: string): string {
  return path.join(home(), "dist", name);
}

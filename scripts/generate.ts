// The vocabulary, the configuration, the rules and the views → every generated file: `node scripts/generate.ts`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownInjection, textmate } from "../grammar/textmate.ts";
import { configurationSchema, ruleTable } from "./configuration.ts";
import { findingsList } from "./findings.ts";
import { manifest } from "./manifest.ts";
import { cheatSheet, referencePage } from "./reference.ts";

/** The generated files by their paths: what each should hold. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["syntaxes/strategy.tmLanguage.json", json(textmate())],
    ["syntaxes/strategy.markdown.tmLanguage.json", json(markdownInjection())],
    ["docs/reference.md", referencePage()],
    ["docs/cheat-sheet.md", cheatSheet()],
    ["docs/findings.json", json(findingsList())],
    ["schemas/config.json", json(configurationSchema())],
    ["README.md", readme()],
    ["package.json", manifest()],
  ]);
}

/** The README with a fresh table between its marks; the rest is written by hand. */
function readme(): string {
  return readFileSync("README.md", "utf8").replace(
    /(<!-- rules: [^>]*-->)[\s\S]*(<!-- \/rules -->)/,
    (_, open: string, close: string) => `${open}\n\n${ruleTable()}\n\n${close}`,
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [path, text] of await generated()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

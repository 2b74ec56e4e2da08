// The examples in the guide, the reference and the README → they run, say nothing wrong, and are canonical.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatText } from "../grammar/format.ts";
import { parseFile } from "../grammar/parser.ts";
import { diagnose } from "../server/diagnosis/diagnose.ts";
import { readConfig } from "../server/project/config.ts";
import { universeOf } from "./workspace.ts";

const pages = ["README.md", "docs/language.md", "docs/reference.md", "docs/cheat-sheet.md"];

const others = [
  "docs/architecture.md",
  "docs/exports.md",
  "docs/tables.md",
  "docs/performance.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
];

/** The sections of a page with their code blocks in a language. */
function sections(page: string, language: string): readonly [string, readonly string[]][] {
  const text = readFileSync(page, "utf8");
  return text.split(/^## /m).map((section) => {
    const blocks = section.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"));
    return [section.split("\n")[0] ?? "", [...blocks].map(([, code = ""]) => code)];
  });
}

// What the guide imports from.
const corporate = {
  "corporate/strategy.config.json": "{}",
  "corporate/corporate.strategy": 'objective growth "Growth" {\n  level: business\n}\n',
};

describe.each(pages)("%s", (page) => {
  for (const [title, blocks] of sections(page, "strategy")) {
    if (blocks.length === 0) continue;
    test(`${title}: is canonical`, () => {
      for (const block of blocks) {
        expect(parseFile(block).chunks.flatMap(({ faults }) => faults)).toEqual([]);
        expect(formatText(block)).toBe(block);
      }
    });
    if (page !== "docs/language.md") continue;
    test(`${title}: says nothing wrong`, () => {
      const files = blocks.map((block, index) => [`guide/${index}.strategy`, block] as const);
      const sources = { ...corporate, "guide/strategy.config.json": "{}" };
      const { model } = universeOf({ ...sources, ...Object.fromEntries(files) });
      const faults = diagnose(model("guide")).filter(({ severity }) => severity === "error");
      expect(faults.map(({ path, code, message }) => `${path} ${code} ${message}`)).toEqual([]);
    });
  }
});

test("the configuration in the guide is sound", () => {
  const [block = ""] = sections("docs/language.md", "jsonc").flatMap(([, blocks]) => blocks);
  expect(readConfig(block).faults).toEqual([]);
  expect(readConfig(block).rules.size).toBe(3);
});

test("links lead somewhere", () => {
  for (const page of [...pages, ...others]) {
    const folder = new URL(`../${page}`, import.meta.url);
    const text = readFileSync(folder, "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
    for (const [, link = ""] of text.matchAll(/[^!]\[[^\]]*\]\(([^)\s]+)\)/g)) {
      if (link.startsWith("https:")) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? folder : new URL(path, folder);
      expect(existsSync(target), `${link} in ${page}`).toBe(true);
      if (anchor === undefined) continue;
      const heads = readFileSync(target, "utf8").matchAll(/^#+ (.*)$/gm);
      const anchors = [...heads].map(([, head = ""]) => head.toLowerCase().replaceAll(" ", "-"));
      expect(anchors, `${link} in ${page}`).toContain(anchor);
    }
  }
});

test("every command that contributors are told of is there", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const told = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = ""]) => name);
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((name) => scripts[name] === undefined)).toEqual([]);
  const files = [...text.matchAll(/(?:`|node )((?:test|scripts|dist)\/[\w./]*)/g)];
  for (const [, file = ""] of files)
    expect(/^(?:dist|test\/editor\/shots)/.test(file) || existsSync(file), file).toBe(true);
});

test("the newest version of the changelog is that of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const versions = readFileSync("CHANGELOG.md", "utf8").matchAll(/^## (\d[^\s]*)/gm);
  expect([...versions][0]?.[1]).toBe(version);
});

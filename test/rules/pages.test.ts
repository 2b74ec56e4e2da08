// Every page of a rule or fault: its wrong examples show what it is about, its right ones do not.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnoseConfig } from "../../server/diagnosis/diagnose.ts";
import { rules } from "../../server/rules/index.ts";
import { diagnosed, type Files } from "../diagnosed.ts";
import { readMarks } from "../marks.ts";
import { universeOf } from "../workspace.ts";

const pages = ["docs/rules", "docs/faults"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    // No text makes a fault of ours, and that of a configuration is in no strategy.
    .filter((name) => name !== "unjudged.md" && name !== "configuration.md")
    .map((name) => `${folder}/${name}`),
);

/** What is fenced as this language below a heading. */
function fenced(page: string, heading: string, language: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const fences = section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, word, source = ""]) => (word === language ? [source] : []));
}

/** The examples below a heading, each as the files of a workspace. */
function examples(page: string, heading: string): readonly Files[] {
  return fenced(page, heading, "strategy").map((source) =>
    Object.fromEntries(readMarks(source).files),
  );
}

/** A rule that is off until somebody wants it is switched on. */
function switchedOn(id: string, files: Files): Files {
  const isOff = rules.some((rule) => rule.id === id && rule.severity === "off");
  const config = "strategy.config.json";
  if (!isOff || config in files) return files;
  return { ...files, [config]: JSON.stringify({ rules: { [id]: "warning" } }) };
}

describe.each(pages)("%s", (path) => {
  const id = basename(path, ".md");
  const page = readFileSync(path, "utf8");
  const said = (files: Files) => diagnosed(switchedOn(id, files)).diagnostics;

  test("wrong examples are wrong, and wrong in this way only", () => {
    const wrong = examples(page, "Wrong");
    expect(wrong).not.toEqual([]);
    for (const files of wrong) {
      const found = said(files);
      expect(found.map((one) => one.code)).toContain(id);
      const faults = found.filter((one) => one.isFault && one.code !== id);
      expect(faults.map((one) => one.message)).toEqual([]);
    }
  });

  test("right examples are right", () => {
    const right = examples(page, "Right");
    expect(right).not.toEqual([]);
    for (const files of right) {
      const found = said(files).filter((one) => one.isFault || one.code === id);
      expect(found.map((one) => `${one.code}: ${one.message}`)).toEqual([]);
    }
  });
});

test("the examples of a configuration are wrong and right", () => {
  const page = readFileSync("docs/faults/configuration.md", "utf8");
  const faults = (heading: string) =>
    fenced(page, heading, "jsonc").map((text) => {
      const files = { "plan.strategy": "", "strategy.config.json": text };
      return diagnoseConfig(universeOf(files).model()).length;
    });
  expect(faults("Wrong")).toEqual([1]);
  expect(faults("Right")).toEqual([0]);
});

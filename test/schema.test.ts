// Configurations → what the JSON schema says of them, as the editor does while one types.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "jsonc-parser";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { rules } from "../server/rules/index.ts";

const schema: object = JSON.parse(readFileSync("schemas/config.json", "utf8"));
const accepts = new Ajv({ strict: false }).compile(schema);

test("the configurations of the examples fit", () => {
  const files = globSync("examples/**/strategy.config.json");
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect(accepts(parse(readFileSync(file, "utf8"))), file).toBe(true);
});

test("every rule may be set, with each of its options", () => {
  for (const { id, options } of rules) {
    expect(accepts({ rules: { [id]: "off" } })).toBe(true);
    for (const [option, { default: value }] of Object.entries(options ?? {}))
      expect(accepts({ rules: { [id]: ["error", { [option]: value }] } })).toBe(true);
    expect(accepts({ rules: { [id]: ["error", { nothing: 1 }] } })).toBe(false);
  }
});

test("what no rule, key or severity is called does not fit", () => {
  expect(accepts({ rules: { "missing-risks": "off" } })).toBe(false);
  expect(accepts({ rules: { "missing-risk": "loud" } })).toBe(false);
  expect(accepts({ excludes: [] })).toBe(false);
  expect(accepts({ rates: { USD: 0 } })).toBe(false);
});

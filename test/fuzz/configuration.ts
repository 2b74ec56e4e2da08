// A seed → any text as a configuration, which must set what it can, tell the rest in its place, and touch nothing else.
import assert from "node:assert/strict";
import { type Node, type ParseError, parse, parseTree } from "jsonc-parser";
import { diagnose, diagnoseConfig } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import { configSchema, readConfig } from "../../server/project/config.ts";
import { rules } from "../../server/rules/index.ts";
import { workspaceOf } from "../workspace.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { holds } from "./material/smaller.ts";
import { bytes, change } from "./material/texts.ts";

const plan = `strategy acme "Acme" {
  currency: EUR
  horizon: 2026-Q1 .. 2028-Q4
}
initiative crm "CRM" {
  timeline: 2026-Q1 .. 2027-Q2
  budget: 800k USD
  cost { upfront: 1M }
}
`;

/** Checks one configuration beside a small strategy; throws with the smallest one that shows the same. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  await holds(dice.once(12) ? bytes(dice) : settings(dice), (text) => {
    const told = readConfig(text).faults;
    const own = keysOf(text);
    // Of two of one name it is enough to mark one.
    const marked = own.filter(({ offset }) => told.some(({ start }) => start === offset));
    for (const { value } of own) {
      const isKnown = Object.hasOwn(configSchema.shape, value);
      const isTold = isKnown || marked.some((one) => one.value === value);
      assert.ok(isTold, `nobody is told that there is no setting '${value}'`);
    }
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const { faults } = readConfig(text);
    const { models } = universe(
      workspaceOf({ "plan.strategy": plan, "strategy.config.json": text }),
    );
    for (const model of models.values()) {
      diagnose(model);
      for (const { start, end, message } of diagnoseConfig(model)) {
        const isInside = start >= 0 && start <= end && end <= Math.max(text.length, 1);
        assert.ok(isInside, `'${message}': ${start}–${end} lies outside ${text.length} characters`);
      }
    }
    assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before, "the prototype");
    if (faults.length > 0 || text.trim() === "") return;
    const read: unknown = parse(text.replace(/^\uFEFF/, " "), [], { allowTrailingComma: true });
    if (read === undefined) return;
    const { error } = configSchema.safeParse(read);
    assert.equal(error?.message, undefined, "the schema refuses what is read without a word");
  });
}

/** The names of the settings in a text that can be read. */
function keysOf(text: string): readonly Node[] {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== "object") return [];
  return (root.children ?? []).flatMap(({ children }) => children?.slice(0, 1) ?? []);
}

const keys = [
  "exclude", "today", "rates", "rules", "$schema", "exclud", "__proto__", "constructor", "toString",
  "hasOwnProperty", "", "0", "length", "prototype", "Rules", "\\u0000", "\\ud800",
]; // biome-ignore format: a list to read across
const levels = ["error", "warning", "info", "hint", "off", "Error", "on", ""];
const figures = [
  "0", "1", "-1", "0.92", "1e3", "1e999", "-1e999", "1e-999", "1e21", "123456789012345678901234567890",
  "0.1e-7", "-0", "01", "1.", ".5", "NaN", "Infinity", "0x10",
]; // biome-ignore format: a list to read across

/** Settings as somebody might write them, then, half of the time, hurt. */
function settings(dice: Dice): string {
  const entries = dice.many(dice.below(6), () => entry(dice));
  const text = `{\n${entries.join(dice.once(12) ? "\n" : ",\n")}${dice.once(4) ? "," : ""}\n}`;
  const noted = dice.once(4) ? `// why\n${text} /* and\nhow */` : text;
  const marked = (dice.once(10) ? "\ufeff" : "") + noted;
  // What is being typed is opened and not closed yet.
  const open = dice.once(8) ? marked + dice.pick(["/*", "/* x", "//", "/", '"', "[", "{"]) : marked;
  return dice.once(2) ? open : change(dice, dice.once(3) ? change(dice, open) : open);
}

function entry(dice: Dice): string {
  const key = dice.pick(keys.slice(0, dice.once(2) ? undefined : 5));
  if (dice.once(6)) return `"${key}": ${anything(dice, 3)}`;
  switch (key) {
    case "rates":
      return `"rates": { ${pairs(dice, ["USD", "GBP", "eur", "XXX", "__proto__"], () => dice.pick(figures))} }`;
    case "rules":
      return `"rules": { ${pairs(dice, [...rules.map((rule) => rule.id), ...keys, "cycle"], () => setting(dice))} }`;
    case "exclude":
      return `"exclude": [${dice.many(dice.below(4), () => dice.pick(['"a/**"', '"["', '"!x"', '""', "1", '"\\\\"'])).join(", ")}]`;
    case "today":
      return `"today": ${dice.pick(['"2026-11-23"', '"2026"', '"2026-02-30"', '"now"', "20261123", '"0000-01-01"'])}`;
    default:
      return `"${key}": ${anything(dice, 3)}`;
  }
}

function setting(dice: Dice): string {
  const level = `"${dice.pick(levels)}"`;
  if (dice.once(2)) return level;
  const names = [
    "max",
    "min",
    "days",
    "percent",
    "factor",
    "objectives",
    "__proto__",
    "constructor",
  ];
  return `[${level}, { ${pairs(dice, names, () => dice.pick(figures))} }]`;
}

function pairs(dice: Dice, names: readonly string[], value: () => string): string {
  return dice.many(dice.below(5), () => `"${dice.pick(names)}": ${value()}`).join(", ");
}

/** Any value, a few levels deep. */
function anything(dice: Dice, depth: number): string {
  const inner = () => anything(dice, depth - 1);
  switch (dice.below(depth > 0 ? 7 : 5)) {
    case 0:
      return dice.pick(figures);
    case 1:
      return dice.pick(["true", "false", "null", "undefined"]);
    case 2:
      return `"${dice.pick(levels)}"`;
    case 3:
      return "[]";
    case 4:
      return "{}";
    case 5:
      return `[${dice.many(dice.below(4), inner).join(", ")}]`;
    default:
      return `{ ${pairs(dice, keys, inner)} }`;
  }
}

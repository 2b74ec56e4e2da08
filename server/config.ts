// strategy.config.json → what a project sets, with what is wrong in it; the sound rest still holds.
import { Big } from "big.js";
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import * as z from "zod";
import { isCurrency, readDate } from "../grammar/values.ts";
import type { Severity } from "./finding.ts";
import { either, meant } from "./model/words.ts";

/** What the configuration says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, number>>;
}

/** A fault in the configuration; offsets are those of its text. */
export interface ConfigFault {
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export interface Config {
  /** The text it was read from; "" where there is no file. */
  readonly text: string;
  /** Patterns as in a .gitignore, relative to the project. */
  readonly exclude: readonly string[];
  /** An ISO date that stands for today; else the clock's. */
  readonly today?: string;
  /** How much one unit of a currency is worth in the strategy's. */
  readonly rates: ReadonlyMap<string, Big>;
  /** By rule id; unknown ids are kept and judged where the rules are known. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly faults: readonly ConfigFault[];
}

const level = z.enum(["error", "warning", "info", "hint", "off"]);
const ruleSetting = z
  .union([level, z.tuple([level, z.record(z.string(), z.number())]), z.tuple([level])])
  .describe("A severity, or a severity and options.");

/** The shape of the file; the JSON schema that the editor completes from is made of it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("The address of the schema of this file."),
  exclude: z.array(z.string()).optional().describe("Files to leave out, as in a .gitignore."),
  today: z
    .string()
    .refine((text) => readDate(text)?.precision === "day", 'Write a date, such as "2026-11-23".')
    .optional()
    .describe("The date that counts as today; else the clock's."),
  rates: z
    .record(z.string(), z.number().positive("A rate is above zero."))
    .optional()
    .describe("What one unit of a currency is worth in the strategy's currency."),
  rules: z.record(z.string(), ruleSetting).optional().describe("Severity and options by rule."),
});

const keys = Object.keys(configSchema.shape);

/** Reads a configuration. Whatever is faulty in it is told and left out. An empty text sets nothing. */
export function readConfig(text: string): Config {
  const faults: ConfigFault[] = [];
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, disallowComments: false };
  const clean = text.replace(/^\uFEFF/, " ");
  const raw: unknown = clean.trim() === "" ? {} : parse(clean, errors, options);
  const tree = parseTree(clean, [], options);
  // A file of comments only sets nothing, as an empty one.
  const first = raw === undefined && isOnlyMissing(errors, clean) ? undefined : errors[0];
  if (first !== undefined) {
    faults.push({
      start: first.offset,
      end: Math.min(first.offset + Math.max(first.length, 1), clean.length),
      severity: "error",
      message: `This is not readable as JSON here (${spaced(printParseErrorCode(first.error))}). Mend it; what stands before it still holds.`,
    });
  }
  const value = isRecord(raw) ? raw : {};
  if (raw !== undefined && !isRecord(raw) && first === undefined) {
    faults.push({
      start: 0,
      end: text.length,
      severity: "error",
      message: "Write the settings between { and }.",
    });
  }
  const read: Reader = { value, tree, faults };
  if (value.$schema !== undefined && typeof value.$schema !== "string")
    faults.push(faultAt(read, ["$schema"], "'$schema' takes the address of a schema, in quotes."));
  return {
    text,
    exclude: readExclude(read),
    ...readToday(read),
    rates: readRates(read),
    rules: readRules(read),
    faults: [...faults, ...unknownKeys(read)],
  };
}

interface Reader {
  readonly value: Readonly<Record<string, unknown>>;
  readonly tree: Node | undefined;
  readonly faults: ConfigFault[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOnlyMissing(errors: readonly ParseError[], text: string): boolean {
  return errors.every(
    ({ error, offset }) =>
      printParseErrorCode(error) === "ValueExpected" && offset >= text.trimEnd().length,
  );
}

function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function faultAt(
  read: Reader,
  path: (string | number)[],
  message: string,
  severity: ConfigFault["severity"] = "error",
): ConfigFault {
  const node = read.tree && findNodeAtLocation(read.tree, path);
  const start = node?.offset ?? 0;
  return { start, end: start + (node?.length ?? 1), severity, message };
}

/** Marks the key of a property rather than its value. */
function faultAtKey(
  read: Reader,
  path: (string | number)[],
  message: string,
  severity: ConfigFault["severity"],
): ConfigFault {
  const node = read.tree && findNodeAtLocation(read.tree, path);
  const key = node?.parent?.children?.[0];
  return key === undefined
    ? faultAt(read, path, message, severity)
    : { start: key.offset, end: key.offset + key.length, severity, message };
}

function unknownKeys(read: Reader): readonly ConfigFault[] {
  return Object.keys(read.value)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const near = meant(
        key,
        keys.map((name) => ({ name })),
      );
      const say = near === undefined ? `There are ${either(keys)}.` : `Did you mean '${near}'?`;
      return faultAtKey(read, [key], `There is no setting '${key}'. ${say}`, "warning");
    });
}

function readExclude(read: Reader): readonly string[] {
  const raw = read.value.exclude;
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    read.faults.push(
      faultAt(read, ["exclude"], "'exclude' takes a list of patterns, such as [\"archive/**\"]."),
    );
    return [];
  }
  return raw.filter((one, index): one is string => {
    if (typeof one === "string") return true;
    read.faults.push(
      faultAt(read, ["exclude", index], 'A pattern is a text in quotes, such as "archive/**".'),
    );
    return false;
  });
}

function readToday(read: Reader): { today?: string } {
  const raw = read.value.today;
  if (raw === undefined) return {};
  const parsed = configSchema.shape.today.safeParse(raw);
  if (parsed.success && parsed.data !== undefined) return { today: parsed.data };
  read.faults.push(
    faultAt(read, ["today"], "'today' takes a date in quotes, such as \"2026-11-23\"."),
  );
  return {};
}

function readRates(read: Reader): ReadonlyMap<string, Big> {
  const rates = new Map<string, Big>();
  const raw = read.value.rates;
  if (raw === undefined) return rates;
  if (!isRecord(raw)) {
    read.faults.push(
      faultAt(read, ["rates"], "'rates' takes currencies with numbers, such as { \"USD\": 0.92 }."),
    );
    return rates;
  }
  for (const [currency, rate] of Object.entries(raw)) {
    if (!isCurrency(currency)) {
      read.faults.push(
        faultAtKey(
          read,
          ["rates", currency],
          `'${currency}' is no currency code. Write the three letters of ISO 4217, such as USD.`,
          "error",
        ),
      );
    } else if (typeof rate !== "number" || rate <= 0) {
      read.faults.push(
        faultAt(
          read,
          ["rates", currency],
          "A rate is a number above zero: what one unit is worth in the strategy's currency.",
        ),
      );
    } else rates.set(currency, new Big(rate));
  }
  return rates;
}

function readRules(read: Reader): ReadonlyMap<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  const raw = read.value.rules;
  if (raw === undefined) return rules;
  if (!isRecord(raw)) {
    read.faults.push(
      faultAt(
        read,
        ["rules"],
        '\'rules\' takes rules with severities, such as { "missing-risk": "error" }.',
      ),
    );
    return rules;
  }
  for (const [id, setting] of Object.entries(raw)) {
    const [first, options, ...more] = Array.isArray(setting) ? setting : [setting];
    const severity = level.safeParse(first);
    if (!severity.success || more.length > 0 || (options !== undefined && !isRecord(options))) {
      const message = `'${id}' takes 'error', 'warning', 'info', 'hint' or 'off', or such a word with options, as in ["info", { "max": 5 }].`;
      read.faults.push(faultAt(read, ["rules", id], message));
    }
    const numbers = isRecord(options) ? readOptions(read, id, options) : {};
    rules.set(id, {
      ...(severity.success ? { severity: severity.data } : {}),
      ...(Object.keys(numbers).length === 0 ? {} : { options: numbers }),
    });
  }
  return rules;
}

/** The options that are numbers; what is wrong with one leaves the others and the severity as they are. */
function readOptions(
  read: Reader,
  id: string,
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === "number" && value >= 0) numbers[name] = value;
    else {
      const message = `'${name}' takes a number from 0 up, such as 5.`;
      read.faults.push(faultAt(read, ["rules", id, 1, name], message));
    }
  }
  return numbers;
}

/** Where a rule stands in the text of a configuration, for faults that only the rules can tell. */
export function ruleFault(
  config: Config,
  id: string,
  option: string | undefined,
  message: string,
): ConfigFault {
  const tree = parseTree(config.text.replace(/^\uFEFF/, " "), [], { allowTrailingComma: true });
  const read: Reader = { value: {}, tree, faults: [] };
  return faultAtKey(
    read,
    option === undefined ? ["rules", id] : ["rules", id, 1, option],
    message,
    "warning",
  );
}

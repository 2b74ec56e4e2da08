// strategy.config.json → what a project sets, with what is wrong in it; the sound rest still holds.
import { Big } from "big.js";
import * as z from "zod";
import { lengthFault } from "../../grammar/size.ts";
import { isCurrency, readDate } from "../../grammar/values.ts";
import type { Severity } from "../finding.ts";
import { meant } from "../words/guess.ts";
import { either } from "../words/wording.ts";
import { limits, patternFault } from "./ignored.ts";
import { type Json, type Key, type Member, readJson } from "./json.ts";

/**
 * A configuration, or a .gitignore, of more characters is not read: those that people write have
 * some thousands, and each pattern is tried on each file.
 */
export const longestSettings = 200_000;

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

/** The places of a rule and of its options. */
interface RuleKeys {
  readonly rule: Key;
  readonly options: ReadonlyMap<string, Key>;
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
  /** By rule id: where the rule and its options stand in the text. */
  readonly keys: ReadonlyMap<string, RuleKeys>;
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

/** A number of an option that is larger counts days or things that nobody has. */
const largestOption = 1_000_000_000;

/** Between these every rate of two currencies lies, and amounts keep a length that can be read. */
const [smallestRate, largestRate] = [1e-12, 1e12];

/** Reads a configuration. Whatever is faulty in it is told and left out. An empty text sets nothing. */
export function readConfig(text: string): Config {
  if (text.length > longestSettings) return unreadConfig(lengthFault(longestSettings), text);
  const clean = text.replace(/^\uFEFF/, " ");
  const { json, fault, again } = readJson(clean.trim() === "" ? "{}" : clean);
  const faults: ConfigFault[] = [];
  if (fault !== undefined) faults.push({ ...fault, severity: "error" });
  const members = json?.value instanceof Map ? json.value : none;
  if (json !== undefined && !(json.value instanceof Map) && fault === undefined) {
    const message = "Write the settings between { and }.";
    faults.push({ start: 0, end: text.length, severity: "error", message });
  }
  for (const key of again) {
    const message = `'${key.name}' stands here twice. The first one counts: remove one of the two.`;
    faults.push({ start: key.start, end: key.end, severity: "error", message });
  }
  const read: Reader = { members, faults };
  const schema = members.get("$schema")?.json;
  if (schema !== undefined && typeof schema.value !== "string")
    tell(read, schema, "'$schema' takes the address of a schema, in quotes.");
  const rules = readRules(read);
  return {
    text,
    exclude: readExclude(read),
    ...readToday(read),
    rates: readRates(read),
    rules: new Map([...rules].map(([id, { setting }]) => [id, setting])),
    keys: new Map([...rules].map(([id, { keys }]) => [id, keys])),
    faults: [...faults, ...unknownKeys(read)],
  };
}

/** A configuration that is there and is not read: it sets nothing, and says why. */
export function unreadConfig(why: string, text = ""): Config {
  const end = Math.min(text.length, 1);
  const message = `The configuration is not read, so nothing in it holds. ${why}`;
  return { ...readConfig(""), text, faults: [{ start: 0, end, severity: "error", message }] };
}

const none: ReadonlyMap<string, Member> = new Map();

interface Reader {
  readonly members: ReadonlyMap<string, Member>;
  readonly faults: ConfigFault[];
}

function tell(read: Reader, { start, end }: Json | Key, message: string): void {
  read.faults.push({ start, end, severity: "error", message });
}

function unknownKeys({ members }: Reader): readonly ConfigFault[] {
  return [...members.values()]
    .filter(({ key }) => !keys.includes(key.name))
    .map(({ key: { name, start, end } }) => {
      const near = meant(
        name,
        keys.map((known) => ({ name: known })),
      );
      const say = near === undefined ? `There are ${either(keys)}.` : `Did you mean '${near}'?`;
      const message = `There is no setting '${name}'. ${say}`;
      return { start, end, severity: "warning", message };
    });
}

function readExclude(read: Reader): readonly string[] {
  const json = read.members.get("exclude")?.json;
  if (json === undefined) return [];
  if (!isList(json.value)) {
    tell(read, json, "'exclude' takes a list of patterns, such as [\"archive/**\"].");
    return [];
  }
  const more = json.value[limits.patterns];
  if (more !== undefined) {
    const most = limits.patterns.toLocaleString("en-US");
    tell(read, more, `Those from here on do not count: 'exclude' takes ${most} patterns.`);
  }
  return json.value.slice(0, limits.patterns).flatMap((one) => {
    if (typeof one.value !== "string")
      tell(read, one, 'A pattern is a text in quotes, such as "archive/**".');
    else {
      const fault = patternFault(one.value);
      if (fault === undefined) return [one.value];
      tell(read, one, fault);
    }
    return [];
  });
}

function isList(value: Json["value"]): value is readonly Json[] {
  return Array.isArray(value);
}

function readToday(read: Reader): { today?: string } {
  const json = read.members.get("today")?.json;
  if (json === undefined) return {};
  const parsed = configSchema.shape.today.safeParse(json.value);
  if (parsed.success && parsed.data !== undefined) return { today: parsed.data };
  tell(read, json, "'today' takes a date in quotes, such as \"2026-11-23\".");
  return {};
}

function readRates(read: Reader): ReadonlyMap<string, Big> {
  const rates = new Map<string, Big>();
  const json = read.members.get("rates")?.json;
  if (json === undefined) return rates;
  if (!(json.value instanceof Map)) {
    tell(read, json, "'rates' takes currencies with numbers, such as { \"USD\": 0.92 }.");
    return rates;
  }
  for (const { key, json: rate } of json.value.values()) {
    const { value } = rate;
    if (!isCurrency(key.name)) {
      const message = `'${key.name}' is no currency code. Write the three letters of ISO 4217, such as USD.`;
      tell(read, key, message);
    } else if (typeof value !== "number" || !(value > 0)) {
      const message =
        "A rate is a number above zero: what one unit is worth in the strategy's currency.";
      tell(read, rate, message);
    } else if (value < smallestRate || value > largestRate) {
      const size = value < smallestRate ? "small" : "large";
      const message = `This rate is too ${size} to be one. Write what one unit is worth in the strategy's currency, such as 0.92.`;
      tell(read, rate, message);
    } else rates.set(key.name, new Big(value));
  }
  return rates;
}

interface RuleRead {
  readonly setting: RuleSetting;
  readonly keys: RuleKeys;
}

function readRules(read: Reader): ReadonlyMap<string, RuleRead> {
  const rules = new Map<string, RuleRead>();
  const json = read.members.get("rules")?.json;
  if (json === undefined) return rules;
  if (!(json.value instanceof Map)) {
    const message = '\'rules\' takes rules with severities, such as { "missing-risk": "error" }.';
    tell(read, json, message);
    return rules;
  }
  for (const { key, json: setting } of json.value.values()) {
    const [first, options, ...more] = isList(setting.value) ? setting.value : [setting];
    const severity = level.safeParse(first?.value);
    const members = options?.value instanceof Map ? options.value : undefined;
    if (!severity.success || more.length > 0 || (options !== undefined && members === undefined)) {
      const message = `'${key.name}' takes 'error', 'warning', 'info', 'hint' or 'off', or such a word with options, as in ["info", { "max": 5 }].`;
      tell(read, setting, message);
    }
    const numbers = readOptions(read, members ?? none);
    rules.set(key.name, {
      setting: {
        ...(severity.success ? { severity: severity.data } : {}),
        ...(numbers.size === 0 ? {} : { options: Object.fromEntries(numbers) }),
      },
      keys: {
        rule: key,
        options: new Map([...(members ?? none)].map(([name, one]) => [name, one.key])),
      },
    });
  }
  return rules;
}

/** The options that are numbers; what is wrong with one leaves the others and the severity as they are. */
function readOptions(
  read: Reader,
  options: ReadonlyMap<string, Member>,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { key, json } of options.values()) {
    const { value } = json;
    if (typeof value === "number" && value >= 0 && value <= largestOption)
      numbers.set(key.name, value);
    else {
      const most = typeof value === "number" && value > 0 ? " to a billion" : " up";
      tell(read, json, `'${key.name}' takes a number from 0${most}, such as 5.`);
    }
  }
  return numbers;
}

/** A warning on a rule of a configuration, or on one of its options: only the rules can tell. */
export function ruleFault(
  config: Config,
  id: string,
  option: string | undefined,
  message: string,
): ConfigFault {
  const known = config.keys.get(id);
  const key = option === undefined ? known?.rule : known?.options.get(option);
  return { start: key?.start ?? 0, end: key?.end ?? 1, severity: "warning", message };
}

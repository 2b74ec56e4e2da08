// A text of the language and dice → the text after something that a person does to it, key by key where it is typed.
import { kinds } from "../../../grammar/vocabulary.ts";
import { rules } from "../../../server/rules/index.ts";
import { corpus } from "../material/corpus.ts";
import type { Dice } from "../material/dice.ts";
import { change } from "../material/texts.ts";
import { declaredIn } from "./starts.ts";

/** What a person has at hand while typing. */
export interface Around {
  /** All names that are declared somewhere, those of imported projects too. */
  readonly names: readonly string[];
  /** Rules and faults that have something to say there. */
  readonly codes: readonly string[];
}

/** The texts that a file has one after the other; none where there is nothing to do it to. */
type Deed = (dice: Dice, text: string, around: Around) => readonly string[];

/** Does one thing to a text. */
export function typed(dice: Dice, text: string, around: Around): readonly string[] {
  for (let tries = 0; tries < 12; tries++) {
    const texts = dice.pick(deeds)(dice, text, around);
    const last = texts.at(-1);
    if (last === undefined || last === text) continue;
    // Where much is lost, little is left to go wrong: it is mostly undone at once.
    const isLost = text.length > 100 && last.length < text.length * 0.7;
    return isLost && !dice.once(8) ? [...texts, text] : texts;
  }
  return [`${text}\n`];
}

const months = "2025-12 2026-01 2026-06 2026-10 2026-11 2027-03 2027-12 2028-06 2030-01".split(" ");
const dates = [
  ...months,
  ..."2026-11-22 2026-11-23 2026-11-24 2026-02-30 2026-Q4 2027-Q1 2026 2027 2029".split(" "),
];
const lengths = ["3 months", "2 quarters", "1 year", "10 days", "0 weeks"];
const figures = "0 1 3 5 12 40 99 100 1.5 2.5k 700k 1M 9M 1200M 15% 60% 101%".split(" ");
const titles = ["", "A", "Renew the core", "Growth", "Growth 2", 'Ökonomie \\"neu\\"', "{ }", "//"];

/** What fields say in all that is written here, by the field. */
const valuesOf = new Map<string, string[]>();
/** Whole lines, by the kind in whose block they stand. */
const linesOf = new Map<string, string[]>();
/** Whole declarations. */
const declarations: string[] = [];
for (const text of corpus.flatMap((files) => Object.values(files))) {
  for (const [, name = "", value = ""] of text.matchAll(/^ *([a-z-]+): *([^\n{}]+)$/gm))
    put(valuesOf, name, value);
  for (const block of blocksIn(text)) {
    if (block.text.length < 600 && block.indent === "") declarations.push(block.text);
    for (const [line] of block.text.matchAll(/^ +[a-z-]+: *[^\n{}]+$/gm))
      put(linesOf, block.kind, line);
  }
}

function put(lists: Map<string, string[]>, name: string, value: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}

interface Block {
  readonly kind: string;
  readonly name: string;
  readonly indent: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The declarations with a block, nested ones too, as far as they are written as is usual. */
function blocksIn(text: string): readonly Block[] {
  return [...text.matchAll(/^( *)([a-z]+) ([\w-]+)[^\n]*\{/gm)].flatMap((match) => {
    const [head, indent = "", kind = "", name = ""] = match;
    const close = text.indexOf(`\n${indent}}`, match.index + head.length - 1);
    if (close < 0) return [];
    const end = close + indent.length + 2;
    return { kind, name, indent, start: match.index, end, text: text.slice(match.index, end) };
  });
}

/** One place that fits, put in another way. */
function at(pattern: RegExp, say: (dice: Dice, found: string, around: Around) => string): Deed {
  return (dice, text, around) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return [];
    const { 0: old, index } = dice.pick(found);
    return [text.slice(0, index) + say(dice, old, around) + text.slice(index + old.length)];
  };
}

/** The same, typed key by key. */
function keys(pattern: RegExp, say: (dice: Dice, found: string, around: Around) => string): Deed {
  return (dice, text, around) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return [];
    const { 0: old, index } = dice.pick(found);
    const wanted = say(dice, old, around).slice(0, 12);
    const [before, after] = [text.slice(0, index), text.slice(index + old.length)];
    return Array.from({ length: wanted.length + 1 }, (_, length) => {
      return before + wanted.slice(0, length) + after;
    });
  };
}

/** A name typed on at its end, or rubbed out: each of the texts has a slip in it. */
function slips(pattern: RegExp): Deed {
  return (dice, text) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return [];
    const { 0: old, index } = dice.pick(found);
    const more = dice.pick(["a", "s", "2"]);
    const names = dice.once(2)
      ? [`${old}${more}`, `${old}${more}x`, `${old}${more}`]
      : [old.slice(0, -1), old.slice(0, -2), old.slice(0, -1)];
    const put = (name: string) => text.slice(0, index) + name + text.slice(index + old.length);
    return old.length < 4 ? [] : [...names, ...(dice.once(2) ? [old] : [])].map(put);
  };
}

/** One declaration, and what becomes of the text around it. */
function block(say: (dice: Dice, one: Block, text: string, around: Around) => string): Deed {
  return (dice, text, around) => {
    const blocks = blocksIn(text);
    return blocks.length === 0 ? [] : [say(dice, dice.pick(blocks), text, around)];
  };
}

function without({ start, end }: Block, text: string): string {
  return text.slice(0, start) + text.slice(end).replace(/^\n/, "");
}

/** A text with another put in at the start of one of its lines, or at its end. */
function inserted(dice: Dice, text: string, part: string, pattern = /^/gm): string {
  const places = [...text.matchAll(pattern)].map(({ index }) => index);
  const index = dice.pick([...places, text.length]);
  return text.slice(0, index) + part + text.slice(index);
}

const top = /^(?=[a-z])/gm;

function name(dice: Dice, old: string, { names }: Around): string {
  const other = names.length === 0 ? "growth" : dice.pick(names);
  switch (dice.below(6)) {
    case 0:
      return `${old}x`;
    case 1:
      return old.slice(0, -1) || "x";
    case 2:
      return `other.${other}`;
    case 3:
      return `${old}, ${other}`;
    default:
      return other;
  }
}

/** A rule or a fault that a comment may name: mostly one that is told there. */
function code(dice: Dice, { codes }: Around): string {
  if (codes.length > 0 && !dice.once(4)) return dice.pick(codes);
  return dice.once(6) ? "no-such-rule" : dice.pick(rules).id;
}

function ignoring(dice: Dice, around: Around): string {
  const list = dice.many(1 + dice.below(2), () => code(dice, around)).join(", ");
  const until = dice.once(4) ? ` until ${dice.pick(dates)}` : "";
  return `${dice.once(6) ? "ignore-file" : "ignore"} ${list}${until}${dice.once(8) ? "" : ": known"}`;
}

/** The fields that name something. */
const naming = kinds
  .flatMap(({ fields }) => fields)
  .filter(({ types }) => types.some(({ is }) => is === "reference"))
  .map((one) => one.name);
const reference = new RegExp(
  `(?<=^ *(?:${[...new Set(naming)].join("|")}): *|, |after )[a-z][\\w.-]*`,
  "gm",
);
const value = /(?<=^ *[a-z-]+: *)\S[^\n{}]*/gm;
const declared = /(?<=^ *[a-z]+ )[a-z][\w-]*(?= *["{\n])/gm;
const field = /^ *[a-z-]+: *[^\n{}]*\n/gm;

const deeds: readonly Deed[] = [
  keys(/(?<=")[^"\n]+(?=")/g, (dice) => dice.pick(titles)),
  at(/(?<=")[^"\n]*(?=")/g, (dice, old) => dice.pick([...titles, `${old}s`, old.slice(1)])),
  at(/(?<=[\w"-] )"[^"\n]*"/g, () => ""),
  at(/\b\d[\d.]*(?:[kMB]\b|%)?/g, (dice) => dice.pick(figures)),
  at(/\b\d[\d.]*(?:[kMB]\b|%)?/g, (dice, old) => `${old.slice(0, -1)}${dice.below(10)}`),
  at(/\d{4}-(?:\d\d(?:-\d\d)?|Q\d)/g, (dice) => dice.pick(dates)),
  at(/\d{4}-(?:\d\d(?:-\d\d)?|Q\d)/g, (dice) => dice.pick(dates)),
  at(/(?<=timeline: *)[^\n]+/g, (dice, _, { names }) => {
    const start = dice.once(2) ? dice.pick(dates) : `after ${dice.pick(["x", ...names])}`;
    return `${start} ${dice.once(2) ? `for ${dice.pick(lengths)}` : `.. ${dice.pick(dates)}`}`;
  }),
  at(reference, name),
  at(reference, name),
  at(reference, name),
  keys(reference, (dice, _, { names }) => dice.pick(["nobody", ...names])),
  at(declared, (dice, old, around) => name(dice, old, around).replace(/[., ]+/g, "-")),
  at(declared, (dice, _, { names }) => dice.pick(["new-name", ...names])),
  keys(declared, (dice) => dice.pick(["growth", "crm", "new-name"])),
  slips(declared),
  slips(declared),
  slips(reference),
  at(/^ *[a-z-]+: *[^\n{}]+/gm, (dice, old) => {
    const [head = "", field = ""] = /^ *([a-z-]+): */.exec(old) ?? [];
    return head + dice.pick(valuesOf.get(field) ?? ["x"]);
  }),
  at(value, (dice) => dice.pick([...valuesOf.values()].flat())),
  at(field, () => ""),
  at(field, (_, old) => old + old),
  at(field, (dice, old) => dice.pick([`${old.replace(/\n$/, "")}\n\n`, `  // ${old.trim()}\n`])),
  at(/^ *\/\/.*\n/gm, () => ""),
  at(/(?<=^ *)\/\/ (?=[a-z-]+:)/gm, () => ""),
  at(/[{}]/g, () => ""),
  at(/[{}":]/g, (dice, old) => dice.pick([old + old, "", "\n"])),
  at(/^ *(?:objective|initiative|kpi|risk|milestone|team|role|technology)\b/gm, (dice, old) => {
    const indent = /^ */.exec(old)?.[0] ?? "";
    return indent + dice.pick([...kinds.map((kind) => kind.name), "initiatve"]);
  }),
  (dice, text, around) => [inserted(dice, text, `// ${ignoring(dice, around)}\n`, top)],
  (dice, text, around) => [inserted(dice, text, `  // ${ignoring(dice, around)}\n`)],
  (dice, text, around) => [
    `// ${ignoring(dice, around).replace("ignore ", "ignore-file ")}\n${text}`,
  ],
  at(/(?<=ignore(?:-file)? )[a-z-]+/g, (dice, _, around) => code(dice, around)),
  at(/^ *\/\/ ignore.*\n/gm, () => ""),
  block((_, one, text) => without(one, text)),
  block((dice, one, text) => inserted(dice, text, `${one.text}\n\n`, top)),
  block((dice, one, text) => inserted(dice, without(one, text), `${one.text}\n\n`, top)),
  block((dice, one, text, { names }) => {
    const to = dice.pick(["renamed", `${one.name}-2`, ...names]);
    return text.replace(new RegExp(`(?<![\\w-])${one.name}(?![\\w-])`, "g"), to);
  }),
  block((dice, { start, kind, text: own }, text) => {
    const line = `\n${dice.pick(linesOf.get(kind) ?? ["  owner: cio"])}`;
    const brace = start + own.indexOf("{") + 1;
    return text.slice(0, brace) + line + text.slice(brace);
  }),
  block((dice, { start, kind, text: own }, text) => {
    const line = `\n${dice.pick(linesOf.get(kind) ?? ["  owner: cio"])}`;
    const brace = start + own.indexOf("{") + 1;
    return text.slice(0, brace) + line + text.slice(brace);
  }),
  (dice, text) => [inserted(dice, text, `${dice.pick(declarations)}\n\n`, top)],
  (dice, text) => [inserted(dice, text, `${dice.pick(declarations)}\n\n`, top)],
  (dice, text) => [inserted(dice, text, dice.pick(["\n", "\n\n\n", "/*\n", "*/\n", "}\n"]))],
  (dice, text) => [dice.once(2) ? `\n${text}` : text.replace(/^.*\n/, "")],
  (dice, text) => [
    `import ${dice.pick(["other", "corporate", "one"])} from "${dice.pick(["../one", "../two", "../corporate", "../../corp", "../nowhere"])}"\n${text}`,
  ],
  at(/^import .*\n/gm, () => ""),
  at(/(?<=^import )\S+/gm, (dice) => dice.pick(["other", "corporate", "x"])),
  // The strategy alone says what all the others count by.
  (_, text) => {
    const found = blocksIn(text).find((one) => one.kind === "strategy");
    return found === undefined ? [] : [without(found, text)];
  },
  (dice, text) => [strategyWith(dice, text)],
  (dice, text) => [strategyWith(dice, text)],
  (dice, text) => [text.replaceAll(/\r?\n/g, dice.pick(["\n", "\r\n"]))],
  (dice, text) => [change(dice, text)],
];

const settings: Readonly<Record<string, readonly string[]>> = {
  horizon: ["2026 .. 2028", "2026-Q1 .. 2027-Q2", "2027 .. 2025", "2024 .. 2035"],
  currency: ["EUR", "USD", "GBP", "XXQ"],
  budget: ["1M", "900M", "5k", "2M USD", "0"],
  owner: ["cio", "ceo", "nobody"],
  cadence: ["monthly", "quarterly", "yearly"],
  "fiscal-year-start": ["1", "4", "10", "13"],
  "fiscal-year-named-by": ["start", "end"],
  appetite: ["low", "medium", "high"],
};

/** A text whose strategy says something else, and which has one where it had none. */
function strategyWith(dice: Dice, text: string): string {
  const setting = dice.pick(Object.keys(settings));
  const line = `  ${setting}: ${dice.pick(settings[setting] ?? ["x"])}`;
  const found = blocksIn(text).find((one) => one.kind === "strategy");
  if (found === undefined) return `strategy main "Main" {\n${line}\n}\n\n${text}`;
  const known = new RegExp(`^ *${setting}:.*$`, "m").exec(found.text);
  const brace = found.text.indexOf("{") + 1;
  const own =
    known === null
      ? `${found.text.slice(0, brace)}\n${line}${found.text.slice(brace)}`
      : found.text.replace(known[0], line);
  return text.slice(0, found.start) + own + text.slice(found.end);
}

/** A declaration of one text in another: those texts without and with it. */
export function moved(dice: Dice, from: string, to: string): readonly [string, string] | undefined {
  const blocks = blocksIn(from);
  if (blocks.length === 0) return undefined;
  const one = dice.pick(blocks);
  const kept = dice.once(3) ? from : without(one, from);
  return [kept, inserted(dice, to, `${one.text}\n\n`, top)];
}

/** A name that a text declares, and what it is called from now on. */
export function renaming(dice: Dice, text: string): readonly [RegExp, string] | undefined {
  const names = declaredIn(text);
  if (names.length === 0) return undefined;
  const old = dice.pick(names);
  const to = dice.pick([`${old}-new`, `${old}s`, dice.pick(names)]);
  return [new RegExp(`(?<![\\w-])${old}(?![\\w-])`, "g"), to];
}

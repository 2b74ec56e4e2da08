// The vocabulary → random documents, sound in form and wild in layout, for property tests.
import fc from "fast-check";
import {
  type FieldEntry,
  type KindEntry,
  kindsIn,
  type Place,
  type ValueType,
} from "../grammar/vocabulary.ts";

type Pick = <T>(values: readonly T[]) => T;

interface Dice {
  /** One of the values. */
  readonly pick: Pick;
  /** Whether something happens that happens once in so many times. */
  readonly once: (times: number) => boolean;
  /** From 0 up to, but without, a number. */
  readonly below: (limit: number) => number;
}

/** Documents without a syntax fault, with comments, odd spaces and line ends wherever they may stand. */
export const documents: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 999 }), { maxLength: 400, size: "max" })
  .map((numbers) => document(diceOf(numbers)));

/** Documents with a few characters lost or doubled, as they are while someone types. */
export const brokenDocuments: fc.Arbitrary<string> = fc
  .tuple(documents, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.string()), { maxLength: 3 }))
  .map(([text, cuts]) =>
    cuts.reduce((rest, [place, length, junk]) => {
      const at = place % (rest.length + 1);
      return rest.slice(0, at) + (length > 2 ? junk : "") + rest.slice(at + length);
    }, text),
  );

const names = [
  ..."crm churn retention pilot platform data cio head-of-it größe 目標 _x q-1 status risk".split(
    " ",
  ),
  ..."kpi owner active low import from team Ünïcode naïve-plan x".split(" "),
];
const dates = "2026-03-15 2026-03 2026-Q1 2026-H2 2027-12-31 2028-Q4".split(" ");
const numbers = "0 12 -3 4.5 1_200_000 250k 1.2M 3B".split(" ");
const units = "days FTE min % h req".split(" ");
const shortTexts = [
  '"Title"',
  '""',
  '"a \\"b\\" \\\\ \\n \\t \\u{1F600} c"',
  '"// no comment, /* nor this */ { } : ,"',
  '"Größe 目標 🚀  two  spaces"',
  `"${"a long text that goes on and on ".repeat(3)}"`,
];
const longTexts = [
  '"""one line"""',
  '"""\n  # Markdown\n\n    - a list\n  """',
  '"""\n{ not: a field } // no comment\n   \\""" \\\\ "quotes" \n"""',
];

/** Dice that fall as the numbers say, and, when those are used up, as plainly as can be. */
function diceOf(numbers: readonly number[]): Dice {
  let used = 0;
  const next = () => numbers[used++] ?? 0;
  return {
    pick: (values) => values[next() % values.length]!,
    once: (times) => next() % times === times - 1,
    below: (limit) => next() % limit,
  };
}

function document(dice: Dice): string {
  const { pick, once, below } = dice;
  const imports = once(4) ? [`import${space(dice)}${name(dice)}${space(dice)}from "../x"`] : [];
  const entries = [
    ...imports,
    ...Array.from({ length: below(5) }, () => declaration(dice, "file", 0)),
  ];
  const text = entries.map((entry) => between(dice) + entry).join("\n") + between(dice);
  const lineEnd = pick(["\n", "\n", "\n", "\r\n", "\r"]);
  return (once(10) ? "\ufeff" : "") + text.replaceAll("\n", lineEnd);
}

function declaration(dice: Dice, place: Place, depth: number): string {
  const { pick, once, below } = dice;
  const kind = pick(kindsIn(place));
  const title = once(3) ? "" : headBreak(dice) + pick(shortTexts);
  const head = `${kind.name}${space(dice)}${name(dice)}${title}`;
  if (once(6)) return head;
  const fields = Array.from({ length: below(6) }, () => field(dice, kind));
  const places = ["objective", "initiative", "technology", "team", "risk"] as const;
  const inside = depth < 3 ? places.find((one) => one === kind.name) : undefined;
  const nests = inside !== undefined && kindsIn(inside).length > 0;
  const nested = nests
    ? Array.from({ length: below(3) }, () => declaration(dice, inside, depth + 1))
    : [];
  return head + headBreak(dice) + block(dice, [...fields, ...nested]);
}

function field(dice: Dice, owner: KindEntry | FieldEntry): string {
  const { pick, once, below } = dice;
  const entries = "fields" in owner ? owner.fields : (owner.block ?? []);
  const entry = pick(entries);
  if (entry.block !== undefined) {
    const heads = Array.from({ length: below(4) }, () => field(dice, entry));
    return entry.name + headBreak(dice) + block(dice, heads);
  }
  const count = entry.list ? 1 + below(once(3) ? 9 : 3) : 1;
  const values = Array.from({ length: count }, () => value(dice, pick(entry.types)));
  const lists = values.map((one, index) => (index === 0 ? one : comma(dice) + one)).join("");
  const start = once(8) && lists.startsWith('"') ? headBreak(dice) : space(dice, true);
  return `${entry.name}${space(dice, true)}:${start}${lists}${once(9) ? "," : ""}`;
}

/** Entries in braces: on one line where all of them can be, else each where the dice fall. */
function block(dice: Dice, entries: readonly string[]): string {
  const breaks = entries.some((entry) => /[\n{]|\/\//.test(entry));
  // Behind a value on its line, two names begin a declaration only before a text or a brace.
  const isField = /^[^\s:"/]+\s*(\/\*[^*]*\*\/)?\s*:/;
  const clear = entries.every((entry) => isField.test(entry) || entry.endsWith('"'));
  if (!breaks && clear && dice.once(2)) {
    const gaps = entries.map((entry, index) => {
      const next = entries[index + 1] ?? "";
      const comma = !entry.endsWith(",") && isField.test(next) && dice.once(4);
      return entry + (comma ? ", " : space(dice));
    });
    return `{${space(dice, true)}${gaps.join("")}}`;
  }
  return `{${entries.map((entry) => between(dice) + entry).join("\n")}${between(dice)}}`;
}

function value(dice: Dice, type: ValueType): string {
  const { pick, once } = dice;
  const gap = space(dice);
  const number = pick(numbers);
  const measure = `${number}${gap}${pick(units)}`;
  const date = pick(dates);
  switch (type.is) {
    case "text":
      return pick(once(4) ? longTexts : shortTexts);
    case "unit":
      return pick(["%", "hours", '"req/s"']);
    case "word":
      return name(dice);
    case "reference":
      // A field's name with a number behind it could be that field without its colon.
      if (type.allocation && once(2)) return `${pick(["platform", "größe"])}${gap}${measure}`;
      return reference(dice);
    case "money":
      return number + (once(3) ? `${gap}EUR` : "");
    case "rate":
      return `${number}${gap}per${space(dice)}${pick(["month", "quarter", "year"])}`;
    case "percent":
      return pick(["40%", "12.5 %", "7%"]);
    case "quantity":
      return measure;
    case "number":
      return pick(["1", "7", "10"]);
    case "date":
      return date;
    case "dated":
      return `${number}${gap}${pick(["on", "by"])}${space(dice)}${date}`;
    case "currency":
      return "EUR";
    case "choice":
      return pick(type.of).name;
    case "period":
      return period(dice, type.after === true);
  }
}

function period(dice: Dice, after: boolean): string {
  const { pick, once } = dice;
  const [from, to, gap] = [pick(dates), pick(dates), space(dice)];
  const length = `${gap}for${space(dice)}6${gap}weeks`;
  const range = `${space(dice, true)}..${space(dice, true)}${to}`;
  if (!after || once(2)) return from + pick(["", `${gap}..`, range, length]);
  // The last name stands with what follows it, or a field's name could be read as a field.
  const others = Array.from({ length: dice.below(3) }, () => comma(dice) + reference(dice));
  if (others.length > 0) others.push(`, ${reference(dice)}`);
  return `after${gap}${reference(dice)}${others.join("")}${pick([length, `${gap}..${gap}${to}`])}`;
}

function reference(dice: Dice): string {
  return dice.once(5) ? `${name(dice)}.${name(dice)}` : name(dice);
}

function name(dice: Dice): string {
  return dice.pick(names);
}

/** Space on one line, at least one character of it unless it may be left out. */
function space(dice: Dice, optional = false): string {
  const plain = dice.once(3) ? dice.pick(["  ", "\t", "\u00a0", "   "]) : " ";
  if (dice.once(15)) return `${plain}/* a word */${dice.pick(["", " "])}`;
  return optional && dice.once(4) ? "" : plain;
}

/** Space where a line may end: before a title, a brace, a text behind its colon. */
function headBreak(dice: Dice): string {
  if (!dice.once(8)) return space(dice);
  return dice.pick(["\n", " // why\n   ", "\n  // on its own\n", "\n\n", " /* over\n lines */ "]);
}

/** The comma of a list, behind which a line may end. */
function comma(dice: Dice): string {
  const before = dice.once(8) ? space(dice) : "";
  const after = [
    "\n    ",
    " // this one\n",
    "\n// the next one\n  ",
    " /* two\n lines */ ",
    "\n\n",
  ];
  return `${before},${dice.once(4) ? dice.pick(after) : space(dice, true)}`;
}

/** What stands between entries: line ends, blank lines, comments of each kind. */
function between(dice: Dice): string {
  if (!dice.once(3)) return dice.pick(["\n", "\n  ", "\n\t", "\n\n"]);
  return dice.pick([
    " // behind it\n",
    " /* behind it */\n",
    "\n\n\n    ",
    "\n  // above  \n  ",
    "\n// ignore missing-risk: why\n\n",
    "\n/* above */ ",
    "\n  /* a longer\n     comment\n*/\n",
    " // behind it\n\n// above\n\n\n// and above\n",
  ]);
}

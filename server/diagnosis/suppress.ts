// Diagnostics and the suppressions of a project → what is left, and what is wrong with the suppressions.
import { countUpTo } from "../../grammar/ordered.ts";
import type { Chunk, Declaration, Entry, FileTree, Span } from "../../grammar/tree.ts";
import { readDate } from "../../grammar/values.ts";
import { matchEnd } from "../../grammar/words.ts";
import { memo } from "../cells/memo.ts";
import type { Finding, Fix } from "../finding.ts";
import { calendarYear, readable, spanOf } from "../model/calendar.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import { rules } from "../rules/index.ts";
import { guess } from "../words/guess.ts";
import { slipsBetween } from "../words/slips.ts";
import { Told } from "./diagnostic.ts";
import { around, holdsPlace } from "./intervals.ts";
import { isLanguageFault, isRule, ruleNames, severityOf } from "./settings.ts";
import { isDate, type Suppression, suppressionsOf } from "./suppressions.ts";

const unusedSuppression = "unused-suppression";

type Word = Suppression["rules"][number];

/**
 * Takes out of what rules find in a file what is suppressed there, and adds what is wrong with the
 * suppressions. Where a language fault, which nothing suppresses, hides what the rules would say of what one covers, it is not
 * called unused. `fold` makes one of many of those that are left; that one can be suppressed where it
 * stands.
 */
export function* suppressed(
  model: Model,
  file: SourceFile,
  found: readonly Told[],
  fold: (left: readonly Told[]) => readonly Told[],
): Iterable<Told> {
  const active = holding(model, file);
  const { used, leave } = sieve(active);
  const faults = found.filter(({ isFault }) => isFault);
  yield* faults;
  yield* leave(fold(leave(found.filter(({ isFault }) => !isFault))));
  const isHidden = about(
    file.tree,
    active.length === 0 ? [] : faults.filter((one) => hides(one.code)),
  );
  for (const one of active) {
    if (!isHidden(one)) continue;
    for (const word of one.rules) if (isRule(word.id)) used.add(word);
  }
  // What is said of suppressions is a rule too, and those that name it are judged last.
  const isOfItself = (word: Word) => word.id === unusedSuppression;
  yield* leave([...faultySuppressions(model, file, used, (word) => !isOfItself(word))]);
  yield* faultySuppressions(model, file, used, isOfItself);
}

/** What of some findings in a file is not suppressed there. */
export function unsuppressed(
  model: Model,
  file: SourceFile,
  found: readonly Told[],
): readonly Told[] {
  return sieve(holding(model, file)).leave(found);
}

/** Whether a file has comments that are meant as suppressions, whether or not they hold. */
export function meansSuppressions({ tree }: SourceFile): boolean {
  return meantSuppressions(tree).length > 0;
}

function holding(model: Model, file: SourceFile): readonly Suppression[] {
  return meantSuppressions(file.tree).filter((one) => holds(model, one));
}

/** A word of a suppression, and what it covers. */
interface Hold extends Span {
  readonly word: Word;
}

/** What takes out what is suppressed, and knows which words of suppressions were used up to now. */
function sieve(active: readonly Suppression[]): {
  readonly used: Set<Word>;
  readonly leave: (found: readonly Told[]) => readonly Told[];
} {
  const used = new Set<Word>();
  if (active.length === 0) return { used, leave: (found) => found };
  const holds = new Map<string, Hold[]>();
  for (const { covers, rules } of active) {
    if (covers === undefined) continue;
    // A rule that is named twice in a comment is used once.
    const first = new Map(rules.toReversed().map((word) => [word.id, word]));
    for (const word of first.values()) {
      const all = holds.get(word.id);
      if (all === undefined) holds.set(word.id, [{ ...covers, word }]);
      else all.push({ ...covers, word });
    }
  }
  const inside = new Map([...holds].map(([id, all]) => [id, holdsPlace(all)]));
  const leave = (found: readonly Told[]) => {
    const out = found.filter((one) => inside.get(one.code)?.(one.start) === true);
    for (const [id, all] of Map.groupBy(out, ({ code }) => code)) {
      const starts = all.map(({ start }) => start).sort((a, b) => a - b);
      for (const { start, end, word } of holds.get(id) ?? [])
        if (countUpTo(starts, end) > countUpTo(starts, start - 1)) used.add(word);
    }
    const isOut = new Set(out);
    return found.filter((one) => !isOut.has(one));
  };
  return { used, leave };
}

/** Faults of names, which are written all the same: nothing else is hidden by them. */
const ofNames: ReadonlySet<string> = new Set([
  "unknown-name",
  "wrong-kind",
  "duplicate-name",
  "second-strategy",
]);

/** Whether a fault leaves open what its declaration says, so that rules are silent about it. */
function hides(code: string): boolean {
  return isLanguageFault(code) && !ofNames.has(code);
}

/**
 * Whether one of some faults of a file lies in what a suppression covers, or in the declaration of
 * which that is a part.
 */
function about(tree: FileTree, faults: readonly Told[]): (one: Suppression) => boolean {
  const places = faults.map(({ start }) => start).sort((a, b) => a - b);
  const holders = new Set(
    places.map((place) => {
      const index = countUpTo(tree.starts, place) - 1;
      const chunk = tree.chunks[index];
      return chunk && declarationAt(chunk, place - (tree.starts[index] ?? 0));
    }),
  );
  return ({ covers, chunk, base }) => {
    if (covers === undefined) return false;
    if (countUpTo(places, covers.end - 1) > countUpTo(places, covers.start - 1)) return true;
    const from = Math.max(covers.start - base, 0);
    const holder = declarationAt(chunk, matchEnd(spaces, chunk.text, from));
    return holder !== undefined && holders.has(holder);
  };
}

const spaces = /\s*/y;

/** The innermost declaration around an offset of a chunk. */
function declarationAt(chunk: Chunk, offset: number): Declaration | undefined {
  let found: Declaration | undefined;
  const within = (entries: readonly Entry[]): void => {
    const entry = around(entries, offset);
    if (entry?.type === "declaration") found = entry;
    if (entry !== undefined && entry.type !== "import") within(entry.block?.entries ?? []);
  };
  within(chunk.entries);
  return found;
}

/** Whether a word is a rule or within two letters of one. */
function isNearRule(word: string): boolean {
  return ruleNames.some(({ name }) => slipsBetween(word, name, 2) <= 2);
}

/** The suppressions of a file that are meant as such; other comments may begin with the word too. */
const meantSuppressions: (tree: FileTree) => readonly Suppression[] = memo((tree) =>
  suppressionsOf(tree).filter((one) => {
    const first = one.rules[0];
    if (first === undefined) return false;
    if (isNearRule(first.id)) return true;
    const behind = tree.text.slice(first.end, one.end);
    return first.id.includes("-") && /^\s*(?::|,|until\b|$)/.test(behind);
  }),
);

/** A suppression holds where it says why, and up to the last day of its date. */
function holds(model: Model, one: Suppression): boolean {
  return (
    one.reason !== "" && !isPast(model, one.until) && (one.until === undefined || isDate(one.until))
  );
}

function isPast(model: Model, until: string | undefined): boolean {
  const date = until === undefined ? undefined : readDate(until);
  return date !== undefined && model.today > spanOf(date, model.fiscal ?? calendarYear).end;
}

/** So many rules of a comment are named in what is said of it. */
const mostNamed = 8;

/** `isAsked`: which of the words to judge; faults of a whole comment come with its first word. */
function* faultySuppressions(
  model: Model,
  file: SourceFile,
  used: ReadonlySet<Word>,
  isAsked: (word: Word) => boolean,
): Iterable<Told> {
  const setting = rules.find((rule) => rule.id === unusedSuppression);
  const severity = setting === undefined ? "off" : severityOf(model, setting);
  if (severity === "off") return;
  const origin = { rule: setting, rank: 0 };
  for (const one of meantSuppressions(file.tree)) {
    const [first] = one.rules;
    const whole = wholeFault(model, file, one);
    const faults =
      whole === undefined
        ? unusedIn(model, file, one, (word) => isAsked(word) && !used.has(word))
        : first !== undefined && isAsked(first)
          ? whole
          : [];
    for (const fault of faults) yield new Told(model, fault, severity, origin);
  }
}

/** What is wrong with the whole comment, so that it does not hold; undefined where it does. */
function wholeFault(
  model: Model,
  file: SourceFile,
  one: Suppression,
): readonly Omit<Finding, "code">[] | undefined {
  const whole = {
    chunk: one.chunk,
    span: { start: one.start - one.base, end: one.end - one.base },
  };
  const remove = removal(file, one);
  if (one.reason === "") {
    const names = one.rules.map((rule) => rule.id).slice(0, mostNamed);
    const list = names.length < one.rules.length ? `${names.join(", ")}, …` : names.join(", ");
    return [
      {
        at: whole,
        message: `Say why this is left out, as in '// ignore ${list}: paper study only'. Without a reason it does not hold.`,
        fixes: [remove],
      },
    ];
  }
  if (one.rules.every((rule) => isOff(model, rule.id))) return [];
  if (one.until !== undefined && !isDate(one.until)) {
    return [
      {
        at: whole,
        message: `'${one.until}' is no date. Write it as in 'until 2027-01-31'. Until then it does not hold.`,
        fixes: [remove],
      },
    ];
  }
  if (isPast(model, one.until)) {
    const date = readDate(one.until ?? "");
    const end = date && readable(spanOf(date, model.fiscal ?? calendarYear).end);
    return [
      {
        at: whole,
        message: `This held until ${end ?? "a date that has passed"}. Mend what it hid, or set a new date.`,
        fixes: [remove],
      },
    ];
  }
  return undefined;
}

/** What is wrong with single rules of a comment that holds. */
function unusedIn(
  model: Model,
  file: SourceFile,
  one: Suppression,
  isUnused: (word: Word) => boolean,
): readonly Omit<Finding, "code">[] {
  const remove = removal(file, one);
  return one.rules
    .filter((rule) => isUnused(rule) && !isOff(model, rule.id))
    .map((rule) => unused(one, rule, remove));
}

function isOff(model: Model, id: string): boolean {
  const rule = rules.find((one) => one.id === id);
  return rule !== undefined && severityOf(model, rule) === "off";
}

function unused(one: Suppression, rule: Word, remove: Fix): Omit<Finding, "code"> {
  const at = { chunk: one.chunk, span: { start: rule.start - one.base, end: rule.end - one.base } };
  if (!isRule(rule.id)) {
    if (isLanguageFault(rule.id)) {
      const message = `'${rule.id}' is a fault of the text, which no comment leaves out. Mend it instead.`;
      return { at, message, fixes: [remove] };
    }
    const found = guess(rule.id, ruleNames);
    const near = found?.one.name;
    const say =
      near === undefined ? "Name one that exists, or remove this." : `Did you mean '${near}'?`;
    const fix: readonly Fix[] =
      near === undefined
        ? []
        : [
            {
              title: `Change to '${near}'`,
              edits: () => [{ at, text: near }],
              ...(found?.sure ? { safe: true } : {}),
            },
          ];
    return { at, message: `There is no rule '${rule.id}'. ${say}`, fixes: [...fix, remove] };
  }
  return {
    at,
    message: one.late
      ? "This is for the whole file and stands too late in it. Move it before the first declaration."
      : `There is nothing here that '${rule.id}' would say. Remove it.`,
    fixes: [one.rules.length === 1 ? remove : withoutRule(one, rule)],
  };
}

/** Removes the comment, and its line where it stands alone on it. */
function removal(file: SourceFile, one: Suppression): Fix {
  return {
    title: "Remove this comment",
    edits: () => {
      const { text } = file.tree;
      let start = one.start;
      while (start > one.base && /[^\S\n\r]/.test(text[start - 1] ?? "")) start -= 1;
      const alone = start === 0 || /[\n\r]/.test(text[start - 1] ?? "");
      const lineEnd = alone
        ? (/^(?:\r\n|\r|\n)/.exec(text.slice(one.end, one.end + 2))?.[0].length ?? 0)
        : 0;
      const span = {
        start: start - one.base,
        end: Math.min(one.end + lineEnd - one.base, one.chunk.text.length),
      };
      return [{ at: { chunk: one.chunk, span }, text: "" }];
    },
  };
}

/** Takes one rule out of the list of several. */
function withoutRule(one: Suppression, rule: Word): Fix {
  return {
    title: `Remove '${rule.id}'`,
    edits: () => {
      const index = one.rules.indexOf(rule);
      const next = one.rules[index + 1];
      const before = one.rules[index - 1];
      const start = next === undefined ? (before?.end ?? rule.start) : rule.start;
      const end = next === undefined ? rule.end : next.start;
      return [
        {
          at: { chunk: one.chunk, span: { start: start - one.base, end: end - one.base } },
          text: "",
        },
      ];
    },
  };
}

// Dice → a plan of work in every form in which dates are written, with comments and blanks wherever they may stand.
import type { Files } from "../material/corpus.ts";
import type { Dice } from "../material/dice.ts";

/** One file or two; names are given once, and all of it can be read. */
export function randomPlan(dice: Dice): Files {
  const names = dice.many(3 + dice.below(5), () => "").map((_, index) => `work-${index}`);
  const chunks = [
    ...goals,
    ...names.map((name, index) => {
      const one = work(dice, name, names.slice(0, index));
      return dice.once(4) ? held(dice, `goal-${index}`, one) : one;
    }),
  ];
  const marks = dice.many(dice.below(3), () => "").map((_, index) => mark(dice, index));
  const all = [strategy(dice), ...chunks, ...marks].map((text) => text + dice.pick(gaps));
  const lineEnd = dice.pick(["\n", "\n", "\r\n"]);
  const end = (texts: readonly string[]) => texts.join("").replaceAll("\n", lineEnd);
  const cut = dice.once(3) ? 1 + dice.below(all.length - 1) : all.length;
  const files = { "plan.strategy": end(all.slice(0, cut)) };
  return cut < all.length ? { ...files, "more.strategy": end(all.slice(cut)) } : files;
}

const gaps = ["\n", "\n\n", "\n\n// Above what follows.\n", " // behind it\n", "\n/* alone */\n\n"];

const goals = [
  'objective growth "Growth" { owner: cio status: active }',
  'objective trust "Trust" {\n  // Of customers.\n  owner: ciso\n}',
  'team platform "Platform"',
  'theme digital "Digital"',
  'theme lean "Lean" {\n  owner: coo\n}',
];

function strategy(dice: Dice): string {
  const horizon = dice.pick(["  horizon: 2026 .. 2028\n", "  horizon: 2026-Q1 .. 2027-Q2\n", ""]);
  const month = dice.pick(["", "", "  fiscal-year-start: 4\n", "  fiscal-year-start: 10\n"]);
  const named = dice.pick(["", "  fiscal-year-named-by: start\n"]);
  return `strategy main "Main" {\n${horizon}${month}${named}}\n`;
}

/** Work with its fields in some order, on one line or on several; it may wait for some of the others. */
function work(dice: Dice, name: string, others: readonly string[], depth = 0): string {
  const title = dice.pick([` "${name}"`, ` "Say \\"${name}\\""`, ""]);
  const fields = [
    ...(dice.once(6) ? [] : [`timeline: ${period(dice, others)}`]),
    ...(dice.once(2) ? [`status: ${dice.pick(statuses)}`] : []),
    ...(dice.once(2) ? [`supports: ${dice.pick(["growth", "trust", "growth, trust"])}`] : []),
    ...(dice.once(3) ? [`progress: ${dice.below(101)}%`] : []),
    ...(dice.once(3) ? [`owner: ${dice.pick(["cio", "ciso"])}`] : []),
    ...(dice.once(4) ? [`theme: ${dice.pick(["digital", "lean"])}`] : []),
    ...(dice.once(3) ? [`teams: ${list(dice, ["platform 4 FTE", "data", "ops 1.5 FTE"])}`] : []),
    ...(dice.once(4) ? [`technologies: ${list(dice, ["lake", "erp", "cloud"])}`] : []),
    ...(dice.once(4) && others.length > 0 ? [`depends-on: ${dice.pick(others)}`] : []),
    ...(dice.once(5) && depth === 0 && others.length > 0 ? [`part-of: ${dice.pick(others)}`] : []),
  ];
  const inside = [
    ...dice.many(dice.below(3), () => "").map((_, at) => milestone(dice, `${name}-m${at}`)),
    ...(dice.once(4) ? [risk(dice, `${name}-risk`)] : []),
    ...(depth < 2 && dice.once(3)
      ? dice
          .many(1 + dice.below(2), () => "")
          .map((_, at) => work(dice, `${name}-${at}`, others, depth + 1))
      : []),
  ];
  const isFlat = inside.length === 0 && dice.once(3);
  if (isFlat) {
    const line = fields.map((one) => one.replace(/,$/, "")).join(dice.pick([" ", ", ", "  "]));
    return `initiative ${name}${title} { ${line} }`;
  }
  const lines = [...fields, ...inside].map((line) => before(dice) + line + behind(dice));
  const brace = dice.pick([" {", " { // work", "\n{"]);
  return `initiative ${name}${title}${brace}${lines.join("")}\n}`;
}

/** Work in the block of an objective or a theme, among other things. */
function held(dice: Dice, name: string, inner: string): string {
  const kind = dice.pick(["objective", "objective", "theme"]);
  const next = `initiative ${name}-next "Next" { status: planned }`;
  const own = dice.pick(["\n  owner: cio\n", "\n", "\n  // All that follows.\n\n"]);
  const above = dice.pick(["", "  // Above it.\n", "  /* a\n     b */\n"]);
  const others = [dice.once(2) ? `\n  ${next}${behind(dice)}\n` : "", `${above}  ${inner}\n`];
  const order = dice.once(2) ? others : others.toReversed();
  return `${kind} ${name} "${name}" {${own}${order.join("")}}`;
}

/** Some of several items, on a line or on several. */
function list(dice: Dice, items: readonly string[]): string {
  const some = items.filter(() => dice.once(2));
  const comma = dice.pick([", ", ",", ",\n    ", ", /* and */ ", ", // and\n    "]);
  const last = dice.once(4) ? "," : "";
  return (some.length === 0 ? items.slice(0, 1) : some).join(comma) + last;
}

function risk(dice: Dice, name: string): string {
  const words = ["very-low", "low", "medium", "high", "very-high"];
  const likely = dice.pick([...words, "35%", "12.5 %", "80%"]);
  const left = dice.pick(["", " residual { probability: low }", " residual { impact: low }"]);
  return `risk ${name} "Risk" { probability: ${likely} impact: ${dice.pick(words)}${left} }`;
}

const statuses = ["proposed", "planned", "active", "on-hold", "completed", "cancelled"];

function before(dice: Dice): string {
  return dice.pick(["\n  ", "\n  ", "\n\t", "\n\n  // for now\n  ", "\n  /* as agreed */ "]);
}

function behind(dice: Dice): string {
  return dice.once(5) ? dice.pick([" // behind", " /* so far */", "  // why?"]) : "";
}

function milestone(dice: Dice, name: string): string {
  const gap = dice.pick([" ", "  ", " /* or so */ "]);
  return `milestone ${name} "${name}" { date:${gap}${date(dice)} status: planned }`;
}

/** A mark at the top level. */
function mark(dice: Dice, index: number): string {
  return dice.once(2)
    ? `milestone event-${index} "Event" {\n  date: ${date(dice)} // by law\n}`
    : `review review-${index} "Review" { date: ${date(dice)} }`;
}

function period(dice: Dice, others: readonly string[]): string {
  const blank = dice.pick([" ", " ", "  ", " /* about */ "]);
  const dots = dice.pick([" .. ", " .. ", "..", " ..  ", " /* to */ .. "]);
  const count = 1 + dice.below(8);
  const unit = dice.pick(["day", "week", "month", "quarter", "year"]);
  const length = `${blank}for${blank}${count} ${unit}${count === 1 ? "" : "s"}`;
  if (dice.once(4) && others.length > 0) {
    const names = dice.once(3) ? `${dice.pick(others)}, ${dice.pick(others)}` : dice.pick(others);
    return `after${blank}${names}${dice.pick([length, length, `${dots}${date(dice, 2028)}`, " .."])}`;
  }
  const [start, end] = [date(dice), date(dice, 2027)];
  return start + dice.pick(["", "", length, length, " ..", dots + end, dots + end, dots + end]);
}

/** A date of some precision, in the year or the one after. */
function date(dice: Dice, from = 2026): string {
  const year = from + dice.below(2);
  const month = String(1 + dice.below(12)).padStart(2, "0");
  const day = String(1 + dice.below(28)).padStart(2, "0");
  return dice.pick([
    `${year}`,
    `${year}-H${1 + dice.below(2)}`,
    `${year}-Q${1 + dice.below(4)}`,
    `${year}-Q${1 + dice.below(4)}`,
    `${year}-${month}`,
    `${year}-${month}`,
    `${year}-${month}-${day}`,
    `${year}-${month}-${day}`,
    `${year}-${dice.pick(["01-31", "02-28", "12-31"])}`,
  ]);
}

// A seed → one thing thousands of times, beside or inside itself, which must neither break anything nor cost out of proportion.
import assert from "node:assert/strict";
import { formatText } from "../../grammar/format.ts";
import { readSeries } from "../../server/model/derive/data.ts";
import { universe } from "../../server/model/universe.ts";
import { readConfig } from "../../server/project/config.ts";
import { growth, judged, type Shape } from "../growth/cost.ts";
import { workspaceOf } from "../workspace.ts";
import { corpus, planOf } from "./material/corpus.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { holdsAsShown, holdsAsTold, holdsAsTree, holdsAt } from "./material/everything.ts";
import { shown } from "./material/smaller.ts";
import { word } from "./material/texts.ts";

/** A text of a size, and how it is called in a report. */
interface Sized {
  readonly name: string;
  readonly text: (size: number) => string;
}

/** Four times the size may cost so many times as much: well above linear, well below quadratic. */
const most = 9;

/** What is as large as this must still be read and judged to its end. */
const manyCharacters = 1_000_000;
const manyTimes = 100_000;

/** Checks one shape in full, at two sizes for what it costs, and then at a size that nobody will reach. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  const sized = dice.pick([repeated, repeated, nested, chained])(dice);
  const size = dice.pick([400, 1_200, 4_000]);
  try {
    holdsWhole(sized.text(Math.ceil(size / 10)), dice);
    for (const [what, work] of Object.entries(works)) {
      const shape: Shape = (count) => ({ "plan.strategy": sized.text(count) });
      // A noisy machine may err once; what is quadratic stays so.
      const times = () => growth(shape, size / 4, size, work);
      const costs = times();
      const isFine = costs < most || times() < most;
      assert.ok(isFine, `${what}: four times as many cost ${costs.toFixed(1)} times as much`);
    }
    // What costs out of proportion has ended above: this ends too.
    const one = sized.text(10).length / 10;
    const huge = sized.text(Math.floor(Math.min(manyTimes, manyCharacters / one)));
    holdsAsTree(huge);
    for (const work of Object.values(works)) work({ "plan.strategy": huge });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : error;
    throw new Error(`${sized.name}, ${size} times\n${reason}`);
  }
}

const works: Readonly<Record<string, (files: Readonly<Record<string, string>>) => unknown>> = {
  judging: judged,
  formatting: (files) => formatText(files["plan.strategy"] ?? ""),
  "reading it as a configuration": (files) => readConfig(files["plan.strategy"] ?? ""),
  "reading it as a CSV": (files) =>
    readSeries(`date,value\n${files["plan.strategy"] ?? ""}`, undefined),
};

/** All that is told and shown, at a few places. */
function holdsWhole(text: string, dice: Dice): void {
  for (const model of universe(workspaceOf(text)).models.values()) {
    holdsAsTold(model);
    for (const file of model.project.files.values()) {
      holdsAsShown(model, file.path);
      for (const offset of dice.many(4, () => dice.below(text.length + 1)))
        holdsAt({ model, file, offset });
    }
  }
}

/** Some words of the language, or some lines from here, again and again; names may be numbered. */
function repeated(dice: Dice): Sized {
  const piece = dice.once(2) ? words(dice) : lines(dice);
  const isNumbered = dice.once(2);
  const gap = dice.pick(["", " ", "\n"]);
  const one = (index: number) =>
    isNumbered ? piece.replace(/[a-z][a-z-]{2,}(?= "| \{)/g, `$&-${index}`) : piece;
  return {
    name: `${shown(piece)} with ${shown(gap)} between${isNumbered ? ", numbered" : ""}`,
    text: (size) => Array.from({ length: size }, (_, index) => one(index)).join(gap),
  };
}

/** Openings, then, or not, as many endings. */
function nested(dice: Dice): Sized {
  const [open, close] = dice.pick([
    ["objective a {\n", "}\n"],
    ["initiative a { ", "}"],
    ["cost {", "}"],
    ["{", "}"],
    ["[", "]"],
    ['{"a":', "1}"],
    ["/*", "*/"],
    ['"""\n', '"""\n'],
    [`${words(dice)} {`, "}"],
  ] as const);
  const isClosed = dice.once(2);
  return {
    name: `${shown(open)} inside itself${isClosed ? `, closed by ${shown(close)}` : ", never closed"}`,
    text: (size) => open.repeat(size) + (isClosed ? close.repeat(size) : ""),
  };
}

/** Declarations each of which names its neighbour, in a line or in a circle. */
function chained(dice: Dice): Sized {
  const [kind, field] = dice.pick([
    ["objective", "supports: x-$"],
    ["initiative", "depends-on: x-$"],
    ["initiative", "part-of: x-$"],
    ["initiative", "timeline: after x-$ for 1 month"],
    ["role", "reports-to: x-$"],
    ["role", "successors: x-$"],
    ["technology", "replaces: x-$"],
    ["team", "part-of: x-$"],
  ] as const);
  const isCircle = dice.once(2);
  const step = dice.pick([1, 1, -1]);
  return {
    name: `${kind} with '${field}' in a ${isCircle ? "circle" : "line"}${step < 0 ? ", backwards" : ""}`,
    text: (size) =>
      Array.from({ length: size }, (_, index) => {
        const next = index + step;
        const isEnd = next < 0 || next >= size;
        const to = isCircle ? (next + size) % size : next;
        return `${kind} x-${index} "X" {\n${isEnd && !isCircle ? "" : `  ${field.replace("$", `${to}`)}\n`}}\n`;
      }).join("\n"),
  };
}

function words(dice: Dice): string {
  return dice.many(1 + dice.below(4), () => word(dice)).join(dice.pick(["", " "]));
}

function lines(dice: Dice): string {
  const files = dice.pick(corpus);
  const all = (files[planOf(files)] ?? "").split("\n");
  const from = dice.below(all.length);
  return all.slice(from, from + 1 + dice.below(6)).join("\n");
}

// Dice → folders of one to three projects that use one another, made of the examples, fixtures and generated plans.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { generate } from "../../bench/generate.ts";
import { readMarks } from "../../marks.ts";
import { corpus, type Files } from "../material/corpus.ts";
import type { Dice } from "../material/dice.ts";

/** Where an editor is opened, and what lies on its disk, by absolute path. */
export interface Start {
  readonly folders: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A larger workspace would take the time of many small ones, and shows no more. */
const mostCharacters = 6_000;

const example = (name: string): Files =>
  Object.fromEntries(
    globSync(`examples/${name}/**/*.{strategy,json,csv}`)
      .toSorted()
      .map((path) => [path.slice(`examples/${name}/`.length), readFileSync(path, "utf8")]),
  );

/** What several files and tables make up: the fixtures of the rules that look into them. */
const fixtures: readonly Files[] = globSync("test/rules/*.strategy")
  .toSorted()
  .map((path) => Object.fromEntries(readMarks(readFileSync(path, "utf8")).files));

const [cascade, department, first] = ["cascade", "it-department", "first"].map(example);

/** What is measured in tables: by the end of months, and of quarters, whose days the fiscal year decides. */
const measured: Files = {
  "measured.strategy": `objective speed "Speed" {
  owner: cio
}

kpi lead-time "Lead time" {
  measures: speed, growth
  unit: days
  frequency: monthly
  baseline: 40 on 2026-01
  target: 10 by 2027-Q2
  actuals: "data/lead-time.csv"
}

kpi uptime "Uptime" {
  measures: speed
  frequency: quarterly
  target: 99 by 2026-Q4
  actual: 97 on 2026-Q2
  actuals: "data/uptime.csv"
}

kpi shared "Shared" {
  measures: growth
  target: 50 by 2027
  actuals: "data/lead-time.csv"
}
`,
  "data/lead-time.csv": "date,value\n2026-08-31,38\n2026-09-30,35\n2026-10-31,31\n",
  "data/uptime.csv": "date,value\n2026-Q2,98\n2026-Q3,98.5\n2026-10-31,99\n",
};

/** A workspace to begin with. */
export function startOf(dice: Dice): Start {
  const start = anyOf(dice);
  if (!dice.once(3)) return start;
  const root = dice.pick(start.folders);
  return { ...start, texts: { ...start.texts, ...below(root, measured) } };
}

function anyOf(dice: Dice): Start {
  switch (dice.below(8)) {
    case 0:
      return { folders: ["/w"], texts: below("/w", cascade) };
    case 1:
      return { folders: ["/w"], texts: below("/w", someOf(dice, department ?? {})) };
    case 2:
      return { folders: ["/w"], texts: below("/w", made(dice)) };
    case 3:
    case 4:
      return several(dice);
    default:
      return { folders: ["/w"], texts: below("/w", joined(dice)) };
  }
}

/** One to three projects in folders side by side, the later ones importing the earlier. */
function several(dice: Dice): Start {
  const roots = ["/w/one", "/w/two", dice.pick(["/w/three", "/corp", "/w/one/inner"])];
  const count = 2 + dice.below(2);
  const texts: Record<string, string> = {};
  for (const [index, root] of roots.slice(0, count).entries()) {
    const files = dice.pick([joined, joined, made])(dice);
    texts[`${root}/strategy.config.json`] = "{}";
    Object.assign(texts, below(root, files));
    const path = Object.keys(files).find((one) => one.endsWith(".strategy"));
    const other = roots[dice.below(index)];
    if (path === undefined || other === undefined || index === 0) continue;
    const at = `${root}/${path}`;
    // Relative, so that it holds wherever the file lies.
    const up = "../".repeat(at.split("/").length - 2);
    texts[at] = importing(dice, up + other.slice(1), texts[at] ?? "", texts, other);
  }
  return { folders: dice.pick([["/w"], ["/w"], ["/w/two"], ["/w/one", "/w/two"]]), texts };
}

/** A text with an import before it, some of whose names are those of the imported project. */
function importing(
  dice: Dice,
  path: string,
  text: string,
  texts: Readonly<Record<string, string>>,
  root: string,
): string {
  const names = Object.entries(texts).flatMap(([one, other]) =>
    one.startsWith(`${root}/`) ? declaredIn(other) : [],
  );
  const linked = text.replace(
    /^( *(?:supports|depends-on|owner|teams|measures|affects|technologies): *)([\w-]+)/gm,
    (all, head: string) =>
      names.length > 0 && dice.once(2) ? `${head}other.${dice.pick(names)}` : all,
  );
  return `import other from "${path}"\n\n${linked}`;
}

/** The names that a text declares. */
export function declaredIn(text: string): readonly string[] {
  return [...text.matchAll(/^ *[a-z]+ ([\p{L}][\p{L}\d-]*)(?= *["{\n])/gmu)].flatMap(
    ([, name]) => name ?? [],
  );
}

/** Fixtures and other texts of the language in one project: names of one are found in the other. */
function joined(dice: Dice): Files {
  const texts: Record<string, string> = {};
  const count = 1 + dice.below(3);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const files = dice.pick(dice.once(4) ? corpus : fixtures);
    for (const [path, text] of Object.entries(files)) {
      length += text.length;
      if (length > mostCharacters && index > 0) continue;
      const isPlan = path === "plan.strategy";
      texts[isPlan ? `${"cab"[index]}.strategy` : path] = text;
    }
  }
  if (dice.once(3)) Object.assign(texts, first && { "first.strategy": first["plan.strategy"] });
  return texts;
}

/** Some files of a large example. */
function someOf(dice: Dice, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).filter(
      ([path]) => !path.endsWith(".strategy") || /strategy\.strategy/.test(path) || dice.once(5),
    ),
  );
}

/** A generated plan, with goals in some files that the work in others supports. */
function made(dice: Dice): Files {
  const files = generate({ files: 1 + dice.below(3), lines: 66 });
  const config = dice.once(2) ? { "strategy.config.json": '{ "today": "2026-11-23" }' } : {};
  return { ...Object.fromEntries(files), ...config };
}

function below(root: string, files: Files | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files ?? {}).map(([path, text]) => [`${root}/${path}`, text]),
  );
}

// Dice → a script: what an editor, a person and a disk do to a workspace, and what is asked meanwhile.
import { diagnose } from "../../../server/diagnosis/diagnose.ts";
import { universe } from "../../../server/model/universe.ts";
import { rules } from "../../../server/rules/index.ts";
import { workspaceOf } from "../../workspace.ts";
import type { Dice } from "../material/dice.ts";
import { allFacets } from "./facets.ts";
import type { Script, Step, Texts } from "./script.ts";
import { declaredIn, startOf } from "./starts.ts";
import { type Around, moved, renaming, typed } from "./typing.ts";

/** A thread of its own takes its time: once in so many scripts one is started for what they end with. */
const elsewhere = 6;

/** What an editor and a disk hold at a moment of a script that is being written. */
interface Scene {
  readonly dice: Dice;
  readonly disk: Map<string, string>;
  readonly open: Map<string, string>;
  /** Texts that a file had. */
  readonly earlier: Map<string, string[]>;
  /** Disks as they were. */
  readonly branches: ReadonlyMap<string, string>[];
  readonly codes: readonly string[];
  /** What is asked again and again: what is kept wrongly must have been asked before. */
  readonly focus: readonly string[];
}

/** A script of so many edits. */
export function scriptOf(dice: Dice, edits: number): Script {
  const { texts, folders } = startOf(dice);
  const disk = new Map(Object.entries(texts));
  const scene: Scene = {
    ...{ dice, disk, open: new Map(), earlier: new Map(), branches: [] },
    codes: codesIn(texts),
    focus: dice.many(3, () => dice.pick(allFacets)),
  };
  const steps: Step[] = [ask(scene, "compared")];
  for (let done = 0; done < edits; done++) {
    const before = steps.length;
    for (const step of happen(scene)) {
      steps.push(step);
      // Between two keys an editor asks, or it does not.
      if (dice.once(3)) steps.push(ask(scene, "now"));
    }
    if (steps.length > before && dice.once(4)) steps.push(ask(scene, "compared"));
  }
  const asked = { facets: allFacets, seed: dice.below(1_000_000) };
  steps.push({ is: "ask", asked, when: "compared" });
  if (dice.once(elsewhere)) steps.push({ is: "ask", asked, when: "elsewhere" });
  return { texts, folders, steps };
}

/** What has something to say in the first place: comments that leave it out have something to do. */
function codesIn(texts: Readonly<Record<string, string>>): readonly string[] {
  const relative = Object.entries(texts).map(([path, text]) => [path.slice(1), text]);
  const { models } = universe(workspaceOf(Object.fromEntries(relative)));
  return [...models.values()].flatMap((model) => diagnose(model).map(({ code }) => code));
}

/** Some facets in any order. */
function ask({ dice, focus }: Scene, when: "now" | "compared"): Step {
  const facets = [
    ...(dice.once(2) ? ["findings"] : []),
    ...focus.filter(() => !dice.once(3)),
    ...dice.many(dice.below(3), () => dice.pick(allFacets)),
  ];
  const first = dice.below(facets.length + 1);
  const turned = [...facets.slice(first), ...facets.slice(0, first)];
  return {
    is: "ask",
    asked: { facets: [...new Set(turned)], seed: dice.below(1_000_000) },
    when,
  };
}

function textAt({ disk, open }: Scene, path: string): string {
  return open.get(path) ?? disk.get(path) ?? "";
}

function paths({ disk, open }: Scene, end: string): readonly string[] {
  return [...new Set([...disk.keys(), ...open.keys()])].filter((one) => one.endsWith(end));
}

function around(scene: Scene): Around {
  const own = paths(scene, ".strategy").flatMap((path) => declaredIn(textAt(scene, path)));
  return { names: own, codes: scene.codes };
}

/** Types a text into a document. */
function type(scene: Scene, path: string, text: string): Step {
  const known = scene.earlier.get(path) ?? [];
  scene.earlier.set(path, [...known.slice(-6), textAt(scene, path)]);
  scene.open.set(path, text);
  return { is: "type", path, text };
}

/** Writes and removes files. */
function write(
  { disk, branches }: Scene,
  texts: Texts,
  by: Extract<Step, { is: "disk" }>["by"] = "files",
): Step {
  branches.push(new Map(disk));
  if (branches.length > 5) branches.shift();
  for (const [path, text] of Object.entries(texts)) {
    if (text === undefined) disk.delete(path);
    else disk.set(path, text);
  }
  return { is: "disk", texts, by };
}

function happen(scene: Scene): readonly Step[] {
  const { dice } = scene;
  const plans = paths(scene, ".strategy");
  if (plans.length === 0) return [write(scene, { "/w/a.strategy": 'objective growth "Growth"\n' })];
  if (!dice.once(3)) return editing(scene, dice.pick(plans));
  return dice.pick(dice.pick([few, few, rare]))(scene);
}

/** One document is typed in, by somebody who stays in the file for a while. */
function editing(scene: Scene, any: string): readonly Step[] {
  const { dice, open, earlier } = scene;
  const documents = [...open.keys()].filter((one) => one.endsWith(".strategy"));
  const path = documents.length > 0 && !dice.once(3) ? dice.pick(documents) : any;
  const known = earlier.get(path);
  // Undone: whatever is kept by its text is asked for again.
  if (known !== undefined && dice.once(6)) return [type(scene, path, dice.pick(known))];
  return typed(dice, textAt(scene, path), around(scene)).map((text) => type(scene, path, text));
}

type Deed = (scene: Scene) => readonly Step[];

/** What a person does now and then. */
const few: readonly Deed[] = [
  // A declaration goes from one file to another.
  (scene) => {
    const plans = paths(scene, ".strategy");
    const [from, to] = [scene.dice.pick(plans), scene.dice.pick(plans)];
    if (from === to) return [];
    const texts = moved(scene.dice, textAt(scene, from), textAt(scene, to));
    if (texts === undefined) return [];
    const [first, second] = [type(scene, from, texts[0]), type(scene, to, texts[1])];
    return scene.dice.once(2) ? [first, second] : [second, first];
  },
  // A name is called something else wherever it stands.
  (scene) => {
    const plans = paths(scene, ".strategy");
    const change = renaming(scene.dice, textAt(scene, scene.dice.pick(plans)));
    if (change === undefined) return [];
    return plans.flatMap((path) => {
      const text = textAt(scene, path);
      const after = text.replace(...change);
      return after === text ? [] : [type(scene, path, after)];
    });
  },
  (scene) => measured(scene),
  (scene) => measured(scene),
  (scene) => configured(scene),
  (scene) => configured(scene),
  (scene) => {
    const path = scene.dice.pick([...scene.open.keys(), ""]);
    if (path === "") return [];
    scene.open.delete(path);
    return [{ is: "close", path }];
  },
  (scene) => {
    const path = scene.dice.pick([...scene.open.keys(), ""]);
    return path === "" ? [] : [write(scene, { [path]: textAt(scene, path) })];
  },
  (scene) => {
    const path = scene.dice.pick(paths(scene, ".strategy"));
    const after = typed(scene.dice, scene.disk.get(path) ?? "", around(scene)).at(-1);
    return [write(scene, { [path]: after })];
  },
];

const mornings = [
  "2026-11-23",
  "2026-11-24",
  "2026-12-31",
  "2027-01-01",
  "2027-07-01",
  "2025-06-30",
];

/** What happens to a whole workspace. */
const rare: readonly Deed[] = [
  ({ dice }) => [{ is: "today", today: dice.pick(mornings) }],
  ({ dice }) => [
    { is: "folders", folders: dice.pick([["/w"], ["/w/one"], ["/w", "/corp"], ["/w/two", "/w"]]) },
  ],
  // A file comes, goes, or is called something else.
  (scene) => {
    const plans = paths(scene, ".strategy").filter((one) => scene.disk.has(one));
    if (plans.length === 0) return [];
    const path = scene.dice.pick(plans);
    const folder = path.slice(0, path.lastIndexOf("/"));
    const to = `${scene.dice.pick([folder, folder, `${folder}/deep`, "/w", "/corp"])}/${scene.dice.pick(["0", "m", "z"])}.strategy`;
    const text = scene.disk.get(path) ?? "";
    switch (scene.dice.below(4)) {
      case 0:
        return [write(scene, { [path]: undefined })];
      case 1:
        return [
          write(scene, {
            [to]: scene.dice.once(2) ? text : around(scene).names.map(role).join(""),
          }),
        ];
      default:
        return to === path ? [] : [write(scene, { [path]: undefined, [to]: text })];
    }
  },
  // A folder goes, or is called something else.
  (scene) => {
    const folders = [...scene.disk.keys()].map((path) => path.slice(0, path.lastIndexOf("/")));
    if (folders.length === 0) return [];
    const from = scene.dice.pick(folders);
    const to = scene.dice.once(3) ? undefined : scene.dice.pick([`${from}-moved`, "/w/new"]);
    const texts: Record<string, string | undefined> = {};
    for (const [path, text] of scene.disk) {
      if (!path.startsWith(`${from}/`)) continue;
      texts[path] = undefined;
      if (to !== undefined) texts[to + path.slice(from.length)] = text;
    }
    return [write(scene, texts, scene.dice.pick(["files", "folder"]))];
  },
  // Another branch: many files say something else, come and go at once.
  (scene) => branch(scene),
  // And back.
  (scene) => {
    const before = scene.branches.at(0);
    if (before === undefined) return [];
    const all = new Set([...before.keys(), ...scene.disk.keys()]);
    const other = [...all].filter((path) => before.get(path) !== scene.disk.get(path));
    const texts = Object.fromEntries(other.map((path) => [path, before.get(path)]));
    return [write(scene, texts, scene.dice.pick(["files", "branch"]))];
  },
];

function role(name: string): string {
  return `role ${name}\n\n`;
}

/** A branch of up to fifty files that differ. */
function branch(scene: Scene): readonly Step[] {
  const { dice, disk } = scene;
  const texts: Record<string, string | undefined> = {};
  const about = around(scene);
  for (const [path, text] of disk) {
    if (!path.endsWith(".strategy") || dice.once(3)) continue;
    texts[path] = dice.once(6) ? undefined : typed(dice, text, about).at(-1);
  }
  const [first = "/w/x"] = disk.keys();
  const folder = first.slice(0, first.lastIndexOf("/"));
  const more = dice.once(3) ? 50 - Object.keys(texts).length : dice.below(4);
  for (let index = 0; index < more; index++) {
    const name = dice.once(4) ? dice.pick(["growth", ...about.names]) : `new-${index}`;
    const goal = dice.pick(["growth", ...about.names]);
    texts[`${folder}/branch/${index}.strategy`] = dice.pick([
      `initiative ${name} "New" {\n  supports: ${goal}\n  depends-on: ${goal}\n  budget: 5k\n}\n`,
      `objective ${name} "New" {\n  owner: ${goal}\n}\n`,
      `risk ${name} {\n  affects: ${goal}\n  probability: high\n  impact: high\n}\n`,
      `role ${name}\n`,
    ]);
  }
  return [write(scene, texts, dice.pick(["files", "branch"]))];
}

/** A table is measured on. */
function measured(scene: Scene): readonly Step[] {
  const tables = paths(scene, ".csv");
  if (tables.length === 0) return [];
  const path = scene.dice.pick(tables);
  return [write(scene, { [path]: row(scene.dice, scene.disk.get(path) ?? "date,value\n") })];
}

/** A table with a row more or less, or with one that says something else. */
function row(dice: Dice, text: string): string | undefined {
  const rows = text.split("\n");
  const at = 1 + dice.below(Math.max(1, rows.length - 1));
  const one = `2026-${dice.pick(["09-30", "10-30", "11-01", "12-31", "Q2", "Q3", "Q4", "10"])},${dice.pick(["1", "40", "99.5", "much"])}`;
  switch (dice.below(5)) {
    case 0:
      return dice.once(3) ? undefined : rows.toSpliced(at, 1).join("\n");
    case 1:
      return text.replace(/\d(?=\D*$)/, `${dice.below(10)}`);
    default:
      return rows.toSpliced(at, dice.below(2), one).join("\n");
  }
}

/** A configuration that says something else, on the disk or as it is typed. */
function configured(scene: Scene): readonly Step[] {
  const { dice, disk, open } = scene;
  const known = paths(scene, "/strategy.config.json");
  const [first = "/w/x"] = disk.keys();
  const path = dice.pick([
    ...known,
    `${first.slice(0, first.lastIndexOf("/"))}/strategy.config.json`,
  ]);
  const text = settingsOf(scene);
  if (open.has(path) || (disk.has(path) && dice.once(2))) return [type(scene, path, text)];
  return [write(scene, { [path]: dice.once(8) ? undefined : text })];
}

function settingsOf({ dice, codes }: Scene): string {
  const level = () => dice.pick(["error", "warning", "info", "hint", "off", "off"]);
  const setting = (): readonly [string, unknown] => {
    const code = dice.pick(["", ...codes]);
    const told = rules.find(({ id }) => id === code);
    const { id, options = {} } = (dice.once(4) ? undefined : told) ?? dice.pick(rules);
    const values = Object.keys(options).map((name) => [name, dice.pick([0, 1, 2, 10, 50, 101])]);
    return [id, values.length === 0 ? level() : [level(), Object.fromEntries(values)]];
  };
  const text = JSON.stringify({
    ...(dice.once(2) ? { today: dice.pick(mornings) } : {}),
    ...(dice.once(3) ? { rates: { USD: dice.pick([0.5, 0.92, 2]), GBP: 1.2 } } : {}),
    ...(dice.once(6) ? { exclude: dice.pick([["a.strategy"], ["branch/"], ["*.csv"]]) } : {}),
    rules: Object.fromEntries(dice.many(dice.below(4), setting)),
  });
  return dice.once(10) ? text.slice(0, dice.below(text.length)) : text;
}

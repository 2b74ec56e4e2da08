// A seed → an editor on a disk where all sorts of things happen; what it knows is what a fresh start would know.
import { isDeepStrictEqual } from "node:util";
import type { ChangedFile } from "../../server/serve/changes.ts";
import { diskOf, type Seen, type World, worldOf } from "../serve/world.ts";
import { type Dice, diceOf } from "./material/dice.ts";

const strategies = [
  "/w/a.strategy",
  "/w/b.strategy",
  "/w/sub/c.strategy",
  "/w/sub/deep/d.strategy",
  "/w/node_modules/n.strategy",
  "/v/e.strategy",
  "/corp/o.strategy",
  "/corp/more/p.strategy",
  "/alone/q.strategy",
];
const configs = ["/w", "/w/sub", "/w/sub/deep", "/corp", "/corp/more", "/alone", ""].map(
  (folder) => `${folder}/strategy.config.json`,
);
const tables = ["/w/k.csv", "/w/data/k.csv", "/corp/k.csv", "/alone/k.csv"];
const ignores = ["/w/.gitignore", "/w/sub/.gitignore"];
const folders = ["/w", "/w/sub", "/w/sub/deep", "/w/data", "/corp", "/corp/more", "/w/moved"];

const declarations = [
  'objective growth "Growth" { owner: cio }',
  "initiative crm { supports: growth  timeline: 2026-01 .. 2026-11  status: active }",
  "initiative erp { supports: corp.growth }",
  'import corp from "../corp"',
  'import corp from "../../corp/more"',
  'import corp from "sub"',
  'kpi k { measures: growth  actuals: "k.csv" }',
  'kpi l { measures: growth  actuals: "data/k.csv" }',
  'kpi m { measures: growth  actuals: "../corp/k.csv" }',
  "role cio",
];
const settings = [
  "",
  "{}",
  '{ "exclude": ["sub/"] }',
  '{ "exclude": ["b.strategy", "*.csv"] }',
  '{ "exclude": ["**/d.strategy", "data/"] }',
  '{ "rules": { "missing-title": "off" } }',
  '{ "exclude": [',
];
const patterns = ["", "sub/\n", "b.strategy\n", "*.csv\n", "deep\n!deep\n"];
const rows = ["date,value\n2026-01-31,4\n", "date,value\n2026-01-31,much\n", "nothing"];

/** Throws where, after one of the things that happen, something is known that a fresh start would not know. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  const disk = diskOf({}, async () => {
    // Some answers come late, so that more happens before them.
    for (let wait = dice.below(4); wait > 0; wait--) await Promise.resolve();
  });
  for (const path of [...strategies, ...configs, ...tables, ...ignores])
    if (!dice.once(path.endsWith("config.json") ? 2 : 3)) disk.texts.set(path, textFor(dice, path));
  const world = await worldOf(disk, ...dice.pick([["/w"], ["/w", "/v"], ["/w/sub"], []]));
  const happened: string[] = [];
  for (let round = 0; round < 12; round++) {
    const held: ChangedFile[] = [];
    for (let count = 1 + dice.below(5); count > 0; count--) {
      happened.push(happen(dice, world, held));
      if (dice.once(3)) await pass(dice);
      if (dice.once(3)) world.tellAll(merged(held.splice(0)));
    }
    world.tellAll(merged(held));
    const [seen, fresh] = [await world.seen(), await world.fresh()];
    if (!isDeepStrictEqual(seen, fresh))
      throw new Error(
        [`After`, ...happened.map((one) => `  ${one}`), ...differences("", seen, fresh)].join("\n"),
      );
    happened.push("(settled)");
  }
}

/** Lets the answers of the disk come in, some of them. */
async function pass(dice: Dice): Promise<void> {
  for (let wait = dice.below(30); wait > 0; wait--) await Promise.resolve();
}

/** Does one thing and says which; what a watcher tells of it is put on the list. */
function happen(dice: Dice, world: World, held: ChangedFile[]): string {
  const { disk, buffers } = world;
  const path = dice.pick([...strategies, ...strategies, ...configs, ...tables, ...ignores]);
  const document = dice.pick([...strategies, ...configs]);
  const folder = dice.pick(folders);
  switch (dice.below(13)) {
    case 0:
    case 1: {
      const text = textFor(dice, path);
      held.push({ path, kind: disk.texts.has(path) ? "changed" : "created" });
      disk.texts.set(path, text);
      return `write ${path}: ${text}`;
    }
    case 2:
      if (disk.texts.has(path)) held.push({ path, kind: "deleted" });
      disk.remove(path);
      return `remove ${path}`;
    case 3:
      // A watcher says no more of a folder than that it is gone; some say as much of each file.
      if (dice.once(2)) held.push(...belowOf(world, folder, "deleted"));
      held.push({ path: folder, kind: "deleted" });
      disk.remove(folder);
      return `remove folder ${folder}`;
    case 4: {
      const to = dice.pick(folders);
      if (to.startsWith(folder) || belowOf(world, to, "deleted").length > 0) return "nothing";
      held.push({ path: folder, kind: "deleted" }, { path: to, kind: "created" });
      disk.move(folder, to);
      return `move ${folder} to ${to}`;
    }
    case 5: {
      const changes = dice.many(1 + dice.below(4), () => dice.pick([...strategies, ...tables]));
      for (const one of changes) disk.texts.set(one, textFor(dice, one));
      for (const one of changes) if (dice.once(3)) disk.remove(one);
      held.push({ path: "/w/.git/HEAD", kind: "changed" });
      return `switch the branch, which touches ${changes.join(", ")} and is told of as that`;
    }
    case 6:
    case 7: {
      const text = buffers.get(document) ?? disk.texts.get(document) ?? textFor(dice, document);
      world.type(document, text);
      return `open ${document}: ${text}`;
    }
    case 8:
    case 9: {
      const open = dice.pick([document, ...buffers.keys()]);
      const text = textFor(dice, open);
      world.type(open, text);
      return `type in ${open}: ${text}`;
    }
    case 10: {
      const open = dice.pick([document, ...buffers.keys()]);
      world.close(open);
      if (!dice.once(4)) return `close ${open}`;
      const text = disk.texts.get(open) ?? "";
      world.type(open, text);
      return `close ${open}, and open it again: ${text}`;
    }
    case 11: {
      const open = dice.pick([document, ...buffers.keys()]);
      const text = buffers.get(open);
      if (text === undefined) return "nothing";
      held.push({ path: open, kind: disk.texts.has(open) ? "changed" : "created" });
      disk.texts.set(open, text);
      return `save ${open}`;
    }
    default: {
      if (dice.once(2)) {
        const today = dice.pick(["2026-11-23", "2026-12-01", "2027-06-01"]);
        world.setToday(today);
        return `it is ${today}`;
      }
      const next = dice.pick([["/w"], ["/w", "/v"], ["/w/sub"], ["/w", "/w/sub"], []]);
      void world.folders(...next);
      return `folders ${next.join(", ")}`;
    }
  }
}

function belowOf(
  { disk }: World,
  folder: string,
  kind: ChangedFile["kind"],
): readonly ChangedFile[] {
  const paths = [...disk.texts.keys()].filter((one) => one.startsWith(`${folder}/`));
  return paths.map((path) => ({ path, kind }));
}

function textFor(dice: Dice, path: string): string {
  if (path.endsWith(".csv")) return dice.pick(rows);
  if (path.endsWith(".json")) return dice.pick(settings);
  if (path.endsWith(".gitignore")) return dice.pick(patterns);
  return dice.many(dice.below(5), () => dice.pick(declarations)).join("\n");
}

/** What a watcher makes of several changes of one path: one change, or none. */
function merged(changes: readonly ChangedFile[]): readonly ChangedFile[] {
  const last = new Map<string, ChangedFile>();
  for (const change of changes) {
    const before = last.get(change.path)?.kind;
    last.delete(change.path);
    if (before === "created" && change.kind === "deleted") continue;
    const isKept = before === "created" && change.kind === "changed";
    const isBack = before === "deleted" && change.kind === "created";
    const kind = isKept ? "created" : isBack ? "changed" : change.kind;
    last.set(change.path, { path: change.path, kind });
  }
  return [...last.values()];
}

/** Where two things that were seen differ, line by line. */
function differences(at: string, seen: unknown, fresh: unknown): readonly string[] {
  if (isDeepStrictEqual(seen, fresh)) return [];
  if (!isRecord(seen) || !isRecord(fresh))
    return [`${at}: ${JSON.stringify(seen)}, and fresh ${JSON.stringify(fresh)}`];
  const keys = new Set([...Object.keys(seen), ...Object.keys(fresh)]);
  return [...keys].flatMap((key) => differences(`${at}/${key}`, seen[key], fresh[key]));
}

function isRecord(value: unknown): value is Seen {
  return typeof value === "object" && value !== null;
}

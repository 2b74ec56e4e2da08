// A seed → edits, files and configurations that come and go, after which all must be as at a fresh start.
import assert from "node:assert/strict";
import { parseFile } from "../../grammar/parser.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import type { Diagnostic } from "../../server/diagnosis/diagnostic.ts";
import { universe } from "../../server/model/universe.ts";
import type { Files } from "../../server/project/load.ts";
import type { Workspace } from "../../server/project/project.ts";
import { createStore, type Store } from "../../server/serve/store.ts";
import { flaws } from "../grammar/sound.ts";
import { corpus, planOf } from "./material/corpus.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { shown } from "./material/smaller.ts";
import { change } from "./material/texts.ts";

const folder = "/workspace";

/** Checks one file under edits, then one workspace under whatever an editor and a disk do to it. */
export async function run(seed: number): Promise<void> {
  parsedAnew(diceOf(seed));
  await storedAnew(diceOf(seed + 0x5eed));
}

/** What is parsed after an edit is what a fresh start on the same text gives. */
function parsedAnew(dice: Dice): void {
  const files = dice.pick(corpus);
  let tree = parseFile(files[planOf(files)] ?? "");
  for (let round = 0; round < 12; round++) {
    const before = tree.text;
    const text = change(dice, before);
    tree = parseFile(text, tree);
    const edit = `${shown(before)}\nbecomes\n${shown(text)}`;
    assert.equal(JSON.stringify(tree), JSON.stringify(parseFile(text)), edit);
    assert.deepEqual(flaws(tree), [], edit);
  }
}

/** What the store holds after any steps is what a new one reads from the same files. */
async function storedAnew(dice: Dice): Promise<void> {
  const disk = new Map<string, string>();
  for (const [path, text] of Object.entries(dice.pick(corpus))) disk.set(absolute(path), text);
  const typed = new Map<string, string>();
  const store = storeOn(disk);
  await store.setFolders([folder]);
  const steps: string[] = [...disk].map(([path, text]) => `${path} says ${shown(text)}`);
  for (let round = 1; round <= 8; round++) {
    steps.push(step(dice, { disk, typed, store, round }));
    if (dice.once(2)) continue;
    await store.settled();
    const fresh = storeOn(new Map([...disk, ...typed]));
    await fresh.setFolders([folder]);
    const [kept, read] = [store, fresh].map((one) => saidOf(one.now().workspace));
    assert.deepEqual(kept, read, steps.join("\n"));
  }
}

interface Scene {
  readonly disk: Map<string, string>;
  readonly typed: Map<string, string>;
  readonly store: Store;
  readonly round: number;
}

/** Does one thing that an editor or a disk does, and says what it was. */
function step(dice: Dice, { disk, typed, store, round }: Scene): string {
  const paths = [...new Set([...disk.keys(), ...typed.keys()])];
  const path = dice.once(6) ? absolute(dice.pick(odd)) : (paths[dice.below(paths.length)] ?? "");
  const text = change(dice, typed.get(path) ?? disk.get(path) ?? "");
  const isOpen = typed.has(path);
  switch (isOpen || dice.once(2) ? dice.below(3) : 3 + dice.below(2)) {
    case 1:
      if (!isOpen) break;
      typed.delete(path);
      store.close(path);
      return `${path} is closed`;
    case 2:
      if (!isOpen) break;
      // A program saves: the disk has what is typed, and tells of it.
      store.changedOnDisk([{ path, kind: disk.has(path) ? "changed" : "created" }]);
      disk.set(path, typed.get(path) ?? "");
      return `${path} is saved`;
    case 3: {
      const kind = disk.has(path) ? "changed" : "created";
      disk.set(path, text);
      store.changedOnDisk([{ path, kind }]);
      return `${path} is ${kind} on the disk: ${shown(text)}`;
    }
    case 4:
      if (!disk.has(path) || isOpen) break;
      disk.delete(path);
      store.changedOnDisk([{ path, kind: "deleted" }]);
      return `${path} is deleted`;
  }
  // Editors open what is written in the language, and its configuration.
  if (!path.endsWith(".strategy") && !(path.endsWith(".json") && disk.has(path))) return "nothing";
  typed.set(path, text);
  store.setOpen({ path, uri: `file://${path}`, version: round, text });
  return `${path} is typed: ${shown(text)}`;
}

/** Files that may come into a workspace. */
const odd = [
  "other.strategy",
  "deep/er/plan.strategy",
  "deep/strategy.config.json",
  "strategy.config.json",
  ".gitignore",
  "data/k.csv",
];

function absolute(path: string): string {
  return `${folder}/${path}`;
}

function storeOn(disk: ReadonlyMap<string, string>): Store {
  const files: Files = {
    list: async (root) => [...disk.keys()].filter((path) => path.startsWith(`${root}/`)).toSorted(),
    read: async (path) => disk.get(path),
  };
  return createStore({
    files,
    today: () => "2026-11-23",
    onChange: () => {},
    onFault: (error) => {
      throw error;
    },
  });
}

/** What is said of a workspace, as text that can be compared. */
function saidOf(workspace: Workspace): readonly string[] {
  const said = ({ root, path, start, end, code, message, related }: Diagnostic) =>
    `${root}/${path} ${start}-${end} ${code} ${message} ${related.map((one) => `${one.path} ${one.start}`)}`;
  return [...universe(workspace).models.values()]
    .toSorted((a, b) => (a.project.root < b.project.root ? -1 : 1))
    .flatMap((model) => diagnose(model).map(said));
}

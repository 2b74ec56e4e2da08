// A keystroke in a large workspace: what is read again, and that the answer is that of a fresh start.
import { expect, test } from "vitest";
import { parseFile } from "../grammar/parser.ts";
import type { Chunk } from "../grammar/tree.ts";
import { diagnose } from "../server/diagnosis/diagnose.ts";
import type { Diagnostic } from "../server/diagnosis/diagnostic.ts";
import { type Entity, lineage } from "../server/model/entity.ts";
import { outline } from "../server/model/outline.ts";
import { universe } from "../server/model/universe.ts";
import type { Files } from "../server/project/load.ts";
import type { Workspace } from "../server/project/project.ts";
import { createStore, type Store } from "../server/serve/store.ts";
import { generate, sizes } from "./bench/generate.ts";

const root = "/workspace";

/** A store whose disk holds these texts. */
async function storeOf(texts: ReadonlyMap<string, string>): Promise<Store> {
  const files: Files = {
    list: async () => [...texts.keys()].map((path) => `${root}/${path}`),
    read: async (path) => texts.get(path.slice(root.length + 1)),
  };
  const store = createStore({
    files,
    today: () => "2026-11-23",
    onChange: () => {},
    onFault: (error) => {
      throw error;
    },
  });
  await store.setFolders([root]);
  return store;
}

function chunksOf({ projects }: Workspace): readonly Chunk[] {
  return [...projects.values()].flatMap(({ files }) =>
    [...files.values()].flatMap(({ tree }) => tree.chunks),
  );
}

function entitiesOf(workspace: Workspace): ReadonlySet<Entity> {
  return new Set(chunksOf(workspace).flatMap((chunk) => outline(chunk).entities));
}

/** What is wrong in a workspace, as text that can be compared. */
function saidOf(workspace: Workspace): readonly string[] {
  const shown = ({ path, start, end, code, message, related }: Diagnostic) =>
    `${path} ${start}-${end} ${code} ${message} ${related.map((one) => `${one.path} ${one.start}`)}`;
  return [...universe(workspace).models.values()].flatMap((model) => diagnose(model).map(shown));
}

function type(store: Store, path: string, version: number, text: string): void {
  store.setOpen({ path: `${root}/${path}`, uri: `file://${root}/${path}`, version, text });
}

test("a keystroke in 1,000 files and 200,000 lines reads one declaration again", {
  timeout: 120_000,
}, async () => {
  const texts = generate(sizes.L);
  const store = await storeOf(texts);
  const [path = "", text = ""] = [...texts].at(500) ?? [];
  type(store, path, 1, text);
  const before = store.now().workspace;
  const known = new Set(chunksOf(before));
  const entities = entitiesOf(before);
  expect(known.size).toBeGreaterThan(10_000);
  const at = text.indexOf("\ninitiative ") + "\ninitiative ".length;
  type(store, path, 2, `${text.slice(0, at)}x${text.slice(at)}`);
  const after = store.now().workspace;
  const read = chunksOf(after).filter((chunk) => !known.has(chunk));
  expect(read.length).toBe(1);
  const fresh = [...entitiesOf(after)].filter((entity) => !entities.has(entity));
  expect(new Set(fresh.map((entity) => lineage(entity).at(-1))).size).toBe(1);
});

/** Numbers that look random and are the same on every run (Park and Miller 1988). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

test("edits give what a fresh start on the same text gives", { timeout: 120_000 }, async () => {
  const texts = new Map(generate({ files: 3, lines: 150 }));
  const store = await storeOf(texts);
  const paths = [...texts.keys()];
  const random = numbers(7);
  const next = (below: number) => (random.next().value ?? 0) % below;
  const words = [
    "\n",
    "}",
    "{",
    '"',
    "objective a {\n",
    "x",
    ": ",
    "/*",
    "// ignore missing-risk: no\n",
    "  owner: cio\n",
  ];
  for (let version = 1; version <= 150; version++) {
    const path = paths[next(paths.length)] ?? "";
    const text = texts.get(path) ?? "";
    const start = next(text.length + 1);
    const cut = next(4) === 0 ? next(60) : next(3);
    const word = next(3) === 0 ? "" : (words[next(words.length)] ?? "");
    const edited = text.slice(0, start) + word + text.slice(start + cut);
    texts.set(path, edited);
    type(store, path, version, edited);
    const { workspace } = store.now();
    const scratch = [...workspace.projects].map(([key, project]) => {
      const files = [...project.files].map(([name]) => {
        return [name, { path: name, tree: parseFile(texts.get(name) ?? "") }] as const;
      });
      return [key, { ...project, files: new Map(files) }] as const;
    });
    expect(saidOf(workspace), `version ${version} of ${path}`).toEqual(
      saidOf({ ...workspace, projects: new Map(scratch) }),
    );
  }
});

// A script of what happens to an editor and its disk → the first moment at which something is kept that a fresh start would not tell.
import type { ChangedFile } from "../../../server/serve/changes.ts";
import { diskOf, startWorld, type World } from "../../serve/world.ts";
import { type Asked, told } from "./facets.ts";
import { createPages, type Pages } from "./kept.ts";
import { compareWithElsewhere, compareWithFresh } from "./same.ts";

/** Texts by path; undefined for a file that is not there. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** One thing that happens. It says all by itself, so that others can be left out. */
export type Step =
  /** A document is opened with a text, or typed in. */
  | { readonly is: "type"; readonly path: string; readonly text: string }
  | { readonly is: "close"; readonly path: string }
  /** Files are written and removed at once; `by` is what a watcher tells of it. */
  | { readonly is: "disk"; readonly texts: Texts; readonly by: "files" | "folder" | "branch" }
  | { readonly is: "today"; readonly today: string }
  | { readonly is: "folders"; readonly folders: readonly string[] }
  /**
   * Something is asked: of the moment, whatever is being read; once all has been read; or so that a
   * fresh start must tell the same, here or in a thread of its own.
   */
  | { readonly is: "ask"; readonly asked: Asked; readonly when: When };

export type When = "now" | "settled" | "compared" | "elsewhere";

export interface Script {
  readonly texts: Texts;
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
}

export interface Failure {
  /** The number of the step at which it showed. */
  readonly at: number;
  /** What differs, or what broke. */
  readonly lines: readonly string[];
  /** What it has in common with others that are the same fault. */
  readonly sort: string;
}

/** Plays a script to its end, or to where something differs or breaks. */
export async function failureOf(script: Script): Promise<Failure | undefined> {
  const faults: unknown[] = [];
  let at = 0;
  try {
    const disk = diskOf(written(script.texts));
    const world = await startWorld(disk, script.folders, (error) => faults.push(error));
    const pages = createPages();
    for (const [index, step] of script.steps.entries()) {
      at = index;
      const lines = await play(world, pages, step);
      if (faults.length > 0) throw faults[0];
      if (lines.length > 0) return { at, lines, sort: sortOf(lines[0] ?? "") };
    }
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { at, lines: [`broke: ${why}`], sort: `broke: ${why.split("\n")[0]?.slice(0, 60)}` };
  }
}

/** The facet in which something differs. */
function sortOf(line: string): string {
  return /^\S+(?:, in another order)?: +(\w+)/.exec(line)?.[1] ?? line;
}

async function play(world: World, pages: Pages, step: Step): Promise<readonly string[]> {
  switch (step.is) {
    case "type":
      world.type(step.path, step.text);
      return [];
    case "close":
      world.close(step.path);
      return [];
    case "disk":
      world.tellAll(write(world, step.texts, step.by));
      return [];
    case "today":
      world.setToday(step.today);
      return [];
    case "folders":
      await world.folders(...step.folders);
      return [];
    case "ask":
      return ask(world, pages, step);
  }
}

async function ask(
  { store, anew }: World,
  pages: Pages,
  { asked, when }: Extract<Step, { readonly is: "ask" }>,
): Promise<readonly string[]> {
  if (when !== "now") await store.settled();
  if (when === "elsewhere") return compareWithElsewhere(store.now(), asked);
  if (when === "compared") {
    const lines = compareWithFresh(store.now(), asked, (await anew()).now());
    return lines.length > 0 ? lines : pages.differences(store.now());
  }
  const { workspace, alone } = store.now();
  for (const one of [workspace, ...alone.values()]) told(one, asked);
  pages.tell(store.now());
  return [];
}

/** Writes and removes files, and says what a watcher tells of it. */
function write({ disk }: World, texts: Texts, by: string): readonly ChangedFile[] {
  const changes = Object.entries(texts).map(([path, text]): ChangedFile => {
    const wasThere = disk.texts.has(path);
    if (text === undefined) disk.remove(path);
    else disk.texts.set(path, text);
    return { path, kind: text === undefined ? "deleted" : wasThere ? "changed" : "created" };
  });
  if (by === "branch") return [{ path: "/w/.git/HEAD", kind: "changed" }];
  if (by === "files") return changes;
  // Of folders that are new or gone a watcher tells only that.
  const folders = new Map(
    changes.map(({ path, kind }) => [path.slice(0, path.lastIndexOf("/")), kind]),
  );
  return [...folders].map(([path, kind]) => ({ path, kind }));
}

function written(texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
}

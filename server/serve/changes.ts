// Changes that a watcher of files tells of → what must be looked at again, as little as is safe.
import { folderOf, isWithin } from "../project/project.ts";
import { isFileOfOurs, isOfTools } from "./buffers.ts";
import type { Known } from "./known.ts";
import type { Snapshot } from "./snapshot.ts";

export type DiskChange = "created" | "changed" | "deleted";

export interface Change {
  readonly path: string;
  readonly kind: DiskChange;
}

/** What a change may have touched. */
type Touched =
  | "nothing"
  /** What one file says, which counts no more than before. */
  | "text"
  /** What one file says. */
  | "file"
  /** Which files there are. */
  | "lists"
  /** Much: watchers tell of a folder, and are silent about all that lies in it. */
  | "all"
  /** All, if it is a folder in which files of ours lie. */
  | "folder";

/** So many new folders are looked into one by one; of more, all is looked at again instead. */
const mostFolders = 256;

/**
 * Forgets what the changes make uncertain; true where something is to be looked at again. Watchers
 * in large folders tell of much that means nothing here, and that costs nothing here either.
 */
export async function heed(
  changes: readonly Change[],
  known: Known,
  snapshot: Snapshot,
  holdsFiles: (folder: string) => Promise<boolean>,
): Promise<boolean> {
  const sift = siftOf(known, snapshot);
  const folders = new Set<string>();
  let isTouched = false;
  for (const change of changes) {
    const touched = sift(change);
    if (touched === "nothing") continue;
    if (touched === "folder") {
      folders.add(change.path);
      continue;
    }
    if (touched === "all") {
      known.forgetAll();
      return true;
    }
    known.forget(change.path);
    if (touched === "lists") known.forgetLists();
    isTouched ||= touched !== "text";
  }
  const tops = [...folders].filter((one) => !isInOther(folders, one));
  const isAnyHolding =
    tops.length > mostFolders || (await Promise.all(tops.map(holdsFiles))).includes(true);
  if (isAnyHolding) known.forgetAll();
  return isTouched || isAnyHolding;
}

function isInOther(folders: ReadonlySet<string>, path: string): boolean {
  for (let at = folderOf(path); at !== ""; at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

function siftOf(known: Known, { workspace, alone, open }: Snapshot): (change: Change) => Touched {
  const all = [workspace, ...alone.values()];
  const roots = all.flatMap((one) => [...one.folders, ...one.projects.keys()]);
  const links = all.flatMap((one) => [...(one.links ?? [])].flat());
  const data = new Set(
    all.flatMap((one) => [...one.projects.values()].flatMap((project) => [...project.data.keys()])),
  );
  let holding: ReadonlySet<string> | undefined;
  const holdsKnown = (path: string) => {
    holding ??= foldersAbove([known.paths(), roots.map((one) => `${one}/`), data, open.keys()]);
    return holding.has(path);
  };
  const isTools = (path: string) => {
    const inside = roots.filter((one) => isWithin(one, path)).map((one) => path.slice(one.length));
    return isOfTools(inside.reduce((a, b) => (b.length < a.length ? b : a), path));
  };
  return ({ path, kind }) => {
    if (links.some((one) => isWithin(one, path) || isWithin(path, one))) return "all";
    if (holdsKnown(path)) return "all";
    // Where a repository begins decides which .gitignore counts; and its head moves with a branch.
    if (/\/\.git(?:\/HEAD)?$/.test(path)) return "all";
    if (isTools(path)) return "nothing";
    if (!isFileOfOurs(path)) return kind === "deleted" ? "nothing" : "folder";
    if (kind !== "changed" || !known.has(path)) return "lists";
    if (path.endsWith(".csv")) return data.has(path) ? "file" : "text";
    return path.endsWith(".strategy") && open.has(path) ? "text" : "file";
  };
}

/** All folders in which some of the paths lie. */
function foldersAbove(paths: readonly Iterable<string>[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const some of paths)
    for (const path of some)
      for (let at = folderOf(path); at !== "" && !folders.has(at); at = folderOf(at))
        folders.add(at);
  return folders;
}

// A folder → a call whenever something in it, or in a folder below, has changed.
import { type Dirent, existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import path from "node:path";
import process from "node:process";
import { codeOf } from "../../server/project/disk/codes.ts";

/** What is told of a folder that is watched. */
export interface Watching {
  /** A file has changed, or has come or gone; undefined where folders have. */
  readonly changed: (file: string | undefined) => void;
  /** From now on nothing more is told: the folder is gone, or the system refuses to watch it. */
  readonly lost: (error: unknown) => void;
}

/** Folders that hold the work of tools; the checker does not look into them either. */
const skipped: ReadonlySet<string> = new Set([".git", "node_modules"]);

/**
 * Watches a folder and all below until the function that it gives back is called. Where the system
 * itself watches no trees, as on Linux, each folder is watched: what Node offers there takes a
 * watch for each file, and keeps to itself when there are no more to be had.
 */
export function watchTree(root: string, { changed, lost }: Watching): () => void {
  const watchers = new Map<string, FSWatcher>();
  const begun = identityOf(root);
  const stop = () => {
    for (const one of watchers.values()) one.close();
    watchers.clear();
  };
  const fail = (error: unknown) => {
    if (watchers.size === 0) return;
    stop();
    lost(error);
  };
  const isTree = process.platform === "darwin" || process.platform === "win32";
  const add = (folder: string) => {
    const watcher = watch(folder, { recursive: isTree });
    watchers.set(folder, watcher);
    watcher.on("error", (error) => (existsSync(folder) ? fail(error) : forget(folder)));
    watcher.on("change", (event, name) => {
      if (identityOf(root) !== begun) return fail(new Error(`'${root}' is gone.`));
      changed(name === null ? undefined : String(name));
      if (!isTree && event === "rename" && name !== null) follow(path.join(folder, String(name)));
    });
    if (isTree) return;
    for (const below of foldersIn(folder)) addBelow(path.join(folder, below));
  };
  /** What is gone, or not for us to read, is not checked either. */
  const addBelow = (folder: string) => {
    try {
      add(folder);
    } catch (error) {
      if (!/^(?:ENOENT|ENOTDIR|EACCES|EPERM)$/.test(codeOf(error) ?? "")) throw error;
    }
  };
  /** A folder that has come, gone, or come anew under the same name. */
  const follow = (folder: string) => {
    if (skipped.has(path.basename(folder))) return;
    const isKnown = watchers.has(folder);
    forget(folder);
    if (isKnown) changed(undefined);
    if (!foldersIn(path.dirname(folder)).includes(path.basename(folder))) return;
    try {
      addBelow(folder);
      changed(undefined);
    } catch (error) {
      fail(error);
    }
  };
  const forget = (folder: string) => {
    for (const [one, watcher] of watchers)
      if (one === folder || one.startsWith(folder + path.sep)) {
        watcher.close();
        watchers.delete(one);
      }
  };
  try {
    add(root);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

/** What tells a folder from another that has come into its place. */
function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev} ${found.ino} ${found.birthtimeMs}`;
}

/** The folders in a folder; a link to one is none. */
function foldersIn(folder: string): readonly string[] {
  let entries: readonly Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // It may be gone, or not for us to read.
  }
  return entries.flatMap((one) => (one.isDirectory() && !skipped.has(one.name) ? one.name : []));
}

// An editor that watches files → changes on the disk, told to the store; what is watched follows what is read.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import { isWithin } from "../project/project.ts";
import type { DiskChange } from "./changes.ts";
import type { Store } from "./store.ts";
import { folderPathOf, uriOf } from "./uris.ts";

/**
 * Editors tell of a folder that is created, moved or deleted, and not of the files in it; only a
 * pattern that any path fits shows them. So of everything the comings and goings are asked for, which
 * are few, and of files of ours the changes too. The head of a repository moves with its branch.
 */
const comings = WatchKind.Create | WatchKind.Delete;
const changing = ["**/*.{strategy,csv}", "**/{strategy.config.json,.gitignore}", "**/.git/HEAD"];

const wanted: readonly { readonly pattern: string; readonly kind: WatchKind }[] = [
  { pattern: "**/*", kind: comings },
  ...changing.map((pattern) => ({ pattern, kind: WatchKind.Change })),
];

/** Tells the store of changes on the disk. */
export function heedDisk(connection: Connection, store: Store): void {
  connection.onDidChangeWatchedFiles(({ changes }) =>
    store.changedOnDisk(
      changes.map(({ uri, type }) => ({ path: folderPathOf(uri), kind: diskChange(type) })),
    ),
  );
}

/**
 * Asks the editor to watch its folders and, where it can, the projects outside of them that are read.
 * What it gives is to be called after each change.
 */
export function watchFiles(
  connection: Connection,
  { workspace }: ClientCapabilities,
  store: Store,
  folders: () => readonly string[],
  tell: (error: unknown) => void,
): () => void {
  const can = workspace?.didChangeWatchedFiles;
  if (!can?.dynamicRegistration) return () => {};
  const register = (watchers: readonly FileSystemWatcher[]) =>
    connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...watchers],
    });
  register(wanted.map(({ pattern, kind }) => ({ globPattern: pattern, kind }))).catch(tell);
  if (!can.relativePatternSupport) return () => {};
  let watched: readonly string[] = [];
  let last: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return () => {
    const roots = outside([...store.now().workspace.projects.keys()], folders());
    if (roots.join("\n") === watched.join("\n")) return;
    watched = roots;
    last = last.then(async (before) => {
      before?.dispose();
      return roots.length === 0 ? undefined : register(roots.flatMap(inRoot));
    });
    last.catch(tell);
  };
}

/** The roots of projects that lie neither in a folder that the editor watches by itself nor in each other. */
function outside(roots: readonly string[], folders: readonly string[]): readonly string[] {
  const far = roots.filter((root) => !folders.some((folder) => isWithin(folder, root)));
  return far.filter((root) => !far.some((one) => one !== root && isWithin(one, root))).sort();
}

function inRoot(root: string): readonly FileSystemWatcher[] {
  const baseUri = uriOf(root);
  return wanted.map(({ pattern, kind }) => ({ globPattern: { baseUri, pattern }, kind }));
}

function diskChange(type: FileChangeType): DiskChange {
  if (type === FileChangeType.Created) return "created";
  return type === FileChangeType.Deleted ? "deleted" : "changed";
}

// Opened documents, edits and changes on disk → the current snapshot of the workspace: the one mutable place.
import { readText } from "../../grammar/size.ts";
import type { FileTree } from "../../grammar/tree.ts";
import { readConfig } from "../config.ts";
import { complete, type Files, loadFile, loadWorkspace, readData, rootsOf } from "../load.ts";
import {
  folderOf,
  type Project,
  projectAt,
  type Workspace,
  withFile,
  withProject,
} from "../project.ts";
import { treeOf } from "../roots.ts";
import type { Trouble } from "../trouble.ts";
import {
  configName,
  fileAt,
  holdsAny,
  isLinked,
  type Open,
  outward,
  type Snapshot,
  sameExclude,
  treesOf,
  withData,
  withOpen,
  without,
} from "./snapshot.ts";

export interface StoreOptions {
  readonly files: Files;
  /** The clock's date, `2026-11-23`. */
  readonly today: () => string;
  /** Called after each change of the snapshot; `wide` where it came from the disk or touches other files. */
  readonly onChange: (wide: boolean) => void;
  readonly onFault: (error: unknown) => void;
  /** Called for what is there and left out because it is not to be read. */
  readonly onTrouble?: (trouble: Trouble) => void;
}

export interface Store {
  now(): Snapshot;
  /** Settles when all that was asked of the disk up to now has been read. */
  settled(): Promise<void>;
  setFolders(folders: readonly string[], onFile?: (path: string) => void): Promise<void>;
  setOpen(document: Omit<Open, "tree">): void;
  close(path: string): void;
  /** Paths that were created, changed or deleted on the disk. */
  changedOnDisk(changes: readonly { readonly path: string; readonly kind: DiskChange }[]): void;
}

export type DiskChange = "created" | "changed" | "deleted";

/** A store without folders. */
export function createStore(options: StoreOptions): Store {
  let workspace: Workspace = {
    projects: new Map(),
    today: options.today(),
    folders: [],
    absent: new Set(),
  };
  let alone: ReadonlyMap<string, Workspace> = new Map();
  let open: ReadonlyMap<string, Open> = new Map();
  let folders: readonly string[] = [];
  /** Folders of configurations above documents that were opened outside the workspace. */
  let added: readonly string[] = [];
  let queue: Promise<void> = Promise.resolve();

  const files: Files = {
    ...options.files,
    read: async (path, within) => open.get(path)?.text ?? options.files.read(path, within),
  };

  /** Whoever listens asks again, and hears that something broke instead of nothing. */
  const broke = (error: unknown) => {
    options.onFault(error);
    options.onChange(true);
  };

  /** What reads the disk happens one after the other; a fault ends only the task that has it. */
  const task = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch(broke).catch(options.onFault);
    return queue;
  };

  const loading = (onFile?: (path: string) => void) => ({
    today: options.today(),
    trees: treesOf(workspace, open),
    ...(options.onTrouble === undefined ? {} : { onTrouble: options.onTrouble }),
    ...(onFile === undefined ? {} : { onFile }),
  });

  const reload = async (onFile?: (path: string) => void) => {
    const loaded = await loadWorkspace(files, [...folders, ...added], loading(onFile));
    workspace = withOpen(loaded, open);
    for (const document of open.values()) await place(document);
    options.onChange(true);
  };

  /** Finds the project of a document, or makes it one of its own. */
  const place = async (document: Open) => {
    const { path, tree } = document;
    if (tree === undefined) return;
    const holder = projectAt(workspace, path);
    if (holder?.project.files.has(holder.path)) {
      alone = without(alone, path);
      return;
    }
    if (holder?.project.inWorkspace && (await options.files.read(path)) === undefined) {
      workspace = withFile(workspace, path, tree);
      alone = without(alone, path);
      return;
    }
    const own = await loadFile(files, path, loading());
    const found = projectAt(own, path);
    if (found?.project.config.text && holder === undefined) {
      added = [...added, found.project.root];
      await reload();
      return;
    }
    // A file that its project leaves out, or one opened alone, is a project of its own.
    alone = new Map(alone).set(
      path,
      withOpen(found?.project.files.has(found.path) ? own : lone(path, tree, own), open),
    );
  };

  const lone = (path: string, tree: FileTree, own: Workspace): Workspace => {
    const root = folderOf(path);
    const name = path.slice(root.length + 1);
    const project: Project = {
      root,
      files: new Map([[name, { path: name, tree }]]),
      config: readConfig(""),
      data: new Map(),
      tables: [],
      inWorkspace: true,
    };
    return { ...own, projects: new Map([[root, project]]), folders: [root] };
  };

  /** Reads what a new text names for the first time: imported projects and CSV files. */
  const fill = () =>
    task(async () => {
      workspace = withOpen(await complete(files, workspace, loading()), open);
      for (const [path, own] of alone)
        alone = new Map(alone).set(path, withOpen(await complete(files, own, loading()), open));
      options.onChange(true);
    });

  const setConfig = (path: string, text: string) => {
    const project = workspace.projects.get(folderOf(path));
    if (project === undefined || project.config.text === text) return;
    const config = readConfig(text);
    workspace = withProject(workspace, { ...project, config });
    options.onChange(true);
    if (!sameExclude(config, project.config)) void task(reload);
  };

  const dataChanged = async (path: string, kind: DiskChange): Promise<"reload" | "done"> => {
    const read = async (of: Workspace) =>
      withData(of, path, kind === "deleted" ? {} : await readData(files, of, path));
    workspace = await read(workspace);
    for (const [key, own] of alone) alone = new Map(alone).set(key, await read(own));
    // One that is new may be left out by some pattern, so the folder is looked through again.
    const project = kind === "created" ? projectAt(workspace, path)?.project : undefined;
    return project === undefined || project.tables.includes(path) ? "done" : "reload";
  };

  /** The tree of a file of the workspace as it is on the disk. */
  const onDisk = async (path: string) => {
    const within = rootsOf(workspace);
    return treeOf(files, path, await files.read(path, within), within, loading());
  };

  const changed = async (path: string, kind: DiskChange): Promise<"reload" | "done"> => {
    if (isLinked(workspace, path)) return "reload";
    if (path.endsWith(".csv")) return dataChanged(path, kind);
    if (open.has(path) && kind !== "deleted") return path.endsWith(".strategy") ? "done" : "reload";
    const holder = projectAt(workspace, path);
    const known = holder?.project.files.get(holder.path);
    if (!path.endsWith(".strategy") || known === undefined) {
      const matters =
        path.endsWith(".strategy") || /\/(?:strategy\.config\.json|\.gitignore)$/.test(path);
      return matters || holdsAny(workspace, path) ? "reload" : "done";
    }
    if (open.has(path)) return "done";
    const tree = kind === "deleted" ? undefined : await onDisk(path);
    workspace = withFile(workspace, path, tree);
    return "done";
  };

  return {
    now: () => {
      const today = options.today();
      if (workspace.today !== today) workspace = { ...workspace, today };
      return { workspace, alone, open };
    },
    settled: async () => {
      let seen = queue;
      await seen;
      while (seen !== queue) {
        seen = queue;
        await seen;
      }
    },
    setFolders: (wanted, onFile) =>
      task(async () => {
        folders = wanted;
        await reload(onFile);
      }),
    setOpen: (document) => {
      const { path, text } = document;
      const before = open.get(path);
      const isConfig = path.endsWith(`/${configName}`);
      const known = before?.tree ?? fileAt({ workspace, alone, open }, path)?.file.tree;
      const tree = isConfig ? undefined : readText(text, known);
      open = new Map(open).set(path, { ...document, tree });
      if (tree === undefined) {
        setConfig(path, text);
        return;
      }
      const held = fileAt({ workspace, alone, open }, path);
      if (held === undefined) {
        void task(async () => {
          const current = open.get(path);
          if (current === undefined || fileAt({ workspace, alone, open }, path)) return;
          if (projectAt(workspace, path)?.project.inWorkspace) await reload();
          else await place(current);
          await fillNow();
          options.onChange(true);
        });
        return;
      }
      const own = alone.get(path);
      if (own !== undefined) alone = new Map(alone).set(path, withFile(own, path, tree));
      else if (held.file.tree !== tree) workspace = withFile(workspace, path, tree);
      options.onChange(before === undefined && held.file.tree.text !== text);
      if (outward(tree) !== outward(held.file.tree)) void fill();
    },
    close: (path) => {
      if (!open.has(path)) return;
      open = without(open, path);
      alone = without(alone, path);
      void task(async () => {
        if (open.has(path)) return;
        if (path.endsWith(`/${configName}`)) {
          setConfig(path, (await files.read(path)) ?? "");
          return;
        }
        const known = fileAt({ workspace, alone, open }, path)?.file.tree;
        const tree = await onDisk(path);
        if (known === undefined || known === tree) return;
        workspace = withFile(workspace, path, tree);
        options.onChange(true);
      });
    },
    changedOnDisk: (changes) => {
      void task(async () => {
        let whole = false;
        for (const { path, kind } of changes)
          whole = (await changed(path, kind)) === "reload" || whole;
        if (whole) await reload();
        else {
          await fillNow();
          options.onChange(true);
        }
      });
    },
  };

  async function fillNow(): Promise<void> {
    workspace = withOpen(await complete(files, workspace, loading()), open);
  }
}

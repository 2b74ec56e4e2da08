// Files by path → a disk in memory with an editor on it, and whether the editor is told what a fresh start would tell.
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import type { Workspace } from "../../server/project/project.ts";
import type { Files } from "../../server/project/roots.ts";
import type { Change, DiskChange } from "../../server/serve/changes.ts";
import { createStore, type Store } from "../../server/serve/store.ts";

/** What is known of a workspace, in a shape that can be compared and read. */
export type Seen = Readonly<Record<string, unknown>>;

/** A disk in memory, on which folders are there as long as files lie in them. */
export interface Disk {
  readonly files: Files;
  readonly texts: Map<string, string>;
  /** Removes a file, or a folder with all that lies in it. */
  remove(path: string): void;
  /** Moves a file, or a folder with all that lies in it. */
  move(from: string, to: string): void;
  /** How often files were listed and read. */
  readonly asked: { lists: number; reads: number };
}

/** A disk that takes its time: `pause` is waited for before each answer. */
export function diskOf(
  files: Readonly<Record<string, string>>,
  pause: () => Promise<void> = async () => {},
): Disk {
  const texts = new Map(Object.entries(files));
  const below = (folder: string) => [...texts.keys()].filter((one) => one.startsWith(`${folder}/`));
  const asked = { lists: 0, reads: 0 };
  return {
    texts,
    asked,
    files: {
      list: async (folder) => {
        asked.lists++;
        await pause();
        return below(folder)
          .filter((one) => /(?:\.strategy|\.csv|\/strategy\.config\.json|\/\.gitignore)$/.test(one))
          .filter((one) => !/\/(?:node_modules|\.git)\//.test(one.slice(folder.length)))
          .sort();
      },
      read: async (path) => {
        asked.reads++;
        await pause();
        return texts.get(path);
      },
    },
    remove: (path) => {
      for (const one of [path, ...below(path)]) texts.delete(one);
    },
    move: (from, to) => {
      for (const one of [from, ...below(from)]) {
        const text = texts.get(one);
        texts.delete(one);
        if (text !== undefined) texts.set(to + one.slice(from.length), text);
      }
    },
  };
}

/** An editor on a disk. */
export interface World {
  readonly disk: Disk;
  readonly store: Store;
  /** How often listeners were told that other files may look different. */
  readonly wide: () => number;
  /** What is open, by path. */
  readonly buffers: ReadonlyMap<string, string>;
  setToday(date: string): void;
  folders(...folders: readonly string[]): Promise<void>;
  /** Opens a document with a text, or types it. */
  type(path: string, text: string): void;
  close(path: string): void;
  tell(path: string, kind: DiskChange): void;
  tellAll(changes: readonly Change[]): void;
  /** Writes a file, and tells of it. */
  write(path: string, text: string): void;
  /** What is known when all has been read. */
  seen(): Promise<Seen>;
  /** What a fresh start on the same disk with the same documents would know. */
  fresh(): Promise<Seen>;
  /** A store after such a fresh start. */
  anew(): Promise<Store>;
  /** The codes of what is told about a file. */
  codes(path: string): Promise<readonly string[]>;
}

/** An editor on a disk, with folders open. */
export async function worldOf(
  files: Readonly<Record<string, string>> | Disk,
  ...first: readonly string[]
): Promise<World> {
  return startWorld(isDisk(files) ? files : diskOf(files), first, (error) => {
    throw error;
  });
}

/** The same on a disk that may break: of what breaks `onFault` is told. */
export async function startWorld(
  disk: Disk,
  first: readonly string[],
  onFault: (error: unknown) => void,
): Promise<World> {
  const buffers = new Map<string, string>();
  let folders = first;
  let today = "2026-11-23";
  let version = 0;
  let wide = 0;
  const startStore = (onChange: (isWide: boolean) => void) =>
    createStore({
      files: disk.files,
      today: () => today,
      onChange,
      onFault,
    });
  const store = startStore((isWide) => {
    if (isWide) wide++;
  });
  await store.setFolders(first);
  const open = (to: Store, path: string, text: string) =>
    to.setOpen({ path, uri: `file://${path}`, version: ++version, text });
  const tell = (path: string, kind: DiskChange) => store.changedOnDisk([{ path, kind }]);
  const anew = async () => {
    const other = startStore(() => {});
    await other.setFolders(folders);
    for (const [path, text] of buffers) open(other, path, text);
    await other.settled();
    return other;
  };
  return {
    disk,
    store,
    buffers,
    wide: () => wide,
    setToday: (date) => {
      today = date;
    },
    folders: (...next) => {
      folders = next;
      return store.setFolders(next);
    },
    type: (path, text) => {
      buffers.set(path, text);
      open(store, path, text);
    },
    close: (path) => {
      buffers.delete(path);
      store.close(path);
    },
    tell,
    tellAll: (changes) => store.changedOnDisk(changes),
    write: (path, text) => {
      const kind = disk.texts.has(path) ? "changed" : "created";
      disk.texts.set(path, text);
      tell(path, kind);
    },
    seen: async () => {
      await store.settled();
      return seenIn(store, buffers);
    },
    anew,
    fresh: async () => seenIn(await anew(), buffers),
    codes: async (path) => {
      await store.settled();
      const { workspace, alone } = store.now();
      return told(alone.get(path) ?? workspace)
        .filter((one) => one.startsWith(`${path} `))
        .map((one) => one.split(" ")[2] ?? "");
    },
  };
}

function isDisk(files: Readonly<Record<string, string>> | Disk): files is Disk {
  return files.texts instanceof Map;
}

function seenIn(store: Store, buffers: ReadonlyMap<string, string>): Seen {
  const { workspace, alone } = store.now();
  return {
    workspace: shown(workspace),
    alone: Object.fromEntries([...alone].sort(byKey).map(([path, one]) => [path, shown(one)])),
    open: [...store.now().open.keys()].sort(),
    buffers: [...buffers.keys()].sort(),
  };
}

function shown(workspace: Workspace): Seen {
  return {
    today: workspace.today,
    folders: workspace.folders,
    absent: [...workspace.absent].sort(),
    projects: [...workspace.projects.values()].map((project) => ({
      root: project.root,
      isWorkspace: project.inWorkspace,
      files: Object.fromEntries([...project.files].map(([path, { tree }]) => [path, tree.text])),
      config: [project.config.text, ...project.config.faults.map((one) => one.message)],
      data: Object.fromEntries([...project.data].sort(byKey)),
      tables: project.tables,
    })),
    told: told(workspace),
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All that is told about the files of a workspace. */
function told(workspace: Workspace): readonly string[] {
  return [...universe(workspace).models.values()].flatMap((model) =>
    diagnose(model).map(
      ({ root, path, start, end, code, message }) =>
        `${root}/${path} ${start}-${end} ${code} ${message}`,
    ),
  );
}

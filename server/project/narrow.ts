// Workspace folders and the projects that are asked for → a workspace in which only what these depend on is parsed.
import { readText } from "../../grammar/size.ts";
import { complete, loadFolders, outsideOf } from "./load.ts";
import { folderOf, inOrder, isWithin, type Project, type Workspace } from "./project.ts";
import type { Files, LoadOptions } from "./roots.ts";
import type { Trouble } from "./trouble.ts";

/** The files of each project in the workspace folders, by its root; all paths are absolute. */
export type Inventory = ReadonlyMap<string, readonly string[]>;

/**
 * The same as `loadWorkspace`, but projects on which those that are asked for do not depend have no
 * files. What is said of a project follows from what it imports and from who imports it: who supports
 * an objective, works for a team or names a skill. It follows from their other imports as well, since
 * dates and figures are handed on, and so from all that imports join, in whatever direction.
 */
export async function loadAround(
  files: Files,
  folders: readonly string[],
  asked: (all: Inventory) => Iterable<string>,
  options: LoadOptions,
): Promise<Workspace> {
  const unparsed = new Map<string, string>();
  const found = await loadFolders(files, folders, { ...options, unparsed });
  const looked = lookThrough(found, unparsed);
  const reached = new Set(asked(looked.inventory));
  // What leads out of the folders may lead to what leads back.
  for (const root of looked.leadOut) reached.add(root);
  // Seldom more than once: only where what lies elsewhere leads back to what was not reached.
  for (;;) {
    spread(reached, looked.joined);
    const troubles: Trouble[] = [];
    const onTrouble = (trouble: Trouble) => troubles.push(trouble);
    const begun = parsed(found, unparsed, reached, options);
    const workspace = await complete(files, begun, { ...options, onTrouble });
    const more = named(workspace, looked.inventory).filter((root) => !reached.has(root));
    for (const root of more) reached.add(root);
    if (more.length > 0) continue;
    for (const trouble of troubles) options.onTrouble?.(trouble);
    return workspace;
  }
}

/** What is known of projects before they are parsed. */
interface Looked {
  readonly inventory: Inventory;
  /** Projects that import one another, both ways. */
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
  /** Projects that import something that is in no project. */
  readonly leadOut: ReadonlySet<string>;
}

function lookThrough({ projects }: Workspace, unparsed: ReadonlyMap<string, string>): Looked {
  const inventory = new Map<string, string[]>();
  for (const { root, files } of projects.values())
    inventory.set(
      root,
      [...files.keys()].map((path) => `${root}/${path}`),
    );
  for (const path of unparsed.keys()) inventory.get(rootOf(path, inventory) ?? "")?.push(path);
  const joined = new Map<string, Set<string>>();
  const join = (from: string, to: string) => {
    const known = joined.get(from);
    if (known === undefined) joined.set(from, new Set([to]));
    else known.add(to);
  };
  const leadOut = new Set<string>();
  for (const project of projects.values()) {
    for (const folder of foldersOf(project)) {
      const target = holderOf(folder, inventory);
      if (target === undefined) leadOut.add(project.root);
      else {
        join(project.root, target);
        join(target, project.root);
      }
    }
  }
  return { inventory, joined, leadOut };
}

/** All folders that a project imports. */
function foldersOf(project: Project): ReadonlySet<string> {
  return new Set([...project.files.values()].flatMap((file) => outsideOf(project, file).folders));
}

/** The innermost project in which a path lies. */
function rootOf(path: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = path; at !== ""; at = folderOf(at)) if (roots.has(at)) return at;
  return undefined;
}

/** The project that a folder stands for: it is its root, or holds files of it. */
function holderOf(folder: string, inventory: Inventory): string | undefined {
  const root = rootOf(folder, inventory);
  const isThere = (path: string) => isWithin(folder, path);
  const holds = root === folder || (root !== undefined && inventory.get(root)?.some(isThere));
  return holds ? root : undefined;
}

function spread(reached: Set<string>, joined: Looked["joined"]): void {
  // A set may grow while it is walked: what is found here is walked too.
  for (const root of reached) for (const other of joined.get(root) ?? []) reached.add(other);
}

/** The projects that are reached with all their files, the others with none. */
function parsed(
  found: Workspace,
  unparsed: ReadonlyMap<string, string>,
  reached: ReadonlySet<string>,
  { trees, onFile }: LoadOptions,
): Workspace {
  const texts = Map.groupBy(unparsed, ([path]) => rootOf(path, found.projects) ?? "");
  const projects = [...found.projects.values()].map((project): [string, Project] => {
    const { root } = project;
    if (!reached.has(root)) return [root, { ...project, files: new Map() }];
    const more = (texts.get(root) ?? []).map(([path, text]) => {
      onFile?.(path);
      return { path: path.slice(root.length + 1), tree: readText(text, trees?.get(path)) };
    });
    return [root, { ...project, files: inOrder([...project.files.values(), ...more]) }];
  });
  return { ...found, projects: new Map(projects) };
}

/** The projects of an inventory that those of a workspace import. */
function named({ projects }: Workspace, inventory: Inventory): readonly string[] {
  const folders = new Set([...projects.values()].flatMap((project) => [...foldersOf(project)]));
  return [...folders].flatMap((folder) => holderOf(folder, inventory) ?? []);
}
